import { describe, expect, test } from 'vitest';
import { markOf, render } from './card-fixture.ts';

/** The text of the element with an id, and its tag. */
function marked(html: string, anchor: string): string {
  const match = new RegExp(`<(\\w+)(?: [^>]*)? id="${anchor}"[^>]*>([\\s\\S]*?)</\\1>`).exec(html);
  return match === null ? 'nothing' : `${match[1]}: ${match[2]}`;
}

const TABLE =
  '| Task | acc | norm |\n|---|---:|---:|\n| arc | 61.2 | 61.2 |\n| hella | **80.1** ± 0.4 | [79](https://a.example) |\n';

describe('a mark is an element at the very place', () => {
  test('in a table it is the cell, also where the same number stands twice in a row', () => {
    const first = { ...markOf(TABLE, '61.2', 'table'), cell: 1 };
    const second = { ...markOf(TABLE, '61.2', 'table', '61.2'), cell: 2, held: true };
    const html = render(TABLE, [second, first]);
    expect(html).toContain('<td align="right" class="claim" id="L3C9" title="proof">61.2</td>');
    expect(html).toContain('<td align="right" class="claim held" id="L3C16" title="proof">61.2</td>');
  });

  test('cells with bold or links carry it themselves', () => {
    const html = render(TABLE, [markOf(TABLE, '**80.1** ± 0.4', 'table'), markOf(TABLE, '79', 'table')]);
    expect(marked(html, 'L4C11')).toBe('td: <strong>80.1</strong> ± 0.4');
    expect(marked(html, 'L4C29')).toContain('>79</a>');
  });

  test('two numbers in one cell: the cell is one, the text the other', () => {
    const card = '| a |\n|---|\n| 61.2 / 63.4 |\n';
    const html = render(card, [markOf(card, '61.2', 'table'), markOf(card, '63.4', 'table')]);
    expect(html).toContain(
      '<td class="claim" id="L3C3" title="proof">61.2 / <mark class="claim" id="L3C10" title="proof">63.4</mark></td>',
    );
  });

  test('in HTML tables it is the innermost cell, also inside quotes and lists, with CRLF', () => {
    for (const prefix of ['', '> ', '- ']) {
      const rest = prefix === '- ' ? '  ' : prefix;
      const card = `Text\r\n\r\n${prefix}<table>\r\n${rest}<tr><td>1.5</td>\r\n${rest}<td>x</td><td><table><tr><td> 2.5 </td><td>2.5</td></tr></table></td></tr>\r\n${rest}</table>\r\n`;
      const inner = markOf(card, '2.5', 'html', '2.5');
      const first = markOf(card, '1.5', 'html');
      const second = markOf(card, '2.5', 'html');
      const html = render(card, [first, second, inner]);
      expect(marked(html, first.anchor)).toBe('td: 1.5');
      expect(marked(html, second.anchor)).toBe('td:  2.5 ');
      expect(marked(html, inner.anchor)).toBe('td: 2.5');
    }
  });

  test.each([
    ['fenced', '```\nmodel  score\na      8.59\na      8.59\n```'],
    ['indented', '    model  score\n    a      8.59\n    a      8.59'],
    ['fenced in a list', '- x\n\n  ~~~text\n  model  score\n  a      8.59\n  a      8.59\n  ~~~'],
    ['fenced in a quote, CRLF', '> ```\r\n> model  score\r\n> a      8.59\r\n> a      8.59\r\n> ```'],
    ['preformatted HTML', '<pre>\nmodel  score\na      8.59\na      8.59\n</pre>'],
  ])('in code (%s) it wraps the text of its own line', (_, card) => {
    const second = markOf(card, '8.59', 'code', '8.59');
    const html = render(card, [second]);
    expect(marked(html, second.anchor)).toBe('mark: 8.59');
    expect(html.indexOf('8.59')).toBeLessThan(html.indexOf(second.anchor));
  });

  test('in text it wraps the number, wherever that stands', () => {
    const card =
      'MMLU: 61.2 and **62.3** and `63.4` and [64.5](https://a.example)\nthen 65.6, \\*66.7\\* &amp; 67.8 and *a 68.9*<br>and <b>69.1</b>\n\n> quoted\n> 70.2\n\n- item 71.3\n  more 72.4\n';
    const marks = [
      '61.2',
      '**62.3**',
      '63.4',
      '64.5',
      '65.6',
      '66.7',
      '67.8',
      '68.9',
      '69.1',
      '70.2',
      '71.3',
      '72.4',
    ].map((raw) => markOf(card, raw, 'text'));
    const html = render(card, marks);
    for (const mark of marks) expect(marked(html, mark.anchor)).toBe(`mark: ${mark.raw.replaceAll('*', '')}`);
    expect(html.match(/<mark/g)).toHaveLength(marks.length);
  });

  test('several on one line of text keep their order, overlapping ones are places of their own', () => {
    const card = 'a 1.5 b 1.5 c 1.5';
    const outer = { ...markOf(card, '1.5 b', 'text'), anchor: 'outer' };
    const marks = [
      markOf(card, '1.5', 'text', 'c'),
      outer,
      markOf(card, '1.5', 'text'),
      markOf(card, '1.5', 'text', 'b'),
    ];
    expect(render(card, marks).replaceAll(' title="proof"', '').replaceAll(' class="claim"', '')).toBe(
      '<p>a <mark id="L1C3">1.5</mark><span id="outer"></span> b <mark id="L1C9">1.5</mark> c <mark id="L1C15">1.5</mark></p>',
    );
  });

  test('in the metadata it wraps the value, also with CRLF', () => {
    const card = '---\r\nmodel-index:\r\n- value: 61.2\r\n  b: "x"\r\n---\r\ntext 61.2\r\n';
    const html = render(card, [markOf(card, '61.2', 'front-matter'), markOf(card, '61.2', 'text', 'text')]);
    expect(html).toContain('- value: <mark class="claim" id="L3C10" title="proof">61.2</mark>');
    expect(html).toContain('<p>text <mark class="claim" id="L6C6" title="proof">61.2</mark></p>');
  });

  test('what is not shown leaves its place at the start of the block', () => {
    const card = '# A\n\ntext\n\n<!-- 61.2 -->\n\nend <span title="3.4">x</span>\n';
    const html = render(card, [markOf(card, '61.2', 'text'), markOf(card, '3.4', 'text')]);
    expect(html).toContain('<p><span class="claim" id="L5C6" title="proof"></span>text</p>');
    expect(html).toContain('<p><span class="claim" id="L7C18" title="proof"></span>end');
    expect(render('<!-- 1 -->', [markOf('<!-- 1 -->', '1', 'text')])).toContain('id="L1C6"');
  });

  test('a closed box that holds one is open', () => {
    const card =
      '<details><summary>More</summary>\n\nMMLU: 61.2\n\n</details>\n\n<details><summary>Else</summary>x</details>';
    expect(render(card, [markOf(card, '61.2', 'text')]).match(/<details[^>]*>/g)).toEqual([
      '<details open>',
      '<details>',
    ]);
  });

  test('an id stands once, however many marks ask for it', () => {
    const card = 'a 1.5';
    const mark = markOf(card, '1.5', 'text');
    expect(render(card, [mark, { ...mark, title: 'other' }])).toBe(
      '<p>a <mark class="claim" id="L1C3" title="proof">1.5</mark></p>',
    );
  });

  test('titles are escaped', () => {
    const card = 'a 1.5';
    expect(render(card, [{ ...markOf(card, '1.5', 'text'), title: '"><script>' }])).toContain(
      'title="&#x22;><script>"',
    );
  });

  test('a card can take neither the id nor the look of a mark', () => {
    const card = '<mark class="claim" id="L3C1">9.9</mark>\n\n1.5';
    const html = render(card, [markOf(card, '1.5', 'text')]);
    expect(html.match(/id="L3C1"/g)).toHaveLength(1);
    expect(html.match(/class="claim"/g)).toHaveLength(1);
  });
});
