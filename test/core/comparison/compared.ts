/** Models and results to compare, small and made to order. */
import type { CompareModel, CompareResult } from '../../../src/core/comparison/model.ts';

/** A result of five shots in percent. */
export function compareResult(
  benchmark: string,
  score: number,
  more: Partial<CompareResult> = {},
): CompareResult {
  return {
    benchmark,
    metric: 'acc',
    shots: 5,
    setting: null,
    split: null,
    name: benchmark.toUpperCase(),
    page: `benchmarks/${benchmark}/`,
    conditions: 'accuracy · 5-shot',
    score,
    unit: 'percent',
    stderr: null,
    decimals: 1,
    origin: 'self-reported',
    lowerIsBetter: false,
    questions: null,
    proof: `models/x/#L1C1`,
    field: null,
    ...more,
  };
}

/** A model with results. */
export function compareModel(
  id: string,
  results: readonly CompareResult[],
  more: Partial<CompareModel> = {},
): CompareModel {
  return { id, name: id.slice(id.indexOf('/') + 1), page: `models/${id}/`, facts: {}, results, ...more };
}
