/** Finds the rows of a card that a published average may be the mean of. */
import { type Claim, compareClaims } from '../core/claim.ts';
import { foldCase } from '../core/fold.ts';
import type { Suite, SuiteMember } from '../registry/types.ts';

/** One card's accepted claims about one model that are no averages, by group. */
export type Groups = ReadonlyMap<string, readonly Claim[]>;

/**
 * The claims among which an average's rows are: its own table or list where that holds two members of the suite or
 * more; else the group of the card that holds most members, of equals the nearest above the average, then the nearest
 * below; else, where single claims all over the card hold more members than any group, all of them. Files beside the
 * card are asked only where the file of the average holds fewer than two members.
 */
export function rowsFor(average: Claim, suite: Suite, groups: Groups): readonly Claim[] {
  const ids = new Set(suite.members.map((member) => member.benchmark));
  const own = groups.get(average.group) ?? [];
  if (count(own, ids) >= 2) return own;
  const all = [...groups.values()];
  const inFile = among(
    all.filter(([first]) => first?.source.file === average.source.file),
    average,
    ids,
  );
  return count(inFile, ids) >= 2 ? inFile : among(all, average, ids);
}

function among(
  groups: readonly (readonly Claim[])[],
  average: Claim,
  ids: ReadonlySet<string>,
): readonly Claim[] {
  const [best] = groups
    .map((claims) => ({ claims, members: count(claims, ids), ...distance(average, claims) }))
    .filter(({ members }) => members >= 2)
    .sort((a, b) => b.members - a.members || a.below - b.below || a.lines - b.lines);
  const everything = groups.flat();
  return best !== undefined && best.members >= count(everything, ids) ? best.claims : everything;
}

/** How many of the benchmarks the claims have. */
function count(claims: readonly Claim[], ids: ReadonlySet<string>): number {
  return new Set(claims.map((claim) => claim.benchmark).filter((id) => id !== null && ids.has(id))).size;
}

function distance(average: Claim, claims: readonly Claim[]): { below: number; lines: number } {
  if (claims[0]?.source.file !== average.source.file) return { below: 2, lines: 0 };
  const lines = claims.map((claim) => claim.source.line);
  const last = lines.reduce((a, b) => Math.max(a, b));
  if (last <= average.source.line) return { below: 0, lines: average.source.line - last };
  return { below: 1, lines: Math.abs(lines.reduce((a, b) => Math.min(a, b)) - average.source.line) };
}

// Leaderboards print exact match as accuracy.
const SAME_METRIC: Readonly<Record<string, string>> = { exact_match: 'acc' };
const metricOf = (id: string): string => SAME_METRIC[id] ?? id;

/**
 * The claim that stands for a member of a suite among the rows: of the first of `metrics` that the card gives; with
 * no metrics the member's own, or any that the card does not name itself. Undefined where there is none.
 */
export function rowOf(
  member: SuiteMember,
  metrics: readonly string[],
  rows: readonly Claim[],
  average: Claim,
): Claim | undefined {
  const settings = new Set([member.setting, average.setting].map((setting) => foldCase(setting ?? '')));
  const claims = rows
    .filter((claim) => claim.benchmark === member.benchmark && settings.has(foldCase(claim.setting ?? '')))
    .sort((a, b) => preference(a, member, average) - preference(b, member, average) || compareClaims(a, b));
  for (const metric of metrics.length > 0 ? metrics : [member.metric]) {
    const found = claims.find((claim) => metricOf(claim.metric ?? '') === metricOf(metric));
    if (found !== undefined) return found;
  }
  return metrics.length > 0 ? undefined : claims.find((claim) => claim.metric_as_written === null);
}

/** The lower the better: the member's own shots first, then the nearest to the average. */
function preference(claim: Claim, member: SuiteMember, average: Claim): number {
  const shots = claim.shots === member.shots ? 0 : claim.shots === null || member.shots === null ? 1 : 2;
  const away = claim.source.file === average.source.file ? 0 : 1e8;
  return shots * 1e9 + away + Math.abs(claim.source.line - average.source.line);
}
