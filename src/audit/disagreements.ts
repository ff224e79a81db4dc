/** Finds results for which claims give different numbers, and tells who differs from whom. */
import { type Claim, claimFile } from '../core/claim.ts';
import { foldCase, foldSeparators } from '../core/fold.ts';
import { decimalsOf, formatScore } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { AuditRuleId, Finding, Result, ResultValue } from '../core/result.ts';
import { halfUnit, isHundredfold } from './precision.ts';
import type { AuditInput, AuditRule } from './rule.ts';
import { isMetricCertain } from './stated-metric.ts';

/** Different numbers that a sentence names. */
const MOST_NAMED = 4;

/** Who differs: metadata and body of one card, the model's own card and others, or any two claims else. */
type Between = Extract<AuditRuleId, 'metadata' | 'other-card' | 'disagreement'>;
const ORDER: readonly Between[] = ['metadata', 'other-card', 'disagreement'];

/** Claims of one number that are looked at: the same card repeats itself in many others. */
const MOST_CLAIMS = 30;

/** One number with its claims. */
interface Side {
  readonly value: ResultValue;
  readonly claims: readonly Claim[];
}

/**
 * A rule that finds every result with a value that differs from the headline by more than rounding can explain: more
 * than half a unit of each one's last printed digit, so that 61.18 and 61.19, one cut and one rounded, still agree.
 * At least one pair of claims must be of one thing as far as can be seen; see `relationOf`. Each result is one rule's:
 * `metadata` where a card's front matter and its own body differ, else `other-card` where the model's own card and
 * another differ, else `disagreement`, where two cards about other models do. Two tables of one body are passed over:
 * they hold two runs far more often than a contradiction. So are averages, which rules of their own recompute,
 * benchmarks that the registry does not know, as their names mean something else in every card, and numbers a hundred
 * times each other, a doubt about the scale. `published` is the headline. The result's claims follow, the headline's
 * first.
 */
function disagreementRule(id: Between): AuditRule {
  return { id, find: (input) => input.results.flatMap((result) => findIn(result, id, input)) };
}

function findIn(result: Result, rule: Between, input: AuditInput): Finding[] {
  const known = input.benchmarkOf.get(result.benchmark);
  const values = differing(result);
  if (values.length === 0 || result.metric === 'average' || !known?.listed) return [];
  const sideOf = (value: ResultValue): Side => ({
    value,
    claims: value.claims
      .slice(0, MOST_CLAIMS)
      .flatMap((id) => input.claimOf.get(id) ?? [])
      .filter((claim) => isMetricCertain(claim, input.registry)),
  });
  const headline = sideOf(result.values[0] as ResultValue);
  const sides = values.map((value) => ({ side: sideOf(value), relations: new Set<Between>() }));
  const apart = labelsApart([headline, ...sides.map(({ side }) => side)]);
  for (const { side, relations } of sides)
    for (const a of headline.claims)
      for (const b of side.claims) {
        const relation = apart.has(labels(a, b)) ? null : relationOf(a, b);
        if (relation !== null) relations.add(relation);
      }
  if (ORDER.find((relation) => sides.some(({ relations }) => relations.has(relation))) !== rule) return [];
  const others = sides.filter(({ relations }) => relations.size > 0).map(({ side }) => side);
  return [
    {
      id: shortHash(`disagreement\n${result.id}`),
      rule,
      severity: 'warning',
      model: result.model,
      suite: null,
      benchmark: result.benchmark,
      message: sentence(result, known.name, [headline, ...others]),
      published: result.score,
      recomputed: null,
      by: null,
      alternatives: [],
      claims: result.claims,
    },
  ];
}

/** The values that no rounding makes the headline's. */
function differing(result: Result): readonly ResultValue[] {
  const [headline, ...others] = result.values;
  if (headline === undefined) return [];
  return others.filter((value) => {
    const rounding = halfUnit(tellingDigits(headline)) + halfUnit(tellingDigits(value));
    const apart = Math.abs(value.score - headline.score) > rounding + 1e-9;
    return apart && !(result.unit === 'percent' && isHundredfold(value.score, headline.score));
  });
}

/** Digits behind the point without closing zeros, which tables are filled up with: "29.60" may stand for 29.6. */
function tellingDigits({ score, decimals }: ResultValue): number {
  return Math.min(decimals, decimalsOf(score));
}

/** How two claims of different numbers stand to each other; null where they may well be of two things. */
function relationOf(a: Claim, b: Claim): Between | null {
  if (variantOf(a) !== variantOf(b)) return null;
  if (a.card === b.card) return inMetadata(a) !== inMetadata(b) && inCard(a) && inCard(b) ? 'metadata' : null;
  return a.subject !== b.subject ? 'other-card' : 'disagreement';
}

const inMetadata = (claim: Claim): boolean => claim.source.kind === 'front-matter';
const inCard = (claim: Claim): boolean => claim.source.file === null;

/** The names of two claims' benchmarks, in either order. */
function labels(a: Claim, b: Claim): string {
  const names = [a, b].map((claim) => foldSeparators(claim.benchmark_as_written)).sort();
  return names[0] === names[1] ? '' : names.join('\n');
}

/** Names that some table gives different numbers under: its author means two things by them. */
function labelsApart(sides: readonly Side[]): Set<string> {
  const apart = new Set<string>();
  const seen = new Map<string, Claim>();
  for (const { claims } of sides)
    for (const claim of claims) {
      const key = `${claim.card}\n${claim.group}\n${claim.model}`;
      const other = seen.get(key);
      if (other === undefined) seen.set(key, claim);
      else if (labels(claim, other) !== '') apart.add(labels(claim, other));
    }
  return apart;
}

/** The words of a model's name that tell its variants apart, sorted: a table's "Llama 2" is not "Llama 2 Chat". */
function variantOf(claim: Claim): string {
  const name = foldCase((claim.model_as_written ?? claim.model ?? '').slice(0, 300));
  return [...new Set(name.match(VARIANT) ?? [])].sort().join(' ');
}

const VARIANT =
  /(?<![a-z])(?:base|chat|instruct|it|sft|dpo|rlhf|gptq|awq|gguf|int4|int8|fp8|w8a8|w4a16)(?![a-z])/g;

function sentence(result: Result, benchmark: string, sides: readonly Side[]): string {
  const conditions = [
    result.metric,
    ...(result.shots === null ? [] : [`${result.shots}-shot`]),
    ...[result.setting, result.split].filter((condition) => condition !== null),
  ].join(', ');
  const said = sides.slice(0, MOST_NAMED).map(({ value, claims: [place] }) => {
    const source = place === undefined ? '' : ` (${claimFile(place)}, line ${place.source.line})`;
    return `${formatScore(value.score, value.decimals)}${source}`;
  });
  const more = sides.length > MOST_NAMED ? ` and ${sides.length - MOST_NAMED} more` : '';
  return `${benchmark} (${conditions}): claims give ${said.join(' and ')}${more}.`;
}

/** The card's own metadata against its own body. */
export const METADATA_DIFFERS: AuditRule = disagreementRule('metadata');

/** The model's own card against other cards. */
export const OTHER_CARD_DIFFERS: AuditRule = disagreementRule('other-card');

/** Any other two claims of one thing. */
export const DISAGREEMENT: AuditRule = disagreementRule('disagreement');
