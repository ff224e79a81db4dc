/** Finds labels and their numbers in one line of text, whatever stands between them; what they mean is decided elsewhere. */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { type CellValue, readCell } from './cell-value.ts';
import { readLabel } from './label.ts';

export interface Pair {
  readonly label: string;
  /** The metric that the line names beside its label: "acc_norm" in "ARC (25-shot): acc_norm = 0.54". */
  readonly metric: string | null;
  readonly value: CellValue;
  /** The value as written, markup off its end. */
  readonly raw: string;
  /** 1-based, in the line. */
  readonly column: number;
}

const LEAD = /^\s*(?:>\s*)*(?:[-*+•·]\s+|\d{1,2}[.)]\s+)?/u;
const PARTED = /^(.{2,90}?)\s*(?:[:：=]|\s[-–—]\s|\s→\s)\s*(\S.{0,60})$/u;
/** The same, apart at the last sign: "MMLU - 5-shot: 61.2". */
const PARTED_LAST = /^(.{2,90})\s*(?:[:：=]|\s[-–—]\s)\s*(\S.{0,40})$/u;
/** In printouts a number may stand apart from its label by spaces alone. */
const SPACED = /^(\S.{0,60}?)(?:\s{2,40}|\t)(\d{1,4}(?:\.\d{1,16})?\s?%?)$/u;
/** "MT-Bench score of 7.9", "Zero-shot ACC 0.70": no sign stands between them, but the label ends with a metric. */
const JOINED = /^(.{2,60}?)(?:\s+of)?\s*(?<![\d.])[*_`]*(\d{1,4}\.\d{1,17}\s?%?|\d{1,3}\s?%)$/u;

/** Units behind a number that is no score. */
const NOT_A_SCORE =
  /^(?:hours?|h|minutes?|min|seconds?|s|ms|gb|mb|kb|gib|mib|tokens?|samples?|examples?|images?|sentences?|words?|epochs?|steps?|layers?|params?|parameters|languages?|classes|b|m|k|x|gpus?|usd|€|\$|it\/s)\b/i;

/** What an author remarks on a number in brackets, as against the conditions it was measured under. */
const REMARK =
  /\b(?:outperform\w*|better|best|higher|highest|lower|close|vs|compared|than|beats?|sota|state|rank\w*|improv\w+|up|down|from|was|is)\b|超过|优于|高于|低于|接近|相比|最/i;

/** Takes emphasis, links and quotes off a label. Underscores inside words belong to the name. */
export function bareLabel(label: string): string {
  return tidy(
    label
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\*\*|`/g, '')
      .replace(/(?<![\p{L}\d])[*_'"]+|[*_'"]+(?![\p{L}\d(])/gu, '')
      .replace(/[:：]+$/, ''),
  );
}

/** All labels with numbers of a line; none where it is prose or anything else. Linear in the line's length. */
export function pairsOf(line: string, kind: 'text' | 'code', registry: Registry): Pair[] {
  if (line.length > 400 || (line.match(/\|/g)?.length ?? 0) >= 2) return [];
  const dictionary = pairsOfDictionary(line);
  if (dictionary.length > 0) return dictionary;
  const listed = pairsOfList(line, registry);
  if (listed.length > 0) return listed;
  if (line.length > 200) return [];
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  const body = withoutRemark(line.slice(lead).replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1'))
    .replace(/<[^<>]{0,200}>/g, '')
    .trim();
  const bare = body.replace(/,$/, '');
  const parted = PARTED.exec(bare);
  const last = parted && PARTED_LAST.exec(bare);
  const pair =
    (parted && pairOf(parted[1] as string, parted[2] as string, line, lead, registry)) ??
    (last && pairOf(last[1] as string, last[2] as string, line, lead, registry)) ??
    (kind === 'code' ? spacedPair(bare, line, lead, registry) : null) ??
    joinedPair(bare, line, lead, registry);
  return pair ? [pair] : [];
}

/** "**67.4** (better than all of its size)" → "**67.4**". */
function withoutRemark(text: string): string {
  const found = /\s*[(（]([^()（）]{2,160})[)）]\s*$/.exec(text);
  const inside = found?.[1] ?? '';
  if (!found || !/\d[%*_\s]*$/.test(text.slice(0, found.index))) return text;
  return REMARK.test(inside) || inside.split(/\s+/).length > 4 ? text.slice(0, found.index) : text;
}

function pairOf(label: string, given: string, line: string, lead: number, registry: Registry): Pair | null {
  let rest = given.replace(/^[*_`'"\s]+/, '');
  // "ARC (25-shot): acc_norm = 0.54", "MMLU - accuracy: 61.2" name the metric before the value.
  let metric: string | null = null;
  const named = /^([A-Za-z][\w@. -]{1,30}?)\s*[:=]\s*(\S.*)$/.exec(rest);
  if (named && registry.findMetric(bareLabel(named[1] as string))) {
    metric = bareLabel(named[1] as string);
    rest = (named[2] as string).replace(/^[*_`'"\s]+/, '');
  }
  // "94.0 correct out of 100"
  rest = rest.replace(/[*_`]*\s+(?:correct\s+)?out of \d{1,6}$/i, '');
  const reading = readCell(rest.replace(/['"]+$/, ''));
  const value = reading.kind === 'values' && reading.values.length <= 2 ? reading.values[0] : undefined;
  if (!value || NOT_A_SCORE.test(value.note ?? '')) return null;
  return {
    label: bareLabel(label),
    metric,
    value,
    raw: rest.replace(/[*_`'"\s]+$/, ''),
    column: columnOf(line, value.text, lead + label.length),
  };
}

/** Only what is known as a benchmark is told from any other columns of a printout. */
function spacedPair(text: string, line: string, lead: number, registry: Registry): Pair | null {
  const found = SPACED.exec(text);
  const label = bareLabel(found?.[1] ?? '');
  if (!found || !registry.findBenchmark(label)) return null;
  return pairOf(label, found[2] as string, line, lead, registry);
}

function joinedPair(text: string, line: string, lead: number, registry: Registry): Pair | null {
  const found = JOINED.exec(text.replace(/[*_`]+$/, ''));
  if (!found) return null;
  const label = bareLabel(found[1] as string);
  const scored = /^(.{2,50}?)\s+(?:scores?|results?)$/i.exec(label);
  if (scored && registry.findBenchmark(scored[1] as string))
    return pairOf(scored[1] as string, found[2] as string, line, lead, registry);
  const words = label.split(' ');
  // "F1-score (micro) 0.81": a metric with a remark behind it is one as a whole.
  const whole = words.length <= 4 ? readLabel(label, registry).metricEntry : undefined;
  if (whole && whole.entry.id !== 'loss') return pairOf(label, found[2] as string, line, lead, registry);
  const endsWithMetric =
    registry.findMetric(words[words.length - 1] as string) !== undefined ||
    [2, 3, 4, 5].some(
      (size) => /^\p{Script=Han}+$/u.test(label.slice(-size)) && registry.findMetric(label.slice(-size)),
    );
  if (words.length > 4 || !endsWithMetric || registry.findBenchmark(words[words.length - 1] as string))
    return null;
  return pairOf(label, found[2] as string, line, lead, registry);
}

/** "{'rouge1': 56.02, 'rouge2': 34.9}", as Python prints its dictionaries, perhaps behind a name. */
function pairsOfDictionary(line: string): Pair[] {
  const open = line.indexOf('{');
  if (open < 0 || !/\}\s*,?\s*$/.test(line) || line.indexOf('{', open + 1) >= 0) return [];
  if (!/^[\s>\-*+\w.:=`()]{0,60}$/.test(line.slice(0, open))) return [];
  const entry = /\s*(['"])([^'"]{1,60})\1\s*:\s*([^,{}]{1,40}?)\s*(?:,|\}\s*,?\s*$)/y;
  entry.lastIndex = open + 1;
  const pairs: Pair[] = [];
  while (entry.lastIndex < line.length && !/^\s*\}?\s*,?\s*$/.test(line.slice(entry.lastIndex))) {
    const start = entry.lastIndex;
    const found = entry.exec(line);
    if (!found) return [];
    const raw = found[3] as string;
    const reading = readCell(raw.replace(/^['"]|['"]$/g, ''));
    const value = reading.kind === 'values' && reading.values.length === 1 ? reading.values[0] : undefined;
    if (!value) continue;
    const column = start + found[0].indexOf(raw, (found[2] as string).length) + 1;
    pairs.push({ label: found[2] as string, metric: null, value, raw, column });
  }
  return pairs;
}

/** "MMLU = 61.2, GSM8K = 50.0": two pairs or more, each label a benchmark or a metric that is known. */
function pairsOfList(line: string, registry: Registry): Pair[] {
  // "WER=21.47% CER=7.21%" has blanks between its pairs.
  const parts = [
    ...line.matchAll(/^(?:\s*[\w@.-]{1,40}=[\d.]{1,20}%?){2,30}\s*$/.test(line) ? /\S+/g : /[^,;|/]+/g),
  ];
  if (parts.length < 2 || parts.length > 30) return [];
  const pairs: Pair[] = [];
  for (const part of parts) {
    const lead = LEAD.exec(part[0])?.[0].length ?? 0;
    const found = /^(.{2,60}?)\s*[:：=]\s*(\S.{0,40})$/u.exec(part[0].slice(lead).trim());
    if (!found) return [];
    const label = bareLabel(found[1] as string);
    if (!registry.findBenchmark(label) && !registry.findMetric(label)) return [];
    const pair = pairOf(label, found[2] as string, line, (part.index ?? 0) + lead, registry);
    if (!pair) return [];
    pairs.push(pair);
  }
  return pairs;
}

/** Where the number stands: behind its label, which is written there with no fewer characters than it is read with. */
function columnOf(line: string, text: string, from: number): number {
  const at = line.indexOf(text, from);
  return (at >= 0 ? at : Math.max(0, line.lastIndexOf(text))) + 1;
}
