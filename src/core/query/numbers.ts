/** Reads and writes what a search asks of a number: ">=7b", "3b..9b", "50". */
import type { NumberField, NumberTest } from './types.ts';

type Unit = NumberField['unit'];

/** Longer than any number with its signs: what is longer is none. */
const LONGEST = 80;

/** Before the point as behind it: so far a number can be written out and read again unchanged. */
const MOST_DIGITS = 18;

const NUMBER = /^([+-]?)(\d{1,18}(?:\.\d{1,18})?|\.\d{1,18})([a-z%]?)$/;
const COMPARED = /^(>=|=>|≥|<=|=<|≤|>|<|==|=)(.*)$/s;
const UP_TO = /^(.*?)\.{2,3}(.*)$/s;
/** A dash behind a digit or unit; one in front of a digit may be the sign of a number. */
const DASHED = /^([+-]?[\d.]+[a-z%]?)-([+-]?[\d.]+[a-z%]?)$/;

/** Powers of ten of what a letter behind a number of parameters counts, in billions. */
const POWERS: Readonly<Record<string, number>> = { k: -6, m: -3, b: 0, t: 3 };

interface Read {
  readonly value: number;
  readonly decimals: number;
  readonly suffix: string;
}

/** A test from its text, or null where it is none. Parameters without a letter count in billions. */
export function parseTest(text: string, unit: Unit): NumberTest | null {
  if (text.length > LONGEST) return null;
  // NFKC makes "…" three dots and full-width digits plain ones.
  const plain = text.normalize('NFKC').toLowerCase().replace(/[−–—]/g, '-').replace(/\s+/g, '');
  const [, sign, rest = ''] = COMPARED.exec(plain) ?? [];
  if (sign !== undefined) return compared(sign, rest, unit);
  if (plain.endsWith('+')) return compared('>=', plain.slice(0, -1), unit);
  const [, from, to] = UP_TO.exec(plain) ?? DASHED.exec(plain) ?? [];
  if (from === undefined || to === undefined) return compared('=', plain, unit);
  return between(from, to, unit);
}

function compared(sign: string, text: string, unit: Unit): NumberTest | null {
  const read = readNumber(text, unit);
  if (read === null) return null;
  const { value, decimals } = read;
  if (sign === '=' || sign === '==') return { kind: 'about', value, decimals };
  const included = sign.length > 1 || sign === '≥' || sign === '≤';
  return /[>≥]/.test(sign) ? range(value, included, null, false) : range(null, false, value, included);
}

function between(left: string, right: string, unit: Unit): NumberTest | null {
  if (left === '' && right === '') return null;
  const to = right === '' ? null : readNumber(right, unit);
  // "300..500m": the letter behind the second counts for both.
  const from =
    left === '' ? null : readNumber(/\d$/.test(left) && to !== null ? left + to.suffix : left, unit);
  if ((right !== '' && to === null) || (left !== '' && from === null)) return null;
  if (from === null) return range(null, false, (to as Read).value, true);
  if (to === null) return range(from.value, true, null, false);
  return range(Math.min(from.value, to.value), true, Math.max(from.value, to.value), true);
}

function range(
  from: number | null,
  fromIncluded: boolean,
  to: number | null,
  toIncluded: boolean,
): NumberTest {
  return { kind: 'range', from, fromIncluded, to, toIncluded };
}

function readNumber(text: string, unit: Unit): Read | null {
  const [, sign, digits, suffix = ''] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return null;
  const power =
    unit === 'parameters' ? POWERS[suffix || 'b'] : suffix === '' || suffix === '%' ? 0 : undefined;
  if (power === undefined) return null;
  // The point is moved in the text, so that "1.1m" is exactly what "0.0011b" is; adding zero takes the sign off zero.
  const value = Number(`${sign}${digits}e${power}`) + 0;
  const point = digits.indexOf('.');
  const decimals = Math.max(0, (point < 0 ? 0 : digits.length - point - 1) - power);
  if (decimals > MOST_DIGITS || Math.abs(value) >= 10 ** MOST_DIGITS) return null;
  return { value, decimals, suffix };
}

/** The text of a test, which reads as the same test. */
export function formatTest(test: NumberTest, unit: Unit): string {
  const suffix = unit === 'parameters' ? 'b' : '';
  if (test.kind === 'about') return `${test.value.toFixed(test.decimals)}${suffix}`;
  const { from, fromIncluded, to, toIncluded } = test;
  if (from !== null && to !== null) return `${plainNumber(from)}${suffix}..${plainNumber(to)}${suffix}`;
  if (from !== null) return `>${fromIncluded ? '=' : ''}${plainNumber(from)}${suffix}`;
  return `<${toIncluded ? '=' : ''}${plainNumber(to ?? 0)}${suffix}`;
}

/** Without an exponent, which is no part of the syntax. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(MOST_DIGITS).replace(/\.?0+$/, '') : text;
}

/** Whether a number passes; null passes no test. */
export function passes(number: number | null, test: NumberTest): boolean {
  if (number === null || Number.isNaN(number)) return false;
  if (test.kind === 'about') {
    const half = 0.5 * 10 ** -test.decimals;
    // What rounds up to the number in decimal may lie a hair below in binary.
    const hair = half * 1e-9;
    return number >= test.value - half - hair && number < test.value + half - hair;
  }
  const { from, fromIncluded, to, toIncluded } = test;
  if (from !== null && (fromIncluded ? number < from : number <= from)) return false;
  return to === null || (toIncluded ? number <= to : number < to);
}
