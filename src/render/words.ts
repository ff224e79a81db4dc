/** The site's short words for what the data says in codes. */
import { formatParameters } from '../core/format.ts';
import type { Model, ModelType, Origin, Result } from '../core/result.ts';
import type { Registry } from '../registry/types.ts';

/** A mark before a number: the class that draws it, and the words that a screen reader says. */
export interface OriginMark {
  readonly name: 'leaderboard' | 'self' | 'other';
  readonly words: string;
}

const MARKS: Readonly<Record<Origin, OriginMark>> = {
  leaderboard: { name: 'leaderboard', words: 'leaderboard' },
  'self-reported': { name: 'self', words: 'self-reported' },
  'third-party': { name: 'other', words: 'third-party' },
};

/** The mark of an origin. */
export function originMark(origin: Origin): OriginMark {
  return MARKS[origin];
}

/** What a model's type is called; the empty string where it is unknown. */
export function typeWord(type: ModelType): string {
  return type === 'unknown' ? '' : type;
}

/** "25-shot", or the empty string where shots are not known. */
export function shotsWord(shots: number | null): string {
  return shots === null ? '' : `${shots}-shot`;
}

/** A metric's name: the registry's, else the id as it is. */
export function metricName(id: string, registry: Registry): string {
  return registry.metric(id)?.name ?? id;
}

/** How a score was measured, in one line: "acc_norm · 25-shot · CoT · test split". */
export function conditions(
  result: Pick<Result, 'metric' | 'shots' | 'setting' | 'split'>,
  registry: Registry,
): string {
  return [
    metricName(result.metric, registry),
    shotsWord(result.shots),
    result.setting ?? '',
    result.split === null ? '' : `${result.split} split`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What a unit is called beside a number's column. */
export function unitWord(unit: string): string {
  const words: Record<string, string> = {
    percent: 'percent, 0 to 100',
    points: 'points',
    score: 'score',
    elo: 'Elo rating',
    perplexity: 'perplexity',
    fraction: 'fraction, 0 to 1',
    number: 'plain number',
  };
  return words[unit] ?? unit;
}

/** Why a number fits its place only loosely: the board's reason, or that its card does not state the shots; or null. */
export function whyLoose(reason: string | null, result: Pick<Result, 'shots_inferred'>): string | null {
  const inferred = 'The card does not state the number of shots; the usual one is assumed.';
  return reason ?? (result.shots_inferred ? inferred : null);
}

/** A direction in words; unknown where the registry does not say. */
export function directionWord(higherIsBetter: boolean | null): string {
  return higherIsBetter === null
    ? 'direction unknown'
    : higherIsBetter
      ? 'higher is better'
      : 'lower is better';
}

/** "7B", or the empty string. */
export function sizeWord(model: Pick<Model, 'parameters'>): string {
  return model.parameters === null ? '' : formatParameters(model.parameters);
}
