/** How to cite a model: the entries that its card gives, and one for its page here. */

/** Longer blocks, and more of them, are no citation of the model. */
const LONGEST = 6_000;
const MOST = 3;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The text of a stretch of HTML: tags off, character references read. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

/** The BibTeX entries that a rendered card has in blocks of code, as its author wrote them: the first few. */
export function bibtexOf(html: string): string[] {
  const found: string[] = [];
  for (let at = html.indexOf('<pre'); at >= 0 && found.length < MOST; at = html.indexOf('<pre', at)) {
    const end = html.indexOf('</pre>', at);
    if (end < 0) break;
    const block = html.slice(at, end);
    at = end;
    if (block.length > 4 * LONGEST || !block.includes('@')) continue;
    const text = textOf(block).trim();
    if (text.length <= LONGEST && /^@[a-z]+\s*[{(]/i.test(text) && !found.includes(text)) found.push(text);
  }
  return found;
}

/** Characters that LaTeX reads in its own way, as text. */
function latex(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (character) =>
    character === '\\'
      ? '\\textbackslash{}'
      : character === '~' || character === '^'
        ? `\\${character}{}`
        : `\\${character}`,
  );
}

/** A key of BibTeX: ASCII letters, digits and dashes. */
function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
}

export interface CitedPage {
  /** Of the whole site. */
  readonly site: string;
  /** Of the page: "Results of acme/zephyr". */
  readonly title: string;
  readonly id: string;
  /** Its full address, or null where the site does not know its own. */
  readonly address: string | null;
}

/** A BibTeX entry for a page. It has no date: the page changes as its cards do, and its address stays. */
export function citePage({ site, title, id, address }: CitedPage): string {
  const fields = [
    `title = {{${latex(title)}}}`,
    `author = {{${latex(site)}}}`,
    ...(address === null ? [] : [`url = {${address}}`]),
  ];
  const key = [keyOf(site), keyOf(id)].filter((part) => part !== '').join(':');
  return `@misc{${key === '' ? 'model' : key},\n${fields.map((field) => `  ${field}`).join(',\n')}\n}`;
}
