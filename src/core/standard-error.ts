/** How far chance alone may move a score: standard errors as they are stated, or estimated from the number of questions. */

/** A standard error in the score's own unit. */
export interface StandardError {
  readonly value: number;
  /** Not stated by anybody: from the number of questions. */
  readonly estimated: boolean;
}

export interface Measured {
  readonly score: number;
  readonly unit: string;
  /** As it is stated, or null. */
  readonly stderr: number | null;
}

/**
 * The standard error of a score: the stated one, else for percentages of a known number of questions √(p (100 − p) / n),
 * that of independent questions answered rightly or wrongly; for scores between 0 and 1 a question it is no less than the
 * true one. A score at 0 or 100 is taken as half a question away from it. Null where nothing tells.
 */
export function standardError(
  { score, unit, stderr }: Measured,
  questions: number | null,
): StandardError | null {
  if (stderr !== null && stderr > 0) return { value: stderr, estimated: false };
  if (unit !== 'percent' || questions === null || questions < 1 || score < 0 || score > 100) return null;
  const half = 50 / questions;
  const share = Math.min(100 - half, Math.max(half, score));
  return { value: Math.sqrt((share * (100 - share)) / questions), estimated: true };
}

/** Whether two scores differ by more than chance: by more than two standard errors of their difference. */
export interface Significance {
  /** Two standard errors of the difference: 2 √(a² + b²). */
  readonly bound: number;
  readonly exceeds: boolean;
  /** One of the standard errors is estimated. */
  readonly estimated: boolean;
}

/** Null where one of the standard errors is not known. */
export function significance(a: Measured, b: Measured, questions: number | null): Significance | null {
  const [left, right] = [standardError(a, questions), standardError(b, questions)];
  if (left === null || right === null) return null;
  const bound = 2 * Math.sqrt(left.value ** 2 + right.value ** 2);
  return {
    bound,
    exceeds: Math.abs(a.score - b.score) > bound,
    estimated: left.estimated || right.estimated,
  };
}

/** What a registry knows of a benchmark's size. */
export interface TestSet {
  readonly metric: string;
  readonly items: number | null;
  readonly items_source: string | null;
}

/**
 * How many questions stand behind a result, or null where nobody knows: the usual number of the benchmark, for its usual
 * metric, without a setting, and no other split than the one that was counted.
 */
export function questionsOf(
  result: { readonly metric: string; readonly setting: string | null; readonly split: string | null },
  benchmark: TestSet | undefined,
): number | null {
  if (benchmark === undefined || benchmark.items === null || result.metric !== benchmark.metric) return null;
  // A setting may be a part of the questions: one language, one field.
  if (result.setting !== null) return null;
  const counted =
    result.split === null || benchmark.items_source?.toLowerCase().includes(result.split.toLowerCase());
  return counted === true ? benchmark.items : null;
}
