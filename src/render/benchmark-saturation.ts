/** How much room a benchmark leaves, in words and as a bar: the best result, the ceiling, and what chance alone moves. */
import { decimalsOf } from '../core/format.ts';
import type { Result } from '../core/result.ts';
import type { BenchmarkRecord } from '../store/types.ts';
import type { Here, Site } from './frame.ts';
import { resultHref } from './proof.ts';
import { saturationOf } from './saturation.ts';
import { conditions } from './words.ts';

/** Metrics that are the mean of what each question scores between 0 and 1, so that their standard error is known. */
const MEANS =
  /^(?:acc|accuracy|acc_norm|exact_match|strict_acc|relaxed_accuracy|multiple_choice_grade|mc1|mc2|resolved|pass[@^]\d+|pass_rate_\d+)$/;

/** Fewer results than this say nothing about a benchmark. */
const FEWEST = 3;

export interface SaturationView {
  /** What it comes to: "The best is within chance of the ceiling." */
  readonly verdict: string;
  readonly best: { readonly score: string; readonly model: string; readonly href: string };
  /** "± 1.29 by chance", or the empty string. */
  readonly margin: string;
  /** The sentences behind it. */
  readonly sentences: readonly string[];
  /** Shares of the way from guessing to the ceiling, 0 to 100: up to the best, and where chance may have put it. */
  readonly bar: {
    readonly best: number;
    readonly from: number;
    readonly to: number;
    /** What people score; null where nobody measured it. */
    readonly human: number | null;
  };
  readonly floor: string;
  readonly ceiling: string;
}

/** The view for the setting that most models report; null where higher is not better or nothing bounds the scores. */
export function saturationView(
  site: Site,
  here: Here,
  benchmark: BenchmarkRecord,
  groups: readonly (readonly Result[])[],
): SaturationView | null {
  const group = (groups[0] ?? []).filter((result) => !site.index.sourceOfResult.has(result.id));
  const [first] = group;
  const [low, ceiling] = benchmark.range;
  if (first === undefined || group.length < FEWEST || ceiling === null) return null;
  if (benchmark.higher_is_better !== true || first.unit !== benchmark.unit) return null;
  const baseline = first.metric === benchmark.metric ? benchmark.random_baseline : null;
  const floor = baseline ?? low ?? 0;
  const isMean = benchmark.unit === 'percent' && MEANS.test(first.metric);
  const items = isMean ? (site.context.registry.benchmark(benchmark.id)?.items ?? null) : null;
  const found = saturationOf({ scores: group, unit: first.unit, ceiling, floor, items });
  if (found === null) return null;
  const best =
    group.find(({ model, score }) => model === found.best.model && score === found.best.score) ?? first;
  const { t } = site;
  const { score: say, count } = site.context.language;
  const digits = Math.min(2, best.decimals);
  const place = (score: number) => {
    const share = (100 * (score - floor)) / (ceiling - floor);
    return Number(Math.min(100, Math.max(0, share)).toFixed(2));
  };
  const margin = found.margin ?? 0;
  const entry = site.context.registry.benchmark(benchmark.id);
  const human = first.metric === benchmark.metric ? (entry?.human_score ?? null) : null;
  return {
    verdict: t(`benchmark.saturation.${found.state}`),
    best: {
      score: say(best.score, digits),
      model: site.index.models.get(best.model)?.name ?? best.model,
      href: resultHref(site, here, best),
    },
    margin: found.margin === null ? '' : `± ${say(found.margin, 2)}`,
    sentences: [
      t('benchmark.saturation.basis', { conditions: conditions(site, first), count: group.length }),
      t('benchmark.saturation.headroom', {
        headroom: say(found.headroom, digits),
        ceiling: String(ceiling),
        share: String(Math.round(100 * found.covered)),
        floor: String(floor),
      }),
      found.margin === null
        ? t('benchmark.saturation.unknown')
        : items === null || best.stderr !== null
          ? t('benchmark.saturation.stated', { margin: say(found.margin, 2) })
          : t('benchmark.saturation.chance', { margin: say(found.margin, 2), items: count(items) }),
      human === null ? '' : t('benchmark.saturation.human', { score: say(human, decimalsOf(human)) }),
      found.level === null
        ? ''
        : found.level === 0
          ? t('benchmark.saturation.alone')
          : t('benchmark.saturation.level', { count: found.level }),
    ].filter((sentence) => sentence !== ''),
    bar: {
      best: place(best.score),
      from: place(best.score - margin),
      to: place(best.score + margin),
      human: human === null ? null : place(human),
    },
    floor: t(baseline === null ? 'benchmark.saturation.lowest' : 'benchmark.saturation.guessing', {
      score: String(floor),
    }),
    ceiling: t('benchmark.saturation.top', { score: String(ceiling) }),
  };
}
