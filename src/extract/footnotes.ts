/** Reads what the notes below a table say of the labels that bear their marks: "MMLU*" and "* with CoT". */
import type { Registry } from '../registry/types.ts';
import { type LabelReading, readLabel } from './label.ts';
import { shotsIn } from './mentions.ts';
import { isDecoding } from './run-condition.ts';

/** Signs that authors put behind a label, and before the note that belongs to it. */
const MARK = /(?<![\p{L}\d*†‡§])([*†‡§]{1,3})(?=\s?[\p{L}\d])/gu;

/** Longer texts below a table are no notes. */
const MOST_TEXT = 1000;

/** Ways of prompting that a note may state within a sentence. */
const PROMPTING = /\b(?:cot|chain[- ]of[- ]thoughts?|greedy decoding|self-consistency|maj@\d+)\b/i;

/** The condition that a note states, as a label's reading with nothing but shots and settings. */
export type Footnotes = ReadonlyMap<string, Pick<LabelReading, 'shots' | 'settings'>>;

/** What each mark means, by the mark; marks whose note states no condition are left out. Linear in the text's length. */
export function footnotesIn(text: string | null, registry: Registry): Footnotes {
  const notes = new Map<string, Pick<LabelReading, 'shots' | 'settings'>>();
  if (text === null || text.length > MOST_TEXT) return notes;
  const marks = [...text.matchAll(MARK)];
  for (const [index, match] of marks.entries()) {
    const from = match.index + match[0].length;
    const said = text.slice(from, marks[index + 1]?.index ?? text.length).trim();
    const shots = shotsIn(said);
    const settings = conditionsOfNote(said, registry);
    const mark = match[1] as string;
    if ((shots !== null || settings.length > 0) && !notes.has(mark)) notes.set(mark, { shots, settings });
  }
  return notes;
}

function conditionsOfNote(said: string, registry: Registry): readonly string[] {
  const prompting = PROMPTING.exec(said)?.[0];
  if (prompting !== undefined) return [/cot|chain/i.test(prompting) ? 'CoT' : prompting];
  if (isDecoding(said)) return [said];
  const whole = readLabel(said.replace(/[.;]$/, ''), registry);
  return whole.name === '' ? whole.settings : [];
}

/** The mark at the end of a label as it is written in Markdown, or null: "MMLU*" and "**MMLU**<sup>*</sup>" have "*". */
export function markOf(raw: string): string | null {
  const plain = raw
    .slice(0, 300)
    .replace(/<[^<>]*>/g, '')
    .replace(/^\s*(\*{1,3})(.+?)\1/, '$2')
    .replace(/\\(?=[*†‡§])/g, '');
  return /[^\s*†‡§]\s*([*†‡§]{1,3})\s*$/u.exec(plain)?.[1] ?? null;
}
