/** The site's short words for what the data says in codes. */
import { formatParameters } from '../core/format.ts';
import type { Language, Translate } from '../core/language.ts';
import type { Model, ModelType, Origin, Result } from '../core/result.ts';
import type { Registry } from '../registry/types.ts';
import type { Site } from './frame.ts';

/** A mark before a number: the class that draws it, and the words that a screen reader says. */
export interface OriginMark {
  readonly name: 'leaderboard' | 'self' | 'other';
  readonly words: string;
}

const MARKS: Readonly<Record<Origin, OriginMark['name']>> = {
  leaderboard: 'leaderboard',
  'self-reported': 'self',
  'third-party': 'other',
};

/** The mark of an origin. */
export function originMark(t: Translate, origin: Origin): OriginMark {
  return { name: MARKS[origin], words: t(`words.marks.${origin}`) };
}

/** What a model's type is called; the empty string where it is unknown. */
export function typeWord(t: Translate, type: ModelType): string {
  return type === 'unknown' ? '' : t(`words.types.${type.replace(' ', '-')}`);
}

/** "25-shot", or the empty string where shots are not known. */
export function shotsWord(t: Translate, shots: number | null): string {
  return shots === null ? '' : t('words.shots', { number: String(shots) });
}

/** A metric's name: the registry's, else the id as it is. */
export function metricName(id: string, registry: Registry): string {
  return registry.metric(id)?.name ?? id;
}

/** How a score was measured, in one line: "acc_norm · 25-shot · CoT · test split". */
export function conditions(
  { t, context }: Pick<Site, 't' | 'context'>,
  result: Pick<Result, 'metric' | 'shots' | 'setting' | 'split'>,
): string {
  return [
    metricName(result.metric, context.registry),
    shotsWord(t, result.shots),
    result.setting ?? '',
    result.split === null ? '' : t('words.split', { name: result.split }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

const UNITS = new Set(['percent', 'points', 'score', 'elo', 'perplexity', 'fraction', 'number']);

/** What a unit is called beside a number's column. */
export function unitWord(t: Translate, unit: string): string {
  return UNITS.has(unit) ? t(`words.units.${unit}`) : unit;
}

/**
 * Why a number fits its column only loosely: other shots or another metric than the column's, or shots that its card
 * does not state; null where it fits. Without a column only the shots count.
 */
export function whyLoose(
  { t, context }: Pick<Site, 't' | 'context'>,
  result: Pick<Result, 'shots' | 'shots_inferred' | 'metric'>,
  column: { readonly shots: number | null; readonly metric: string } | null = null,
): string | null {
  const reasons: string[] = [];
  if (column !== null && column.shots !== result.shots)
    reasons.push(
      result.shots === null
        ? t('words.loose.shots-unstated')
        : t('words.loose.shots', { count: result.shots }),
    );
  if (column !== null && column.metric !== result.metric) {
    const [metric, wanted] = [result.metric, column.metric].map((id) => metricName(id, context.registry));
    reasons.push(t('words.loose.metric', { metric: metric ?? '', wanted: wanted ?? '' }));
  }
  if (reasons.length > 0) return reasons.join('; ');
  return result.shots_inferred ? t('words.loose.shots-assumed') : null;
}

/** A direction in words; unknown where the registry does not say. */
export function directionWord(t: Translate, higherIsBetter: boolean | null): string {
  if (higherIsBetter === null) return t('words.direction-unknown');
  return higherIsBetter ? t('words.higher-is-better') : t('words.lower-is-better');
}

/** "7B", or the empty string. */
export function sizeWord(model: Pick<Model, 'parameters'>): string {
  return model.parameters === null ? '' : formatParameters(model.parameters);
}

/** A file's size: "812 bytes", "48 kB", "2.9 MB" (powers of ten). */
export function bytesWord(language: Language, bytes: number): string {
  if (bytes < 1000) return language.t('words.bytes', { count: bytes });
  if (bytes < 999_500) return language.t('words.kilobytes', { size: language.count(bytes / 1000) });
  return language.t('words.megabytes', { size: language.score(bytes / 1_000_000, 1) });
}
