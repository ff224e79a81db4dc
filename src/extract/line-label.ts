/** Takes the label of a line apart by its words alone: what is no score, and what ends with a metric. */
import type { Registry } from '../registry/types.ts';

/** What cannot be a result's label in a line, whatever number follows it. */
const NOT_A_LABEL =
  /(?<![\p{L}\d])(?:epochs?|steps?|batch|learning|(?:sample|sampling|frame|bit|refresh) ?rate|seed|size|layers?|heads?|tokens?|params?|parameters|version|date|year|runtime|per second|warmup|decay|lr|dropout|temperature|top[ -]?[pk]|max|min|length|len|dimension|samples?|gpus?|hours?|time|memory|vram|price|downloads?|context|vocab|rank|alpha|threshold|total|count|number|num|support|train|training|emissions?|error margin|std|stderr|standard deviation|standard error)(?![\p{L}\d])/iu;

/** True where a label speaks of a setting, a count or a cost. Keys count as words: "n_samples". */
export function isNoScore(label: string): boolean {
  return NOT_A_LABEL.test(label.replaceAll('_', ' '));
}

/** "stem ACC" → stem + ACC, "STEM准确率" → STEM + 准确率: a label that ends with a metric. */
export function takeTrailingMetric(
  label: string,
  registry: Registry,
): { readonly name: string; readonly metric: string } | null {
  const words = label.split(' ');
  for (let size = Math.min(2, words.length - 1); size >= 1; size--) {
    const metric = words.slice(words.length - size).join(' ');
    if (registry.findMetric(metric)) return { name: words.slice(0, words.length - size).join(' '), metric };
  }
  // Chinese and Japanese set no space between words; a metric has two to five characters there.
  for (let size = 5; size >= 2; size--) {
    const metric = label.slice(-size);
    if (
      label.length > size &&
      /^[\p{Script=Han}\p{Script=Katakana}]+$/u.test(metric) &&
      registry.findMetric(metric)
    )
      return { name: label.slice(0, -size), metric };
  }
  return null;
}

/** True for another way to write a name: its initials ("CV" of Common Voice). */
export function isShortFor(short: string, name: string): boolean {
  const words = name.split(/[\s_-]+/).filter((word) => /^\p{L}/u.test(word));
  const initials = words.map((word) => word[0]).join('');
  return words.length > 1 && initials.toLowerCase() === short.toLowerCase();
}
