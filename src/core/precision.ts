/** The number formats that a model's name and tags give its weights. */

const FORMATS: readonly (readonly [format: string, written: RegExp])[] = [
  ['fp32', /^(?:fp32|f32|float32)$/],
  ['bf16', /^(?:bf16|bfloat16)$/],
  ['fp16', /^(?:fp16|f16|float16)$/],
  ['fp8', /^fp8$/],
  ['fp4', /^(?:fp4|mxfp4|nvfp4)$/],
  ['8-bit', /^(?:int8|8bit|w8a8|w8a16|q8)$/],
  ['4-bit', /^(?:int4|4bit|nf4|w4a16|w4a8|q4|iq4)$/],
  ['gptq', /^gptq$/],
  ['awq', /^awq$/],
  ['gguf', /^(?:gguf|ggml)$/],
  ['exl2', /^exl2$/],
  ['exl3', /^exl3$/],
];

/**
 * The formats that the words of a model's name (without its owner) or its tags say, each once, in a fixed order:
 * ["4-bit", "gptq"]. Empty where nothing says so, which is how most models are published in bf16 or fp16.
 */
export function precisionsOf(name: string, tags: readonly string[]): string[] {
  const words = new Set(
    [...name.split(/[-_. ]/), ...tags.map((tag) => tag.replace(/^(\d)-bit$/i, '$1bit'))].map((word) =>
      word.toLowerCase(),
    ),
  );
  return FORMATS.filter(([, written]) => [...words].some((word) => written.test(word))).map(
    ([format]) => format,
  );
}
