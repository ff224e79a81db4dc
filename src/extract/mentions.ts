/** Finds what a sentence or paragraph mentions: a benchmark, a metric, shots, a test set, an environment. */
import type { Registry } from '../registry/types.ts';
import { type LabelReading, readLabel } from './label.ts';
import { isLanguage } from './languages.ts';
import { isNoDataset } from './trained.ts';

/**
 * The one benchmark that a text names: the longest run of words that the registry knows; short aliases do not
 * count. Null where it names none, or several that are no parts of one another.
 */
export function onlyBenchmarkIn(text: string, registry: Registry): LabelReading | null {
  const words = text
    .replace(/[“”"`*]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 300);
  const taken = new Set<number>();
  const phrases = new Map<string, string>();
  for (let size = Math.min(5, words.length); size >= 1; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      if (taken.has(at) || taken.has(at + size - 1)) continue;
      const phrase = words
        .slice(at, at + size)
        .join(' ')
        .replace(/^[([{]+|[)\]}.,;:!?]+$/g, '');
      if (phrase.length < 3 || /^\p{Ll}+$/u.test(phrase)) continue;
      const found = registry.findBenchmark(phrase);
      if (!found || found.short) continue;
      for (let word = at; word < at + size; word++) taken.add(word);
      if (!phrases.has(found.entry.id)) phrases.set(found.entry.id, phrase);
    }
  }
  return phrases.size === 1 ? readLabel([...phrases.values()][0] as string, registry) : null;
}

/** What stands behind "on" in a heading: the one benchmark in it, or a short name ("COCO") that is all of it. */
export function benchmarkOn(text: string, registry: Registry): LabelReading | null {
  const within = onlyBenchmarkIn(text, registry);
  if (within) return within;
  const label = readLabel(text, registry);
  return label.benchmark?.how === 'exact' ? label : null;
}

/** Metrics that are no everyday words, so that a text which names one and only one speaks of the numbers below. */
const PLAIN_METRICS =
  /(?<![\p{L}\d])(accuracy|macro[- ]f1|micro[- ]f1|weighted[- ]f1|f1(?:[- ]scores?)?|wer|cer|bleu|sacrebleu|chrf\+{0,2}|rouge-?[12l]?|n?dcg@\d+|mrr@\d+|map@\d+|recall@\d+|pass@\d+|exact match|perplexity|spearman|pearson|miou|mean average precision|top-[15] accuracy|win rate|elo)s?(?![\p{L}\d@])/giu;

export function metricsIn(text: string, registry: Registry): string[] {
  const found = new Map<string, string>();
  for (const match of text.matchAll(PLAIN_METRICS)) {
    const name = match[1] as string;
    const id = registry.findMetric(name)?.entry.id ?? name.toLowerCase();
    if (!found.has(id)) found.set(id, name);
  }
  return [...found.values()];
}

/** "We report the acc_norm by default": what a text reports of all the results below, unless they say otherwise. */
export function metricOfAll(written: string, registry: Registry): string | null {
  const text = written.replace(/\\+\(|\\+\)|[${}]/g, '').replace(/_(?=\d)/g, '');
  const said =
    /\bwe (?:report|use|measure|compute)(?: the)? ([\w@-]{2,30}(?: [\w@-]{2,20}){0,2}?)(?: scores?)? (?:by default|throughout|for all (?:tasks|benchmarks|datasets|data sets|models)|on all (?:tasks|benchmarks|datasets|data sets)|as (?:the|our) (?:main |only |default |evaluation )?metric(?: for all)?)\b/i.exec(
      text,
    )?.[1];
  return said !== undefined && registry.findMetric(said) ? said : null;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  eight: 8,
  ten: 10,
};

/** The number of shots a text speaks of, where it speaks of one only. */
export function shotsIn(text: string): number | null {
  const harness = /\bnum_fewshot[:=]\s*(\d{1,2})\b/.exec(text);
  if (harness) return Number(harness[1]);
  const found = new Set(
    [...text.matchAll(/\b(\d{1,2}|zero|one|two|three|four|five|eight|ten)[- ]shot\b/gi)].map(
      ([, written]) => NUMBER_WORDS[(written as string).toLowerCase()] ?? Number(written),
    ),
  );
  return found.size === 1 ? ([...found][0] as number) : null;
}

const RUNS =
  /\b(mean|average[ds]?|best|median|medians|means|maximum)\b[^.]{0,60}?\b(?:of|over|across|for|from|out of) (?:the |all |our )?(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twenty)(?: (?:different|independent|random|separate|training|fine-?tuning|evaluation))* (runs|seeds|trials|repetitions|restarts)\b/i;

/** How several runs come to one number, where a text says so: "mean of 5 runs", "best of 3 seeds". */
export function runsIn(text: string): string | null {
  const found = RUNS.exec(text.slice(0, 1000));
  if (!found) return null;
  const [, kind = '', count = '', unit = ''] = found;
  const said = /^(?:mean|average)/i.test(kind) ? 'mean' : kind.toLowerCase().replace(/s$/, '');
  return `${said} of ${count.toLowerCase()} ${unit.toLowerCase()}`;
}

/** Who speaks of results as a whole: "all results below are …", "we evaluate … in a zero-shot setting". */
const OF_ALL =
  /\b(?:all|every|each|results?|numbers|evaluations?|evaluat(?:e|ed|ing)|reported?|perform(?:ed|ance)|measured|setting|settings|set-?up|framing|fashion|manner|protocol)\b/i;

/**
 * The shots that a text states of results as a whole, where it speaks of one number of shots only. A sentence that
 * mentions them of one benchmark, or of what a model can do, says nothing of the others; one that is about models of
 * other sizes than `ownSize` ("7b") is about other results.
 */
export function statedShots(text: string, ownSize: string | null, registry: Registry): number | null {
  if (!/shot/i.test(text)) return null;
  const sentences = text.split(/(?<=[.!?;。；])\s+/).filter((sentence) => {
    const sizes = [...sentence.matchAll(/\b(\d+(?:\.\d+)?b) (?:models?|versions?|variants?)\b/gi)].map(
      ([, size]) => (size as string).toLowerCase(),
    );
    return ownSize === null || sizes.length === 0 || sizes.includes(ownSize);
  });
  const shots = shotsIn(sentences.join(' '));
  if (shots === null) return null;
  const stated = sentences
    .filter((sentence) => shotsIn(sentence) !== null)
    .every((sentence) => OF_ALL.test(sentence) && !onlyBenchmarkIn(sentence, registry));
  return stated ? shots : null;
}

/** "For 7B models we use one-shot prompts. For 34B models …": shots by size, lower case; empty where sizes share them. */
export function shotsBySize(text: string): ReadonlyMap<string, number> {
  const bySize = new Map<string, number>();
  if (!/shot/i.test(text)) return bySize;
  for (const sentence of text.split(/(?<=[.!?;。；])\s+/)) {
    const shots = shotsIn(sentence);
    if (shots === null) continue;
    for (const [, size] of sentence.matchAll(/\b(\d+(?:\.\d+)?b) (?:models?|versions?|variants?)\b/gi))
      bySize.set((size as string).toLowerCase(), shots);
  }
  return bySize;
}

/** "evaluated on the GermanDPR test set": the last such name in a text; names have a capital or a digit. */
export function lastOn(text: string): string | null {
  const found = [
    ...text.matchAll(
      /\bon (?:the )?(?:benchmark|data ?set|test ?set|corpus) [“"`*]?((?=\S*[\p{Lu}\d])[\p{L}\d][\p{L}\d.+-]{2,40})/gu,
    ),
    ...text.matchAll(/\bon (?:the )?(\p{Lu}[\p{L}\d.+-]{2,40}) (?:TEST|DEV|test|dev)(?=[\s.,;:)]|$)/gu),
    ...text.matchAll(
      /\bon (?:the |our )?((?:[\w.+-]+ ){0,3}?[\w.+-]+) (?:test ?sets?|benchmarks?|data ?sets?|corpus|dev(?:elopment)? sets?|validation sets?)\b/gi,
    ),
  ];
  found.push(
    ...text.matchAll(
      /\bon (?:the |our |its )?(?:[\p{L}()-]+ ){0,2}(?:test|validation|dev|evaluation)[- ]?(?:data|sets?|splits?|subsets?|portions?|parts?) (?:of|from) (?:the )?(\p{Lu}[\p{L}\d.+-]*(?: \p{Lu}[\p{L}\d.+-]*| \d[\d.]*){0,3})/gu,
    ),
    ...text.matchAll(
      /\bagainst (?:the )?(?:benchmark|data ?set|test ?set|corpus)(?: test)?:?\s+[“"`*]?((?=\S*[\p{Lu}\d])[\p{L}\d][\p{L}\d.+-]{2,60})/gu,
    ),
  );
  const names = found
    .sort((one, other) => one.index - other.index)
    .map((match) => (match[1] as string).replace(/\.$/, ''))
    .filter(
      (name) =>
        /[\p{Lu}\d]/u.test(name) &&
        !isNoDataset(name) &&
        !/\band\b/i.test(name) &&
        !/^(?:our|the|a|all|these|this|several|various|following|public|standard)\b/i.test(name),
    );
  return names[names.length - 1] ?? null;
}

/** The language whose part of a benchmark a text speaks of: "on the Tamil test data of Common Voice". */
export function languageIn(text: string): string | null {
  const found = new Set(
    [
      ...text.matchAll(
        /\b(?:on|in) (?:the |our |its )?(\p{Lu}\p{L}+)(?: \([\w-]{2,7}\))? (?:test|validation|dev|evaluation|split|subset|portion|part|data)\b/gu,
      ),
    ]
      .map(([, name]) => name as string)
      .filter(isLanguage),
  );
  return found.size === 1 ? ([...found][0] as string) : null;
}

/** The last run of metrics apart by slashes in a text: "the columns hold PSNR/SSIM". */
export function pairIn(text: string, registry: Registry): string | null {
  let last: string | null = null;
  for (const [pair] of text.matchAll(
    /(?<![\w./:-])[A-Za-z][\w@.-]{1,20}(?:\/[A-Za-z][\w@.-]{1,20}){1,3}(?![\w/:-])/g,
  ))
    if (pair.split('/').every((name) => registry.findMetric(name.replace(/[.-]+$/, '')))) last = pair;
  return last;
}

/** "* Dataset: `tale-dev`": the last data set that a list states, but for what a model was trained on. */
function statedDataset(text: string): string | null {
  const found = [
    ...text.matchAll(/(?<!train(?:ing)? )\bdata ?set: `?([\p{L}\d][\p{L}\d_./-]{1,60})`?(?=$|[\s,;])/giu),
  ];
  const name = found[found.length - 1]?.[1] ?? null;
  return name === null || isNoDataset(name) ? null : name;
}

/** What a paragraph calls a benchmark, or names as the set that was tested on. */
export function measuredIn(
  text: string,
): { readonly name: string; readonly from: string; readonly near?: boolean } | null {
  const described =
    /(?:^|[.。]\s*)([\p{Lu}][\p{L}\d.-]{2,40}(?: [\p{Lu}\d][\p{L}\d.-]*)?) (?:\([^)]{1,60}\) )?is an? [^.]{0,120}?\b(?:benchmark|test set|evaluation set|leaderboard)\b/u.exec(
      text,
    );
  if (described) return { name: described[1] as string, from: 'the text above, which calls it a benchmark' };
  const task = /(?:^|[.:])\s*For the (\p{L}[\p{L} -]{3,50}?) tasks?,? /u.exec(text)?.[1];
  if (task !== undefined) return { name: task, from: 'the text above, which names the task', near: true };
  // "KorNLI로 학습한 후 KorSTS 평가 데이터셋으로 평가한 결과", "在 DemoQA 测试集上的结果".
  const tested =
    /(\p{Lu}[A-Za-z\d.+-]{2,40}) ?(?:평가|테스트) ?(?:데이터 ?셋|데이터|셋)|在 ?(\p{Lu}[A-Za-z\d.+-]{2,40}) ?(?:测试集|验证集)上/u.exec(
      text,
    );
  const named = tested?.[1] ?? tested?.[2];
  if (named !== undefined) return { name: named, from: 'the text above, which names the test set' };
  const on = statedDataset(text) ?? lastOn(text);
  return on === null ? null : { name: on, from: 'the text above, which names the test set' };
}

/** "a PPO agent playing **CartPole-v1**": the environment of reinforcement learning, which has a capital or a digit. */
export function playedIn(text: string): string | null {
  return (
    /\bagents? (?:[\w-]+ )?playing (?:in |on )?(?:the )?([\p{Lu}\d][\p{L}\d_./-]{2,60})/u
      .exec(text)?.[1]
      ?.replace(/\.$/, '') ?? null
  );
}

/** True where a text says that the numbers in brackets are standard deviations: "mean (standard deviation)". */
export function bracketsAreDeviations(text: string): boolean {
  return /[([]\s*(?:±\s*)?(?:standard deviations?|standard errors?|std\.?|s\.?d\.?|stdev)\s*[)\]]|\b(?:standard deviations?|standard errors?)\b[^.]{0,40}\b(?:in|within) (?:parenthes[ei]s|brackets)/i.test(
    text,
  );
}

/** "Trained on STS-B": the only benchmark that a text says a model was trained or tested on, by a short name too. */
export function tunedOn(text: string, registry: Registry): string | null {
  const names = new Set(
    [
      ...text.matchAll(
        /(?<![\p{L}-])(?:fine-?tuned|trained|tested|evaluated) on (?:the )?(\p{Lu}[\p{L}\d-]{2,40}(?: \d[\d.]*)?)(?![\p{L}\d-])/giu,
      ),
    ]
      .map(([, name]) => name as string)
      .filter((name) => registry.findBenchmark(name)?.how === 'exact'),
  );
  return names.size === 1 ? ([...names][0] as string) : null;
}
