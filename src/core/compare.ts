/** Total orders without a locale, so that a build and a browser order alike everywhere. */

/** Orders strings by UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders names as a reader expects: case folded first, then numbers inside by value, then exactly. */
export function compareNames(a: string, b: string): number {
  const left = a.toLowerCase().match(/\d+|\D+/g) ?? [];
  const right = b.toLowerCase().match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] as string;
    const y = right[i] as string;
    if (x === y) continue;
    const bothNumbers = /^\d/.test(x) && /^\d/.test(y);
    const order = bothNumbers ? Number(x) - Number(y) : 0;
    return order !== 0 ? order : compareText(x, y);
  }
  return left.length - right.length || compareText(a, b);
}

/** Orders numbers in the given direction; missing ones come last in both directions. */
export function compareNumbers(
  a: number | null,
  b: number | null,
  direction: 'ascending' | 'descending',
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return direction === 'ascending' ? a - b : b - a;
}

/** Joins orders: the first that decides wins. */
export function firstDifference(...orders: number[]): number {
  return orders.find((order) => order !== 0) ?? 0;
}
