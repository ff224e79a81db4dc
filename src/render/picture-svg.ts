/** Draws the picture that previews of a page show, as SVG of 1200 × 630: a title, its facts, three figures. */

export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

export interface Picture {
  /** Above the title: the organisation, or what kind of page it is. */
  readonly above: string;
  readonly title: string;
  readonly facts: string;
  /** At most three lines: what, and the figure. */
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** The site's title. */
  readonly site: string;
  readonly foot: string;
}

/** As the light tokens of the style have them. */
const INK = '#211f1c';
const SOFT = '#655f57';
const RULE = '#e2ded7';
const PAPER = '#fbfaf8';
const ACCENT = '#0b5c63';

const MARGIN = 72;
const WIDTH = PICTURE_SIZE.width - 2 * MARGIN;

/** What the font of pictures can write: Latin letters as Western Europe has them, and common signs. */
const DRAWABLE =
  /^[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2013\u2014\u2018-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2191\u2193\u2212]*$/;

/** Whether the picture's font has all characters of its title. */
export function isDrawable(text: string): boolean {
  return DRAWABLE.test(text);
}

/** A text without the characters that the font lacks; they would come out as empty boxes. */
function drawable(text: string): string {
  return [...text].filter(isDrawable).join('').replace(/\s+/g, ' ').trim();
}

/** Widths of Inter in thousandths of the size, a little too large rather than too small. */
function widthOf(text: string, size: number, bold: boolean): number {
  let width = 0;
  for (const character of text) {
    if (/[iljtfrI.,:;'|!()[\] -]/.test(character)) width += 360;
    else if (/[mwMW@%—…]/.test(character)) width += 930;
    else if (/[A-Z0-9_&]/.test(character)) width += 690;
    else width += 600;
  }
  return (width * size * (bold ? 1.05 : 1)) / 1000;
}

/** Cuts a text so that it fits, with an ellipsis. */
function shorten(text: string, size: number, most: number, bold = false): string {
  if (widthOf(text, size, bold) <= most) return text;
  const characters = [...text];
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, size, bold) > most) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Breaks a text into lines, at spaces, hyphens, slashes and underscores where it can; what is left over is cut. */
function linesOf(text: string, size: number, most: number, bold: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[^\s/_-]+[\s/_-]*|[\s/_-]+/g) ?? []) {
    if (line !== '' && widthOf((line + word).trimEnd(), size, bold) > WIDTH) {
      if (lines.length === most - 1) {
        line += word;
        continue;
      }
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, shorten(line.trimEnd(), size, WIDTH, bold)];
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

interface Style {
  readonly size: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly end?: boolean;
}

function write(text: string, x: number, y: number, { size, fill = INK, bold, end }: Style): string {
  const weight = bold ? ' font-weight="600"' : '';
  const anchor = end ? ' text-anchor="end"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}"${weight}${anchor} fill="${fill}">${escaped(text)}</text>`;
}

/** The picture as SVG. It needs the fonts of fonts/, and nothing else. */
export function pictureSvg(picture: Picture): string {
  const right = PICTURE_SIZE.width - MARGIN;
  const title = drawable(picture.title.slice(0, 200));
  const size = widthOf(title, 76, true) <= WIDTH ? 76 : 60;
  const lines = linesOf(title, size, 2, true);
  const parts: string[] = [
    `<rect width="${PICTURE_SIZE.width}" height="${PICTURE_SIZE.height}" fill="${PAPER}"/>`,
    `<rect width="${PICTURE_SIZE.width}" height="12" fill="${ACCENT}"/>`,
  ];
  let y = 104;
  const above = shorten(drawable(picture.above.slice(0, 200)), 30, WIDTH);
  if (above !== '') parts.push(write(above, MARGIN, y, { size: 30, fill: ACCENT }));
  y += 16;
  for (const line of lines) {
    y += Math.round(size * 1.1);
    parts.push(write(line, MARGIN - 3, y - 16, { size, bold: true }));
  }
  y += 2;
  // A title of two lines leaves room for one of facts.
  for (const line of linesOf(drawable(picture.facts.slice(0, 300)), 30, 3 - lines.length, false)) {
    y += 40;
    parts.push(write(line, MARGIN, y, { size: 30, fill: SOFT }));
  }
  const rows = picture.rows.slice(0, 3);
  let row = 530 - (rows.length - 1) * 62;
  if (rows.length > 0) parts.push(rule(row - 44));
  for (const { label, value } of rows) {
    const figure = drawable(value.slice(0, 60));
    const room = WIDTH - widthOf(figure, 32, true) - 40;
    parts.push(write(shorten(drawable(label.slice(0, 200)), 32, room), MARGIN, row, { size: 32 }));
    parts.push(write(figure, right, row, { size: 32, bold: true, end: true }));
    parts.push(rule(row + 18));
    row += 62;
  }
  const site = shorten(drawable(picture.site.slice(0, 100)), 26, WIDTH / 2, true);
  parts.push(write(site, MARGIN, 594, { size: 26, bold: true }));
  const foot = shorten(drawable(picture.foot.slice(0, 200)), 26, WIDTH / 2 - 40);
  parts.push(write(foot, right, 594, { size: 26, fill: SOFT, end: true }));
  const { width, height } = PICTURE_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter">${parts.join('')}</svg>`;
}

function rule(y: number): string {
  return `<rect x="${MARGIN}" y="${y}" width="${WIDTH}" height="2" fill="${RULE}"/>`;
}
