/** Finds the line of a template that keeps it from being compiled. */

const TAG = /<%[-_]?\s*([=~])?([\s\S]*?)\s*[-_]?%>/g;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * The 1-based line of the first tag that cannot be what it is; where all can, that of the last bracket that nothing
 * closes. `compiles` says whether a text is a template. Each tag is tried with what stands before it, which is
 * quadratic: only for templates that are known to be broken.
 */
export function brokenLine(text: string, compiles: (text: string) => boolean): number {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const open: { readonly bracket: string; readonly line: number }[] = [];
  for (const tag of text.matchAll(TAG)) {
    const start = tag.index;
    if (tag[1] === undefined) {
      for (const bracket of withoutStrings(tag[2] ?? '').match(/[()[\]{}]/g) ?? []) {
        if (bracket in CLOSING) open.push({ bracket, line: lineAt(start) });
        else if (CLOSING[open.at(-1)?.bracket ?? ''] === bracket) open.pop();
        else return lineAt(start);
      }
    }
    const closing = open.map(({ bracket }) => CLOSING[bracket]).reverse();
    if (!compiles(`${text.slice(0, start + tag[0].length)}<% ${closing.join('')} %>`)) return lineAt(start);
  }
  return open.at(-1)?.line ?? 1;
}

function withoutStrings(code: string): string {
  return code.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\//g, '');
}
