/** Headings, links and fenced code of a Markdown document, by the rules GitHub has for anchors. */

/** The text without fenced code, so that comments in code are no headings and examples no links. */
function withoutFences(text: string): string {
  let fence = '';
  return text
    .split('\n')
    .filter((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (fence === '') {
        fence = mark;
        return mark === '';
      }
      if (mark !== '' && mark.startsWith(fence)) fence = '';
      return false;
    })
    .join('\n');
}

/** Headings as written, without their signs, in order. */
export function headingsOf(text: string): string[] {
  return [...withoutFences(text).matchAll(/^#{1,6} +(.+?) *#* *$/gm)].map((match) => match[1] as string);
}

/** The fragment that leads to a heading on GitHub: "Who may import whom" → "who-may-import-whom". */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Targets of links and images, code left out, in order. */
export function linksOf(text: string): string[] {
  const prose = withoutFences(text).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)(?: "[^"]*")?\)/g)].map((match) => match[1] as string);
}

/** The fenced code in a language, one text a fence. */
export function codeBlocksOf(text: string, language: string): string[] {
  const fences = text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'));
  return [...fences].map((match) => match[1] as string);
}

/** The lines of fenced code in a language, comments and blank lines left out. */
export function codeLinesOf(text: string, language: string): string[] {
  return codeBlocksOf(text, language)
    .flatMap((block) => block.split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'));
}
