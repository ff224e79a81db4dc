/** Collects what was read of a value and finishes it as a claim. */
import type { Claim, ClaimSource } from '../core/claim.ts';
import { tidy } from '../core/fold.ts';
import { splitFilter } from './metric-name.ts';

export interface Draft {
  readonly subject: 'self' | 'other';
  readonly model: string | null;
  /** The part of the model's name that stands where names do, where others add to it: "Llama 2" of "Llama 2 13B". */
  readonly modelWritten?: string | undefined;
  readonly benchmark: string;
  readonly metric: string | null;
  readonly shots: number | null;
  readonly settings: readonly string[];
  readonly split: string | null;
  readonly value: number;
  readonly percent: boolean;
  readonly stderr: number | null;
  readonly suite: string | null;
  readonly group: string;
  /** The headings above its table, the outermost first. */
  readonly under?: readonly string[];
  readonly source: Omit<ClaimSource, 'file'>;
  /** The file beside the card that it stands in, relative to the cards folder; none: the card itself. */
  readonly file?: string;
  readonly confidence: number;
  readonly because: readonly string[];
  readonly originName?: string | null;
  readonly originUrl?: string | null;
  readonly date?: string | null;
  readonly claimsVerification?: boolean;
}

/** Claims under this confidence are held. */
const ACCEPT_FROM = 0.7;

/** `card` is the path in the cards folder; the claim still wants normalising. */
export function finishClaim(card: string, draft: Draft): Claim {
  const metric = splitFilter(tidy(draft.metric ?? ''));
  const settings = [
    ...new Set([...draft.settings, metric.filter ?? ''].map(tidy).filter((setting) => setting !== '')),
  ];
  const accepted = draft.confidence >= ACCEPT_FROM;
  const { kind, ...place } = draft.source;
  return {
    card,
    subject: draft.subject,
    model_as_written: draft.model === null ? null : tidy(draft.modelWritten ?? draft.model),
    benchmark_as_written: tidy(draft.benchmark).slice(0, 300),
    metric_as_written: metric.name === '' ? null : metric.name.slice(0, 200),
    shots: draft.shots,
    setting: settings.length > 0 ? settings.join(', ') : null,
    split: draft.split,
    value: draft.value,
    unit_as_written: draft.percent ? 'percent' : null,
    stderr: draft.stderr,
    origin_name: draft.originName ?? null,
    origin_url: draft.originUrl ?? null,
    date: draft.date ?? null,
    claims_verification: draft.claimsVerification ?? false,
    suite_as_written: draft.suite,
    group: draft.group,
    source: { kind, file: draft.file ?? null, ...place },
    confidence: Math.round(Math.max(0, Math.min(1, draft.confidence)) * 100) / 100,
    because: draft.because,
    status: accepted ? 'accepted' : 'held',
    model: draft.modelWritten === undefined || draft.model === null ? null : tidy(draft.model),
    benchmark: null,
    metric: null,
    score: null,
    unit: null,
  };
}
