/** Folds names for comparison, step by step, so that what differs is never merged by accident. */

/** Unicode-normalised, trimmed, white space collapsed. */
export function tidy(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** `tidy` and lower case. */
export function foldCase(name: string): string {
  return tidy(name).toLowerCase();
}

/** `foldCase` without the accents of Latin, Greek and Cyrillic letters; marks that make another letter elsewhere stay. */
export function foldAccents(name: string): string {
  // Most names: nothing to normalise, and ten times as fast.
  if (/^[ -~]*$/.test(name)) return name.replace(/ {2,}/g, ' ').trim().toLowerCase();
  return (
    foldCase(name)
      .normalize('NFD')
      .replace(/[\u0300-\u036f]+/g, '')
      .normalize('NFC')
      // A lone accent has become a space without one.
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/**
 * `foldCase` without separators (space, hyphen, underscore, dot between letters, slash, colon).
 * Signs that tell names apart stay: `+` (HumanEval+), `@`, `.` between digits (v0.1).
 */
export function foldSeparators(name: string): string {
  return foldCase(name)
    .replace(/(?<=\d)\.(?=\d)/g, '\u0001')
    .replace(/[\s\-_.,/:|‐-―·]+/gu, '')
    .replaceAll('\u0001', '.');
}
