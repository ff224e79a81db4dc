/** Reads results that stand as lines of text: `EQ-Bench: 71.4`, `- **MMLU**: 61.2%`, `AGIEval average: 51.1`. */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { readCell } from './cell-value.ts';
import type { Draft } from './draft.ts';
import { type LabelReading, readLabel } from './label.ts';
import type { Surroundings } from './surroundings.ts';
import { AVERAGE, PART, TURN } from './words.ts';

const LINE =
  /^(\s*(?:>\s*)*(?:[-*+•·]\s+|\d{1,2}[.)]\s+)?)(.{2,90}?)\s*(?:[:：=]|\s[-–—]\s|\s→\s)\s*(\S.{0,40})$/u;
const AVERAGE_TAIL = /^(.{2,60}?)[\s_-]*(?:\b(?:avg|average|mean)\b\.?(?:\s+score)?|平均)$/i;

/** What cannot be a result's label in a line, whatever number follows it. */
const NOT_A_LABEL =
  /\b(?:epochs?|steps?|batch|learning|rate|seed|size|layers?|heads?|tokens?|params?|parameters|version|date|year|loss|runtime|per[_ ]second|warmup|decay|lr|dropout|temperature|top[_ -]?[pk]|max|min|length|dimension|samples?|gpus?|hours?|time|memory|vram|price|downloads?|context|vocab|rank|alpha|threshold|total|count|number|num)\b/i;

/** `lines` are consecutive lines of the file, the first numbered `firstLine`; each is judged by itself. */
export function readLines(
  lines: readonly string[],
  firstLine: number,
  group: string,
  kind: 'text' | 'code',
  around: Surroundings,
  registry: Registry,
): Draft[] {
  const drafts: Draft[] = [];
  lines.forEach((line, index) => {
    const several = readSeveral(line, firstLine + index, group, kind, around, registry);
    if (several.length > 0) {
      drafts.push(...several);
      return;
    }
    if (line.length > 160 || (line.match(/\|/g)?.length ?? 0) >= 2) return;
    const found = LINE.exec(line.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1'));
    if (!found) return;
    const rawLabel = (found[2] as string).replace(/\*\*|__|`|[*_:：]+$|^[*_]+/g, '');
    const given = (found[3] as string).replace(/^[*_`\s]+/, '');
    // "ARC (25-shot): acc_norm = 0.54" names the metric before the value.
    const named = /^([A-Za-z][\w@.-]{1,30})\s*=\s*(\S.*)$/.exec(given);
    const ownMetric = named && registry.findMetric(named[1] as string) ? (named[1] as string) : null;
    const rawValue = ownMetric === null ? given : (named?.[2] as string);
    const reading = readCell(rawValue);
    if (reading.kind !== 'values' || reading.values.length > 2) return;
    const value = reading.values[0];
    if (!value || NOT_A_SCORE.test(value.note ?? '')) return;
    const meaning = meaningOf(
      tidy(
        rawLabel
          .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
          .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}$/g, ''),
      ),
      around,
      registry,
    );
    if (!meaning) return;
    const at = line.lastIndexOf(value.text);
    const model = around.model;
    drafts.push({
      subject: model && !model.self ? 'other' : 'self',
      model: model && !model.self ? model.name : null,
      benchmark: meaning.benchmark,
      metric: ownMetric ?? meaning.metric ?? (around.metric?.loose ? null : around.metric?.name) ?? null,
      shots: meaning.shots ?? shotsOfNote(value.note) ?? around.shots,
      settings: [...meaning.settings, ...(value.note && !/shot/i.test(value.note) ? [value.note] : [])],
      split: null,
      value: value.value,
      percent: value.percent,
      stderr: value.stderr,
      suite: meaning.suite ?? around.suite?.name ?? null,
      group,
      source: {
        kind,
        line: firstLine + index,
        column: Math.max(0, at) + 1,
        cell: null,
        raw: rawValue.replace(/[*_`\s]+$/, ''),
        row: tidy(rawLabel),
        header: null,
      },
      confidence: meaning.sure,
      because: [
        meaning.why,
        model
          ? `${model.self ? "the card's own model" : `model '${model.name}'`}, from ${model.from}`
          : "no model is named: the card's own",
      ],
    });
  });
  return drafts;
}

function shotsOfNote(note: string | null): number | null {
  const found = /^(\d{1,2})[- ]?shots?$/i.exec(note ?? '');
  return found ? Number(found[1]) : null;
}

/** Units behind a number that is no score. */
const NOT_A_SCORE =
  /^(?:hours?|h|minutes?|min|seconds?|s|ms|gb|mb|kb|gib|mib|tokens?|samples?|examples?|images?|sentences?|words?|epochs?|steps?|layers?|params?|parameters|languages?|classes|b|m|k|x|gpus?|usd|€|\$)\b/i;

/** "F1-Score: **92,16** (CoNLL-03 English), **87,33** (CoNLL-03 Dutch)": one metric, a number for each test set. */
function readSeveral(
  line: string,
  number: number,
  group: string,
  kind: 'text' | 'code',
  around: Surroundings,
  registry: Registry,
): Draft[] {
  if (line.length > 400) return [];
  const head = /^\s*(?:[-*]\s+)?\**([^:*]{2,40})\**\s*:\**\s*(?=\S)/.exec(line);
  const metric = head ? registry.findMetric(tidy(head[1] as string)) : undefined;
  if (!head || !metric) return [];
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
      metric: tidy(head[1] as string),
      shots: label.shots,
      settings: label.settings,
      split: null,
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
      confidence: around.model && !around.model.self ? 0.6 : 0.88,
      because: [
        `metric '${tidy(head[1] as string)}' heads the line, '${label.written}' stands behind its number`,
        "no model is named: the card's own",
      ],
    });
  }
  return drafts;
}

interface Meaning {
  readonly benchmark: string;
  readonly metric: string | null;
  readonly shots: number | null;
  readonly settings: readonly string[];
  readonly suite: string | null;
  readonly sure: number;
  readonly why: string;
}

/** Figures of a training script that are no scores. */
const NO_SCORE =
  /runtime|per[_ ]second|^epoch$|^step$|steps$|gen[_ ]len|^num|samples|^lr$|learning rate|train(?:ing)? loss|time$|flos$|perplexity steps/i;

function trainedMeaning(text: string, around: Surroundings): Meaning | null {
  const { trained } = around;
  if (!trained || NO_SCORE.test(text) || !/^[\p{L}\d][\p{L}\d@_ .:/()-]{0,40}$/u.test(text)) return null;
  const metric = text.replace(/^eval[_ ]/i, '');
  return {
    benchmark: trained.dataset,
    metric,
    shots: null,
    settings: trained.part === null ? [] : [trained.part],
    suite: null,
    sure: 0.93,
    why: `'${metric}' on the data set that ${trained.from} names`,
  };
}

function meaningOf(text: string, around: Surroundings, registry: Registry): Meaning | null {
  if (text === '' || text.split(' ').length > 9) return null;
  if (around.trained) return trainedMeaning(text, around);
  const label: LabelReading = readLabel(text, registry);
  const named = { metric: label.metric, shots: label.shots, settings: label.settings };
  const tail = AVERAGE_TAIL.exec(label.name);
  if (tail && !AVERAGE.test(label.name)) {
    const suite = tidy(tail[1] as string);
    const known = registry.findSuites(suite).length > 0 || registry.findBenchmark(suite) !== undefined;
    if (known)
      return {
        ...named,
        benchmark: 'Average',
        settings: [suite],
        suite,
        sure: 0.95,
        why: `'${text}' is the average of ${suite}`,
      };
  }
  if (label.average) {
    if (around.suite)
      return {
        ...named,
        benchmark: 'Average',
        settings: [around.suite.name],
        suite: around.suite.name,
        sure: 0.9,
        why: `an average under ${around.suite.from}`,
      };
    if (around.benchmark)
      return {
        ...named,
        benchmark: around.benchmark.label.name,
        settings: [text],
        suite: null,
        sure: 0.85,
        why: `an average under ${around.benchmark.from}`,
      };
    return null;
  }
  // "seed: 42" is a setting though a benchmark is called SEED.
  const setting = NOT_A_LABEL.test(text) && label.benchmark?.how !== 'exact';
  if (label.benchmark && !setting && (!label.benchmark.short || around.benchmark || around.suite)) {
    return { ...named, benchmark: label.name, suite: null, sure: 0.95, why: `'${text}' names the benchmark` };
  }
  if (around.benchmark && TURN.test(label.name)) {
    return {
      ...named,
      benchmark: around.benchmark.label.name,
      settings: [label.name],
      suite: null,
      sure: 0.9,
      why: `a turn of the benchmark from ${around.benchmark.from}`,
    };
  }
  const part = /^(\S+(?: \S+)?) (\S+)$/.exec(label.name);
  if (around.benchmark && part && PART.test(part[1] as string) && registry.findMetric(part[2] as string)) {
    const { name } = around.benchmark.label;
    return {
      ...named,
      benchmark: name,
      metric: part[2] as string,
      settings: [part[1] as string],
      suite: null,
      sure: 0.88,
      why: `a part of the benchmark from ${around.benchmark.from}`,
    };
  }
  if (!around.benchmark && around.title && label.metricEntry && !NOT_A_LABEL.test(text)) {
    return {
      ...named,
      benchmark: around.title.name,
      metric: label.name,
      suite: null,
      sure: 0.78,
      why: `metric '${text}' of '${around.title.name}', from ${around.title.from}`,
    };
  }
  if (around.benchmark && label.metricEntry && !NOT_A_LABEL.test(text)) {
    return {
      ...named,
      benchmark: around.benchmark.label.name,
      metric: label.name,
      suite: null,
      sure: 0.85,
      why: `metric '${text}' of the benchmark from ${around.benchmark.from}`,
    };
  }
  return null;
}
