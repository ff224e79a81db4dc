/** Says in plain words what a YAML parser stumbled over. */
import type { YamlError } from './yaml-tree.ts';

/**
 * A parser's words are for those who write parsers; these are for those who write cards. `opened` is the offset of
 * the value that was being read.
 */
export function explainYamlError(
  error: { readonly reason?: string; readonly mark?: { readonly position?: number } },
  input: string,
  opened: number,
): YamlError {
  const reason = error.reason ?? '';
  const offset = Math.min(error.mark?.position ?? 0, input.length);
  if (/maxDepth|maxTotalMergeKeys|abnormal merge/.test(reason)) {
    return { kind: 'too-complex', message: 'Aliases or nesting expand beyond the limit.', offset };
  }
  const syntax = (message: string, at = offset): YamlError => ({ kind: 'syntax', message, offset: at });
  if (/within a (single|double) quoted scalar/.test(reason)) {
    return syntax('A quoted text is not closed.', opened);
  }
  if (/within a flow collection/.test(reason)) {
    return syntax('A list or mapping in brackets is not closed.', opened);
  }
  if (/single document/.test(reason)) {
    const second = /(?:^|[\r\n])(?=---[ \t]|\.\.\.[ \t]*[\r\n])/.exec(input);
    const at = second === null ? 0 : second.index + second[0].length;
    return syntax('A second YAML document starts here; metadata is one document.', at);
  }
  const character = input[offset] ?? '';
  if (/tab characters/.test(reason)) return syntax('A tab stands in the indentation, which YAML forbids.');
  if (/null byte|non-printable|valid JSON character/.test(reason)) {
    return syntax('A control character stands here, which YAML forbids.');
  }
  if ('@`%'.includes(character) && character !== '') {
    return syntax(`A value cannot start with \`${character}\` unless it is quoted.`);
  }
  const alias = /unidentified alias "(.{1,60})/.exec(reason);
  if (alias !== null) {
    return syntax(
      `\`*\` refers to an anchor that is not defined; quote a text that starts with it.`,
      Math.max(0, input.lastIndexOf('*', offset)),
    );
  }
  if (/bad indentation of a mapping entry/.test(reason)) {
    const line = input.slice(input.lastIndexOf('\n', offset - 1) + 1, offset);
    // A colon behind a plain word at a line's start is a key's own: what is wrong stands before it.
    if (character === ':' && /^\s*(?:- )?[\w.-]+$/.test(line)) {
      return syntax(
        'This key is indented deeper than the line above allows.',
        offset - line.trimStart().length,
      );
    }
    return syntax(
      character === ':'
        ? 'A second `:` stands in an unquoted value; quote the value.'
        : 'The indentation does not fit, or a value needs quotes.',
    );
  }
  if (/bad indentation of a sequence entry/.test(reason)) {
    return syntax('The indentation does not fit the list, or a value needs quotes.');
  }
  if (/colon is missed|multiline key/.test(reason)) {
    return syntax(
      '`key: value` is expected here, and the colon is missing.',
      startOfContentOnLine(input, offset),
    );
  }
  if (/end of the stream or a document separator/.test(reason)) {
    return syntax('This does not continue what stands before it.');
  }
  if (/missed comma/.test(reason)) return syntax('A comma is missing between entries in brackets.');
  const words = reason.replace(/\s+/g, ' ').slice(0, 120);
  return syntax(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
}

/** A missing colon is noticed at the end of the line or of the text: the line that lacks it is the last with content. */
function startOfContentOnLine(input: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(input[at - 1] as string) && /[\s]|^$/.test(input[at] ?? '')) at--;
  while (at > 0 && input[at - 1] !== '\n' && input[at - 1] !== '\r') at--;
  while (input[at] === ' ' || input[at] === '\t') at++;
  return Math.min(at, input.length);
}
