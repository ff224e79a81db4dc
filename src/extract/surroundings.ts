/** Reads the headings and the sentence around a table: which benchmark, metric, suite or model they name. */
import { foldSeparators } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { measureInTitle, metricAsTitle } from './caption.ts';
import { type Context, lastSentence } from './context.ts';
import type { Definition } from './glossary.ts';
import type { Grid } from './grid.ts';
import { type LabelReading, readLabel } from './label.ts';
import { splitIn } from './splits.ts';
import type { Subjects } from './subject.ts';

export interface Surroundings {
  readonly benchmark: { readonly label: LabelReading; readonly from: string } | null;
  /** `loose`: a text that names one metric speaks of numbers whose benchmark says nothing else. */
  readonly metric: { readonly name: string; readonly from: string; readonly loose: boolean } | null;
  readonly suite: { readonly name: string; readonly from: string } | null;
  readonly model: { readonly name: string; readonly self: boolean; readonly from: string } | null;
  /** What the nearest heading calls the whole, where no benchmark is recognised. */
  readonly title: { readonly name: string; readonly from: string } | null;
  /** A list of scores follows, as trainers write it: on which data set, and on which part of it. */
  readonly trained: { readonly dataset: string; readonly part: string | null; readonly from: string } | null;
  readonly shots: number | null;
  readonly split: string | null;
  /** The metric of a second number in brackets behind the first. */
  readonly inBrackets: string | null;
  readonly settings: readonly string[];
  /** What the section says of a label: a metric, shots. */
  readonly define: (label: string) => Definition | null;
}

const FILLER =
  /^(?:evaluations?|evals?|results?|scores?|benchmarks?|benchmarking|performance|metrics?|numbers|tables?|the|our|on|of|for|and|average|main|detailed|full|summary|overview|comparison|analysis|testing|test|tested|reported|official|accuracy|with|vs\.?)$/i;

/** Headings of every card, which name no benchmark. */
const GENERIC_TITLE =
  /^(?:introduction|model(?: card| details| description| zoo| summary| overview| family| list)?|usage|intended .*|limitations?.*|bias.*|risks?.*|how to .*|getting started|quick ?start|citation|license|licen[cs]ing|examples?|details|news|updates?|features?|highlights?|metadata|appendix|notes?|general|others?|downloads?|(?:base|chat|instruct|instruction[- ]tuned|pre-?trained) models?|train.*|pre-?train.*|post-?train.*|fine-?tun.*|quanti[sz].*|english|chinese|multilingual|code|math|reasoning|vision|text|speech|in[- ]domain|out[- ]of[- ]domain|zero-shot|few-shot|data(?:sets?)?|architecture|technical .*|inference.*|deployment.*|install.*|requirements.*|hardware.*|software.*|environment.*|prompt.*|sample.*|demo|faq|future .*|roadmap|changelog|responsib.*|safety.*|ethic.*|disclaimer|release.*|community.*|(?:provided )?files.*|tokenizer.*|vocab.*|contact.*|contributors?|authors?|acknowledg.*|references?|abstract|overview|summary|methodology|methods?|approach|uses?|use cases?|.*\bmodel (?:card|details)\b.*)$/i;

/** A heading that says which kind of the models below is measured: a base and an instruct model may share a name. */
const STAGE_TITLE =
  /^((?:base|pre-?trained|base pre-?trained|instruct|instruction[- ]tuned|instruction[- ]finetuned|chat|fine-?tuned|quantized|post-?trained|reasoning|thinking|non-?thinking))(?:[- ]?(?:models?|variants?|versions?|mode|llms?))?(?: (?:evaluations?|results|performance|benchmarks?))*$/i;

/** A heading that names a language, perhaps in both: "英语 (English)". */
const LANGUAGE_TITLE =
  /^(?:[^()（）]{1,12}[(（]\s*)?(?:english|chinese|german|french|spanish|portuguese|japanese|korean|arabic|russian|hindi|中文|英文|英语|日本語|한국어)(?:\s*[)）])?$/i;

function isTitle(core: string): boolean {
  return (
    core.length >= 3 &&
    core.length <= 60 &&
    core.split(' ').length <= 6 &&
    /\p{L}/u.test(core) &&
    !GENERIC_TITLE.test(core)
  );
}

/** A heading without the words that every results heading has: "MT-Bench results" → "MT-Bench". */
function coreOfHeading(text: string): string {
  const words = text
    .replace(/^(?:table|fig(?:ure)?\.?)\s*\d+\s*[:.]\s*/i, '')
    .replace(/^[\d.]+\s+/, '')
    .replace(/\p{Extended_Pictographic}|\u{FE0F}/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[:：\-–—|&(]+$/g, ''))
    .filter((word) => word !== '');
  while (words.length > 0 && FILLER.test((words[0] as string).replace(/[:：,]$/, ''))) words.shift();
  while (words.length > 0 && FILLER.test((words[words.length - 1] as string).replace(/[:：,]$/, '')))
    words.pop();
  return words.join(' ').replace(/^[\s:：\-–—|&]+|[\s:：\-–—|&]+$/g, '');
}

/** The longest run of words in a sentence that the registry knows as a benchmark; short aliases do not count. */
function benchmarkInSentence(sentence: string, registry: Registry): LabelReading | null {
  const words = sentence
    .replace(/[“”"`*]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 60);
  for (let size = Math.min(5, words.length); size >= 1; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      const phrase = words
        .slice(at, at + size)
        .join(' ')
        .replace(/^[([{]+|[)\]}.,;:!?]+$/g, '');
      if (phrase.length < 3 || /^[a-z]+$/.test(phrase)) continue;
      const found = registry.findBenchmark(phrase);
      if (found && !found.short) return readLabel(phrase, registry);
    }
  }
  return null;
}

/** `caption` is the table's own title, which is nearer than anything above the table. */
export function readSurroundings(
  context: Context,
  registry: Registry,
  subjects: Subjects,
  caption?: Grid['caption'],
): Surroundings {
  let benchmark: Surroundings['benchmark'] = null;
  let metric: Surroundings['metric'] = null;
  let suite: Surroundings['suite'] = null;
  let model: Surroundings['model'] = null;
  let title: Surroundings['title'] = null;
  let trained: Surroundings['trained'] = null;
  let shots: number | null = null;
  let split: string | null = null;
  let inBrackets: string | null = null;
  const settings: string[] = [];

  if (caption) {
    const from = `the table's title '${caption.text.slice(0, 80)}' (line ${caption.line})`;
    const core = coreOfHeading(caption.text);
    const label = strongLabel(caption.text, registry);
    const stage = STAGE_TITLE.exec(caption.text);
    const measure = label.metricEntry ? core : metricAsTitle(caption.text);
    ({ inBrackets } = measureInTitle(caption.text, registry));
    const named = measureInTitle(caption.text, registry).metric ?? (label.benchmark ? label.metric : measure);
    if (named) metric = { name: named, from, loose: false };
    if (stage) settings.push(stage[1] as string);
    else if (label.benchmark) benchmark = { label, from };
    else if (!named && isTitle(core)) title = { name: core, from };
    split = splitIn(caption.text);
  }
  const sentence = context.leadIn ? lastSentence(context.leadIn.text) : null;
  const strong = context.leadIn?.strong ? strongLabel(context.leadIn.strong, registry) : null;
  if (context.leadIn && strong?.benchmark && !benchmark) {
    benchmark = { label: strong, from: `the words in bold above (line ${context.leadIn.line})` };
  } else if (!title && context.leadIn?.strong && isTitle(context.leadIn.strong)) {
    title = { name: context.leadIn.strong, from: `the words in bold above (line ${context.leadIn.line})` };
  }
  if (context.leadIn) trained = readTrained(context.leadIn.text, context.leadIn.line);
  if (context.leadIn && sentence) {
    const where = `the sentence above (line ${context.leadIn.line})`;
    const named =
      benchmarkInSentence(sentence, registry) ?? benchmarkInSentence(context.leadIn.text, registry);
    if (named && !benchmark) benchmark = { label: named, from: where };
    const speaks = subjects.inSentence(sentence);
    if (speaks) model = { ...speaks, from: where };
    if (!metric && /contaminat/i.test(sentence))
      metric = { name: 'contamination', from: where, loose: false };
    shots = shotsIn(context.leadIn.text);
    split ??= splitIn(sentence);
  }
  if (context.above !== '') {
    if (!title) {
      const described =
        /(?:^|[.。]\s*)([\p{Lu}][\p{L}\d.-]{2,40}(?: [\p{Lu}\d][\p{L}\d.-]*)?) (?:\([^)]{1,60}\) )?is an? [^.]{0,120}?\b(?:benchmark|test set|evaluation set|leaderboard)\b/u.exec(
          context.above,
        );
      if (described)
        title = { name: described[1] as string, from: 'the text above, which calls it a benchmark' };
      const on = described ? null : lastOn(context.above);
      if (on) title = { name: on, from: 'the text above, which names the test set' };
    }
    // The paragraph right above speaks of this table; those before it may speak of another.
    const near = context.leadIn ? metricsIn(context.leadIn.text, registry) : [];
    const named = near.length === 1 ? near : metricsIn(context.above, registry);
    if (!metric && named.length === 1) {
      metric = { name: named[0] as string, from: 'the text above', loose: near.length !== 1 };
    }
  }
  for (const heading of [...context.headings].reverse()) {
    const where = `heading '${heading.text.slice(0, 80)}' (line ${heading.line})`;
    const core = coreOfHeading(heading.text);
    if (core === '') continue;
    const stage = STAGE_TITLE.exec(heading.text.replace(/^[\d.]+\s+/, ''));
    if (stage) {
      settings.push(stage[1] as string);
      continue;
    }
    if (LANGUAGE_TITLE.test(core)) {
      settings.push(core);
      continue;
    }
    if (!suite && registry.findSuites(heading.text).length > 0) suite = { name: core, from: where };
    const label = readLabel(core, registry);
    const measure = measureInTitle(heading.text, registry);
    if (!metric && measure.metric) {
      metric = { name: measure.metric, from: where, loose: false };
      inBrackets ??= measure.inBrackets;
    }
    split ??= splitIn(heading.text);
    if (!benchmark && label.benchmark && heading.depth > 1) benchmark = { label, from: where };
    if (!metric && !label.benchmark && /contaminat/i.test(core))
      metric = { name: 'contamination', from: where, loose: false };
    if (!metric && label.metricEntry && heading.depth > 1) metric = { name: core, from: where, loose: false };
    if (!title && heading.depth > 1 && isTitle(core)) title = { name: core, from: where };
    if (!model) {
      const own = subjects.self(heading.text) ?? subjects.self(core);
      if (own !== null) model = { name: heading.text, self: true, from: where };
      else if (
        heading.depth > 1 &&
        subjects.likeness(core) >= 0.95 &&
        !label.benchmark &&
        core.split(' ').length <= 4
      ) {
        model = { name: core, self: false, from: where };
      }
    }
    if (shots === null && label.shots !== null) shots = label.shots;
  }
  return {
    benchmark,
    metric,
    suite,
    model,
    title: model && title?.name === model.name ? null : title,
    trained,
    shots,
    split,
    inBrackets,
    settings,
    define: definer(context),
  };
}

/** Looks a label up in the sections that the block stands in, the innermost first. */
function definer({ glossary, headings }: Context): Surroundings['define'] {
  const sections = [
    ...headings.map((heading) => heading.line),
    ...(headings.length === 0 ? [0] : []),
  ].reverse();
  return (label) => {
    const key = foldSeparators(label);
    for (const line of sections) {
      const found = glossary.get(line)?.get(key);
      if (found) return found;
    }
    return null;
  };
}

/** "… on the imdb dataset. It achieves the following results on the evaluation set:", as training scripts write it. */
function readTrained(text: string, line: number): Surroundings['trained'] {
  const results =
    /following results(?: on (?:the |an? )?([\w -]{3,40}?(?:set|split|data|dataset))?)?\s*[:.]?\s*$/i.exec(
      text,
    );
  if (!results) return null;
  const named = /\bon (?:the |an? )?(`?[\w./@+-]+(?: [\w./@+-]+){0,4}`?) data ?sets?\b/i.exec(text);
  const dataset = (named?.[1] ?? '').replaceAll('`', '').trim();
  if (dataset === '' || /^(?:unknown|none|following|custom|own|private)$/i.test(dataset)) return null;
  return { dataset, part: results[1] ?? null, from: `the sentence above (line ${line})` };
}

/** Metrics that are no everyday words, so that a text which names one and only one speaks of the numbers below. */
const PLAIN_METRICS =
  /(?<![\p{L}\d])(accuracy|macro[- ]f1|micro[- ]f1|weighted[- ]f1|f1(?:[- ]scores?)?|wer|cer|bleu|sacrebleu|chrf\+{0,2}|rouge-?[12l]?|n?dcg@\d+|mrr@\d+|map@\d+|recall@\d+|pass@\d+|exact match|perplexity|spearman|pearson|miou|mean average precision|top-[15] accuracy|win rate|elo)(?![\p{L}\d@])/giu;

export function metricsIn(text: string, registry: Registry): string[] {
  const found = new Map<string, string>();
  for (const match of text.matchAll(PLAIN_METRICS)) {
    const name = match[1] as string;
    const id = registry.findMetric(name)?.entry.id ?? name.toLowerCase();
    if (!found.has(id)) found.set(id, name);
  }
  return [...found.values()];
}

/** The number of shots a text speaks of, where it speaks of one only. */
export function shotsIn(text: string): number | null {
  const harness = /\bnum_fewshot[:=]\s*(\d{1,2})\b/.exec(text);
  if (harness) return Number(harness[1]);
  const found = new Set(
    [...text.matchAll(/\b(\d{1,2}|zero)[- ]shot\b/gi)].map((match) =>
      /zero/i.test(match[1] as string) ? 0 : Number(match[1]),
    ),
  );
  return found.size === 1 ? ([...found][0] as number) : null;
}

/** "evaluated on the GermanDPR test set": the last such name in a text; names have a capital or a digit. */
function lastOn(text: string): string | null {
  const found = [
    ...text.matchAll(
      /\bon (?:the |our )?((?:[\w.+-]+ ){0,3}?[\w.+-]+) (?:test ?sets?|benchmarks?|data ?sets?|corpus|dev(?:elopment)? sets?|validation sets?)\b/gi,
    ),
  ];
  const names = found
    .map((match) => match[1] as string)
    .filter(
      (name) =>
        /[\p{Lu}\d]/u.test(name) &&
        !/\band\b/i.test(name) &&
        !/^(?:our|the|a|all|these|this|several|various|following|public|standard)\b/i.test(name),
    );
  return names[names.length - 1] ?? null;
}

/** What a bold phrase names: a benchmark by itself, or within a caption ("Table 2: Win rates on AlpacaEval 2.0"). */
function strongLabel(text: string, registry: Registry): LabelReading {
  const label = readLabel(coreOfHeading(text), registry);
  return label.benchmark ? label : (benchmarkInSentence(text, registry) ?? label);
}
