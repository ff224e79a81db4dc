/** Reads the text of one cell as numbers, the way authors write them. */

export interface CellValue {
  readonly value: number;
  readonly percent: boolean;
  readonly stderr: number | null;
  /** The number's own text, as it stands in the cell. */
  readonly text: string;
  /** What stands behind it in brackets: "5-shot", "maj@4". */
  readonly note: string | null;
}

export type CellReading =
  /** Of `of` numbers that such cells hold, those from the `first` on stand here: "87.6/-" lacks the second. */
  | {
      readonly kind: 'values';
      readonly values: readonly CellValue[];
      readonly first?: number;
      readonly of?: number;
    }
  /** Nobody measured it: '-', 'N/A', blank. */
  | { readonly kind: 'missing' }
  /** A change against something else: "+1.6", "(-0.8)". */
  | { readonly kind: 'difference' }
  /** A standard error alone: "±0.4". */
  | { readonly kind: 'error-only'; readonly stderr: number }
  | { readonly kind: 'text' };

const MISSING =
  /^(?:|[-–—−‐‑*/.?×✗✘❌x]+|n\.?\/?a\.?|nan|none|null|tbd|tba|oom|not avail(?:able|\.)?|not reported|unknown|no|---+)$/i;
const NUMBER = String.raw`[+\-−]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?`;
const VALUE = new RegExp(String.raw`^(?:[~≈∼>≥<≤=]\s*)?(${NUMBER})\s*(%|％|pts?\b|points?\b)?\s*`, 'i');
const PLUS_MINUS = new RegExp(
  String.raw`^\(?\s*(?:±|\+\s*/\s*-|\+-|&plusmn;|\\pm)\s*(${NUMBER})\s*%?\s*\)?\s*`,
);
const DEVIATION = new RegExp(
  String.raw`^(?:sd|std|σ|s\.d\.|se|stderr|std\.? ?(?:dev|err)\.?)\s*[=:]?\s*(${NUMBER})$`,
  'i',
);
const BRACKET = /^[([（]([^()[\]（）]*)[)\]）]\s*/;

/** "65,3" is 65.3 and "1,234" is 1234: a comma before exactly three digits groups thousands, unless zero leads ("0,892"). */
function toNumber(text: string): number {
  const plain = text.replace('−', '-');
  if (/,/.test(plain)) {
    if (/^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
    return Number(plain.replace(',', '.'));
  }
  return Number(plain);
}

/** Takes off what authors decorate numbers with: emphasis, medals, arrows, footnote marks. */
function undecorate(text: string): string {
  return text
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/\*\*|__|`|~~|\$/g, '')
    .replace(/\[\^[^\]]{0,20}\]/g, '')
    .replace(/\\([%*_~^])/g, '$1')
    .replace(/\p{Extended_Pictographic}|\u{FE0F}|\u{200D}/gu, (sign) => (/[0-9#*]/.test(sign) ? sign : ''))
    .replace(/[↑↓⬆⬇▲▼†‡§¶★☆⁎∗✓✔°]/gu, '')
    .replace(/\^\{?\d{1,2}\}?$/u, '')
    .replace(/[¹²³⁴⁵⁶⁷⁸⁹⁰]+$/u, '')
    .replace(/\*+$/u, '')
    .replace(/^[*_]+|[_]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Reads a cell's plain text (Markdown already taken off or not). Never throws; linear in the text's length. */
export function readCell(cellText: string): CellReading {
  if (cellText === '') return { kind: 'missing' };
  if (cellText.length > 200) return { kind: 'text' };
  const text = undecorate(cellText);
  if (MISSING.test(text)) return { kind: 'missing' };
  const alone = PLUS_MINUS.exec(text);
  if (alone && alone[0].length === text.length)
    return { kind: 'error-only', stderr: toNumber(alone[1] as string) };

  const half = /^(?:[-–—]\s*\/\s*(\d.*)|(.*\d%?)\s*\/\s*[-–—])$/.exec(text);
  if (half) {
    const there = readCell((half[1] ?? half[2]) as string);
    return there.kind === 'values' && there.values.length === 1
      ? { ...there, first: half[1] === undefined ? 0 : 1, of: 2 }
      : { kind: 'text' };
  }
  // "9.1 billion" is a count.
  if (/^[\d.,]+ ?(?:thousand|million|billion|trillion)s?\b/i.test(text)) return { kind: 'text' };
  // "46.53, [46.32, 46.75]": a confidence interval behind the value is none of its own.
  const interval = /^([^[\]]{1,40}?),?\s*\[\s*-?\d[\d.]*\s*%?\s*[,;–-]\s*-?\d[\d.]*\s*%?\s*\]$/.exec(text);
  if (interval) return readCell(interval[1] as string);
  const fraction = /^(\d+)\s*\/\s*(\d+)\s*(?:=|\()\s*([\d.]+)\s*(%)?\s*\)?$/.exec(text);
  if (fraction) {
    return single(Number(fraction[3]), fraction[4] === '%', fraction[3] as string);
  }
  const share = /^\d+\s*[(（]\s*(\d+(?:[.,]\d+)?)\s*[%％]\s*[)）]$/.exec(text);
  if (share && !/[.,]/.test(text.slice(0, text.search(/[(（]/))))
    return single(toNumber(share[1] as string), true, share[1] as string);
  const values: CellValue[] = [];
  let rest = text;
  for (let part = 0; part < 3; part++) {
    const found = VALUE.exec(rest);
    if (!found) return { kind: 'text' };
    const number = found[1] as string;
    rest = rest.slice(found[0].length);
    let stderr: number | null = null;
    let note: string | null = null;
    let percent = found[2] === '%' || found[2] === '％';
    const error = PLUS_MINUS.exec(rest);
    if (error) {
      stderr = toNumber(error[1] as string);
      rest = rest.slice(error[0].length);
      if (/^%/.test(rest)) {
        percent = true;
        rest = rest.slice(1).trim();
      }
    }
    const bracket = BRACKET.exec(rest);
    let second: CellValue | null = null;
    if (bracket) {
      const inside = (bracket[1] as string).trim();
      const insideError = PLUS_MINUS.exec(inside);
      if (insideError && insideError[0].length === inside.length)
        stderr ??= toNumber(insideError[1] as string);
      else if (DEVIATION.test(inside)) stderr ??= toNumber(DEVIATION.exec(inside)?.[1] as string);
      else if (/^[+\-−]/.test(inside)) note = null;
      else {
        const other = VALUE.exec(inside);
        if (other && other[0].length === inside.length) {
          const value = toNumber(other[1] as string);
          const samePercent =
            other[2] === '%' && !percent && Math.abs(value - 100 * toNumber(number)) <= 0.51;
          if (!samePercent && /^(?:\d+[.,]\d+|\d+%)/.test(inside)) {
            second = { value, percent: other[2] === '%', stderr: null, text: other[1] as string, note: null };
          }
        } else if (other && /^(?:with(?:out)?|w\/)/i.test(inside.slice(other[0].length))) {
          // "2.72 (1.9 with LM)" holds two numbers, the second under a condition of its own.
          second = {
            value: toNumber(other[1] as string),
            percent: other[2] === '%',
            stderr: null,
            text: other[1] as string,
            note: inside.slice(other[0].length),
          };
        } else note = inside;
      }
      rest = rest.slice(bracket[0].length);
    }
    values.push({ value: toNumber(number), percent, stderr, text: number, note });
    if (second) values.push(second);
    if (rest === '') break;
    const separator = /^(?:\/|\||;|→|->|[-–](?=\s+\d))\s*/.exec(rest);
    if (!separator) {
      // A remark behind the number ("1.85 with LM") is a note; anything longer is prose.
      if (
        part === 0 &&
        rest.length <= 24 &&
        /^[\p{L}@+]/u.test(rest) &&
        !/^(?:[bmkgtx]|gb|mb|of|out|to|ms|s|h)\b/i.test(rest)
      ) {
        const last = values[values.length - 1] as CellValue;
        values[values.length - 1] = { ...last, note: rest };
        break;
      }
      return { kind: 'text' };
    }
    rest = rest.slice(separator[0].length);
    if (part === 2) return { kind: 'text' };
  }
  if (values.some((value) => !Number.isFinite(value.value))) return { kind: 'text' };
  if (values.length === 1 && /^\+/.test((values[0] as CellValue).text)) return { kind: 'difference' };
  return { kind: 'values', values };
}

function single(value: number, percent: boolean, text: string): CellReading {
  return { kind: 'values', values: [{ value, percent, stderr: null, text, note: null }] };
}
