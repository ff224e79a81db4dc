/** Reads what a title says is measured: "Exams (accuracy %)", "Classification (macro-F1; accuracy in brackets)". */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';

/** How authors say that a second number stands in brackets behind the first. */
const IN_BRACKETS =
  /\b(?:in|within) (?:parenthes[ei]s|brackets)\b|\b(?:entre|en) par[eéê]nt(?:eses|esis|hèses)\b|\bin klammern\b|括号(?:中|内)?/iu;

/** Words that every unknown metric's name ends with. */
const MEASURE = /\b(?:rate|accuracy|error|precision|recall|f1|correlation|score)\b/i;

export interface TitleMeasure {
  readonly metric: string | null;
  /** The metric of the number in brackets behind the first. */
  readonly inBrackets: string | null;
}

/** The metrics that the brackets of a title name, as written. */
export function measureInTitle(text: string, registry: Registry): TitleMeasure {
  let metric: string | null = null;
  let inBrackets: string | null = null;
  const named = new Set<string>();
  for (const bracket of text.matchAll(/[(（]([^()（）]{2,100})[)）]/g)) {
    for (const part of (bracket[1] as string).split(/[;；,，]/)) {
      const second = IN_BRACKETS.test(part);
      const name = tidy(part.replace(IN_BRACKETS, ' ').replace(/^\s*(?:em|in|as)\s|[%％]\s*$/gi, ' '));
      const word = /\b(?:precision|recall|f1|accuracy)\b/i.exec(name)?.[0].toLowerCase();
      if (!second && word !== undefined) named.add(word);
      if (!registry.findMetric(name)) continue;
      if (second) inBrackets ??= name;
      else metric ??= name;
    }
  }
  // "(precision, recall and F1)" lists what is measured: no one metric of all.
  return { metric: named.size > 1 ? null : metric, inBrackets };
}

/** A caption that is a metric's name though nobody lists it: "Executable rate of generated code (%)". */
export function metricAsTitle(text: string): string | null {
  const plain = tidy(text.replace(/[([]\s*%\s*[)\]]/g, ' ').replace(/[↑↓]/g, ' '));
  return MEASURE.test(plain) && plain.length <= 60 && !/\b(?:benchmark|results?|on|vs)\b/i.test(plain)
    ? plain
    : null;
}
