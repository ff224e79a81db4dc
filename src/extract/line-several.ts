/** Reads a line that gives one metric on several test sets, each in brackets behind its number. */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { readCell } from './cell-value.ts';
import type { Draft } from './draft.ts';
import { readLabel } from './label.ts';
import type { Surroundings } from './surroundings.ts';

/** "F1-Score: **92,16** (CoNLL-03 English), **87,33** (CoNLL-03 Dutch)": one metric, a number for each test set. */
export function readSeveral(
  line: string,
  number: number,
  group: string,
  kind: 'text' | 'code',
  around: () => Surroundings,
  registry: Registry,
): Draft[] {
  if (line.length > 400) return [];
  const head = /^\s*(?:[-*]\s+)?\**([^:*]{2,40})\**\s*:\**\s*(?=\S)/.exec(line);
  // "test F1-Score: 90.74 (CoNLL-03)" names the part of the set before the metric.
  const words = /^(?:(eval|evaluation|test|dev|val|validation) )?(.+)$/i.exec(tidy(head?.[1] ?? ''));
  const metric = words?.[2] ?? '';
  if (!head || !registry.findMetric(metric)) return [];
  const split = words?.[1] ?? null;
  const rest = line.slice(head[0].length);
  const pair = /\**(\d+(?:[.,]\d+)?)\s*(%?)\**\s*\(([^()]{3,60})\)\s*[,;.]?\s*/y;
  const drafts: Draft[] = [];
  while (pair.lastIndex < rest.length) {
    const start = pair.lastIndex;
    const found = pair.exec(rest);
    if (!found || !/\p{L}{2}/u.test(found[3] as string)) return [];
    const label = readLabel(found[3] as string, registry);
    if (registry.findMetric(label.name) || readCell(found[3] as string).kind === 'values') return [];
    const value = readCell(found[1] as string);
    if (value.kind !== 'values' || !value.values[0]) return [];
    drafts.push({
      subject: 'self',
      model: null,
      benchmark: label.name || label.written,
      metric,
      shots: label.shots,
      settings: label.settings,
      split,
      value: value.values[0].value,
      percent: found[2] === '%',
      stderr: null,
      suite: null,
      group,
      source: {
        kind,
        line: number,
        column: head[0].length + start + found[0].indexOf(found[1] as string) + 1,
        cell: null,
        raw: found[1] as string,
        row: label.written,
        header: tidy(head[1] as string),
      },
      confidence: (around().model?.self ?? true) ? 0.88 : 0.6,
      because: [
        `metric '${metric}' heads the line, '${label.written}' stands behind its number`,
        "no model is named: the card's own",
      ],
    });
  }
  return drafts;
}
