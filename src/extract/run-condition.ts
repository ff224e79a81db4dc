/** Tells a model's name from what authors write behind it of how the model was run: "Demo-7B (thinking)", "Demo-7B w/o CoT". */
import { tidy } from '../core/fold.ts';

/**
 * What changes a run, not the weights. Training words (LoRA, DPO, SFT) and number formats are missing on purpose:
 * they make another model.
 */
const CONDITION = new RegExp(
  `^(?:${[
    '(?:non?[- ]?|without |with )?(?:thinking|think|reasoning)(?:[- ]?(?:mode|on|off|enabled|disabled))?',
    '(?:low|medium|high|max|minimal)(?:[- ](?:effort|reasoning|thinking))?',
    '(?:zero-shot |few-shot )?(?:cot|chain[- ]of[- ]thoughts?)(?: prompt(?:ing)?)?',
    'self[- ]consistency(?: ?@ ?\\d+)?',
    '(?:maj(?:ority)?|cons|best|avg|pass|bon|rm) ?@ ?\\d+k?',
    'best[- ]of[- ]\\w+|majority vot(?:e|ing)|voting',
    'greedy(?: (?:decoding|search))?|sampling|beam search|beam \\d+|temp(?:erature)?[ =]*[\\d.]+|t ?= ?[\\d.]+',
    '(?:web |google )?(?:search|retrieval|rag)',
    '(?:tools?|tool[- ]use|python|code interpreter|tir)',
    '(?:(?:\\d|n)[- ]?gram |kenlm |external )?(?:lm|language model)',
    '(?:re-?rank(?:er|ing)?)',
    '(?:system )?prompt(?:ing)?|chat template|feedback',
    '(?:\\d{1,2}|zero|one|few)[- ]shot',
    'test[- ]time [a-z]+(?: [a-z]+)?|tta',
  ].join('|')})$`,
  'i',
);

export interface RunName {
  readonly name: string;
  /** As written, "w/o" included: "thinking", "w/o CoT", "self-consistency". */
  readonly condition: string;
}

/** Splits a name into the model and how it was run; null where nothing behind the name says so. Linear in its length. */
export function splitRunCondition(text: string): RunName | null {
  const written = tidy(text.slice(0, 200));
  const bracket = /^(.{2,}?)\s*[([（]([^()[\]（）]{1,40})[)\]）]$/u.exec(written);
  if (bracket) return split(bracket[1], bracket[2] as string);
  const added = /^(.{2,}?)\s+(?:\+|w\/(?!\s?o\b)|with)\s*([\p{L}\d].{0,39})$/iu.exec(written);
  if (added) return split(added[1], added[2] as string);
  const left = /^(.{2,}?)\s+((?:w\/\s?o|without|no)\s+[\p{L}\d].{0,39})$/iu.exec(written);
  if (left) return split(left[1], left[2] as string);
  return null;
}

function split(name: string | undefined, condition: string): RunName | null {
  const plain = condition.replace(/^(?:with|without|w\/\s?o|w\/|no|\+)\s+/i, '');
  return CONDITION.test(tidy(condition)) || CONDITION.test(tidy(plain))
    ? { name: tidy(name ?? ''), condition: tidy(condition) }
    : null;
}

/** How the text was searched for: rows of speech recognisers and of translators are called so. */
const DECODING =
  /^(?:(?:modified|fast|ctc|attention|plain|normal|standard|joint|label-synchronous)[\s_-]+)*(?:greedy(?:[\s_-]+(?:decoding|search|decode))?|beam[\s_-]*(?:search)?[\s_-]*\d*|(?:beam|prefix beam|nucleus|viterbi)[\s_-]+(?:search|decoding|sampling)(?:[\s_-]+\w+)?|(?:n-?gram|(?:whole[- ])?lattice|attention|transformer|rnn|nbest|lm|ctc)[\s_-]+(?:\w+[\s_-]+)?(?:rescor(?:e|ing)|decod(?:er|ing)|oracle)|ctc[\s_-]?decoding|1best|(?:zero|few)-shot (?:cot|prompting)|(?:direct|cot|standard|chain[- ]of[- ]thought) (?:prompting|decoding|answering))$/i;

/** True for a label that is a way of decoding, a remark behind it aside: "modified_beam_search", "beam search (size 4)". */
export function isDecoding(label: string): boolean {
  return DECODING.test(tidy(label.slice(0, 200)).replace(/\s*[([][^()[\]]*[)\]]$/, ''));
}

/** The conditions that the brackets of a title state: "Reasoning (with CoT, greedy)". */
export function conditionsInBrackets(title: string): string[] {
  return [...title.slice(0, 300).matchAll(/[([（]([^()[\]（）]{2,80})[)\]）]/gu)].flatMap(([, inside]) =>
    (inside as string)
      .split(/\s*[,;，；]\s*|\s+\+\s+/)
      .map(tidy)
      .filter((part) => CONDITION.test(part.replace(/^(?:with|using|w\/)\s+/i, '')) || isDecoding(part)),
  );
}

/** True for a label that says with or without what a model was run, and nothing else: "Without LM", "w/ tools (greedy)". */
export function isRunCondition(label: string): boolean {
  const plain = tidy(label.slice(0, 200)).replace(/\s*[([][^()[\]]*[)\]]$/, '');
  const said = /^(?:with|without|w\/\s?o|w\/|no)\s+(.+)$/i.exec(plain)?.[1];
  return said !== undefined && CONDITION.test(said);
}
