/** Reads headings: which words of them name a benchmark, a stage of a model, a language, and which say nothing. */
const FILLER =
  /^(?:evaluations?|evals?|results?|scores?|benchmarks?|benchmarking|performances?|metrics?|numbers|details|data ?sets?|tables?|the|our|on|of|for|and|average|main|detailed|full|summary|overview|comparison|analysis|testing|test|tested|reported|official|accuracy|with|vs\.?)$/i;

/** Headings of every card, which name no benchmark. */
const GENERIC_TITLE =
  /^(?:introduction|sets?|system info|model(?: card| details| description| zoo| summary| overview| family| list| structure| sizes?)?|hyper-?parameters?.*|.*(?<!multi[- ])\blabels?\b.*|.{3,} models|(?:other|more|further|additional|misc\w*) .*|per[- ](?:entit(?:y|ies)|class(?:es)?|labels?|categor(?:y|ies)|languages?)(?: .*)?|usage|intended .*|limitations?.*|bias.*|risks?.*|how to .*|getting started|quick ?start|citation|license|licen[cs]ing|examples?|details|news|updates?|features?|highlights?|metadata|appendix|notes?|general|others?|downloads?|(?:base|chat|instruct|instruction[- ]tuned|pre-?trained) models?|train.*|pre-?train.*|post-?train.*|fine-?tun.*|quanti[sz].*|english|chinese|multilingual|code|math|reasoning|vision|text|speech|in[- ]domain|out[- ]of[- ]domain|zero-shot|few-shot|data(?:sets?)?|architecture|technical .*|inference.*|deployment.*|install.*|requirements.*|hardware.*|software.*|environment.*|prompt.*|sample.*|demo|faq|future .*|roadmap|changelog|responsib.*|safety.*|ethic.*|disclaimer|release.*|community.*|(?:provided )?files.*|tokenizer.*|vocab.*|contact.*|contributors?|authors?|acknowledg.*|references?|abstract|overview|summary|click.*|expand.*|show.*|see .*|view.*|more .*|full .*|methodology|methods?|approach|uses?|use cases?|.*\bmodel (?:card|details)\b.*)$/i;

/** A heading that says which kind of the models below is measured: a base and an instruct model may share a name. */
export const STAGE_TITLE =
  /^((?:base|pre-?trained|base pre-?trained|instruct|instruction[- ]tuned|instruction[- ]finetuned|chat|fine-?tuned|quantized|post-?trained|reasoning|thinking|non-?thinking))(?:[- ]?(?:models?|variants?|versions?|mode|llms?))?(?: (?:evaluations?|results|performance|benchmarks?))*$/i;

export function isTitle(core: string): boolean {
  return (
    core.length >= 3 &&
    core.length <= 60 &&
    core.split(' ').length <= 6 &&
    /\p{L}/u.test(core) &&
    !/[?？]$/.test(core) &&
    !GENERIC_TITLE.test(core)
  );
}

/** A heading without the words that every results heading has: "MT-Bench results" → "MT-Bench". */
export function coreOfHeading(text: string): string {
  const words = text
    .replace(/^(?:table|fig(?:ure)?\.?)\s*\d+\s*[:.]\s*/i, '')
    .replace(/^[\d.]+\s+/, '')
    .replace(/(?<=[A-Za-z\d])\s*(?:各项)?(?:评测|测评|评估|分数|得分|结果|性能|榜单)+$/u, '')
    .replace(/\p{Extended_Pictographic}|\u{FE0F}/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[:：\-–—|&(]+$/g, ''))
    .filter((word) => word !== '');
  while (words.length > 0 && FILLER.test((words[0] as string).replace(/[:：,]$/, ''))) words.shift();
  while (words.length > 0 && FILLER.test((words[words.length - 1] as string).replace(/[:：,]$/, ''))) {
    // "Sentiment analysis" is a task by that name.
    if (/^(?:sentiment|aspect|emotion|stance)$/i.test(words[words.length - 2] ?? '')) break;
    words.pop();
  }
  return words.join(' ').replace(/^[\s:：\-–—|&]+|[\s:：\-–—|&]+$/g, '');
}

/** "2. [Line Retrieval](…)" on the line above a table is its title. */
export function numberedTitle(text: string): string | null {
  const line = /^\d{1,2}[.)]\s+(.{3,200})$/.exec(text)?.[1];
  const core = line ? coreOfHeading(line.replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')) : '';
  return isTitle(core) && !/[.!?。]$/.test(core) ? core : null;
}

/** A list's item right above a table, of few words and no sentence: "- BEIR"; null otherwise. */
export function itemTitle(text: string): string | null {
  if (text.length > 40 || /[.!?。:：]$|[:：=]\s|\d\.\d|\d\s*%|\s\d+$/.test(text)) return null;
  const core = coreOfHeading(text);
  return isTitle(core) && core.split(' ').length <= 4 ? core : null;
}

/** Headings over what a data set holds: its numbers are counts. */
const ABOUT_DATA =
  /^(?:the )?(?:training |evaluation |fine-?tuning |pre-?training )?(?:data ?sets?|data|corpus|corpora)(?: (?:information|info|statistics|stats|details|size|sizes|description|overview|splits?|summary|composition|mixture|distribution))?s?$|\b(?:data ?set|corpus|label|class) (?:information|statistics|stats|distribution)\b/i;

/** True for a heading that speaks of data and of nothing measured on it. */
export function isAboutData(heading: string): boolean {
  return ABOUT_DATA.test(
    heading
      .replace(/[^\p{L}\s-]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** "mT5-small fine-tuned on German MLSUM": what the card's title says that the model was trained on; else null. */
export function trainedOnInTitle(title: string): string | null {
  const found = /\b(?:fine-?tuned|trained) (?:on|for|with) (?:the )?([^()[\],:]{2,60})/i.exec(title);
  const name = found?.[1]?.replace(/\s+data ?sets?\b.*$/i, '').trim() ?? '';
  return name !== '' && /[\p{Lu}\d]/u.test(name) && name.split(/\s+/).length <= 4 ? name : null;
}

const ON =
  /\b(?:results?|evaluat\w+|performance|scores?|accuracy|fine-?tun\w+|transfer|tested|comparison|classification|detection|segmentation|recognition|retrieval|answering|translation|summari[sz]ation|modell?ing|understanding|reasoning|tagging|matching|estimation|captioning|similarity|inference|completion|generation) (?:on|for|of) (.+)$/i;

/** What a heading says that something was measured on: "Results on SQuAD", "Object Detection on COCO"; else null. */
export function measuredOn({
  depth,
  text,
}: {
  readonly depth: number;
  readonly text: string;
}): string | null {
  if (depth === 1) return null;
  // Bold words over a table are its title as a whole.
  return depth > 6 ? text : (ON.exec(text)?.[1] ?? null);
}
