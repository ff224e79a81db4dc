/** Templates, and a theme's over them. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/usage-error.ts';
import { loadTemplates } from '../../src/render/template.ts';
import { makeFolder, remove, writeFiles } from '../support/workplace.ts';

const folder = makeFolder();
afterAll(() => remove(folder));
const ours = join(folder, 'ours');
writeFiles(ours, [
  ['layout.eta', '<main><%~ it.body %></main>'],
  ['board.eta', "<% layout('@layout') %>\n<h1><%= it.name %></h1><%~ include('@partials/mark') %>"],
  ['partials/mark.eta', '<i><%= t("mark") %></i>'],
]);
const t = (key: string) => `[${key}]`;

let count = 0;
function withTheme(files: Readonly<Record<string, string>>) {
  count += 1;
  const theme = join(folder, `theme${count}`);
  writeFiles(theme, [['readme.txt', ''], ...Object.entries(files)]);
  return loadTemplates(ours, t, theme);
}

function complaint(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message.replace(/.*theme\d+\//, '');
  }
  return 'none';
}

describe('templates', () => {
  it('print views escaped, with their layout, parts and texts', () => {
    expect(loadTemplates(ours, t).render('board', { name: '<b>' })).toBe(
      '<main><h1>&lt;b&gt;</h1><i>[mark]</i></main>',
    );
  });
});

describe('a theme', () => {
  it('replaces what it has, and may build upon ours', () => {
    const { render, diagnostics } = withTheme({
      'layout.eta': "<% layout('@ours/layout') %><hr><%~ it.body %>",
      'partials/mark.eta': '<u></u>',
    });
    expect(render('board', { name: 'x' })).toBe('<main><hr><h1>x</h1><u></u></main>');
    expect(diagnostics).toEqual([]);
  });

  it('is told of templates that nothing asks for', () => {
    const { diagnostics } = withTheme({
      'bord.eta': '',
      'zebra.eta': '',
      'board.eta': "<%~ include('@partials/own') %>",
      'partials/own.eta': '',
    });
    expect(diagnostics.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      ['theme/unknown-template', 'No page is made from a template "bord".', 'did you mean `board.eta`?'],
      ['theme/unknown-template', 'No page is made from a template "zebra".', undefined],
    ]);
  });

  it.each([
    ['a\n<% for (const x of it.rows) { %>\nb', 'board.eta:2: the template cannot be compiled'],
    ['a\n\n<%= it.name + %>', 'board.eta:3: the template cannot be compiled'],
    ['a\n<% } %>\n<% if (it.a) { %>b<% } %>', 'board.eta:2: the template cannot be compiled'],
    ['a\n<% it.rows.forEach((row) => { %>\nb\n<% } %>', 'board.eta:4: the template cannot be compiled'],
    ['a\n<%= it.name', 'board.eta:2: the template cannot be compiled: unclosed tag'],
  ])('that cannot be compiled is refused by file and line: %j', (text, expected) => {
    expect(complaint(() => withTheme({ 'board.eta': text }))).toContain(expected);
  });

  it.each([
    ['a\n<%= it.rows.length %>', /^board\.eta:2: Cannot read properties of undefined/],
    ["a\n\n<%~ include('@partials/none') %>", /^board\.eta:3: Failed to get template '@partials\/none'/],
    ["<%~ include('/etc/passwd') %>", /^board\.eta:1: Views directory is not defined/],
    ["<%~ include('../ours/board') %>", /^board\.eta:1: Views directory is not defined/],
  ])('that fails on a page is told by file and line: %j', (text, expected) => {
    expect(complaint(() => withTheme({ 'board.eta': text }).render('board', {}))).toMatch(expected);
  });

  it('has its own part blamed, not the page around it', () => {
    const { render } = withTheme({
      'board.eta': "\n<%~ include('@partials/mark', {}) %>",
      'partials/mark.eta': '\n\n<%= it.mark.name %>',
    });
    expect(complaint(() => render('board', {}))).toContain('partials/mark.eta:3: ');
  });

  it('reaches no file outside of it', () => {
    writeFiles(folder, [['secret.eta', 'secret']]);
    const theme = join(folder, 'linked');
    writeFiles(theme, [['readme.txt', '']]);
    symlinkSync(join(folder, 'secret.eta'), join(theme, 'board.eta'));
    expect(loadTemplates(ours, t, theme).render('board', { name: 'x' })).toContain('<h1>x</h1>');
  });
});
