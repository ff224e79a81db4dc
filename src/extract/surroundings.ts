/** Reads what stands around a table: which benchmark, metric, suite, model and conditions the texts there name. */
import { once } from '../core/once.ts';
import type { Registry } from '../registry/types.ts';
import { readCommand } from './command.ts';
import { type Context, lastSentence } from './context.ts';
import { type Footnotes, footnotesIn } from './footnotes.ts';
import { type FoundAround, nothingFound } from './found-around.ts';
import { type Definition, definer, defines } from './glossary.ts';
import type { Grid } from './grid.ts';
import { isAboutData, trainedOnInTitle } from './headings.ts';
import { readHeadings } from './headings-above.ts';
import { type LabelReading, readLabel } from './label.ts';
import { readLeadIn } from './lead-in.ts';
import {
  bracketsAreDeviations,
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
  tunedOn,
} from './mentions.ts';
import { type Abbreviations, abbreviationsIn } from './prefixed-columns.ts';
import { splitIn, statedSplit } from './splits.ts';
import type { Subjects } from './subject.ts';
import { onlySuiteIn } from './suite-mentions.ts';
import { readTitle } from './title-of-table.ts';
import { MODEL_FAMILIES } from './words.ts';

export interface Surroundings extends Readonly<Omit<FoundAround, 'settings'>> {
  readonly settings: readonly string[];
  /** What the sentence above names, which holds only where the table's labels belong to it. */
  readonly spokenSuite: { readonly name: string; readonly from: string } | null;
  /** Shots that the text states of models of one size ("7b"). */
  readonly shotsBySize: ReadonlyMap<string, number>;
  /** Metrics that the text names for several numbers in a cell: "PSNR/SSIM". */
  readonly pair: string | null;
  /** True where numbers in brackets are standard deviations. */
  readonly deviations: boolean;
  /** What the marks of labels mean, by the notes below. */
  readonly footnotes: Footnotes;
  /** Whom short words stand for in the labels below, by the text above. */
  readonly abbreviations: Abbreviations;
  /** The one benchmark that the card's opening mentions, or null; worked out when first asked for. */
  opening(): LabelReading | null;
  /** The data set that the card's title, its front matter as the only one, or its name says the model was trained on. */
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
  const found = nothingFound();
  if (caption) readTitle(caption, registry, found);
  readLeadIn(context, registry, subjects, found);
  const spoken = context.leadIn ? onlySuiteIn(lastSentence(context.leadIn.text), registry) : null;
  const above = [...context.above].reverse().join(' ').slice(-800);
  const [within = '', ...before] = context.above;
  for (const text of context.above) found.title ??= measuredIn(text);
  // The paragraph right above speaks of this table; those before it may speak of another.
  // A paragraph that defines label after label says nothing of a table as a whole.
  const near =
    [defines(context) ? undefined : context.leadIn?.text, context.announcement]
      .map((text) => metricsIn(text ?? '', registry))
      .find((metrics) => metrics.length > 0) ?? [];
  const named = near.length === 1 ? near : defines(context) ? [] : metricsIn(within, registry);
  const forAll = found.metric ? null : metricOfAll(within, registry);
  if (forAll !== null)
    found.metric = { name: forAll, from: 'the text above, which reports it of all', loose: false };
  if (!found.metric && named.length === 1)
    found.metric = { name: named[0] as string, from: 'the text above', loose: near.length !== 1 };
  if (context.captionBelow !== null) {
    const named = metricsIn(context.captionBelow, registry);
    if (!found.metric && named.length === 1)
      found.metric = { name: named[0] as string, from: 'the caption below', loose: false };
    const label = found.benchmark ? null : onlyBenchmarkIn(context.captionBelow, registry);
    if (label) found.benchmark = { label, from: 'the caption below' };
    found.shots ??= shotsIn(context.captionBelow);
    found.split ??= splitIn(context.captionBelow);
  }
  const runs = [caption?.text, context.leadIn?.text, context.captionBelow, context.noteBelow]
    .map((text) => runsIn(text ?? ''))
    .find((said) => said !== null);
  if (runs) found.settings.push(runs);
  readHeadings(context, registry, subjects, found);
  for (const text of before) {
    const [only, ...more] = found.metric ? [] : metricsIn(text, registry);
    if (only !== undefined && more.length === 0)
      found.metric = { name: only, from: 'the text above', loose: true };
  }
  found.shots ??=
    [context.noteBelow ?? '', ...context.above]
      .map((text) => statedShots(text, subjects.ownSize, registry))
      .find((stated) => stated !== null) ?? null;
  if (!found.benchmark && context.below !== null) {
    const named = onlyBenchmarkIn(context.below, registry);
    if (named) found.benchmark = { label: named, from: 'the sentence that goes on below' };
  }
  found.split ??= statedSplit(within);
  const command = readCommand(context.code ?? '');
  if (!found.benchmark && command.task !== null) {
    const label = readLabel(command.task, registry);
    if (label.benchmark) found.benchmark = { label, from: 'the command above' };
  }
  const played = found.title || found.benchmark ? null : playedIn(above);
  if (played) found.title = { name: played, from: 'the text above, which names what is played' };
  return {
    ...found,
    spokenSuite:
      spoken === null
        ? null
        : { name: spoken, from: `the sentence above (line ${context.leadIn?.line ?? 1})` },
    title: found.model && found.title?.name === found.model.name ? null : found.title,
    shots: found.shots ?? command.shots,
    shotsBySize: shotsBySize(within),
    deviations: bracketsAreDeviations(
      [above, context.leadIn?.text, caption?.text, context.captionBelow].join(' '),
    ),
    pair: pairIn(above, registry),
    define: definer(context),
    abbreviations: abbreviationsIn(above),
    footnotes: footnotesIn(context.footnote ?? context.noteBelow, registry),
    ownDataset: once(() => ownDatasetOf(context, registry) ?? benchmarkInName(subjects.ownName, registry)),
    aboutData: isAboutData(context.headings[context.headings.length - 1]?.text ?? ''),
    opening: once(() => onlyBenchmarkIn(context.opening, registry)),
  };
}

function ownDatasetOf(
  { headings, dataset, opening }: Context,
  registry: Registry,
): ReturnType<Surroundings['ownDataset']> {
  const title = headings.find((heading) => heading.depth === 1);
  const inTitle = title ? trainedOnInTitle(title.text) : null;
  if (title && inTitle !== null)
    return { name: inTitle, from: `the title, which says what it was trained on (line ${title.line})` };
  const name = dataset();
  if (name !== null) return { name, from: 'the only data set that the card names' };
  const tuned = tunedOn(opening, registry);
  return tuned === null
    ? null
    : { name: tuned, from: "the card's opening, which says what the model was trained on" };
}

/** Benchmarks whose names are words that models are called by as well. */
const EVERYDAY =
  /^(?:drop|race|record|maths?|code|mind|news|law|science|chain|swag|humor|sick|go|vision|hard)$/i;

/**
 * "bert-base-mrpc", "demo-finetuned-sst-2": the benchmark that the name of a model ends with, behind the family that it
 * was made from; null where it ends with none.
 */
function benchmarkInName(name: string, registry: Registry): ReturnType<Surroundings['ownDataset']> {
  const words = name.slice(0, 120).split(/[-_\s]+/);
  if (!MODEL_FAMILIES.test(words[0] ?? '') && !/^fine-?tuned$/i.test(words[words.length - 2] ?? ''))
    return null;
  for (let size = Math.min(2, words.length - 2); size >= 1; size--) {
    const last = words.slice(-size).join('-');
    if (EVERYDAY.test(last) || !registry.findBenchmark(last)) continue;
    return { name: last, from: "the end of the card's own name" };
  }
  return null;
}
