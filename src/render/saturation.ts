/** How much room a benchmark leaves: its best result against its ceiling, and against what chance alone moves. */
import { standardError } from '../core/standard-error.ts';

/** One model's score, standard error where its card gives one. */
interface MeasuredScore {
  readonly model: string;
  readonly score: number;
  readonly stderr: number | null;
}

export interface SaturationInput {
  /** Results under one set of conditions. */
  readonly scores: readonly MeasuredScore[];
  readonly unit: string;
  /** The best that can be reached, and what guessing scores, or the lowest score there is. */
  readonly ceiling: number;
  readonly floor: number;
  /** Questions of the test set, or null where that varies. */
  readonly items: number | null;
}

type SaturationState = 'ceiling' | 'within-noise' | 'close' | 'room';

export interface Saturation {
  readonly best: MeasuredScore;
  /** Two standard errors of the best, in its own unit; null where nobody can tell. */
  readonly margin: number | null;
  /** From the best up to the ceiling. */
  readonly headroom: number;
  /** How much of the way from guessing to the ceiling the best has come: 0 to 1. */
  readonly covered: number;
  readonly state: SaturationState;
  /** Other models whose difference from the best lies within two standard errors of that difference; null as `margin`. */
  readonly level: number | null;
}

/** Less of the way than this is left where the best is close. */
const CLOSE = 0.1;

/** Where a benchmark stands; null without scores. Higher is better. */
export function saturationOf({ scores, unit, ceiling, floor, items }: SaturationInput): Saturation | null {
  const [first, ...others] = scores;
  if (first === undefined || ceiling <= floor) return null;
  const best = others.reduce((most, entry) => (entry.score > most.score ? entry : most), first);
  const errorOf = (entry: MeasuredScore): number | null =>
    standardError({ ...entry, unit }, items)?.value ?? null;
  const error = errorOf(best);
  const margin = error === null ? null : 2 * error;
  const headroom = Math.max(0, ceiling - best.score);
  const covered = Math.min(1, Math.max(0, (best.score - floor) / (ceiling - floor)));
  const level = scores.filter((entry) => {
    const own = errorOf(entry);
    if (entry === best || own === null || error === null) return false;
    return best.score - entry.score <= 2 * Math.hypot(error, own);
  }).length;
  return {
    best,
    margin,
    headroom,
    covered,
    state:
      headroom === 0
        ? 'ceiling'
        : margin !== null && headroom <= margin
          ? 'within-noise'
          : 1 - covered <= CLOSE
            ? 'close'
            : 'room',
    level: error === null ? null : level,
  };
}
