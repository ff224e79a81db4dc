/** Reads what a trainer kept of its best checkpoint, where a sentence of the card gives the same number its metric. */
import type { Registry } from '../registry/types.ts';

/** The name that the trainer gives the value of whatever metric it was told to watch. */
export function isBestMetric(label: string): boolean {
  return /^(?:state\.)?best_metric$/i.test(label);
}

const NUMBER = /(?<![\p{L}\d.])\d{1,3}\.\d{1,6}(?![\d.]*\d)/gu;

/** Words that may stand between a metric and its number. */
const BETWEEN = /[\s:=(*_`~]*(?:\b(?:of|is|was|at|score|value|reached|about)\b[\s:=(*_`~]*){0,3}$/i;

/**
 * The metric that a text gives `value` as: "Spearman correlation of 89.69" for 0.8969. Both agree where one is the other
 * rounded, as a fraction or in percent. Null where the text names none, or several.
 */
export function metricOfValue(value: number, text: string, registry: Registry): string | null {
  const found = new Map<string, string>();
  for (const match of text.slice(0, 4000).matchAll(NUMBER)) {
    if (!agrees(value, match[0])) continue;
    const before = text.slice(Math.max(0, match.index - 60), match.index).replace(BETWEEN, '');
    const words = before.split(/\s+/).map((word) => word.replace(/^[([*_`"']+|[)\]*_`"',]+$/g, ''));
    for (let size = Math.min(4, words.length); size >= 1; size--) {
      const name = words.slice(words.length - size).join(' ');
      const metric = registry.findMetric(name);
      if (!metric || metric.entry.id === 'loss') continue;
      found.set(metric.entry.id, name);
      break;
    }
  }
  return found.size === 1 ? ([...found.values()][0] as string) : null;
}

/** True where a written number is the value, or a hundred times it, rounded to the digits that are written. */
function agrees(value: number, written: string): boolean {
  const digits = written.length - written.indexOf('.') - 1;
  const half = 0.5 * 10 ** -digits + 1e-9;
  return [value, value * 100, value / 100].some((one) => Math.abs(one - Number(written)) <= half);
}
