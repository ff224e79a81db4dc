/** SVG as text: elements, numbers and cards' texts written so that the same chart is the same bytes everywhere. */

export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** Text as markup may hold it, between tags and in attributes; what XML forbids (most control characters) is left out. */
export function escapeMarkup(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** An element. Attributes of `undefined` are left out; children are markup, made by `svg` and `svgText`. */
export function svg(name: string, attributes: SvgAttributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escapeMarkup(typeof value === 'number' ? coordinate(value) : String(value))}"`,
    )
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A `text` element with the text escaped. */
export function svgText(text: string, attributes: SvgAttributes): string {
  return svg('text', attributes, escapeMarkup(text));
}

/** A coordinate with two digits behind the point at most, and no negative zero. */
export function coordinate(value: number): string {
  const rounded = Number(value.toFixed(2));
  return String(rounded === 0 ? 0 : rounded);
}

/** A share of the width, 0 to 1, as a coordinate: "43.21%". */
export function share(value: number): string {
  return `${coordinate(value * 100)}%`;
}

/** A text of at most so many characters, cut with an ellipsis; characters beyond the first plane stay whole. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text.slice(0, 2 * most + 2)];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** About how many pixels a text takes at a size of 12 pixels: generous, so that what is kept apart stays apart. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    width +=
      code >= 0x1100
        ? 12.5
        : /[A-Z0-9mwMW_@%]/.test(character)
          ? 7.9
          : /[ilj.,:;|'’ ()-]/.test(character)
            ? 4
            : 6.6;
  }
  return width;
}
