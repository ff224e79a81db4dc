/** Reads a label ("HellaSwag (10-Shot)", "GSM8k maj@100", "LC Win Rate (Ori)") into a name and its conditions. */
import { tidy } from '../core/fold.ts';
import type { Benchmark, Found, Metric, Registry } from '../registry/types.ts';
import { splitFilter } from './metric-name.ts';
import { SPLIT_NAME } from './splits.ts';
import { AVERAGE } from './words.ts';

export interface LabelReading {
  /** The label as written, markup off. */
  readonly written: string;
  /** The label without shots, metric and settings. */
  readonly name: string;
  readonly shots: number | null;
  /** Metric as written. */
  readonly metric: string | null;
  /** Conditions: "maj@100", "CoT", "Ori", a split. */
  readonly settings: readonly string[];
  readonly benchmark: Found<Benchmark> | undefined;
  /** Set where the whole name is a metric's. */
  readonly metricEntry: Found<Metric> | undefined;
  readonly average: boolean;
  /** What the label says of the direction, by an arrow or in words. */
  readonly lowerIsBetter: boolean | null;
}

const SHOTS =
  /(?:^|[\s([,，;/_-])(\d{1,3}|zero|one|two|three|four|five|few)[\s_-]?shots?(?:[\s-]?(?:cot|prompting|setting|learning|icl))?(?=$|[\s)\],，;.:/_@-])/i;
const SHOT_WORDS: Record<string, number> = { zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5 };
const SAMPLING = /\b(?:maj|major|majority|cons|vote|sc|self-consistency|bon|rm|tir)\s?@\s?\d+k?\b/i;
const PASS =
  /\b(?:g-?)?(?:pass|avg|mean|best|acc|recall|r|p|precision|hits?|ndcg|mrr|map|f1)\s?@\s?(?:\d+(?:\.\d+)?k?|k)\b/i;
const COT =
  /\b(?:zero-shot[ -]cot|few-shot[ -]cot|cot|chain[ -]of[ -]thought|pot|program[ -]of[ -]thought|tir|w\/o? tools?|with(?:out)? tools?|no tools?|tool use|(?:non[ -]?)?thinking(?: mode)?)\b/i;
const FILTER_WORD =
  /^(?:strict|loose|strict[- _]match|flexible[- _]extract|prompt[- ](?:strict|loose|level)|inst(?:ruction)?[- ](?:strict|loose|level)|normalized|normalised|generative|multiple choice|mc|en|zh|cn|english|chinese|hard|easy|full|instruct|complete|greedy|average|avg|base|plus)$/i;

/** A part of the data before a metric; MNLI has two test sets, which cards call "matched" and "mismatched". */
const ON_SPLIT =
  /^((?:(?:held[- ]out )?(?:test(?:ing)?|dev|val(?:id(?:ation)?)?|eval(?:uation)?|predict|train(?:ing)?)|matched|mismatched)(?:[\s_-]+(?:set|data|split))?|\p{L}{3,20} subset)[\s_-]+(\S.*)$/iu;

/** Reads one label; `registry` decides what is a benchmark or a metric. Linear in the label's length. */
export function readLabel(text: string, registry: Registry): LabelReading {
  const written = tidy(text.length > 300 ? text.slice(0, 300) : text);
  const lowerIsBetter = /[↓⬇▼]|lower is better/iu.test(written)
    ? true
    : /[↑⬆▲]|higher is better/iu.test(written)
      ? false
      : null;
  const clean = tidy(
    written
      .replace(/\(?\s*(?:lower|higher) is better\s*\)?/gi, ' ')
      .replace(/\(\s*[↑↓⬆⬇▲▼]\s*\)|[↑↓⬆⬇▲▼]/gu, ' ')
      .replace(/[†‡§*]+$/u, '')
      .replace(/^\(([^()]+)\)$|^["“”']([^"“”']+)["“”']$/u, '$1$2')
      .replace(/\[\^[^\]]*\]/g, '')
      .replace(
        /^(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\s)+(?=[\p{L}\d])|(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\s)+$/gu,
        (signs) => (/\d/.test(signs) ? signs : ' '),
      ),
  );
  const whole = registry.findBenchmark(clean);
  const base = { written, lowerIsBetter };
  if (AVERAGE.test(clean))
    return {
      ...base,
      name: clean,
      shots: null,
      metric: null,
      settings: [],
      benchmark: undefined,
      metricEntry: undefined,
      average: true,
    };

  let rest = clean;
  let shots: number | null = null;
  let metric: string | null = null;
  const settings: string[] = [];
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(rest);
    if (!found) return null;
    // What joined it to the rest goes with it: "EM-CoT", "Pass@1-CoT".
    const before = rest.slice(0, found.index).replace(/(?<=[\s\p{L}\d])[-–+]$/u, '');
    const after = rest.slice(found.index + found[0].length).replace(/^[-–+](?=\p{L})/u, '');
    rest = `${before} ${after}`;
    return found[0];
  };
  if (/零样本|ゼロショット|제로샷/u.test(rest)) {
    shots = 0;
    rest = rest.replace(/零样本|ゼロショット|제로샷/u, ' ');
  }
  const onSplit = ON_SPLIT.exec(rest);
  if (onSplit && !whole && registry.findMetric(onSplit[2] as string)) {
    settings.push(onSplit[1] as string);
    rest = onSplit[2] as string;
  }
  // "3-5 shot" is no number of shots.
  const range = /[([]?\b\d{1,2}\s?[-–]\s?\d{1,2}[- ]shots?\b[)\]]?/i.exec(rest);
  if (range) {
    settings.push(range[0].replace(/[()[\]]/g, ''));
    rest = `${rest.slice(0, range.index)} ${rest.slice(range.index + range[0].length)}`;
  }
  const shotMatch = SHOTS.exec(rest);
  if (shotMatch) {
    const word = (shotMatch[1] as string).toLowerCase();
    shots = /^\d/.test(word) ? Number(word) : (SHOT_WORDS[word] ?? null);
    if (/cot/i.test(shotMatch[0])) settings.push('CoT');
    rest = `${rest.slice(0, shotMatch.index + (/^[([]/.test(shotMatch[0]) ? 1 : 0))} ${rest.slice(shotMatch.index + shotMatch[0].length)}`;
  } else {
    const harness = /^([a-z0-9_:]+)\|(\d{1,2})(?:\|\d)?$/i.exec(
      rest.replace(/^(?:lighteval|leaderboard|helm|extended|custom|harness|community)\|/i, ''),
    );
    if (harness) {
      shots = Number(harness[2]);
      rest = harness[1] as string;
    }
  }
  const filtered = splitFilter(rest);
  if (filtered.name !== rest && registry.findMetric(filtered.name)) {
    rest = filtered.name;
    if (filtered.filter !== null) settings.push(filtered.filter);
  }
  const sampling = take(SAMPLING);
  if (sampling) settings.push(tidy(sampling));
  const onlyMetric = registry.findMetric(rest.replace(/[()[\]]/g, ' '));
  const pass = onlyMetric && !whole ? null : take(PASS);
  if (pass) metric = tidy(pass);
  if (!whole) {
    const cot = take(COT);
    if (cot) settings.push(tidy(cot));
  }
  rest = rest.replace(/[([]\s*[,;/&+\s]*[)\]]/g, ' ');

  // Brackets hold conditions where what stands before them is a name; otherwise they belong to the name.
  for (let guard = 0; guard < 4; guard++) {
    const bracket = /[([（]\s*([^()[\]（）]{1,80})\s*[)\]）]\s*$/.exec(rest);
    if (!bracket) break;
    const before = tidy(rest.slice(0, bracket.index));
    const inside = tidy((bracket[1] as string).replace(/^[\s,;]+|[\s,;]+$/g, ''));
    const atBenchmark = registry.findBenchmark(tidy(rest));
    if (before === '' || (atBenchmark && !atBenchmark.short)) break;
    // "Suite (Avg)": the average of a suite.
    if (AVERAGE.test(inside) && !registry.findBenchmark(before) && registry.findSuites(before).length === 0)
      return {
        ...base,
        name: inside,
        shots,
        metric: null,
        settings: [...settings, before],
        benchmark: undefined,
        metricEntry: undefined,
        average: true,
      };
    const metricInside = registry.findMetric(inside);
    const beforeBenchmark = registry.findBenchmark(before);
    const beforeMetric = registry.findMetric(before);
    if (beforeMetric && !beforeBenchmark && metric === null && isKnown(inside, registry)) {
      // "acc (MMLU)" names the metric first.
      metric = before;
      rest = inside;
      continue;
    }
    // "F1 (PER)": behind a metric stands a condition, even where it is called like a metric.
    if (beforeMetric && !beforeBenchmark && !/^%/.test(inside)) settings.unshift(inside);
    else if (metricInside && metric === null) metric = inside;
    else if (inside === '' || /^%|percent(?:age)?|points?|in %$/i.test(inside)) metric ??= null;
    else if (SPLIT_NAME.test(inside) || FILTER_WORD.test(inside) || beforeMetric || beforeBenchmark)
      settings.unshift(...inside.split(/\s*[,;]\s*/).filter((part) => part && !/^%$/.test(part)));
    else break;
    rest = before;
  }
  // "MRR@10 (Dev)", "NDCG@10 (TREC DL 19)": what stands behind the metric is a split, or the benchmark.
  const behind = pass ? /^\s*[([（]\s*([^()[\]（）]+?)\s*[)\]）]\s*$/.exec(rest)?.[1] : undefined;
  if (behind !== undefined && SPLIT_NAME.test(behind)) {
    settings.unshift(behind);
    rest = metric ?? '';
    metric = null;
  } else if (behind !== undefined) rest = behind;
  const parted = whole || metric !== null ? null : /^(.{2,60}?)\s*[:：]\s+(\S.{0,40})$/.exec(rest);
  if (parted && registry.findMetric(parted[2] as string)) {
    metric = parted[2] as string;
    rest = parted[1] as string;
  }
  const ofSplit = whole ? null : /^(.{2,60}?)[\s_-]+(test|dev|val|validation|train)$/i.exec(tidy(rest));
  if (ofSplit && !registry.findBenchmark(tidy(rest)) && registry.findBenchmark(ofSplit[1] as string)) {
    settings.unshift(ofSplit[2] as string);
    rest = ofSplit[1] as string;
  }
  rest = tidy(rest.replace(/\(\s*\)|\[\s*\]/g, ' ').replace(/^[\s\-–—:,;|/]+|[\s\-–—:,;|/]+$/g, ''));
  const slashed = whole || metric !== null ? null : /^(.{2,60})\/([\w@.-]{1,30})$/.exec(rest);
  if (slashed && registry.findMetric(slashed[2] as string) && !registry.findBenchmark(rest)) {
    metric = slashed[2] as string;
    rest = tidy(slashed[1] as string);
  }
  const paired = whole ? null : /^(.{2,60})[\s_-]([^\s/]{1,12}\/[^\s/]{1,12})$/.exec(rest);
  if (paired && registry.findBenchmark(paired[1] as string) && !registry.findBenchmark(rest)) {
    settings.push(paired[2] as string);
    rest = paired[1] as string;
  }
  let benchmark = whole ?? registry.findBenchmark(rest);
  if (!benchmark && rest !== '') {
    const tail = splitTrailingMetric(rest, registry);
    if (tail && metric === null) {
      metric = tail.metric;
      rest = tail.name;
      benchmark = registry.findBenchmark(rest);
    }
  }
  const metricEntry = benchmark && !benchmark.short ? undefined : registry.findMetric(rest);
  return {
    ...base,
    name: rest,
    shots,
    metric,
    settings,
    benchmark,
    metricEntry,
    average: AVERAGE.test(rest),
  };
}

/** True for a benchmark by a name of its own. */
function isKnown(name: string, registry: Registry): boolean {
  const found = registry.findBenchmark(name);
  return found !== undefined && !found.short;
}

/** "ARC acc_norm" → ARC + acc_norm, "GSM8K EM" → GSM8K + EM; only where what stays is a benchmark. */
function splitTrailingMetric(label: string, registry: Registry): { name: string; metric: string } | null {
  const words = label.split(' ');
  for (let size = Math.min(3, words.length - 1); size >= 1; size--) {
    const metric = words
      .slice(words.length - size)
      .join(' ')
      .replace(/^[-–:,]+|[-–:,]+$/g, '');
    const name = words
      .slice(0, words.length - size)
      .join(' ')
      .replace(/[\s\-–—:,]+$/, '');
    if (name !== '' && !AVERAGE.test(metric) && registry.findMetric(metric) && registry.findBenchmark(name))
      return { name, metric };
  }
  return null;
}
