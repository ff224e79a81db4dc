/** What an export takes and gives. */
import type { BenchmarkRecord } from '../core/benchmark.ts';
import type { Claim } from '../core/claim.ts';
import type { Model, Result } from '../core/result.ts';
import type { Registry } from '../registry/types.ts';

/** Everything that results lead to, by id. */
export interface ExportInput {
  readonly models: ReadonlyMap<string, Model>;
  /** By path of the card. */
  readonly modelOfCard: ReadonlyMap<string, Model>;
  readonly benchmarks: ReadonlyMap<string, BenchmarkRecord>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** Id of a result → the model whose card the number was copied from. */
  readonly copiedFrom: ReadonlyMap<string, string>;
  readonly registry: Registry;
}

/** Why a result of one model is not put into its repository. */
export const COPIED = "it is another model's result, which the card repeats";

export interface ExportFile {
  /** Below the output folder, with forward slashes; every step is safe as a name of a file. */
  readonly path: string;
  readonly content: string;
}

/** Results that a format has no place for. */
export interface LeftOut {
  /** One plain sentence without a full stop. */
  readonly reason: string;
  readonly results: readonly Result[];
}

/** Results sorted into those that can be exported, each with what the format needs, and those that cannot. */
export interface Sorted<T> {
  readonly entries: readonly T[];
  readonly leftOut: readonly LeftOut[];
}

/** Sorts results by what `read` says of each: an entry, or the reason why there is none. */
export function sortResults<T>(results: readonly Result[], read: (result: Result) => T | string): Sorted<T> {
  const entries: T[] = [];
  const reasons = new Map<string, Result[]>();
  for (const result of results) {
    const entry = read(result);
    if (typeof entry !== 'string') entries.push(entry);
    else reasons.set(entry, [...(reasons.get(entry) ?? []), result]);
  }
  return { entries, leftOut: [...reasons].map(([reason, those]) => ({ reason, results: those })) };
}
