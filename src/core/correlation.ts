/** How two lists of numbers go together. */

/**
 * Pearson's correlation of two lists of equal length, −1 to 1; null where it is not defined: fewer than two pairs, or
 * one of the lists all equal. Sums are taken in the order of the lists.
 */
export function pearson(a: readonly number[], b: readonly number[]): number | null {
  const n = Math.min(a.length, b.length);
  if (n < 2) return null;
  const mean = (list: readonly number[]) => list.slice(0, n).reduce((sum, value) => sum + value / n, 0);
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  for (let place = 0; place < n; place++) {
    const x = (a[place] as number) - meanA;
    const y = (b[place] as number) - meanB;
    both += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  // What rounding leaves of equal numbers is no spread.
  const isFlat = (squares: number, center: number) => squares <= n * (Math.abs(center) * 1e-12) ** 2;
  if (isFlat(squaresA, meanA) || isFlat(squaresB, meanB)) return null;
  return Math.max(-1, Math.min(1, both / (Math.sqrt(squaresA) * Math.sqrt(squaresB))));
}

/** Ranks from 1, the mean of them where values are equal. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] as number] === values[order[from] as number]) to++;
    for (let place = from; place <= to; place++) ranks[order[place] as number] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** Spearman's rank correlation: Pearson's of the mid-ranks (Spearman, American Journal of Psychology 15, 1904). */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  const n = Math.min(a.length, b.length);
  return pearson(midRanks(a.slice(0, n)), midRanks(b.slice(0, n)));
}
