/** What a careful reader takes from a fixture card (expected.yml), and how accepted claims differ from it. */
import { load } from 'js-yaml';
import type { Claim } from '../../src/core/claim.ts';
import { foldCase, foldSeparators } from '../../src/core/fold.ts';

/** One line of expected.yml: `[line, value, model or self, benchmark, metric, shots, setting]`; null says nothing. */
interface Expected {
  readonly line: number;
  readonly value: number;
  readonly model: string;
  readonly benchmark: string;
  readonly metric: string | null;
  readonly shots: number | null;
  readonly setting: string | null;
}

type NullableText = string | null | undefined;

/** Parses expected.yml; throws on a line that is not a list of five to seven entries, since that is a mistake here. */
export function readExpected(yaml: string): Expected[] {
  const entries = (load(yaml) ?? []) as unknown[];
  return entries.map((entry) => {
    if (!Array.isArray(entry) || entry.length < 4 || entry.length > 7)
      throw new Error(`Not an expected claim: ${JSON.stringify(entry)}`);
    const [line, value, model, benchmark, metric, shots, setting] = entry;
    if (typeof line !== 'number' || typeof value !== 'number' || typeof benchmark !== 'string')
      throw new Error(`Not an expected claim: ${JSON.stringify(entry)}`);
    return {
      line,
      value,
      model: String(model),
      benchmark,
      metric: metric ?? null,
      shots: shots ?? null,
      setting: setting ?? null,
    };
  });
}

/** One sentence a difference between the accepted claims of a card and what is expected; none where they agree. */
export function differences(claims: readonly Claim[], expected: readonly Expected[]): string[] {
  const accepted = byPlace(
    claims.filter(({ status }) => status === 'accepted'),
    (claim) => [claim.source.line, claim.value],
  );
  const wanted = byPlace(expected, ({ line, value }) => [line, value]);
  const found: string[] = [];
  for (const [place, claimsThere] of accepted) {
    const wantedThere = wanted.get(place) ?? [];
    for (const claim of claimsThere.slice(wantedThere.length))
      found.push(`${place}: not a result: ${describe(claim)}`);
  }
  for (const [place, wantedThere] of wanted) {
    const claimsThere = accepted.get(place) ?? [];
    wantedThere.forEach((want, index) => {
      const claim = claimsThere[index];
      if (!claim) found.push(`${place}: missing: ${want.model} | ${want.benchmark}`);
      else {
        const wrong = whatDiffers(claim, want);
        if (wrong.length > 0) found.push(`${place}: wrong ${wrong.join(', ')}: ${describe(claim)}`);
      }
    });
  }
  return found.sort((a, b) => Number.parseInt(a.slice(5), 10) - Number.parseInt(b.slice(5), 10));
}

/** Groups by line and value, in the order given: reading order tells equal numbers of one line apart. */
function byPlace<T>(items: readonly T[], placeOf: (item: T) => readonly [number, number]): Map<string, T[]> {
  const places = new Map<string, T[]>();
  for (const item of items) {
    const [line, value] = placeOf(item);
    const key = `line ${line}, ${value}`;
    places.set(key, [...(places.get(key) ?? []), item]);
  }
  return places;
}

function whatDiffers(claim: Claim, want: Expected): string[] {
  const wrong: string[] = [];
  if (!sameModel(claim, want.model)) wrong.push(`model (not ${want.model})`);
  if (!sameBenchmark(claim, want)) wrong.push(`benchmark (not ${want.benchmark})`);
  const said = wordsOf(
    claim.benchmark_as_written,
    claim.metric_as_written,
    claim.setting,
    claim.split,
    claim.suite_as_written,
  );
  if (want.metric !== null && !within(wordsOf(want.metric), said)) wrong.push(`metric (not ${want.metric})`);
  if (want.shots !== null && claim.shots !== want.shots) wrong.push(`shots (not ${want.shots})`);
  if (want.setting !== null && !within(wordsOf(want.setting), said))
    wrong.push(`setting (not ${want.setting})`);
  return wrong;
}

function sameModel(claim: Claim, model: string): boolean {
  if (model === 'self' || claim.subject === 'self') return model === 'self' && claim.subject === 'self';
  const names = [claim.model_as_written, claim.model].filter((name) => name !== null);
  return names.some((name) => foldSeparators(name) === foldSeparators(model));
}

/** The label is the expected one, or its words are spread over the claim's fields and none is foreign. */
function sameBenchmark(claim: Claim, want: Expected): boolean {
  if (foldSeparators(claim.benchmark_as_written) === foldSeparators(want.benchmark)) return true;
  const own = wordsOf(claim.benchmark_as_written);
  const said = wordsOf(
    claim.benchmark_as_written,
    claim.metric_as_written,
    claim.setting,
    claim.split,
    claim.suite_as_written,
  );
  const meant = wordsOf(want.benchmark, want.metric, want.setting);
  return own.size > 0 && within(wordsOf(want.benchmark), said) && within(own, meant);
}

function wordsOf(...texts: readonly NullableText[]): Set<string> {
  return new Set(
    texts.flatMap((text) =>
      foldCase(text ?? '')
        .split(/[^\p{L}\p{N}+@.%]+/u)
        .map((word) => word.replace(/^\.+|\.+$/g, ''))
        .filter((word) => word !== ''),
    ),
  );
}

function within(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((word) => all.has(word));
}

function describe(claim: Claim): string {
  const who = claim.subject === 'self' ? 'self' : claim.model_as_written;
  const conditions = [
    claim.metric_as_written,
    claim.shots === null ? null : `${claim.shots}-shot`,
    claim.setting,
    claim.split,
  ];
  return [who, claim.benchmark_as_written, ...conditions.map((condition) => condition ?? '–')].join(' | ');
}
