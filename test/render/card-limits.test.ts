import { describe, expect, test } from 'vitest';
import { markOf, render } from './card-fixture.ts';

/** Repeats a piece up to a size in characters. */
const fill = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length));

describe('cards that would cost too much', () => {
  test('nesting beyond measure is shown as it stands, with its marks', () => {
    const card = `${'*a **b '.repeat(400)}61.2${'** a*'.repeat(400)}\n`;
    const html = render(card, [markOf(card, '61.2', 'text')]);
    expect(html).toContain('<mark class="claim" id="L1C2801" title="proof">61.2</mark>');
    expect(html).toMatch(/^<pre/);
  });

  test('thousands of quote marks are no trouble', () => {
    expect(render(`${'>'.repeat(3_000)} x`).length).toBeLessThan(20_000);
  });

  test('HTML that is never closed is shown as text once it would multiply', () => {
    const few = render('<b>open\n\nnext <i>x\n\nlast');
    expect(few).toContain('<b>');
    const many = render(fill('<b><i><u>x\n\n', 12_000));
    expect(many).not.toContain('<b>');
    expect(many).toContain('&#x3C;b>');
    expect(many.length).toBeLessThan(200_000);
  });

  test('many tags that are properly closed stay HTML', () => {
    const row = '<tr><td><b>x</b></td><td><a href="https://a.example/x">1.5</a></td></tr>\n';
    const html = render(`<table>\n${row.repeat(2_000)}</table>`);
    expect(html.match(/<b>/g)).toHaveLength(2_000);
  });

  test('reference links cannot multiply their definition', () => {
    const card = `[a]: https://a.example/${'x'.repeat(1_500)}\n\n${'[a] '.repeat(5_000)}`;
    expect(render(card).length).toBeLessThan(3_000_000);
  });

  test('thousands of references to a note do not make thousands of ways back', () => {
    expect(render(`[^1]: x\n\n${'[^1] '.repeat(3_000)}`).match(/↩/g)).toHaveLength(2_000);
  });

  test('a wide header does not widen thousands of short rows', () => {
    const card = `|${'a|'.repeat(2_000)}\n|${'-|'.repeat(2_000)}\n${'|1|\n'.repeat(2_000)}`;
    expect(render(card).length).toBeLessThan(200_000);
  });
});

describe('time grows with the size of a card, not faster', () => {
  const shapes: Record<string, string> = {
    prose: 'Some words with **bold**, `code` and a [link](https://a.example/x).\n\n',
    'one paragraph': 'words and more words, 61.2 of them *x*\n',
    'table rows': '| 1 | 2.5 | **3** |\n',
    'HTML rows': '<tr><td>1</td><td>2.5</td></tr>\n',
    'unclosed cells': '<table><tr><td>1<td>2\n\n',
    'unclosed formatting': '<font color=red>x\n\n',
    'unclosed blocks': '<div><section><p>x\n\n',
    'closing tags': '</b></p></div>\n\n',
    'comments that do not end': '<!-- -- <!-\n\n',
    'tags that do not end': '<a b="c" <i d=\'\n\n',
    headings: '# same\n\n',
    'same ids': '<p id="a">x</p>\n\n',
    'list items': '- x\n',
    code: '```\nx 1.5\n```\n\n',
    entities: '&amp;&#x41;\\*',
  };

  test.each(Object.entries(shapes))('%s', (_, piece) => {
    const head = piece.startsWith('| 1') ? '| a | b | c |\n|---|---|---|\n' : '';
    const size = 20_000;
    const time = (text: string): number => {
      const start = performance.now();
      render(head + text);
      return performance.now() - start;
    };
    time(fill(piece, 2_000));
    const small = time(fill(piece, size / 4)) + time(fill(piece, size / 4));
    const large = time(fill(piece, size));
    // Linear would be 2; quadratic 8. A garbage collection may fall into either.
    expect(large).toBeLessThan(6 * small + 400);
  });

  test('a thousand marks in one paragraph or one fence', () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `name ${index}.5 and *x*`);
    for (const card of [lines.join('\n'), `\`\`\`\n${lines.join('\n')}\n\`\`\``]) {
      const marks = lines.map((_, index) => {
        const line = index + (card.startsWith('`') ? 2 : 1);
        return { ...markOf('1', '1', 'text'), anchor: `L${line}C6`, line, column: 6, raw: `${index}.5` };
      });
      const start = performance.now();
      const html = render(card, marks);
      expect(performance.now() - start).toBeLessThan(8_000);
      expect(html.match(/<mark/g)).toHaveLength(3_000);
    }
  });
});
