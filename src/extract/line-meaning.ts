/** Decides what the label of a line means: a benchmark, a metric, a part or an average of the benchmark around it. */
import { foldSeparators, tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { type LabelReading, readLabel } from './label.ts';
import { isNoScore, isShortFor, takeTrailingMetric } from './line-label.ts';
import type { Neighbours } from './line-neighbours.ts';
import { isSplit } from './splits.ts';
import type { Surroundings } from './surroundings.ts';
import { type Trained, trainedMetric } from './trained.ts';
import { AVERAGE, MODEL_FAMILIES, PART, TURN, VALUE_HEADERS } from './words.ts';

/** What a number in a line is said to measure. */
export interface Meaning {
  readonly benchmark: string;
  readonly metric: string | null;
  readonly shots: number | null;
  readonly settings: readonly string[];
  readonly suite: string | null;
  readonly sure: number;
  readonly why: string;
}

const AVERAGE_TAIL = /^(.{2,60}?)[\s_-]*(?:\b(?:avg|average|mean)\b\.?(?:\s+score)?|平均)$/i;

/** What `text`, the label of a line, says of its number; null where it is no result for all that is known. */
export function meaningOf(
  text: string,
  around: Surroundings,
  neighbours: Neighbours,
  registry: Registry,
): Meaning | null {
  if (text === '' || text.split(' ').length > 9) return null;
  const { trained } = around;
  if (trained) return trainedMeaning(text, trained, around);
  const label = readLabel(text, registry);
  return (
    averageMeaning(text, label, around, neighbours, registry) ??
    benchmarkMeaning(text, label, around, neighbours) ??
    partMeaning(text, label, around, registry) ??
    resultMeaning(text, label, around, registry) ??
    namedMeaning(label, around, registry) ??
    metricMeaning(text, label, around, neighbours)
  );
}

/** Without a data set the heading names it ("#### CoNLL-2003"), or else the set it was measured on stands for it. */
function trainedMeaning(text: string, trained: Trained, around: Surroundings): Meaning | null {
  const metric = trainedMetric(text);
  const titled = around.benchmark?.label.name ?? around.title?.name ?? null;
  const dataset = trained.dataset ?? titled;
  if (metric === null || (dataset === null && trained.part === null)) return null;
  return {
    ...NOTHING,
    benchmark: dataset ?? (trained.part as string),
    metric,
    settings: dataset === null || trained.part === null ? [] : [trained.part],
    sure: trained.dataset !== null ? 0.93 : 0.85,
    why: `'${metric}' on ${trained.dataset !== null ? 'the data set that' : `'${dataset ?? trained.part}', since`} ${trained.from} ${trained.dataset !== null ? 'names' : 'names no data set'}`,
  };
}

const NOTHING = { metric: null, shots: null, settings: [], suite: null } as const;

/** What the label itself says beside its name. */
const saidBy = (label: LabelReading) => ({
  ...NOTHING,
  metric: label.metric,
  shots: label.shots,
  settings: label.settings,
});

/** The benchmark of the heading or sentence above, with what is said of it there; `own` is what the line says. */
function ofBenchmarkAbove(
  benchmark: NonNullable<Surroundings['benchmark']>,
  own: {
    readonly metric: string | null;
    readonly shots: number | null;
    readonly settings: readonly string[];
  },
) {
  const { label } = benchmark;
  return {
    ...NOTHING,
    benchmark: label.name,
    metric: own.metric ?? label.metric,
    shots: own.shots ?? label.shots,
    settings: [...label.settings, ...own.settings],
  };
}

function averageMeaning(
  text: string,
  label: LabelReading,
  around: Surroundings,
  neighbours: Neighbours,
  registry: Registry,
): Meaning | null {
  const tail = AVERAGE_TAIL.exec(label.name);
  if (tail && !AVERAGE.test(label.name)) {
    const suite = tidy(tail[1] as string);
    const known = registry.findSuites(suite).length > 0 || registry.findBenchmark(suite) !== undefined;
    if (known)
      return {
        ...saidBy(label),
        benchmark: 'Average',
        settings: [suite],
        suite,
        sure: 0.95,
        why: `'${text}' is the average of ${suite}`,
      };
  }
  const split = takeTrailingMetric(label.name, registry);
  const ofMetric = split !== null && AVERAGE.test(split.name);
  if (!label.average && !ofMetric) return null;
  const own = ofMetric ? { ...saidBy(label), metric: split.metric } : saidBy(label);
  if (around.benchmark && !around.suite) {
    const settings = [...own.settings, ofMetric ? split.name : text];
    return {
      ...ofBenchmarkAbove(around.benchmark, { ...own, settings }),
      sure: 0.85,
      why: `an average under ${around.benchmark.from}`,
    };
  }
  if (!around.suite && neighbours.areBenchmarks)
    return {
      ...own,
      benchmark: 'Average',
      sure: 0.85,
      why: `'${text}' is the average of the benchmarks that stand beside it`,
    };
  if (!around.suite) return null;
  return {
    ...own,
    benchmark: 'Average',
    settings: [around.suite.name],
    suite: around.suite.name,
    sure: 0.9,
    why: `an average under ${around.suite.from}`,
  };
}

function benchmarkMeaning(
  text: string,
  label: LabelReading,
  around: Surroundings,
  neighbours: Neighbours,
): Meaning | null {
  // "seed: 42" is a setting though a benchmark is called SEED.
  const setting = isNoScore(text) && label.benchmark?.how !== 'exact';
  const isKnown = around.benchmark !== null || around.suite !== null || neighbours.areBenchmarks;
  if (!label.benchmark || setting || (label.benchmark.short && !isKnown)) return null;
  return { ...saidBy(label), benchmark: label.name, sure: 0.95, why: `'${text}' names the benchmark` };
}

/** A turn, a part or a condition of the benchmark above: "First Turn", "STEM ACC", "5-shot". */
function partMeaning(
  text: string,
  label: LabelReading,
  around: Surroundings,
  registry: Registry,
): Meaning | null {
  const { benchmark } = around;
  if (!benchmark) return null;
  if (TURN.test(label.name))
    return {
      ...ofBenchmarkAbove(benchmark, { ...saidBy(label), settings: [...label.settings, label.name] }),
      sure: 0.9,
      why: `a turn of the benchmark from ${benchmark.from}`,
    };
  if (label.name === '' && (label.shots !== null || label.settings.length > 0))
    return {
      ...ofBenchmarkAbove(benchmark, saidBy(label)),
      sure: 0.88,
      why: `'${text}' says under which conditions, the benchmark is from ${benchmark.from}`,
    };
  const split = takeTrailingMetric(label.name, registry);
  if (!split || isNoScore(split.name) || MODEL_FAMILIES.test(split.name) || split.name.split(' ').length > 5)
    return null;
  if (isShortFor(split.name, benchmark.label.name))
    return {
      ...ofBenchmarkAbove(benchmark, { ...saidBy(label), metric: split.metric }),
      sure: 0.88,
      why: `'${split.name}' is short for the benchmark from ${benchmark.from}`,
    };
  return {
    ...ofBenchmarkAbove(benchmark, { ...saidBy(label), ...split, settings: [...label.settings, split.name] }),
    sure: PART.test(split.name) ? 0.88 : 0.8,
    why: `a part of the benchmark from ${benchmark.from}`,
  };
}

/** "Test Result", "Final score (WER)": the one result of the benchmark that the text around names. */
const THE_RESULT =
  /^(?:(?:final|best|overall|our|total) )?(?:(test|dev|val|validation|eval|evaluation)(?:[- ]set)? )?(?:results?|scores?|performance)\s*(?:[([]\s*([^()[\]]{2,30}?)\s*[)\]])?$/i;

function resultMeaning(
  text: string,
  label: LabelReading,
  around: Surroundings,
  registry: Registry,
): Meaning | null {
  const found = THE_RESULT.exec(text);
  const whole = around.benchmark;
  if (!found || !whole || (found[1] === undefined && !around.metric)) return null;
  const metric = found[2] ?? label.metric;
  if (metric !== null && !registry.findMetric(metric)) return null;
  return {
    ...ofBenchmarkAbove(whole, { metric, shots: null, settings: [] }),
    sure: 0.88,
    why: `'${text}' is the result on the benchmark from ${whole.from}`,
  };
}

/** "CETUC WER" under the heading "CETUC": what the heading calls the whole, with its metric. */
function namedMeaning(label: LabelReading, { title }: Surroundings, registry: Registry): Meaning | null {
  const split = takeTrailingMetric(label.name, registry);
  if (!split || !title || foldSeparators(split.name) !== foldSeparators(title.name)) return null;
  return {
    ...saidBy(label),
    benchmark: title.name,
    metric: split.metric,
    sure: 0.85,
    why: `metric '${split.metric}' of '${title.name}', from ${title.from}`,
  };
}

/** A metric of the benchmark above, or of what the heading calls the whole. */
function metricMeaning(
  text: string,
  label: LabelReading,
  around: Surroundings,
  neighbours: Neighbours,
): Meaning | null {
  const { benchmark, title } = around;
  const isMetric = label.metricEntry !== undefined && label.metricEntry.entry.id !== 'loss';
  // "Train F1": the split before a metric is no word of training.
  const bare = isMetric && label.settings.some(isSplit) ? label.name : text;
  if (isNoScore(bare) || !(isMetric || neighbours.makeMetric(label.name))) return null;
  const own = { ...saidBy(label), metric: label.name };
  if (benchmark)
    return {
      ...ofBenchmarkAbove(benchmark, own),
      sure: isMetric ? 0.85 : 0.78,
      why: `metric '${text}' of the benchmark from ${benchmark.from}`,
    };
  // A lone metric in a list of other facts is one more fact of something that the heading does not name.
  // "score" stands in samples of what a model answers, too.
  const vague = VALUE_HEADERS.has(foldSeparators(label.name));
  const whole = title ?? (vague ? null : around.ownDataset());
  if (!whole || neighbours.areFacts) return null;
  return {
    ...own,
    benchmark: whole.name,
    sure: isMetric ? 0.78 : 0.74,
    why: `metric '${text}' of '${whole.name}', from ${whole.from}`,
  };
}

/** What a trainer's "best_metric" is once a sentence has given the same number its metric, or null; else it is held. */
export function bestMeaning(metric: string | null, around: Surroundings): Meaning | null {
  const { benchmark, title } = around;
  const whole = benchmark ? null : (title ?? around.ownDataset());
  if (!benchmark && !whole) return null;
  const from = benchmark?.from ?? whole?.from;
  const why =
    metric === null
      ? `'best_metric' of ${from}: no sentence says which metric that is`
      : `'best_metric' is the ${metric} that the text above gives with the same number, of the benchmark from ${from}`;
  const own = { metric, shots: null, settings: [] };
  return benchmark
    ? { ...ofBenchmarkAbove(benchmark, own), sure: metric === null ? 0.5 : 0.85, why }
    : { ...NOTHING, benchmark: whole?.name ?? '', metric, sure: metric === null ? 0.5 : 0.78, why };
}
