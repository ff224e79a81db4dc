import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from './card-fixture.ts';

describe('hostile HTML', () => {
  const probes: Record<string, string> = {
    script: '<script>alert(1)</script>',
    'script in capitals, unclosed': '<SCRIPT SRC=//evil.example/x.js>',
    'script inside a comment trick': '<!--><script>alert(1)</script>-->',
    'event handler': '<img src="https://a.example/x.png" onerror="alert(1)">',
    'event handler after a slash': '<img/src=x/onerror=alert(1)>',
    'javascript link': '[x](javascript:alert(1))',
    'javascript link in HTML': '<a href="javascript:alert(1)">x</a>',
    'scheme with a line break': '<a href="java\nscript:alert(1)">x</a>',
    'scheme with a tab entity': '<a href="java&Tab;script:alert(1)">x</a>',
    'scheme in numeric entities': '<a href="&#106;&#97;&#118;&#97;script:alert(1)">x</a>',
    'scheme in Markdown entities': '[x](&#106;avascript:alert(1))',
    'scheme behind a control sign': '<a href="&#1;javascript:alert(1)">x</a>',
    'autolinked scheme': '<javascript:alert(1)>',
    'data link': '[x](data:text/html;base64,PHNjcmlwdD4=)',
    'data image': '![x](data:image/svg+xml,<svg onload=alert(1)>)',
    'vbscript link': '<a href="vbscript:msgbox(1)">x</a>',
    'file link': '<a href="file:///etc/passwd">x</a>',
    'blob link': '<a href="blob:https://a.example/1">x</a>',
    svg: '<svg onload="alert(1)"><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    'svg with script': '<svg><script>alert(1)</script></svg>',
    mathml:
      '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    style: '<style>body { display: none }</style>',
    'style attribute': '<p style="position:fixed;inset:0">x</p>',
    'class attribute': '<p class="claim site-header">x</p>',
    iframe: '<iframe src="https://evil.example"></iframe>',
    form: '<form action="https://evil.example"><input name="password"><button formaction="javascript:alert(1)">go</button></form>',
    'meta refresh': '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    base: '<base href="https://evil.example/">',
    link: '<link rel="stylesheet" href="https://evil.example/x.css">',
    object: '<object data="https://evil.example/x.swf"></object><embed src="https://evil.example/x.swf">',
    'target and opener': '<a href="https://a.example" target="_blank" rel="opener">x</a>',
    ping: '<a href="https://a.example" ping="https://evil.example">x</a>',
    srcset:
      '<img srcset="https://evil.example/x.png 2x"><picture><source srcset="https://evil.example/y.png"></picture>',
    'video and audio':
      '<video src="https://evil.example/x.mp4" autoplay poster="https://evil.example/p.png"></video><audio src="https://evil.example/a"></audio>',
    template: '<template><img src=x onerror=alert(1)></template>',
    'noscript mutation': '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    'title mutation': '<title><a title="</title><img src=x onerror=alert(1)>"></title>',
    'textarea and select':
      '<textarea autofocus onfocus=alert(1)></textarea><select><option>x</option></select>',
    'details handler': '<details open ontoggle=alert(1)><summary>x</summary></details>',
    xmp: '<xmp><img src=x onerror=alert(1)></xmp>',
    plaintext: 'a <plaintext> <img src=x onerror=alert(1)>',
    body: '<body onload=alert(1) background="https://evil.example/x.png"><html manifest="https://evil.example">',
    'alt text that closes': '![" onerror="alert(1)](https://a.example/x.png)',
    'title that closes': '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
    'code that closes': '```html" onload="alert(1)\n</code></pre><script>alert(1)</script>\n```',
  };

  test.each(Object.entries(probes))('%s is harmless', (_, card) => {
    for (const text of [
      card,
      `text ${card} text\n\nmore`,
      `| a |\n|---|\n| ${card.replaceAll('\n', ' ')} |`,
      `> ${card}`,
    ]) {
      expect(harmful(render(text))).toEqual([]);
    }
  });

  test('whatever stands in a card, only known elements, attributes and schemes come out', () => {
    const part = fc.constantFrom(
      ...Object.values(probes),
      '<b>',
      '</b>',
      '<table><tr><td>',
      '</table>',
      '<svg>',
      '<p title="',
      '">',
      '`',
      '\n\n',
      '| a | b |\n|--|--|\n',
      '<!--',
      '-->',
      '> ',
      '- ',
      '&lt;script&gt;',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(harmful(render(parts.join('')))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('ids and names of a card cannot stand for ids of the page', () => {
    const html = render('<a name="L1C1"></a><p id="theme">x</p>\n\n# L3C3\n\n<img id=body name=cookie>');
    expect([...html.matchAll(/ (?:id|name)="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'user-content-L1C1',
      'user-content-theme',
      'user-content-l3c3',
    ]);
  });
});

const TAGS =
  /^(?:a|b|blockquote|br|code|dd|del|details|div|dl|dt|em|h[2-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|rp|rt|ruby|s|samp|section|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|ul|var)$/;
const ATTRIBUTES =
  /^(?:abbr|align|alt|aria-label|cite|class|colspan|data-footnote-(?:backref|ref)|data-footnotes|dir|height|href|id|loading|open|referrerpolicy|rel|rowspan|scope|src|start|tabindex|title|valign|value|width)$/;
const CLASSES =
  /^(?:image|table-scroll|front-matter|claim|held|footnotes|sr-only|data-footnote-backref|contains-task-list|task-list-item)$/;

/** Everything in finished HTML that should not be there; read strictly, since the serialiser writes strictly. */
function harmful(html: string): string[] {
  const found: string[] = [];
  const markup = /<\/?([a-zA-Z][^\s/>]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)>|</g;
  for (const [whole, tag, attributes] of html.matchAll(markup)) {
    if (tag === undefined) found.push(`a stray < at ${whole}`);
    else if (!TAGS.test(tag)) found.push(whole);
    for (const [, name = '', value = ''] of (attributes ?? '').matchAll(
      /\s+([^\s"'<>/=]+)(?:="([^"]*)")?/g,
    )) {
      if (!ATTRIBUTES.test(name)) found.push(`${name} in ${whole}`);
      if (/^(?:href|src|cite)$/.test(name) && !/^(?:https?:\/\/|mailto:|#user-content-)/.test(value))
        found.push(whole);
      if (name === 'src') found.push(whole);
      if (name === 'class' && !value.split(' ').every((part) => CLASSES.test(part))) found.push(whole);
      if (name === 'id' && !value.startsWith('user-content-')) found.push(whole);
    }
  }
  return found;
}

describe('links and images', () => {
  test('links that leave the site say so to crawlers and hand over nothing', () => {
    expect(render('[x](https://a.example/b)')).toBe(
      '<p><a href="https://a.example/b" rel="nofollow noopener">x</a></p>',
    );
    expect(render('<mailto:me@a.example>')).toContain('href="mailto:me@a.example"');
  });

  test('relative links count from the base, and are plain text without one', () => {
    const card = '[licence](LICENSE) [up](../../x) [root](/y) [other](//b.example/z)';
    expect(render(card)).toBe(
      '<p>licence up root <a href="https://b.example/z" rel="nofollow noopener">other</a></p>',
    );
    const hub = render(card, [], { relativeBase: 'https://hub.example/acme/zephyr/blob/main/' });
    expect(hub).toContain('href="https://hub.example/acme/zephyr/blob/main/LICENSE"');
    expect(hub).toContain('href="https://hub.example/acme/zephyr/x"');
    expect(hub).toContain('href="https://hub.example/y"');
  });

  test('fragments lead to the headings and ids of the card, or to nothing', () => {
    const html = render(
      '[a](#my-results) [b](#nowhere) [c](#x%20y) [d](#Here)\n\n## My *Results*!\n\n<a id="here"></a>text',
    );
    expect(html).toContain('<a href="#user-content-my-results">a</a> b c <a href="#user-content-here">d</a>');
    expect(html).toContain('id="user-content-my-results"');
    expect(html).toContain('<span id="user-content-here"></span>');
  });

  test('headings of the same text get different ids', () => {
    expect(
      [...render('# A\n\n# A\n\n# A-1\n\n# A').matchAll(/id="([^"]*)"/g)].map((match) => match[1]),
    ).toEqual(['user-content-a', 'user-content-a-1', 'user-content-a-1-1', 'user-content-a-2']);
  });

  test('images are links, unless their host is allowed', () => {
    const card = '![a chart](https://img.example/x.png)';
    expect(render(card)).toBe(
      '<p><a class="image" href="https://img.example/x.png" rel="nofollow noopener">image: a chart</a></p>',
    );
    expect(render(card, [], { imageHosts: ['IMG.example'] })).toBe(
      '<p><img src="https://img.example/x.png" alt="a chart" loading="lazy" referrerpolicy="no-referrer"></p>',
    );
    expect(render(card, [], { imageHosts: ['example'] })).not.toContain('<img');
    expect(render(card, [], { imageHosts: ['*.example'] })).toContain('<img');
    expect(render('![x](http://img.example/x.png)', [], { imageHosts: ['img.example'] })).not.toContain(
      '<img',
    );
  });

  test('an image inside a link is its text, and one from nowhere is no link', () => {
    expect(render('[![logo](https://img.example/x.png)](https://a.example)')).toBe(
      '<p><a href="https://a.example/" rel="nofollow noopener"><span class="image">image: logo</span></a></p>',
    );
    expect(render('[![logo](https://img.example/x.png)](x.html)')).toBe(
      '<p><a class="image" href="https://img.example/x.png" rel="nofollow noopener">image: logo</a></p>',
    );
    expect(render('![](chart.png)')).toBe('<p><span class="image">image</span></p>');
  });

  test('a link without words is left out', () => {
    expect(render('a [](https://a.example) b')).toBe('<p>a  b</p>');
  });
});

describe('structure', () => {
  test('the outline starts below the heading of the page and has no gaps', () => {
    const levels = [...render('# A\n#### B\n# C\n###### D\n#\n').matchAll(/<h(\d)/g)].map(
      (match) => match[1],
    );
    expect(levels).toEqual(['2', '3', '2', '3']);
  });

  test('tables keep their alignment and spans, and can be scrolled', () => {
    expect(render('|  | b |\n|:-|-:|\n| x | y |')).toBe(
      '<div class="table-scroll" tabindex="0"><table><thead><tr><td align="left"></td><th align="right">b</th></tr></thead>' +
        '<tbody><tr><td align="left">x</td><td align="right">y</td></tr></tbody></table></div>',
    );
    expect(render('<table><tr><td colspan=2 rowspan="3" bgcolor=red>x</td></tr></table>')).toContain(
      '<td colspan="2" rowspan="3">x</td>',
    );
  });

  test('short rows are filled, long ones cut', () => {
    expect(render('| a | b |\n|-|-|\n| 1 |\n| 1 | 2 | 3 |')).toContain(
      '<tr><td>1</td><td></td></tr><tr><td>1</td><td>2</td></tr>',
    );
  });

  test('old HTML keeps its meaning', () => {
    expect(render('<center>x</center>')).toBe('<div align="center">x</div>');
    expect(render('<p align="center">x</p>')).toBe('<p align="center">x</p>');
  });

  test('task boxes are signs, and footnotes lead there and back', () => {
    expect(render('- [x] done\n- [ ] open')).toMatch(/☑ done[\s\S]*☐ open/);
    const html = render('a[^1]\n\n[^1]: Note.');
    for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) expect(html).toContain(`id="${id}"`);
  });

  test('front matter is shown as it stands', () => {
    expect(render('---\na: <b>\n---\ntext')).toBe(
      '<section class="front-matter" aria-label="Metadata"><pre tabindex="0"><code>---\na: &#x3C;b>\n---\n</code></pre></section>\n<p>text</p>',
    );
  });
});
