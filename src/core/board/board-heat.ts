/** How a column's scores are shaded: by fifths of all that are reported, the best fifth the strongest. */
import type { ScoreColumn } from './board-index.ts';

/** So many shades: 1 is the worst fifth, 5 the best. */
const HEAT_STEPS = 5;

const made = new WeakMap<Float64Array, Uint8Array>();

/** The shade of each row's score, 0 where there is none. Equal scores have equal shades. */
export function heatSteps(column: ScoreColumn, scores: Float64Array): Uint8Array {
  const before = made.get(scores);
  if (before !== undefined) return before;
  const sorted = scores.filter((score) => !Number.isNaN(score)).sort();
  const ends = Array.from(
    { length: HEAT_STEPS - 1 },
    (_, step) => sorted[Math.ceil(((step + 1) / HEAT_STEPS) * sorted.length) - 1] ?? 0,
  );
  const steps = Uint8Array.from(scores, (score) => {
    if (Number.isNaN(score)) return 0;
    const above = ends.filter((end) => score > end).length;
    return column.lowerIsBetter ? HEAT_STEPS - above : above + 1;
  });
  made.set(scores, steps);
  return steps;
}
