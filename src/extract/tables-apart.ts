/**
 * Tells tables of one card apart that report the same things with different values: what differs in the headings they
 * stand under ("FP16", "INT8"; "Demo v1", "Demo v1.1") is a condition of their numbers.
 */
import { foldCase, tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import type { Draft } from './draft.ts';
import { coreOfHeading, isTitle } from './headings.ts';
import { meaningOf } from './twins.ts';

/** Two tables collide where at least so many of the smaller one's numbers stand for the same as numbers of the other. */
const FEWEST = 2;
const SHARE = 0.5;

/** The drafts in the same order; `registry` tells headings that name a suite or a benchmark, which are read already. */
export function tellTablesApart(drafts: readonly Draft[], registry: Registry): Draft[] {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!draft.under) continue;
    const group = groups.get(draft.group);
    if (group) group.push(draft);
    else groups.set(draft.group, [draft]);
  }
  const values = new Map<string, { group: string; value: number }[]>();
  for (const [group, members] of groups)
    for (const draft of members) {
      const meaning = meaningOf(draft);
      const others = values.get(meaning);
      if (others) others.push({ group, value: draft.value });
      else values.set(meaning, [{ group, value: draft.value }]);
    }
  const conditions = new Map<string, string>();
  for (const [group, members] of groups) {
    const rivals = new Map<string, number>();
    for (const draft of members) {
      const seen = new Set<string>();
      for (const other of (values.get(meaningOf(draft)) ?? []).slice(0, 20)) {
        if (other.group === group || seen.has(other.group) || isRounding(other.value, draft.value)) continue;
        seen.add(other.group);
        rivals.set(other.group, (rivals.get(other.group) ?? 0) + 1);
      }
    }
    for (const [rival, count] of rivals) {
      const smaller = Math.min(members.length, groups.get(rival)?.length ?? 0);
      if (count < FEWEST || count < smaller * SHARE) continue;
      const own = differing(members[0]?.under ?? [], groups.get(rival)?.[0]?.under ?? [], registry);
      if (own !== null) conditions.set(group, own);
    }
  }
  return drafts.map((draft) => {
    const condition = conditions.get(draft.group);
    return condition === undefined || !draft.under
      ? draft
      : {
          ...draft,
          settings: [...draft.settings, condition],
          because: [...draft.because, `'${condition}' tells its table from another of this card`],
        };
  });
}

/** True where two values are one, printed with different decimals. */
function isRounding(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.051 || (one !== 0 && Math.abs(one * 100 - other) <= 0.51);
}

/** The innermost heading of the first that the second does not stand under, where it says something of its own. */
function differing(own: readonly string[], other: readonly string[], registry: Registry): string | null {
  const shared = new Set(other.map(foldCase));
  for (const heading of [...own].reverse()) {
    if (shared.has(foldCase(heading))) continue;
    const core = coreOfHeading(heading);
    // Of a suite's two tables the remark says which: "Open LLM Leaderboard (autumn update)".
    const remark = /[([（]([^()[\]（）]{3,60})[)\]）]\s*$/u.exec(heading)?.[1];
    if (
      remark !== undefined &&
      registry.findSuites(heading.slice(0, heading.lastIndexOf(remark) - 1)).length > 0
    )
      return tidy(remark);
    if (!isTitle(core) || registry.findSuites(heading).length > 0 || registry.findBenchmark(core))
      return null;
    const whole = tidy(
      heading.replace(/^[\d.]+\s+/, '').replace(/\p{Extended_Pictographic}|\u{FE0F}/gu, ' '),
    );
    return whole.length <= 60 ? whole : core;
  }
  return null;
}
