/** The language of a site: its texts by key, and how it writes numbers and days. One for build and browser. */
import { formatCount, formatDay, formatDifference, formatScore } from './format.ts';

/** A text, or its variants by plural category ("one", "other" …), chosen by the value `count`. */
export type Message = string | Readonly<Record<string, string>>;

/** Texts by key: "board.search.label". */
export type Messages = ReadonlyMap<string, Message> | Readonly<Record<string, Message>>;

export type MessageValues = Readonly<Record<string, string | number>>;

/** Puts a message into words: `t('board.models', { count: 3 })` is "3 models". */
export type Translate = (key: string, values?: MessageValues) => string;

export interface Language {
  /** A language code of BCP 47: "en". */
  readonly code: string;
  /** Where its lines begin: at the left, "ltr", or at the right. */
  readonly direction: 'ltr' | 'rtl';
  /**
   * The text of a key with its values put in place of {name}; numbers among the values are written as counts. A key
   * that does not exist is a bug and throws.
   */
  readonly t: Translate;
  /** Whether there is a text for a key. */
  has(key: string): boolean;
  /** A score with a fixed number of digits behind the point. */
  score(score: number, decimals: number): string;
  /** A difference with its sign. */
  difference(difference: number, decimals: number): string;
  /** A whole number with its thousands set apart. */
  count(count: number): string;
  /** A day, "2026-11-21", as people write it. */
  day(day: string): string;
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Makes a language of its texts. Those under "format." say how it writes numbers and days; without them as in English. */
export function makeLanguage(code: string, messages: Messages): Language {
  const find = (key: string): Message | undefined =>
    messages instanceof Map
      ? messages.get(key)
      : Object.hasOwn(messages, key)
        ? (messages as Record<string, Message>)[key]
        : undefined;
  // For a code that it does not know, Intl would take the language of the machine.
  const plurals = new Intl.PluralRules(Intl.PluralRules.supportedLocalesOf([code]).length > 0 ? code : 'en');
  const format = (key: string, usual: string): string => {
    const text = find(`format.${key}`);
    return typeof text === 'string' ? text : usual;
  };
  const point = format('decimal', '.');
  const thousands = format('thousands', ',');
  const months = format('months', '').split(' ').filter(Boolean);
  const count = (value: number): string => formatCount(value).replaceAll(',', thousands);
  const t: Translate = (key, values = {}) => {
    const message = find(key);
    if (message === undefined) throw new Error(`there is no message ${JSON.stringify(key)}`);
    const text =
      typeof message === 'string'
        ? message
        : (message[plurals.select(Number(values.count ?? 0))] ?? message.other ?? '');
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? whole : typeof value === 'number' ? count(value) : value;
    });
  };
  return {
    code,
    direction: RIGHT_TO_LEFT.has(code.split('-')[0] as string) ? 'rtl' : 'ltr',
    t,
    has: (key) => find(key) !== undefined,
    score: (score, decimals) => formatScore(score, decimals).replace('.', point),
    difference: (difference, decimals) => formatDifference(difference, decimals).replace('.', point),
    count,
    day: (day) => {
      const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
      const name = months[Number(month) - 1];
      if (year === undefined || name === undefined || date === undefined) return formatDay(day);
      return t('format.day', { year, month: name, day: String(Number(date)) });
    },
  };
}
