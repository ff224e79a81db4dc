/** Collects what is to be said about a search while it is read. */
import type { QueryMessage, QueryMessageCode } from './types.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A known name that is near, and what to write to use it. */
export interface Near {
  readonly named: string;
  readonly write: string;
}

export interface Remarks {
  readonly messages: readonly QueryMessage[];
  /** Says something about a place; the search goes on without it unless `kept`. */
  say(
    code: QueryMessageCode,
    place: Place,
    values?: Readonly<Record<string, string>>,
    more?: { readonly near?: Near | null; readonly kept?: boolean },
  ): void;
  /** What `look` finds, or null once enough has been looked for. */
  afford<T>(look: () => T): T | null;
}

/** So many names that are not known are compared with all that are; further ones are only said not to be known. */
const MOST_LOOKS = 20;

export function makeRemarks(): Remarks {
  const messages: QueryMessage[] = [];
  let looks = 0;
  return {
    messages,
    say(code, { start, end }, values = {}, { near = null, kept = false } = {}) {
      messages.push({
        code,
        start,
        end,
        key: `query.${code}${near === null ? '' : '-near'}`,
        values: near === null ? values : { ...values, near: near.named },
        suggestion: near?.write ?? null,
        ignored: !kept,
      });
    },
    afford: (look) => (looks++ < MOST_LOOKS ? look() : null),
  };
}
