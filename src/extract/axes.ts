/** Weighs what a list of labels (a first column, or the headers above numbers) stands for. */
import { foldSeparators } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import { readLabel } from './label.ts';
import { isLanguage, isProgrammingLanguage } from './languages.ts';
import { ERROR_PART } from './metric-name.ts';
import { isNumberFormat } from './quantization.ts';
import { isDecoding, isRunCondition } from './run-condition.ts';
import { isSplit } from './splits.ts';
import type { Subjects } from './subject.ts';
import { LANGUAGE_HEADERS, ORIGINAL, PART, TURN, VALUE_HEADERS } from './words.ts';

export type AxisKind = 'model' | 'benchmark' | 'metric' | 'setting';

export interface Axis {
  /** Evidence for each kind: 0 … 1. */
  readonly scores: Readonly<Record<AxisKind, number>>;
  readonly count: number;
  /** Share of labels that the registry knows as benchmarks: 0 … 1. */
  readonly known: number;
}

const BENCHMARK_SHAPE =
  /(?:bench|eval|qa|[a-z]arc|glue|test|challenge|leaderboard|corpus|dataset|-hard|-lite|-mini|verified)\b|\bnli|mmlu|math|code/i;
/** Codes of languages and of pairs of them. */
const LANGUAGE_CODE = /^(?:[a-z]{2,3}(?:[-_→>/]+[a-z]{2,4})?|avg-?\w{2,3})$/i;

function namesLanguage(name: string): boolean {
  const bare = name.replace(/\.$/, '');
  return LANGUAGE_CODE.test(bare) || isLanguage(bare) || isProgrammingLanguage(bare);
}

/** A plain number ("768", "16k") is a step of something: a length, a dimension. No benchmark is called so. */
export function isStep(label: string): boolean {
  return /^[<>≤≥~]?\s?\d[\d,.]*\s?k?$/i.test(label);
}

/** Files of settings and the use or lack of a part are conditions of a number, never benchmarks. */
const FILE = /^[\w./-]{2,80}\.(?:ya?ml|json|toml|cfg|ini|pt|pth|bin|ckpt|onnx|safetensors|gguf|py|sh)$/i;
const WITH = /^(?:with(?:out)?|w\/o?|no|plus)\s+\p{L}/iu;

function isCondition(name: string): boolean {
  return isSplit(name) || FILE.test(name) || WITH.test(name) || isDecoding(name);
}

/** Averages count for nothing: they stand beside benchmarks of every kind. */
export function weighAxis(labels: readonly string[], registry: Registry, subjects: Subjects): Axis {
  const totals: Record<AxisKind, number> = { model: 0, benchmark: 0, metric: 0, setting: 0 };
  let count = 0;
  let known = 0;
  let own = false;
  const seen = labels.map((text) => readLabel(text, registry));
  const solid = seen.some((label) => label.benchmark && !label.benchmark.short);
  const errors = labels.filter((label) => ERROR_PART.test(label)).length >= 3;
  seen.forEach((label) => {
    // A row such as "+ feedback" belongs to the one above it.
    if (label.written === '' || label.average || /^\+\s?\p{L}/u.test(label.written)) return;
    count += 1;
    const likeness = subjects.likeness(label.written);
    if (likeness === 1) own = true;
    if (label.benchmark) known += 1;
    const benchmark = label.benchmark && (!label.benchmark.short || solid || label.metricEntry === undefined);
    const metric =
      (errors && ERROR_PART.test(label.written)) ||
      (label.metricEntry && (!label.benchmark || label.benchmark.short));
    if (benchmark && !(likeness >= 0.95 && label.benchmark?.how !== 'exact')) {
      totals.benchmark += label.benchmark?.short && !solid ? 0.7 : 1;
      totals.metric += metric ? 0.8 : 0;
    } else if (metric) {
      totals.metric += 1;
      totals.benchmark += 0.15;
    } else {
      const shape = isCondition(label.name)
        ? 0.15
        : BENCHMARK_SHAPE.test(label.written)
          ? 0.65
          : label.shots !== null || label.settings.length > 0
            ? 0.6
            : 0.4;
      totals.model += likeness;
      const step = isStep(label.written);
      totals.benchmark += likeness >= 0.6 || step ? 0.1 : PART.test(label.name) ? 0.3 : shape;
      if (label.name === '' && (label.shots !== null || label.settings.length > 0)) totals.setting += 0.9;
      else if (
        step ||
        TURN.test(label.name) ||
        PART.test(label.name) ||
        ORIGINAL.test(label.name) ||
        isNumberFormat(label.written) ||
        isRunCondition(label.written) ||
        isCondition(label.name) ||
        namesLanguage(label.name) ||
        /^\+/.test(label.name)
      )
        totals.setting += 0.85;
      else totals.setting += label.metric !== null ? 0.7 : 0.2;
    }
    if (
      VALUE_HEADERS.has(foldSeparators(label.written)) ||
      LANGUAGE_HEADERS.has(foldSeparators(label.written))
    )
      totals.metric += 0.5;
  });
  const scores = { ...totals };
  for (const kind of Object.keys(scores) as AxisKind[])
    scores[kind] = count === 0 ? 0 : Math.min(1, totals[kind] / count);
  // Where the card's own model stands among them, the others are models too.
  if (own && count > 1) {
    scores.model = Math.max(scores.model, 0.9);
    scores.benchmark *= 0.5;
  }
  return { scores, count, known: count === 0 ? 0 : known / count };
}
