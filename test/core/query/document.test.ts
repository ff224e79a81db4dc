/** docs/search.md tells the truth: its searches are understood, find what they say, and fail as they say. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/core/config.ts';
import { modelFields } from '../../../src/core/query/model-fields.ts';
import { answerQuery, type QueryAnswer, readQuerySource } from '../../../src/query-build.ts';
import { ROOT, readProjectFile } from '../../support/project.ts';

const effects = { now: () => 0, log: () => {}, progress: () => {} };

let source: Awaited<ReturnType<typeof readQuerySource>>;
beforeAll(async () => {
  source = await readQuerySource(resolve(ROOT, 'cards'), DEFAULT_CONFIG, null, effects);
});

const ask = (text: string): QueryAnswer => answerQuery(source, { text, board: null, sort: null, limit: 100 });

/** Rows of the tables under a heading, cell by cell. */
function tableUnder(heading: string): string[][] {
  const text = readProjectFile('docs/search.md');
  const start = text.indexOf(`# ${heading}\n`);
  const end = text.indexOf('\n#', start + 1);
  return text
    .slice(start, end < 0 ? undefined : end)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

const codes = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code as string);

describe('the examples', () => {
  const examples = [...tableUnder('Search'), ...tableUnder('Numbers')].flatMap(([search]) => codes(search));

  it('are all understood', () => {
    expect(examples.length).toBeGreaterThan(25);
    for (const text of examples) {
      const { messages } = ask(text);
      expect({ text, left: messages.filter(({ ignored }) => ignored) }).toEqual({ text, left: [] });
    }
  });

  const SMAUG = 'abacusai/Smaug-72B-v0.1';
  const LLEMMA = 'EleutherAI/llemma_7b';
  const SPARK = 'arcee-ai/Arcee-Spark';

  it.each([
    ['smaug', [SMAUG]],
    ['"arcee spark"', [SPARK]],
    ['smaug; llemma; license:llama2', [LLEMMA]],
    ['mmlu:60..80 -is:flagged', [SMAUG]],
    ['is:open is:card', ['arcee-ai/Arcee-Spark', 'chujiezheng/Mistral7B-PairRM-SPPO-ExPO']],
  ])('%s finds what it should in the sample cards', (text, expected) => {
    expect(examples).toContain(text);
    const { columns, rows } = ask(text);
    const place = columns.findIndex(({ key }) => key === 'model');
    expect(rows.map((cells) => cells[place])).toEqual(expected);
  });
});

describe('the fields', () => {
  it('are those that there are, with their other names', () => {
    const fields = modelFields([], [{ name: 'average', aliases: [], unit: 'score' }]);
    const documented = tableUnder('Fields').flatMap(([name, also]) => [...codes(name), ...codes(also)]);
    const known = [...fields.texts, ...fields.numbers].flatMap(({ name, aliases }) => [name, ...aliases]);
    const names = documented.map((name) => name.replace(/:$/, ''));
    expect(names.filter((name) => ![...known, 'is', 'has'].includes(name))).toEqual([]);
    const own = [...fields.texts.map(({ name }) => name), 'params', 'is'];
    expect(own.filter((name) => !names.includes(name))).toEqual([]);
    const flags = tableUnder('Fields').find(([name]) => name === '`is:`')?.[2] ?? '';
    expect(fields.flags.filter(({ value }) => !flags.includes(value))).toEqual([]);
  });
});

describe('what is not understood', () => {
  it('is told in the words of the document', () => {
    const rows = tableUnder('What is not understood');
    expect(rows.length).toBeGreaterThan(5);
    for (const [search, said] of rows) {
      const text = codes(search)[0] as string;
      expect({ text, said: ask(text).messages.map(({ sentence }) => sentence) }).toEqual({
        text,
        said: [said],
      });
    }
  });
});
