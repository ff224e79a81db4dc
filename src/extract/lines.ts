/** Reads results that stand as lines of text: `EQ-Bench: 71.4`, `- **MMLU**: 61.2%`, `AGIEval average: 51.1`. */
import { once } from '../core/once.ts';
import type { Registry } from '../registry/types.ts';
import { isBestMetric, metricOfValue } from './best-metric.ts';
import { readCell } from './cell-value.ts';
import type { Draft } from './draft.ts';
import { readLabel } from './label.ts';
import { bestMeaning, type Meaning, meaningOf } from './line-meaning.ts';
import { readNeighbours } from './line-neighbours.ts';
import { readModelLine } from './line-of-model.ts';
import { bareLabel, type Pair, pairsOf } from './line-pairs.ts';
import { readSeveral } from './line-several.ts';
import { isSplit } from './splits.ts';
import { ofStated, type Stated, statedModel } from './stated-model.ts';
import type { Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';

/** A line that is a number and nothing else, perhaps in bold. */
const LONE_NUMBER = /^\s*[*_`]*(\d{1,4}(?:\.\d{1,16})?\s?%?)[*_`]*\s*$/;

export interface LinesInput {
  /** Consecutive lines of the file. */
  readonly lines: readonly string[];
  /** The file's number of the first of them. */
  readonly firstLine: number;
  readonly group: string;
  readonly kind: 'text' | 'code';
  /** The paragraph right above, as plain text: it may name the benchmark of a number that stands alone. */
  readonly above: string | null;
  /** The other items of the list that the lines stand in. */
  readonly siblings: readonly string[];
  readonly subjects: Subjects;
  /** What the paragraphs above say, under the headings that are open. */
  readonly said: string;
}

/** Each line is judged by itself, but for a line above it that names the benchmark only; most lines need no `around`. */
export function readLines(input: LinesInput, around: () => Surroundings, registry: Registry): Draft[] {
  const { lines, firstLine, group, kind, subjects } = input;
  const neighbours = once(() => readNeighbours(input.siblings.length > 1 ? input.siblings : lines, registry));
  const drafts: Draft[] = [];
  const started = input.above?.trim().endsWith(':') ? topicOf(input.above, registry) : null;
  let topic: Surroundings['benchmark'] = started && {
    label: started,
    from: 'the line above, which names nothing else',
  };
  let isFresh = topic !== null;
  let stated: Stated | null = null;
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    stated = (input.siblings.length > 1 ? null : statedModel(line, firstLine + index, subjects)) ?? stated;
    const named = topic;
    const whose = stated;
    const here = once((): Surroundings => {
      const outer = whose ? ofStated(around(), whose) : around();
      return named ? { ...outer, benchmark: named, trained: null, suite: null } : outer;
    });
    const place = { line: firstLine + index, group, kind };
    const several = readSeveral(line, place.line, group, kind, here, registry);
    if (several.length > 0) {
      drafts.push(...several);
      return;
    }
    const ofModel = readModelLine(line, place, subjects, here, registry);
    if (ofModel) {
      drafts.push(ofModel);
      return;
    }
    const lone = isFresh && topic ? lonePair(line) : null;
    isFresh = false;
    if (lone && topic) {
      drafts.push(draftOf(lone, ofTopic(topic), here(), place));
      return;
    }
    const pairs = pairsOf(line, kind, registry);
    const before = drafts.length;
    for (const pair of pairs) {
      const meaning = isBestMetric(pair.label)
        ? bestMeaning(metricOfValue(pair.value.value, input.said, registry), here())
        : meaningOf(pair.label, here(), neighbours(), registry);
      if (meaning) drafts.push(draftOf(pair, unlessSecondAverage(meaning, pair, input.above), here(), place));
    }
    const label = drafts.length === before && pairs.length === 0 ? topicOf(line, registry) : null;
    if (!label) return;
    topic = { label, from: `the line above (line ${place.line})` };
    isFresh = true;
  });
  return drafts;
}

/** Below the average of a suite a further one is of something else, mostly of all suites before it. */
function unlessSecondAverage(meaning: Meaning, pair: Pair, above: string | null): Meaning {
  if (
    meaning.benchmark !== 'Average' ||
    !/^(?:average|avg|mean)\b[^:=]{0,20}[:=]\s*[\d.]+/i.test(above ?? '')
  )
    return meaning;
  const why = 'an average below the average of a suite: of more than that suite';
  return { ...meaning, settings: [pair.label], suite: null, sure: 0.75, why };
}

/** The benchmark that a line names and nothing else: "MT-Bench:", "humaneval (base tests)". */
function topicOf(line: string, registry: Registry): Topic['label'] | null {
  if (line.length > 90 || line.includes('|')) return null;
  const text = bareLabel(line.replace(/^\s*(?:[-*+•]\s+|#+\s+)?/, ''));
  if (text === '' || text.split(' ').length > 7) return null;
  const label = readLabel(text, registry);
  if (!label.benchmark || label.average) return null;
  // "humaneval+ (base + extra tests)": where the name is known without its bracket, that tells how it was run.
  const bracket = /^([^()]{2,40}?)\s*\(([^()]{2,40})\)$/.exec(label.name);
  if (bracket && registry.findBenchmark(bracket[1] as string))
    return { ...label, name: bracket[1] as string, settings: [...label.settings, bracket[2] as string] };
  return label.benchmark.short && !/[:：]\s*[*_]*\s*$/.test(line) ? null : label;
}

type Topic = NonNullable<Surroundings['benchmark']>;

function ofTopic({ label, from }: Topic): Meaning {
  return {
    benchmark: label.name,
    metric: label.metric,
    shots: label.shots,
    settings: label.settings,
    suite: null,
    sure: 0.88,
    why: `the number stands alone under the benchmark from ${from}`,
  };
}

function lonePair(line: string): Pair | null {
  const found = LONE_NUMBER.exec(line);
  const reading = found ? readCell(found[1] as string) : null;
  const value = reading?.kind === 'values' ? reading.values[0] : undefined;
  if (!found || !value) return null;
  return { label: '', metric: null, value, raw: found[1] as string, column: line.indexOf(value.text) + 1 };
}

function draftOf(
  pair: Pair,
  meaning: Meaning,
  around: Surroundings,
  place: { readonly line: number; readonly group: string; readonly kind: 'text' | 'code' },
): Draft {
  const { value } = pair;
  const { model } = around;
  const split = meaning.settings.find(isSplit) ?? null;
  const note = value.note !== null && !/shot/i.test(value.note) ? [value.note] : [];
  return {
    subject: model && !model.self ? 'other' : 'self',
    model: model && !model.self ? model.name : null,
    benchmark: meaning.benchmark,
    metric: pair.metric ?? meaning.metric ?? (around.metric?.loose ? null : around.metric?.name) ?? null,
    shots: meaning.shots ?? shotsOfNote(value.note) ?? around.shots,
    settings: [...meaning.settings.filter((setting) => setting !== split), ...note, ...around.settings],
    split: split ?? around.split,
    value: value.value,
    percent: value.percent,
    stderr: value.stderr,
    suite: meaning.suite ?? (meaning.benchmark === 'Average' ? null : (around.suite?.name ?? null)),
    group: place.group,
    source: {
      kind: place.kind,
      line: place.line,
      column: pair.column,
      cell: null,
      raw: pair.raw,
      row: pair.label,
      header: null,
    },
    confidence: meaning.sure,
    because: [
      meaning.why,
      model
        ? `${model.self ? "the card's own model" : `model '${model.name}'`}, from ${model.from}`
        : "no model is named: the card's own",
    ],
  };
}

function shotsOfNote(note: string | null): number | null {
  const found = /^(\d{1,2})[- ]?shots?$/i.exec(note ?? '');
  return found ? Number(found[1]) : null;
}
