/** What a search means, in words. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeLanguage } from '../../../src/core/language.ts';
import { explainQuery } from '../../../src/core/query/explain.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { QUERY_MESSAGES } from '../../../src/core/query/types.ts';
import { loadMessages } from '../../../src/site/messages.ts';
import { ROOT } from '../../support/project.ts';
import { fields } from './fields.ts';

const english = makeLanguage('en', loadMessages(join(ROOT, 'messages'), 'en').all);

describe('in words', () => {
  it.each([
    ['', ''],
    [
      'llama; qwen 7b license:MIT params:>=7b',
      'name has llama or qwen 7b; licence is MIT; size is at least 7B',
    ],
    ['-"open hermes" -type:merge,chat', 'name has no open hermes; type is not merge or chat'],
    ['gsm8k:>50 average:60..70,<3.5', 'gsm8k is above 50; average is from 60 to 70 or below 3.5'],
    ['params:<=500m -params:7b', 'size is at most 0.5B; size is not 7B'],
    ['is:flagged,open -is:copy', 'flagged or under an open licence; not a copy of another model’s results'],
    ['base:mistral -name:x', 'base model has mistral; name has no x'],
  ])('%j is %j', (text, expected) => {
    expect(explainQuery(parseQuery(text, fields).query, fields, english).join('; ')).toBe(expected);
  });

  it('has a sentence for everything that is not understood', () => {
    for (const code of QUERY_MESSAGES) expect(english.has(`query.${code}`)).toBe(true);
    const { messages } = parseQuery('lisence:x type:mergd license:apatche params:x license:-mit', fields);
    for (const { key, values } of messages) expect(english.t(key, values)).not.toMatch(/\{|undefined/);
    expect(messages).toHaveLength(5);
  });
});
