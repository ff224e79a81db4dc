/** Reads the headings and the sentence around a table: which benchmark, metric, suite or model they name. */
import { once } from '../core/once.ts';
import { platformIn } from '../core/platforms.ts';
import type { Registry } from '../registry/types.ts';
import { measureInTitle, metricAsTitle } from './caption.ts';
import { readCommand } from './command.ts';
import { type Context, lastSentence } from './context.ts';
import { type Footnotes, footnotesIn } from './footnotes.ts';
import { type Definition, definer, defines } from './glossary.ts';
import type { Grid } from './grid.ts';
import {
  coreOfHeading,
  isAboutData,
  isTitle,
  itemTitle,
  numberedTitle,
  STAGE_TITLE,
  trainedOnInTitle,
} from './headings.ts';
import { type LabelReading, readLabel } from './label.ts';
import { isLanguage } from './languages.ts';
import {
  bracketsAreDeviations,
  languageIn,
  lastOn,
  measuredIn,
  metricOfAll,
  metricsIn,
  onlyBenchmarkIn,
  pairIn,
  playedIn,
  runsIn,
  shotsBySize,
  shotsIn,
  statedShots,
} from './mentions.ts';
import { type Abbreviations, abbreviationsIn } from './prefixed-columns.ts';
import { isNumberFormat } from './quantization.ts';
import { conditionIn } from './row-conditions.ts';
import { conditionsInBrackets } from './run-condition.ts';
import { isSplit, splitIn } from './splits.ts';
import type { Subjects } from './subject.ts';
import { onlySuiteIn } from './suite-mentions.ts';
import { readTrained, type Trained } from './trained.ts';
import { AVERAGE, TURN } from './words.ts';

export interface Surroundings {
  readonly benchmark: { readonly label: LabelReading; readonly from: string } | null;
  /** `loose`: a text that names one metric speaks of numbers whose benchmark says nothing else. */
  readonly metric: { readonly name: string; readonly from: string; readonly loose: boolean } | null;
  readonly suite: { readonly name: string; readonly from: string } | null;
  /** What the sentence above names, which holds only where the table's labels belong to it. */
  readonly spokenSuite: { readonly name: string; readonly from: string } | null;
  readonly model: { readonly name: string; readonly self: boolean; readonly from: string } | null;
  /** What the nearest heading calls the whole, where no benchmark is recognised. */
  readonly title: { readonly name: string; readonly from: string; readonly near?: boolean } | null;
  readonly trained: Trained | null;
  readonly shots: number | null;
  /** Shots that the text states of models of one size ("7b"). */
  readonly shotsBySize: ReadonlyMap<string, number>;
  readonly split: string | null;
  /** What the table's own title calls the whole, where it names no benchmark that is known. */
  readonly caption: string | null;
  /** Metrics that the text names for several numbers in a cell: "PSNR/SSIM". */
  readonly pair: string | null;
  /** True where numbers in brackets are standard deviations. */
  readonly deviations: boolean;
  /** The metric of a second number in brackets behind the first. */
  readonly inBrackets: string | null;
  readonly settings: readonly string[];
  /** What the marks of labels mean, by the notes below. */
  readonly footnotes: Footnotes;
  /** Whom short words stand for in the labels below, by the text above. */
  readonly abbreviations: Abbreviations;
  /** The one benchmark that the card's opening mentions, or null; worked out when first asked for. */
  opening(): LabelReading | null;
  /** The data set that the card's title, or its front matter as the only one, says the model was trained on. */
  ownDataset(): { readonly name: string; readonly from: string } | null;
  /** True under a heading about data: whole numbers there are counts. */
  readonly aboutData: boolean;
  /** What the section says of a label: a metric, shots. */
  readonly define: (label: string) => Definition | null;
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
  let captionTitle: string | null = null;
  const settings: string[] = [];

  if (caption) {
    const from = `the table's title '${caption.text.slice(0, 80)}' (line ${caption.line})`;
    const core = coreOfHeading(caption.text);
    const label = strongLabel(caption.text, registry);
    const stage = STAGE_TITLE.exec(caption.text);
    const measure = label.metricEntry ? core : metricAsTitle(caption.text);
    const inTitle = measureInTitle(caption.text, registry);
    inBrackets = inTitle.inBrackets;
    const named = inTitle.metric ?? (label.benchmark ? label.metric : measure);
    if (named) metric = { name: named, from, loose: false };
    if (stage) settings.push(stage[1] as string);
    else if (TURN.test(core) || AVERAGE.test(caption.text)) settings.push(caption.text);
    else if (label.benchmark) benchmark = { label, from };
    else if (!named && isTitle(core)) title = { name: core, from, near: true };
    split = splitIn(caption.text);
    shots = shotsIn(caption.text);
    captionTitle = title?.name ?? null;
  }
  const sentence = context.leadIn ? lastSentence(context.leadIn.text) : null;
  const strong = context.leadIn?.strong ? strongLabel(context.leadIn.strong, registry) : null;
  if (context.leadIn && strong?.benchmark && !benchmark) {
    benchmark = { label: strong, from: `the words in bold above (line ${context.leadIn.line})` };
  } else if (!title && context.leadIn?.strong && isTitle(context.leadIn.strong)) {
    title = {
      name: context.leadIn.strong,
      from: `the words in bold above (line ${context.leadIn.line})`,
      near: true,
    };
  }
  const item = context.leadIn?.item ? itemTitle(context.leadIn.text) : null;
  if (context.leadIn && item !== null && !benchmark) {
    const from = `the list's item above (line ${context.leadIn.line})`;
    if (registry.findSuites(item).length > 0) suite = { name: item, from };
    else if (!onlyBenchmarkIn(item, registry)) title ??= { name: item, from, near: true };
    if (suite || title?.name === item) settings.push(item);
  }
  const numbered = context.leadIn ? numberedTitle(context.leadIn.text) : null;
  if (!title && context.leadIn && numbered !== null)
    title = { name: numbered, from: `the line above (line ${context.leadIn.line})` };
  if (context.leadIn) trained = readTrained(context.leadIn.text, context.leadIn.line);
  if (context.leadIn && sentence) {
    const where = `the sentence above (line ${context.leadIn.line})`;
    const named = onlyBenchmarkIn(sentence, registry) ?? onlyBenchmarkIn(context.leadIn.text, registry);
    if (named && !benchmark) benchmark = { label: named, from: where };
    // What the card's model was made from is not what the numbers are about.
    const speaks = subjects.inSentence(sentence.replace(/\bversions? of \S+/i, ' '));
    if (speaks) model = { ...speaks, from: where };
    if (!metric && /contaminat/i.test(sentence))
      metric = { name: 'contamination', from: where, loose: false };
    shots ??= shotsIn(context.leadIn.text);
    if (/\b(?:with|using|via|shot) (?:a )?(?:CoT|chain[- ]of[- ]thoughts?)\b/i.test(sentence))
      settings.push('CoT');
    split ??= splitIn(sentence);
    const platform = platformIn(context.leadIn.text);
    if (platform !== null) settings.push(platform);
    const language = languageIn(sentence);
    if (language !== null) settings.push(language);
  }
  const spoken = context.leadIn && sentence ? onlySuiteIn(sentence, registry) : null;
  const above = [...context.above].reverse().join(' ').slice(-800);
  const [within = '', ...before] = context.above;
  for (const text of context.above) title ??= measuredIn(text);
  // The paragraph right above speaks of this table; those before it may speak of another.
  // A paragraph that defines label after label says nothing of a table as a whole.
  const near =
    [defines(context) ? undefined : context.leadIn?.text, context.announcement]
      .map((text) => metricsIn(text ?? '', registry))
      .find((metrics) => metrics.length > 0) ?? [];
  const named = near.length === 1 ? near : defines(context) ? [] : metricsIn(within, registry);
  const forAll = metric ? null : metricOfAll(within, registry);
  if (forAll !== null)
    metric = { name: forAll, from: 'the text above, which reports it of all', loose: false };
  if (!metric && named.length === 1)
    metric = { name: named[0] as string, from: 'the text above', loose: near.length !== 1 };
  if (context.captionBelow !== null) {
    const named = metricsIn(context.captionBelow, registry);
    if (!metric && named.length === 1)
      metric = { name: named[0] as string, from: 'the caption below', loose: false };
    const label = benchmark ? null : onlyBenchmarkIn(context.captionBelow, registry);
    if (label) benchmark = { label, from: 'the caption below' };
    shots ??= shotsIn(context.captionBelow);
    split ??= splitIn(context.captionBelow);
  }
  const runs = [caption?.text, context.leadIn?.text, context.captionBelow, context.noteBelow]
    .map((text) => runsIn(text ?? ''))
    .find((said) => said !== null);
  if (runs) settings.push(runs);
  for (const heading of [...context.headings].reverse()) {
    const where = `heading '${heading.text.slice(0, 80)}' (line ${heading.line})`;
    const core = coreOfHeading(heading.text);
    if (core === '') continue;
    const stage = STAGE_TITLE.exec(heading.text.replace(/^[\d.]+\s+/, ''));
    if (stage) {
      settings.push(stage[1] as string);
      continue;
    }
    if (isLanguage(core)) {
      settings.push(core);
      continue;
    }
    const condition = heading.depth > 1 ? conditionIn(heading.text, registry) : null;
    if (condition || (heading.depth > 1 && isNumberFormat(core))) {
      const isPart = condition !== null && isSplit(condition.name);
      if (isPart) split ??= condition.name;
      settings.push(...(condition ? [...condition.settings, ...(isPart ? [] : [condition.name])] : [core]));
      shots ??= condition?.shots ?? null;
      continue;
    }
    if (!suite && registry.findSuites(heading.text).length > 0) suite = { name: core, from: where };
    const label = readLabel(core, registry);
    if (heading.depth > 1 && !label.benchmark) settings.push(...conditionsInBrackets(heading.text));
    const measure = measureInTitle(heading.text, registry);
    if (!metric && measure.metric) {
      metric = { name: measure.metric, from: where, loose: false };
      inBrackets ??= measure.inBrackets;
    }
    // A metric in brackets behind a name nobody knows: the name is that of the whole.
    if (!suite && measure.metric && heading.depth > 1 && isTitle(label.name) && !label.benchmark)
      suite = { name: label.name, from: where };
    split ??= splitIn(heading.text);
    if (!benchmark && label.benchmark && heading.depth > 1) benchmark = { label, from: where };
    // "Eval results on Common Voice 8 (WER)" says more than the benchmark's name.
    const caption =
      heading.depth > 6
        ? /^(.+)$/
        : /\b(?:results?|evaluat\w+|performance|scores?|accuracy|fine-?tun\w+|transfer|tested|comparison) (?:on|for|of) (.+)$/i;
    const on = benchmark || heading.depth === 1 ? null : caption.exec(heading.text);
    const within = on ? onlyBenchmarkIn(on[1] as string, registry) : null;
    if (within) benchmark = { label: within, from: where };
    if (!metric && !label.benchmark && /contaminat/i.test(core))
      metric = { name: 'contamination', from: where, loose: false };
    if (!metric && label.metricEntry && heading.depth > 1) metric = { name: core, from: where, loose: false };
    if (!title && heading.depth > 1 && isTitle(core) && subjects.likeness(core) < 0.75)
      title = { name: core, from: where };
    const onData = title || heading.depth === 1 ? null : lastOn(heading.text);
    if (onData) title = { name: onData, from: where };
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
  for (const text of before) {
    const [only, ...more] = metric ? [] : metricsIn(text, registry);
    if (only !== undefined && more.length === 0) metric = { name: only, from: 'the text above', loose: true };
  }
  shots ??=
    [context.noteBelow ?? '', ...context.above]
      .map((text) => statedShots(text, subjects.ownSize, registry))
      .find((stated) => stated !== null) ?? null;
  if (!benchmark && context.below !== null) {
    const named = onlyBenchmarkIn(context.below, registry);
    if (named) benchmark = { label: named, from: 'the sentence that goes on below' };
  }
  const command = readCommand(context.code ?? '');
  if (!benchmark && command.task !== null) {
    const label = readLabel(command.task, registry);
    if (label.benchmark) benchmark = { label, from: 'the command above' };
  }
  const played = title || benchmark ? null : playedIn(above);
  if (played) title = { name: played, from: 'the text above, which names what is played' };
  return {
    benchmark,
    metric,
    suite,
    spokenSuite:
      spoken === null
        ? null
        : { name: spoken, from: `the sentence above (line ${context.leadIn?.line ?? 1})` },
    model,
    title: model && title?.name === model.name ? null : title,
    trained,
    shots: shots ?? command.shots,
    shotsBySize: shotsBySize(within),
    split,
    caption: captionTitle,
    inBrackets,
    deviations: bracketsAreDeviations(
      [above, context.leadIn?.text, caption?.text, context.captionBelow].join(' '),
    ),
    pair: pairIn(above, registry),
    settings,
    define: definer(context),
    abbreviations: abbreviationsIn(above),
    footnotes: footnotesIn(context.footnote ?? context.noteBelow, registry),
    ownDataset: once(() => ownDatasetOf(context)),
    aboutData: isAboutData(context.headings[context.headings.length - 1]?.text ?? ''),
    opening: once(() => onlyBenchmarkIn(context.opening, registry)),
  };
}

function ownDatasetOf({ headings, dataset }: Context): ReturnType<Surroundings['ownDataset']> {
  const title = headings.find((heading) => heading.depth === 1);
  const inTitle = title ? trainedOnInTitle(title.text) : null;
  if (title && inTitle !== null)
    return { name: inTitle, from: `the title, which says what it was trained on (line ${title.line})` };
  const name = dataset();
  return name === null ? null : { name, from: 'the only data set that the card names' };
}

/** What a bold phrase names: a benchmark by itself, or within a caption ("Table 2: Win rates on AlpacaEval 2.0"). */
function strongLabel(text: string, registry: Registry): LabelReading {
  const label = readLabel(coreOfHeading(text), registry);
  return label.benchmark ? label : (onlyBenchmarkIn(text, registry) ?? label);
}
