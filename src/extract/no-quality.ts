/** Tells labels whose numbers measure no quality: sizes, speeds, energy, prices, counts, settings of training. */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';

/**
 * Each kind with the words that authors of model cards use for it. Patterns for whole labels are anchored, so that a
 * benchmark which merely holds such a word ("Long Context QA", "Energy") keeps its numbers.
 */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [
    'differences',
    /^(?:Δ|diff|delta|change|improvement|gain|increase|decrease|degradation|recovery|variation|vs\.?|speed ?up|relative)(?!\p{L})|Δ|[±+-]?\bdiff(?:erence)?\b|\brecovery\b|\bimprovements?\b|\b(?:gain|change)\b\s*(?:\(%\))?$|\b(?:accuracy|score|performance|relative|quality) drop\b|^drop \(%\)$|\branks?\b/iu,
  ],
  ['tests of significance', /\bp[- ]?values?\b|^(?:t|z|u|χ2|chi2?)[- ](?:statistics?|scores?|values?)$/iu],
  [
    'settings of training',
    /^(?:(?:peak|base|max(?:imum)?|min(?:imum)?|initial|final) )?(?:learning rate|lr)(?: .*)?$|^(?:l2 )?weight decay$|^warm ?up(?: .*)?$|\bbatch ?size\b|^(?:num(?:ber)?(?: of)? )?(?:train(?:ing)? )?epochs?(?: .*)?$|^gr(?:an)?d(?:ient)? acc.*|^(?:max )?grad(?:ient)?(?: clip.*| norm)$|^clip grad.*|^clip(?:ping)?$|^(?:random )?seed$|^(?:attention |hidden |residual |lora |embedding )?drop ?out(?: .*)?$|^(?:adam )?(?:beta ?\d?|betas|eps(?:ilon)?)$|^lora (?:r|rank|alpha|dropout)$|^(?:tp|pp|dp|ep|sp|cp) size$|^(?:tensor|pipeline|data|expert) parallel.*|^(?:max(?:imum)? |total |global |train(?:ing)? |warm ?up )?(?:steps?|iterations?)$|^warm ?up (?:steps|iterations?|ratio)$|^optimi[sz]er$|^(?:lr )?scheduler.*|^(?:max )?new tokens$|^max new tokens$|^temperature$|^top (?:k|p)$|^beams?(?: size)?$|^(?:train(?:ing)?|final train(?:ing)?) loss$/i,
  ],
  [
    'sizes',
    /^(?:(?:num(?:ber)?|no\.?|n)(?: of)? |# ?|total )?(?:attention |kv |key value |query |hidden |transformer |decoder |encoder |conv(?:olutional)? )?(?:layers?|heads?|blocks?|experts?)$|^(?:(?:hidden|embedding|embed|ffn) ?\/ ?)?(?:hidden|intermediate|ffn?|feed ?forward|embedding|embed|model|head|inner|kv|mlp|output|input|vector|latent) ?(?:dim(?:ension)?s?|sizes?|width)\b|^(?:matryoshka )?dim(?:ension)?s?$|^d ?(?:model|ff|kv|head)$|^(?:extended )?vocab(?:ulary)?(?: size)?(?: ?\([km]\))?$|\bparam(?:eter)?s?\b(?! tuning| golf)|\b[gmktp]?flops?\b|\bg?macs\b|^(?:model |file |disk |download |checkpoint |gguf )?size\b|\bsize\b.*\b[kmg]i?b\b|\bv?ram\b|\b(?:peak |gpu )?memory\b|^storage\b|\b[kmg]i?b\b|^维度$|参数量/i,
  ],
  [
    'lengths',
    /^(?:(?:max(?:imum)?|extended|train(?:ing)?|model max|avg|average|mean|input|output|prompt|response|total|native|supported|effective)\.? )*(?:(?:seq(?:uence)?|context|token|input|output|prompt|response|text|sentence|audio|document|doc)\.? (?:len(?:gth)?s?|window|size)|window size|max(?:imum)? len(?:gth)?|(?:extended|model max|avg|average) len(?:gth)?)\.?(?: \(.*\))?$|^序列长度$|^最大/i,
  ],
  [
    'speeds',
    /\b(?:tok(?:en)?s?|samples?|steps?|images?|img|frames?|requests?|req|words?|chars?|characters|it|queries|items?|docs?|documents?|sentences?|sents?|clips?|pages?)\s?(?:\/|per )\s?s(?:ec(?:ond)?s?)?\b|\bt\/s\b|\/\s*s(?:ec(?:ond)?s?)?\b|\b(?:qps|rps|fps|tps|rtfx?|ttft|tpot)\b|real[ -]time factor|\blatency\b|\bthroughput\b|^(?:\p{L}+ )?speed\b|\bspeed ?ups?\b|\brun ?time\b|\bwall ?clock\b|\(ms\)|\bms(?:$|\/)|\b(?:milliseconds?|secs|seconds|minutes?|hours?|hrs)\b|^time\b|\b(?:inference|train(?:ing)?|eval(?:uation)?|prefill|decod(?:e|ing)|generation|processing|load(?:ing)?|total|elapsed|run|wall|[gc]pu|avg\.?|average|mean|response|compute|build) time\b/iu,
  ],
  ['shares of a merge', /^contributions?(?: ?\(%\))?$/i],
  ['statistics of a tokenizer', /\bfertility\b|^(?:unknown|unk) (?:portion|rate|ratio|tokens?)$/i],
  ['rates of accepted drafts', /\baccept(?:ance|ed)?(?: (?:rates?|len(?:gths?)?|tokens?))?\b(?!ab)/i],
  [
    'energy',
    /\b(?:power|energy) ?(?:consumption|draw|usage|use|consumed|limit|per\b|\()|\b[kmg]?wh\b|\bco2|\bemissions?\b|\bcarbon\b|\bemitted\b|\bjoules?\b|\bwatts?\b|\(w\)$|\btdp\b/i,
  ],
  ['prices', /\bpric(?:e|ing)\b|\bcosts?\b|\$\s?\d|\(\s?(?:us)?\$[^()]*\)|(?:^|\s)\$(?:$|\s?\/)|\busd\b|€/i],
  [
    'counts',
    /^(?:no\. ?|nr\.? |num\.? |number of |total number of |# ?)(?!value)\p{L}|^n (?!shot)\p{L}|^(?:(?:train(?:ing)?|test|dev|validation|eval|total|avg\.?|average|unique|raw|filtered|correct|incorrect|truncated|failed) )*(?:samples?|examples?|instances|items|entries|questions|sentences|documents|utterances|speakers|tokens|words|messages|tweets|images|files|rows|clips|wins|losses|votes|downloads)(?: (?:count|kept|downloaded|used))?$|\b(?:train(?:ing)?|total) (?:tokens|samples|examples|images|hours)\b|^(?:has|no) ?ans[_ ]total$|^tokens (?:after|before|in|per|used|seen)\b|\bthresh(?:olds?)?\b|\bconfidence$/iu,
  ],
];

/** What the counts of a table of confusion are called among the kinds. */
export const CONFUSION_COUNTS = 'counts of right and wrong answers';

/** Spelt as authors do: "true_positives", "true posititves". */
const CONFUSION =
  /^(?:(?:num|n|total) )?(?:true|false) (?:posi\p{L}{1,7}|nega\p{L}{1,6}|pos|neg)(?: (?:counts?|cases))?$/iu;

/** "NER_LOSS", among the scores of a pipeline, is where the training of one of its parts ended. */
const PRINTED_LOSS = /^(?!(?:eval|evaluation|val|valid|validation|test|dev)_)\w{2,30}_loss$/i;

/** Sizes of a network as papers shorten them; some are codes of languages too, so that only several of them count. */
const ABBREVIATED_SIZE = /^(?:n[lh]|ff|d[ml]|kv|el|dl|l|h|a|ah|hs|ffn|#?params?|p)(?: ?\([\w/]{1,12}\))?$/i;

/**
 * What the numbers under or beside a label are, where they are surely no scores ("speeds"); null otherwise. A name
 * that the registry knows stands for its benchmark, whatever it sounds like. Linear in the label's length, of which 120
 * characters are looked at.
 */
export function otherThanQuality(label: string, registry: Registry): string | null {
  const text = tidy(label.slice(0, 120).replace(/[*`]/g, ''));
  // "2B Params" names a model by its size.
  if (text === '' || /^\d+(?:\.\d+)?[bm]\b/i.test(text)) return null;
  if (PRINTED_LOSS.test(text)) return 'losses of training';
  const known = registry.findBenchmark(text);
  if (known && !known.short) return null;
  const key = text.replace(/[_-]+/g, ' ');
  if (CONFUSION.test(key)) return CONFUSION_COUNTS;
  for (const [kind, pattern] of KINDS) if (pattern.test(key)) return kind;
  return null;
}

/** The same four in short; "TP" alone is how many devices share a model, too. */
const SHORT_CONFUSION = /^(?:tp|fp|fn|tn)s?$/i;

/**
 * The headers that speak in short of a network's sizes (three of "nl", "ff", "dm", "kv", "nh") or of a table of
 * confusion (three of "TP", "FP", "FN", "TN"): only their company tells what they are.
 */
export function abbreviatedCounts(headers: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const pattern of [ABBREVIATED_SIZE, SHORT_CONFUSION]) {
    const alike = headers.filter((header) => pattern.test(tidy(header)));
    if (alike.length >= 3) for (const header of alike) found.add(header);
  }
  return found;
}
