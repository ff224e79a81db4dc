/** Whose models the bare names of well-known families mean. Facts: the owners under which their makers publish on the Hub. */

/** A maker's name that is often written before a family's, and says no more than the family. */
export const MAKER_OF_FAMILY: readonly (readonly [maker: string, family: RegExp])[] = [
  ['meta', /^(?:code)?llama$/],
  ['openai', /^(?:gpt|o\d|chatgpt|text)$/],
  ['google', /^(?:gemma|gemini|palm)$/],
  ['anthropic', /^claude$/],
  ['microsoft', /^phi$/],
  ['alibaba', /^qwen$/],
];

/** The makers above where a name has them in brackets: "text-embedding-ada-002 (OpenAI)". */
export const MAKER_IN_BRACKETS = /\((?:meta|openai|google|anthropic|microsoft|alibaba)\)/g;

/** Families by their folded names (with any version, without size and variant), and the makers' owners in lower case. */
const MAKERS: readonly (readonly [family: RegExp, owners: readonly string[]])[] = [
  [/^llama[\d. ]*$/, ['meta-llama', 'facebook', 'meta']],
  [/^codellama(?:python)?$/, ['codellama', 'meta-llama', 'facebook']],
  [/^(?:mistral|mixtral)[\d. ]*$/, ['mistralai']],
  [/^qwen[\d. ]*(?:vl|coder|math)?$/, ['qwen']],
  [/^gemma[\d. ]*$/, ['google']],
  [/^phi[\d. ]*(?:mini|small|medium)?$/, ['microsoft']],
  [/^falcon[\d. ]*$/, ['tiiuae']],
  [/^mpt[\d. ]*$/, ['mosaicml']],
  [/^yi[\d. ]*$/, ['01-ai']],
  [/^deepseek(?:coder|math|llm|moe|v|r)?[\d. ]*$/, ['deepseek-ai']],
  [/^baichuan[\d. ]*$/, ['baichuan-inc']],
  [/^internlm[\d. ]*$/, ['internlm']],
  [/^(?:pythia|gptneo|gptj|gptneox|polyglotko)[\d. ]*$/, ['eleutherai']],
  [/^(?:bloom|bloomz|t0|t0pp?)[\d. ]*$/, ['bigscience']],
  [/^opt$/, ['facebook']],
  [/^starcoder(?:plus)?[\d. ]*$/, ['bigcode']],
  [/^olmo[\d. ]*$/, ['allenai']],
  [/^stablelm[\d. ]*$/, ['stabilityai']],
  [/^granite[\d. ]*$/, ['ibm-granite', 'ibm']],
  [/^(?:gpt2?[\d. ]*|gptoss)(?:medium|large|xl|small)?$/, ['openai-community', 'openai']],
  [/^(?:chatglm|glm)[\d. ]*$/, ['thudm', 'zai-org']],
  [/^bert(?:small|mini|tiny|medium|large)?(?:multilingual)?(?:un)?(?:cased)?$/, ['google-bert', 'google']],
  [
    /^(?:albert|electra|mobilebert|t5|mt5|flant5|byt5)(?:small|large|xl|xxl)?[\d. ]*$/,
    ['google', 'google-t5'],
  ],
  [/^(?:xlm)?roberta(?:large|xl|xxl)?$/, ['facebookai', 'facebook']],
  [
    /^(?:distilbert|distilroberta|distilgpt2)(?:multilingual)?(?:un)?(?:cased)?$/,
    ['distilbert', 'distilroberta', 'huggingface'],
  ],
  [/^bart(?:large)?$/, ['facebook']],
  [/^wav2vec2?.*xlsr? ?\d*$/, ['facebook']],
];

/** The owners that a family's bare name means, in lower case, or null where any owner may be meant. */
export function makersOfFamily(family: string): readonly string[] | null {
  return MAKERS.find(([pattern]) => pattern.test(family))?.[1] ?? null;
}

const OWNERS = new Set(MAKERS.flatMap(([, owners]) => owners));

/** True for the name of a family where an owner should stand: "GPT-3.5/GPT-4" names two models, not a model and its owner. */
export function isFamilyNotOwner(owner: string, family: string): boolean {
  return !OWNERS.has(owner.toLowerCase()) && makersOfFamily(family) !== null;
}
