/** Merges claims of one thing into results: the same number is one value with several sources, another is kept beside it. */
import { type Claim, claimId, compareClaims } from '../core/claim.ts';
import { compareText } from '../core/compare.ts';
import { foldCase } from '../core/fold.ts';
import { shortHash } from '../core/hash.ts';
import type { Origin, Result, ResultValue } from '../core/result.ts';
import { plainSplit } from '../core/split.ts';

/** A normalised, accepted claim with what only merging needs to know. */
export interface MergeInput {
  readonly claim: Claim;
  readonly shots: number | null;
  readonly shotsInferred: boolean;
  readonly setting: string | null;
  readonly decimals: number;
  /** In the score's scale. */
  readonly stderr: number | null;
}

/** Who measured: a claim that names its source is a leaderboard's. */
function originOf(claim: Claim): Origin {
  if (claim.origin_name !== null || claim.origin_url !== null) return 'leaderboard';
  return claim.subject === 'self' ? 'self-reported' : 'third-party';
}

const ORIGIN_ORDER: Readonly<Record<Origin, number>> = {
  leaderboard: 0,
  'self-reported': 1,
  'third-party': 2,
};

/** Two numbers agree where the coarser one is a rounding of the other. */
function agree(a: { score: number; decimals: number }, b: { score: number; decimals: number }): boolean {
  return Math.abs(a.score - b.score) <= 0.5 * 10 ** -Math.min(a.decimals, b.decimals) + 1e-9;
}

/** `inputs` in any order; the outcome does not depend on it. */
export function mergeClaims(inputs: readonly MergeInput[]): Result[] {
  const ordered = [...inputs].sort((a, b) => compareClaims(a.claim, b.claim));
  const groups = new Map<string, MergeInput[]>();
  for (const input of adoptStatedShots(ordered)) {
    const { claim } = input;
    const key = [
      claim.model,
      claim.benchmark,
      claim.metric,
      input.shots ?? '',
      foldCase(input.setting ?? ''),
    ].join('\u0000');
    const group = groups.get(key);
    if (group) group.push(input);
    else groups.set(key, [input]);
  }
  const results: Result[] = [];
  for (const group of groups.values()) for (const split of bySplit(group)) results.push(resultOf(split));
  return results.sort(
    (a, b) =>
      compareText(a.model, b.model) ||
      compareText(a.benchmark, b.benchmark) ||
      compareText(a.metric, b.metric) ||
      compareText(a.id, b.id),
  );
}

/** A number without shots is the one with shots where the same card gives both and they agree: metadata and table. */
function adoptStatedShots(inputs: readonly MergeInput[]): MergeInput[] {
  const stated = new Map<string, MergeInput[]>();
  const keyOf = ({ claim, setting }: MergeInput) =>
    [claim.card, claim.model, claim.benchmark, claim.metric, foldCase(setting ?? '')].join('\u0000');
  for (const input of inputs) {
    if (input.shots === null) continue;
    const list = stated.get(keyOf(input));
    if (list) list.push(input);
    else stated.set(keyOf(input), [input]);
  }
  return inputs.map((input) => {
    if (input.shots !== null) return input;
    const same = (stated.get(keyOf(input)) ?? []).filter((other) =>
      agree(
        { score: other.claim.score as number, decimals: other.decimals },
        { score: input.claim.score as number, decimals: input.decimals },
      ),
    );
    const shots = new Set(same.map((other) => other.shots));
    return shots.size === 1 ? { ...input, shots: [...shots][0] as number, shotsInferred: true } : input;
  });
}

/** Claims that name no split belong to the only split that others name; where several are named they stand alone. */
function bySplit(group: readonly MergeInput[]): MergeInput[][] {
  const splits = new Map<string, MergeInput[]>();
  const open: MergeInput[] = [];
  for (const input of group) {
    const split = input.claim.split === null ? null : plainSplit(input.claim.split);
    if (split === null) open.push(input);
    else if (splits.has(split)) splits.get(split)?.push(input);
    else splits.set(split, [input]);
  }
  const named = [...splits.values()];
  if (named.length === 0) return [open];
  if (named.length === 1) return [[...(named[0] as MergeInput[]), ...open]];
  return open.length > 0 ? [...named, open] : named;
}

/**
 * The headline is the first by: who measured (a leaderboard, the card itself, a third party), the later of the days that
 * claims give, the more digits, metadata before the body, and place.
 */
function resultOf(group: readonly MergeInput[]): Result {
  const ranked = [...group].sort(
    (a, b) =>
      ORIGIN_ORDER[originOf(a.claim)] - ORIGIN_ORDER[originOf(b.claim)] ||
      compareText(b.claim.date ?? '', a.claim.date ?? '') ||
      b.decimals - a.decimals ||
      Number(a.claim.source.kind !== 'front-matter') - Number(b.claim.source.kind !== 'front-matter') ||
      compareClaims(a.claim, b.claim),
  );
  const values: { lead: MergeInput; claims: MergeInput[] }[] = [];
  for (const input of ranked) {
    const mine = { score: input.claim.score as number, decimals: input.decimals };
    const same = values.find(({ lead }) =>
      agree({ score: lead.claim.score as number, decimals: lead.decimals }, mine),
    );
    if (same) same.claims.push(input);
    else values.push({ lead: input, claims: [input] });
  }
  const made: ResultValue[] = values.map(({ lead, claims }) => ({
    score: lead.claim.score as number,
    stderr: claims.find((input) => input.stderr !== null)?.stderr ?? null,
    decimals: lead.decimals,
    origin: originOf(lead.claim),
    claims: claims.map(({ claim }) => claimId(claim)),
  }));
  const lead = values[0]?.lead as MergeInput;
  const headline = made[0] as ResultValue;
  const { claim } = lead;
  const written = ranked.find((input) => input.claim.split !== null)?.claim.split ?? null;
  const split = written === null ? null : plainSplit(written);
  const scores = made.map((value) => value.score);
  const key = [
    claim.model,
    claim.benchmark,
    claim.metric,
    lead.shots ?? '',
    foldCase(lead.setting ?? ''),
    split ?? '',
  ];
  return {
    id: shortHash(key.join('\u0000')),
    model: claim.model as string,
    benchmark: claim.benchmark as string,
    metric: claim.metric as string,
    shots: lead.shots,
    shots_inferred: ranked.every((input) => input.shotsInferred),
    setting: lead.setting,
    split,
    score: headline.score,
    unit: claim.unit as string,
    stderr: headline.stderr,
    decimals: headline.decimals,
    origin: headline.origin,
    claims: made.flatMap((value) => value.claims),
    values: made,
    spread: Number((Math.max(...scores) - Math.min(...scores)).toPrecision(10)),
  };
}
