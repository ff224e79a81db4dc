/** Reads a line that gives a model and its score on the benchmark of the heading: "CodeLlama-34B: 45.11" under "HumanEval". */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { readCell } from './cell-value.ts';
import type { Draft } from './draft.ts';
import { bareModelName } from './own-marks.ts';
import type { Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';

const LINE =
  /^\s*(?:[-*+]\s+)?[*_`]{0,3}([^:：|]{3,80}?)[*_`]{0,3}\s*[:：]\s*[*_`]{0,3}(\d{1,3}(?:\.\d{1,6})?)\s*(%?)[*_`]{0,3}\s*$/u;

/** How much a label must look like a model's name, which has its family and its size. */
const LIKENESS = 0.95;

/** The line's claim; null where its label is no model, or where nothing above names the benchmark. */
export function readModelLine(
  line: string,
  place: { readonly line: number; readonly group: string; readonly kind: 'text' | 'code' },
  subjects: Subjects,
  around: () => Surroundings,
  registry: Registry,
): Draft | null {
  const found = line.length <= 200 ? LINE.exec(line) : null;
  const name = bareModelName(tidy(found?.[1] ?? ''));
  if (!found || registry.findBenchmark(name) || subjects.likeness(name) < LIKENESS) return null;
  const reading = readCell(`${found[2]}${found[3]}`);
  const { benchmark, metric, shots, split, settings, suite } = around();
  if (!benchmark || reading.kind !== 'values' || !reading.values[0]) return null;
  const self = subjects.self(name);
  const { label } = benchmark;
  return {
    subject: self === null ? 'other' : 'self',
    model: name,
    benchmark: label.name,
    metric: label.metric ?? (metric?.loose ? null : (metric?.name ?? null)),
    shots: label.shots ?? shots,
    settings: [...label.settings, ...settings],
    split,
    value: reading.values[0].value,
    percent: found[3] === '%',
    stderr: null,
    suite: suite?.name ?? null,
    group: place.group,
    source: {
      kind: place.kind,
      line: place.line,
      column: line.lastIndexOf(found[2] as string) + 1,
      cell: null,
      raw: found[2] as string,
      row: name,
      header: null,
    },
    confidence: 0.85,
    because: [`benchmark '${label.name}' from ${benchmark.from}`, self ?? `model '${name}' from the line`],
  };
}
