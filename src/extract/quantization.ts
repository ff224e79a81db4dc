/** Number formats as rows, headers and names give them: which of them is the card's own, and which its source's. */

const PRECISION =
  /^(?:bf16|fp16|fp32|f16|f32|float16|bfloat16|float32|half|full precision|unquantized|original)$/i;
const QUANTIZED =
  /^(?:fp8(?:[- ](?:dynamic|static))?|fp4|mxfp4|nvfp4|u?int[2348]|nf4|[2348]-?bits?|w\d+a\d+|gptq(?:[- ]?int[48])?|awq|gguf|(?:i?q|tq)[1-8](?:_\w+)*|[\d.]+ ?bpw)$/i;
const OWN_QUANTIZATION =
  /^(.{3,}?)[-_.]((?:gptq[-_])?int[248]|gptq|awq|gguf|fp8(?:[-_]dynamic)?|nf4|mxfp4|nvfp4|[48]bit|w\d+a\d+|quantized\.w\d+a\d+)$/i;

/** The model that a quantised one was made from, and the format, by its name: "demo-7b-GGUF"; null for any other name. */
export function splitFormat(name: string): { readonly source: string; readonly format: string } | null {
  const found = OWN_QUANTIZATION.exec(name);
  return found ? { source: found[1] as string, format: found[2] as string } : null;
}

/** True for a label that is a number format alone: "BF16", "Int4", "Q4_K_M". */
export function isNumberFormat(label: string): boolean {
  return (PRECISION.test(label) && !/^original$/i.test(label)) || QUANTIZED.test(label);
}

/**
 * On the card of a quantised model: whether a row or column of this format is the card's own model, or the model that
 * it was made from, named by the card's name without its format. Null where the card's model is not a quantised one
 * or the label is no number format.
 */
export function ownerOfFormat(
  ownName: string,
  labels: readonly string[],
): { readonly self: boolean; readonly label: string; readonly source: string } | null {
  const own = OWN_QUANTIZATION.exec(ownName);
  if (!own) return null;
  const label = labels.find((text) => PRECISION.test(text) || QUANTIZED.test(text));
  if (label === undefined) return null;
  return { self: isSame(own[2] as string, label), label, source: own[1] as string };
}

/** A GGUF repository holds files of many formats: all of them but the full precisions are its own. */
function isSame(suffix: string, label: string): boolean {
  if (PRECISION.test(label)) return false;
  const own = suffix.toLowerCase().replace(/^quantized\.|^gptq[-_]/, '');
  const said = label.toLowerCase();
  if (own === 'gguf') return /^i?q\d|^tq\d|gguf/.test(said);
  if (said.startsWith(own) || said.replace(/^gptq[- ]?/, '') === own) return true;
  const bits = bitsOf(own);
  // A method and a number of bits name one format where the bits agree ("AWQ", "4-bit").
  return bits !== null && /^(?:gptq|awq|\d-?bits?|u?int\d)$/.test(said) && bitsOf(said) === bits;
}

/** GPTQ and AWQ mean four bits where nothing else is said. */
function bitsOf(format: string): string | null {
  if (/^(?:gptq|awq)$/.test(format)) return '4';
  return /^(?:u?int|w)?(\d)/.exec(format)?.[1] ?? null;
}
