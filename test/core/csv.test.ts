/** Lines of CSV read back as they were, and run nothing in a spreadsheet. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLine } from '../../src/core/csv.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['=HYPERLINK("http://a.b","c")', '"\'=HYPERLINK(""http://a.b"",""c"")"'],
  ['a=b', 'a=b'],
  ['say "hi", all', '"say ""hi"", all"'],
  ['two\nlines', '"two\nlines"'],
])('writes the text %j as %j', (text, written) => {
  expect(csvLine([text])).toBe(`${written}\r\n`);
});

it('leaves numbers as they are, and missing cells empty', () => {
  expect(csvLine([-3.5, 0, 1e21, true, null, 'x'])).toBe('-3.5,0,1e+21,true,,x\r\n');
});

/** A reader of RFC 4180, written apart from the writer: character by character. */
function parse(line: string): string[] {
  const cells = [''];
  let quoted = false;
  for (let at = 0; at < line.length - 2; at++) {
    const character = line[at] as string;
    if (quoted && character === '"' && line[at + 1] === '"') {
      cells.push(`${cells.pop()}"`);
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) cells.push('');
    else cells.push(cells.pop() + character);
  }
  return cells;
}

it('gives back every text, but for the apostrophe of a defused one', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (texts) => {
      const read = parse(csvLine(texts));
      expect(read.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(
        texts.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')),
      );
      for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
