/** Understands a search: from its text to what it asks for, and what to say where it is not understood. */
import { tidy } from '../fold.ts';
import { readField } from './read-field.ts';
import { makeRemarks } from './remarks.ts';
import { type Piece, scanQuery } from './scan.ts';
import type { Filter, Query, QueryFields, QueryMessage } from './types.ts';
import { findField } from './vocabulary.ts';

export interface ParsedQuery {
  readonly query: Query;
  /** In the order of their places. */
  readonly messages: readonly QueryMessage[];
}

/** The page of a model on the Hub, as it is copied from there. */
const HUB_ADDRESS = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([^/?#]+\/[^/?#]+)/i;

/**
 * Understands the text of a search over rows that have `fields`. Never throws, and takes time linear in the length of
 * the text. What is not understood is left out, with a message that says so.
 */
export function parseQuery(text: string, fields: QueryFields): ParsedQuery {
  const remarks = makeRemarks();
  const alternatives: string[][] = [[]];
  const filters: Filter[] = [];
  for (const part of scanQuery(text, (name) => findField(fields, name)?.kind ?? null)) {
    if (part.kind === 'or') alternatives.push([]);
    else if (part.kind === 'stray')
      remarks.say('stray-sign', part, { sign: text.slice(part.start, part.end) });
    else if (part.kind === 'field') {
      const filter = readField(part, fields, remarks);
      if (filter !== null) filters.push(filter);
    } else {
      const { word } = part;
      if (!word.closed) {
        remarks.say('unclosed-quote', { start: word.start, end: word.start + 1 }, {}, { kept: true });
      }
      const name = nameOf(word);
      if (name === '') continue;
      if (part.not) filters.push({ kind: 'without', text: name });
      else (alternatives.at(-1) as string[]).push(name);
    }
  }
  return {
    query: { names: distinct(alternatives.filter((words) => words.length > 0)), filters: distinct(filters) },
    messages: [...remarks.messages].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

function nameOf(word: Piece): string {
  const name = tidy(word.text);
  return word.quoted ? name : (HUB_ADDRESS.exec(name)?.[1] ?? name);
}

/** Each once, where it stands first. */
function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
