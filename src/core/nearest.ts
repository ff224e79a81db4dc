/** Finds the known name that a mistyped one most likely means. */

/**
 * The nearest of `known` to `name` by edit distance, letter case aside, or null where none is near: at most a
 * third of the longer name may differ, and at least one edit is always allowed. Ties go to the first in `known`.
 */
export function nearest(name: string, known: Iterable<string>): string | null {
  const wanted = name.slice(0, LONGEST).toLowerCase();
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const folded = candidate.toLowerCase();
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (Math.abs(folded.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, folded);
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

// Names that people type are short; a longer one is cut, so that the square of its length stays small.
const LONGEST = 100;

/** Edits (insert, delete, replace, swap neighbours) that turn one text into the other: optimal string alignment. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (before[j - 2] as number) + 1);
      }
      current.push(edits);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] as number;
}
