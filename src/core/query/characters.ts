/** The characters that mean something in a search, and those that keyboards put in their place. */

const STANDS_FOR: Readonly<Record<string, string>> = {
  '；': ';',
  '﹔': ';',
  '，': ',',
  '、': ',',
  '：': ':',
  '﹕': ':',
  '＠': '@',
  '－': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '＜': '<',
  '＞': '>',
  '＝': '=',
  '＂': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '「': '"',
  '」': '"',
};

/** The character that is meant: full-width and typographic forms stand for the plain ones. */
export function meant(character: string): string {
  return STANDS_FOR[character] ?? character;
}

export function isSpace(character: string): boolean {
  return character !== '' && /\s/u.test(character);
}

/** Signs of comparison; `meant` has been asked already. */
export function isComparison(character: string): boolean {
  return character !== '' && '<>=≤≥'.includes(character);
}

/** What ends an unquoted word. */
export function endsWord(character: string): boolean {
  return character === '' || character === '"' || endsValue(character);
}

/** What ends an unquoted value of a field. */
export function endsValue(character: string): boolean {
  return character === ';' || character === ',' || isSpace(character);
}
