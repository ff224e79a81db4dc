/** Reads the paragraph or the list's item right above a table: words in bold, a short title, the last sentence. */
import { platformIn } from '../core/platforms.ts';
import type { Registry } from '../registry/types.ts';
import { type Context, lastSentence } from './context.ts';
import { type FoundAround, strongLabel } from './found-around.ts';
import { isTitle, itemTitle, numberedTitle } from './headings.ts';
import { languageIn, onlyBenchmarkIn, shotsIn } from './mentions.ts';
import { splitIn } from './splits.ts';
import type { Subjects } from './subject.ts';
import { readTrained } from './trained.ts';
import { TURN } from './words.ts';

/** Fills in what the lead-in says and the table's own title does not. */
export function readLeadIn(
  context: Context,
  registry: Registry,
  subjects: Subjects,
  found: FoundAround,
): void {
  const { leadIn } = context;
  if (!leadIn) return;
  const { text, line } = leadIn;
  const strong = leadIn.strong ? strongLabel(leadIn.strong, registry) : null;
  if (strong?.benchmark && !found.benchmark) {
    found.benchmark = { label: strong, from: `the words in bold above (line ${line})` };
  } else if (!found.title && leadIn.strong && isTitle(leadIn.strong)) {
    found.title = { name: leadIn.strong, from: `the words in bold above (line ${line})`, near: true };
  }
  const item = leadIn.item ? itemTitle(text) : null;
  if (item !== null && !found.benchmark) {
    const from = `the list's item above (line ${line})`;
    if (registry.findSuites(item).length > 0) found.suite = { name: item, from };
    else if (!onlyBenchmarkIn(item, registry)) found.title ??= { name: item, from, near: true };
    if (found.suite || found.title?.name === item) found.settings.push(item);
  }
  // "########## First turn ##########", as a script prints it above each of its tables of one benchmark.
  const printed = /^#{7,}\s*([^#]{3,40}?)\s*#*$/.exec(text)?.[1];
  if (printed !== undefined) {
    if (TURN.test(printed)) found.settings.push(printed);
    const whole = onlyBenchmarkIn(context.above[0] ?? '', registry);
    if (whole) found.benchmark ??= { label: whole, from: 'the text above' };
  }
  const numbered = numberedTitle(text);
  if (!found.title && numbered !== null)
    found.title = { name: numbered, from: `the line above (line ${line})` };
  found.trained = readTrained(text, line);
  const sentence = lastSentence(text);
  if (sentence === '') return;
  const where = `the sentence above (line ${line})`;
  // What scores correlate with is not what they are of.
  const named = /\bcorrelat(?:e|es|ed|ing)\b/i.test(sentence)
    ? null
    : (onlyBenchmarkIn(sentence, registry) ?? onlyBenchmarkIn(text, registry));
  if (named && !found.benchmark) found.benchmark = { label: named, from: where };
  // What the card's model was made from is not what the numbers are about.
  const speaks = subjects.inSentence(sentence.replace(/\bversions? of \S+/i, ' '));
  if (speaks) found.model = { ...speaks, from: where };
  if (!found.metric && /contaminat/i.test(sentence))
    found.metric = { name: 'contamination', from: where, loose: false };
  found.shots ??= shotsIn(text);
  if (/\b(?:with|using|via|shot) (?:a )?(?:CoT|chain[- ]of[- ]thoughts?)\b/i.test(sentence))
    found.settings.push('CoT');
  found.split ??= splitIn(sentence);
  const platform = platformIn(text);
  if (platform !== null) found.settings.push(platform);
  const language = languageIn(sentence);
  if (language !== null) found.settings.push(language);
}
