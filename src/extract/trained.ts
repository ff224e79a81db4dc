/** Reads the sentence that training scripts write above their list of scores: the data set, and its part. */

/** On which data set a list of scores that follows was measured, and on which part of it. */
export interface Trained {
  /** Null where the sentence names none: headings may, or else the part is all that names it. */
  readonly dataset: string | null;
  readonly part: string | null;
  readonly from: string;
}

/** What training scripts print in the place of a data set that they were not told. */
const NO_DATASET =
  /^(?:an? |the )?(?:unkn?own|none|null|n\/a|following|custom|own|private|generator|imagefolder|audiofolder)$/i;

/** True for what stands in a sentence where the name of a data set should: "None", "unknown". */
export function isNoDataset(name: string): boolean {
  return NO_DATASET.test(name);
}

/** Names of the entries of such a list that are no scores: speeds, counts, the place in the training. */
const NO_SCORE =
  /run ?time|per second|^epoch$|^step$|steps$|gen len|^num|samples|^lr$|learning rate|train(?:ing)? loss|train(?:ing)? |time$|flos$|perplexity steps|^total|memory|preparation/i;

/** "… on the imdb dataset. It achieves the following results on the evaluation set:" leads to a list of scores. */
export function readTrained(text: string, line: number): Trained | null {
  const results =
    /following results(?: on (?:the |an? )?([\w ./-]{3,60}?(?:set|split|data|dataset))?)?\s*(?:\([^()]{0,200}\))?\s*[:.]?\s*$/i.exec(
      text,
    );
  if (!results) return null;
  const named = /\bon (?:the |an? )?(`?[\w./@+-]+(?: (?:[\w./@+-]+|&)){0,6}?`?) data ?sets?\b/i.exec(text);
  const dataset = (named?.[1] ?? '').replaceAll('`', '').trim();
  const part = results[1] ?? null;
  const from = `the sentence above (line ${line})`;
  return { dataset: dataset === '' || isNoDataset(dataset) ? null : dataset, part, from };
}

/** The metric that an entry of such a list names ("eval_f1" → "f1"), or null where it is no score. */
export function trainedMetric(label: string): string | null {
  const metric = label.replace(/^eval[_ ]/i, '');
  const words = metric.replaceAll('_', ' ');
  return NO_SCORE.test(words) || !/^[\p{L}\d][\p{L}\d@_ .:/()-]{0,40}$/u.test(metric) ? null : metric;
}
