/** What a comparison knows of a model: its facts in words, and its results with what they are compared by. */
import type { Origin } from '../result.ts';

export interface CompareResult {
  /** Ids. */
  readonly benchmark: string;
  readonly metric: string;
  readonly shots: number | null;
  readonly setting: string | null;
  readonly split: string | null;
  /** The benchmark's name, and its page's address from the site's root; the empty string where it has none. */
  readonly name: string;
  readonly page: string;
  /** "acc · 5-shot" */
  readonly conditions: string;
  readonly score: number;
  readonly unit: string;
  /** As somebody states it, in the score's unit. */
  readonly stderr: number | null;
  readonly decimals: number;
  readonly origin: Origin;
  readonly lowerIsBetter: boolean;
  /** Questions behind the score, where the registry counts them. */
  readonly questions: number | null;
  /** Address of the proof, from the site's root. */
  readonly proof: string;
  /** The worst, the median and the best of all models measured alike, where there are five or more. */
  readonly field: readonly [worst: number, median: number, best: number] | null;
}

/** Facts that models are compared in, in the order they are shown. */
export const COMPARE_FACTS = ['organisation', 'type', 'size', 'licence', 'base', 'added'] as const;

export type CompareFact = (typeof COMPARE_FACTS)[number];

export interface CompareModel {
  readonly id: string;
  readonly name: string;
  /** Its page's address, from the site's root. */
  readonly page: string;
  /** In words of the site's language; what is not known is left out. */
  readonly facts: Readonly<Partial<Record<CompareFact, string>>>;
  readonly results: readonly CompareResult[];
}

/** As many models as a comparison has room for. */
export const MOST_COMPARED = 6;
