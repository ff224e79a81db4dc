/** Of two cards with the same numbers, says whose they are: by what the cards themselves say. */
import { foldCase, foldSeparators } from '../core/fold.ts';
import type { Numbers } from './copies.ts';

export interface Direction {
  /** Id of the model whose numbers they are. */
  readonly source: string;
  /** "base_model: acme/zephyr". */
  readonly because: string;
  /** The surest evidence has 0. */
  readonly order: number;
}

/** What a name has behind that of the model it is a packed or quantised form of. */
const PACKED =
  /^(?:gptq|awq|gguf|ggml|exl2|exl3|eetq|hqq|aqlm|bnb|bitsandbytes|mlx|onnx|openvino|ct2|ctranslate2|int[48]|[2-8]\.?\d*-?bits?|[2-8]\.?\d*bpw|nf4|fp8|fp16|bf16|q\d(?:k[sml]?)?|w\d+a\d+|g?128g|imatrix|i1|imat|quantized|quantised|quant|sharded|safetensors|mirror|copy|reupload|backup|clone|fork)$/;

/** What a name has behind that of the model that it was trained further from. */
const TRAINED = /^(?:chat|instruct|it|sft|dpo|rlhf|orpo|kto|ppo)$/;

/**
 * The source of the numbers that both cards give, by the first of these that speaks for one of the two only: the other's
 * `base_model` names it; the other's results name it in the address of their source; the other's name is its name with a
 * form behind it (GPTQ, 4bit) or a stage (chat); the other's card names its id. Null where nothing does.
 */
export function directionOf(a: Numbers, b: Numbers): Direction | null {
  for (const [order, speaks] of EVIDENCE.entries()) {
    const [forA, forB] = [speaks(a, b), speaks(b, a)];
    if ((forA === null) === (forB === null)) continue;
    const source = forA === null ? b : a;
    return { source: source.card.identity.id, because: (forA ?? forB) as string, order };
  }
  return null;
}

/** Each says why `source` is the source of what `copy` repeats, or null. */
const EVIDENCE: readonly ((source: Numbers, copy: Numbers) => string | null)[] = [
  ({ card }, copy) => baseOf(copy, (id) => foldCase(id) === foldCase(card.identity.id)),
  ({ card }, copy) => baseOf(copy, (id) => lastName(id) === lastName(card.identity.name)),
  ({ card: { identity } }, copy) =>
    [...copy.origins].some((url) => namesModel(url, identity.id))
      ? `the source of its results names ${identity.id}`
      : null,
  (source, copy) => behind(source, copy, PACKED),
  (source, copy) => behind(source, copy, TRAINED),
  ({ card: { identity } }, { card }) =>
    namesModel(card.html, identity.id) ? `its card names ${identity.id}` : null,
];

function baseOf({ card }: Numbers, isSource: (id: string) => boolean): string | null {
  const base = card.metadata.baseModels.find(isSource);
  return base === undefined ? null : `base_model: ${base}`;
}

const lastName = (id: string): string => foldSeparators(id.slice(id.lastIndexOf('/') + 1));

/** Whether the copy's name is the source's and nothing behind it but words of a kind. */
function behind(source: Numbers, copy: Numbers, kind: RegExp): string | null {
  const words = ({ card }: Numbers) => foldCase(card.identity.name).split(/[\s\-_.]+/);
  const [own, more] = [words(source), words(copy)];
  const rest = more.slice(own.length);
  const begins = own.every((word, place) => more[place] === word);
  if (!begins || rest.length === 0 || !rest.every((word) => kind.test(word))) return null;
  return `its name is “${source.card.identity.name}” with “${rest.join('-')}” behind it`;
}

/** Whether a text, or an address, has a model's id with its owner as a word of its own, not within a longer one. */
export function namesModel(text: string, id: string): boolean {
  if (!id.includes('/')) return false;
  const [where, wanted] = [text.toLowerCase().replaceAll('%2f', '/'), id.toLowerCase()];
  for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, at + 1)) {
    const behind = where.slice(at + wanted.length, at + wanted.length + 2);
    if (!/[\w-]/.test(where[at - 1] ?? '') && !/^(?:[\w-]|\.\w)/.test(behind)) return true;
  }
  return false;
}
