/** Finds which suite of benchmarks a sentence names. */
import type { Registry } from '../registry/types.ts';

/** Longer names of suites than this many words are not looked for. */
const MOST_WORDS = 6;

/** The one suite that a text names with a capital; null where it names none, or several. Linear in the text's length. */
export function onlySuiteIn(text: string, registry: Registry): string | null {
  const words = text
    .slice(0, 1000)
    .replace(/[“”"`*]/g, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[([{]+|[)\]}.,;:!?]+$/g, ''))
    .filter((word) => word !== '');
  const found = new Map<string, string>();
  for (let at = 0; at < words.length; at++) {
    if (!/^[\p{Lu}\d]/u.test(words[at] as string)) continue;
    for (let size = Math.min(MOST_WORDS, words.length - at); size >= 1; size--) {
      const phrase = words.slice(at, at + size).join(' ');
      const suites = registry.findSuites(phrase);
      if (suites.length === 0) continue;
      const key = suites.map(({ id }) => id).join();
      if (!found.has(key)) found.set(key, phrase.replace(/(?: (?!leaderboard)\p{Ll}[\p{Ll}-]*)+$/u, ''));
      at += size - 1;
      break;
    }
  }
  return found.size === 1 ? ([...found.values()][0] as string) : null;
}
