/** Turns the claims of all cards into results: ids, scales and conditions settled, the same things merged. */
import type { BenchmarkRecord } from '../core/benchmark.ts';
import type { CardReading } from '../core/card.ts';
import { type Claim, claimPlaceFile } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import type { Config } from '../core/config.ts';
import { type Diagnostic, diagnose } from '../core/diagnostic.ts';
import type { Model, Result } from '../core/result.ts';
import type { Registry } from '../registry/types.ts';
import { unmatchedModels } from './config-models.ts';
import { areEmbeddings } from './embeddings.ts';
import { type Measure, measureOf, suiteOfGroup } from './measure.ts';
import { type MergeInput, mergeClaims } from './merge.ts';
import { nameModels } from './model-names.ts';
import { describeModels } from './models.ts';
import { withoutRescaling } from './rescaled.ts';
import { decimalsOf, type Scaled, scaleGroup } from './scale.ts';

export interface Normalized {
  /** Every claim, accepted and held, with ids, score and unit, in the order of cards and places. */
  readonly claims: readonly Claim[];
  readonly models: readonly Model[];
  readonly benchmarks: readonly BenchmarkRecord[];
  readonly results: readonly Result[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `cards` in any order; the outcome is the same for every order. */
export function normalize(cards: readonly CardReading[], registry: Registry, config: Config): Normalized {
  const ordered = [...cards].sort((a, b) => compareText(a.path, b.path));
  const names = nameModels(ordered, config.aliases);
  const diagnostics: Diagnostic[] = [];
  const claims: Claim[] = [];
  const inputs: MergeInput[] = [];
  const unlisted = new Map<string, { label: string; unit: string }>();
  for (const card of ordered) {
    const read = normalizeCard(card, registry, names.idOf, diagnostics);
    for (const { claim, measure, scaled } of read) {
      claims.push(claim);
      if (measure.entry === undefined && !unlisted.has(measure.benchmark)) {
        const label =
          measure.metric === 'average'
            ? `Average${claim.setting ? ` (${claim.setting})` : ''}`
            : claim.benchmark_as_written;
        unlisted.set(measure.benchmark, { label, unit: scaled.unit });
      }
      if (claim.status !== 'accepted') continue;
      inputs.push({
        claim,
        shots: measure.shots,
        shotsInferred: measure.shotsInferred,
        setting: measure.setting,
        decimals: decimalsOf(claim, scaled.because !== null),
        stderr: scaled.stderr,
      });
    }
  }
  const results = mergeClaims(inputs);
  return {
    claims,
    models: describeModels(ordered, names, config),
    benchmarks: describeBenchmarks(results, unlisted, registry),
    results,
    diagnostics: [...diagnostics, ...unmatchedModels(config, names)],
  };
}

interface Read {
  readonly claim: Claim;
  readonly measure: Measure;
  readonly scaled: Scaled;
}

function normalizeCard(
  card: CardReading,
  registry: Registry,
  modelOf: (claim: Claim) => string,
  diagnostics: Diagnostic[],
): Read[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of card.claims) {
    const group = groups.get(claim.group);
    if (group) group.push(claim);
    else groups.set(claim.group, [claim]);
  }
  const read = new Map<Claim, Read>();
  const warned = new Set<string>();
  for (const group of groups.values()) {
    const suites = withoutRescaling(suiteOfGroup(group, registry), group, registry);
    const measures = group.map((claim) => measureOf(claim, suites, registry, areEmbeddings(card, group)));
    const scaled = scaleGroup(
      group.map((claim, index) => ({
        claim,
        entry: measures[index]?.entry,
        metric: measures[index]?.metric as string,
      })),
      registry,
    );
    group.forEach((claim, index) => {
      const measure = measures[index] as Measure;
      const scale = scaled[index] as Scaled;
      const place = {
        file: claimPlaceFile(claim, card.file),
        line: claim.source.line,
        column: claim.source.column,
        endColumn: claim.source.column + Math.max(1, claim.source.raw.length),
      };
      if (
        measure.entry === undefined &&
        claim.status === 'accepted' &&
        !warned.has(measure.benchmark) &&
        measure.metric !== 'average'
      ) {
        warned.add(measure.benchmark);
        diagnostics.push(
          diagnose(
            'normalize/unknown-benchmark',
            place,
            `"${claim.benchmark_as_written}" is not in the registry.`,
          ),
        );
      }
      const unknown = `metric ${measure.metric}`;
      if (!measure.metricKnown && claim.status === 'accepted' && !warned.has(unknown)) {
        warned.add(unknown);
        diagnostics.push(
          diagnose(
            'normalize/unknown-metric',
            place,
            `"${claim.metric_as_written ?? measure.metric}" is not in the registry.`,
          ),
        );
      }
      const rescaled = `scale ${claim.group}`;
      if (scale.because !== null && claim.status === 'accepted' && !warned.has(rescaled)) {
        warned.add(rescaled);
        diagnostics.push(
          diagnose(
            'normalize/scale',
            place,
            `${claim.value} is ${scale.score} %: every percentage of its table lies between -1 and 1.`,
          ),
        );
      }
      if (!scale.inRange && claim.status === 'accepted') {
        diagnostics.push(
          diagnose(
            'normalize/out-of-range',
            place,
            `${claim.value} lies outside the range of ${measure.entry?.name ?? 'a percentage'}: the claim is held.`,
          ),
        );
      }
      const because = [
        ...claim.because,
        ...measure.because,
        ...(scale.because ? [scale.because] : []),
        ...(scale.inRange ? [] : ["held: outside the benchmark's range"]),
      ];
      read.set(claim, {
        measure,
        scaled: scale,
        claim: {
          ...claim,
          because,
          confidence: scale.inRange ? claim.confidence : Math.min(claim.confidence, 0.5),
          status: scale.inRange ? claim.status : 'held',
          model: modelOf(claim),
          benchmark: measure.benchmark,
          metric: measure.metric,
          score: scale.score,
          unit: scale.unit,
        },
      });
    });
  }
  return card.claims.map((claim) => read.get(claim) as Read);
}

function describeBenchmarks(
  results: readonly Result[],
  unlisted: ReadonlyMap<string, { label: string; unit: string }>,
  registry: Registry,
): BenchmarkRecord[] {
  const counts = new Map<string, number>();
  for (const result of results) counts.set(result.benchmark, (counts.get(result.benchmark) ?? 0) + 1);
  const suitesOf = (id: string) =>
    registry.suites
      .filter((suite) => suite.id === id || suite.members.some((member) => member.benchmark === id))
      .map((suite) => suite.id);
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, count]): BenchmarkRecord => {
      const entry = registry.benchmark(id);
      const known = unlisted.get(id);
      return {
        id,
        name: entry?.name ?? known?.label ?? id,
        listed: entry !== undefined,
        category: entry?.category ?? 'unlisted',
        metric: entry?.metric ?? 'score',
        unit: entry?.unit ?? known?.unit ?? 'number',
        range: entry?.range ?? [null, null],
        higher_is_better: entry ? entry.higher_is_better : null,
        random_baseline: entry?.random_baseline ?? null,
        baseline_source: entry?.baseline_source ?? null,
        shots: entry?.shots ?? null,
        dataset: entry?.dataset ?? null,
        home: entry?.home ?? null,
        harness_task: entry?.harness_task ?? null,
        description: entry?.description ?? '',
        note: entry?.note ?? null,
        suites: suitesOf(id),
        results: count,
      };
    });
}
