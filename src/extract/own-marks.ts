/** Reads the marks by which authors say whose a name is: "(ours)", "[this model]", "← this repo", and what is no name at all. */
import { tidy } from '../core/fold.ts';

/** What authors call what their card is about. */
const THIS =
  'this (?:model|repo(?:sitory)?|card|checkpoint|release|version|one|work|adapter|fine-?tune|merge|quant(?:ization)?)';

const IN_BRACKETS =
  /\s*(?:[(（[]\s*(?:ours?(?:\s*,[^()（）[\]]{1,60})?|this(?: \p{L}{1,20}){0,2}|our model|(?:ablation|baseline|base|reference|teacher|student) model|you are here|本模型|本モデル|我们的模型|new|%)\s*[)）\]]|★|⭐)\s*/giu;

const BEHIND = new RegExp(
  String.raw`(?<=\S)(?:\s*[,:–—]\s*|\s+-\s+|\s+)(?:ours|${THIS})$|(?<=\S)\s*(?:←|⬅|◀|<[-=]{1,3})\s*(?:ours|this|${THIS}|you are here)$`,
  'iu',
);

/** Takes the words off a name that say whose it is ("(ours)") and markup around it. */
export function bareModelName(name: string): string {
  return tidy(
    name
      .replace(/\p{Extended_Pictographic}|\u{FE0F}|\u{200D}/gu, (sign) =>
        /[\d#*©®™⬅◀]/.test(sign) ? sign : ' ',
      )
      .replace(IN_BRACKETS, ' ')
      .trim()
      .replace(BEHIND, '')
      .replace(/[([]?\b\d{1,2}[- ]?shots?\b[)\]]?|[([](?:zero|one|few)[- ]shots?[)\]]/giu, ' ')
      .replace(/[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+$/u, '')
      .replace(/(?<=\S)\s*\[\d{1,2}\]$/, '')
      .replace(/\[\^[^\]]*\]/g, ''),
  );
}

/** True for a name with a mark that says it is the card's own: "Demo (ours)". */
export function isMarkedOwn(name: string): boolean {
  const written = name.slice(0, 300);
  return /\b(?:ours?|this|you are here)\b/i.test(written) && bareModelName(written) !== tidy(written);
}
