import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../src/parse/front-matter.ts';
import { readMetadata } from '../../src/parse/metadata.ts';

const LICENSES = new Set(['mit', 'apache-2.0', 'other']);

function read(yaml: string) {
  const { value } = parseFrontMatter(`---\n${yaml}\n---\n`, 'card.md');
  return readMetadata(value.data, value, 'card.md', (id) => LICENSES.has(id));
}

describe('metadata', () => {
  it('is read field by field', () => {
    const { value, diagnostics } = read(
      [
        'license: other',
        'license_name: zephyr-license',
        'license_link: LICENSE.md',
        'language: [en, no]',
        'tags: [chat, chat, 7b]',
        'datasets: example/quizset',
        'base_model:',
        '- example/one',
        '- example/two',
        'base_model_relation: merge',
        'library_name: transformers',
        'pipeline_tag: text-generation',
        'new_version: example/zephyr-2',
        'params: 7.2B',
        'thumbnail: {anything: goes}',
      ].join('\n'),
    );
    expect(value).toEqual({
      licenses: ['other'],
      licenseName: 'zephyr-license',
      licenseLink: 'LICENSE.md',
      languages: ['en', 'no'],
      tags: ['chat', '7b'],
      datasets: ['example/quizset'],
      baseModels: ['example/one', 'example/two'],
      baseModelRelation: 'merge',
      libraryName: 'transformers',
      pipelineTag: 'text-generation',
      newVersion: 'example/zephyr-2',
      parameters: 7.2,
    });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['params: 350M', 0.35],
    ['model_size: 6.7 billion', 6.7],
    ['num_parameters: 7241732096', 7.24173],
    ['parameters: 12', null],
    ['model_size: base', null],
    ['parameters: {t: [0, 1]}', null],
  ])('gives parameters in billions: %s', (yaml, billions) => {
    expect(read(yaml).value.parameters).toBe(billions);
  });

  it('is empty without front matter', () => {
    const { value } = parseFrontMatter('# Title\n', 'card.md');
    const read = readMetadata(value.data, value, 'card.md', () => true);
    expect(read).toMatchObject({ value: { licenses: [], licenseName: null, tags: [] }, diagnostics: [] });
  });

  it('takes nothing for nothing', () => {
    const { value, diagnostics } = read(
      'license:\nlanguage: [en, null]\ntags: []\nlibrary_name: ""\nbase_model: ~',
    );
    expect(value).toMatchObject({
      licenses: [],
      languages: ['en'],
      tags: [],
      libraryName: null,
      baseModels: [],
    });
    expect(diagnostics).toEqual([]);
  });

  it('takes numbers and booleans for the text they were', () => {
    const { value, diagnostics } = read(
      'language: [no, false]\ntags: [1.10, 2024, 010]\nbase_model: 5503434e12\nlibrary_name: [peft]',
    );
    expect(value).toMatchObject({
      languages: ['no', 'false'],
      tags: ['1.10', '2024', '010'],
      baseModels: ['5503434e12'],
      libraryName: 'peft',
    });
    expect(diagnostics).toEqual([]);
  });

  it('leaves out what is of the wrong kind, tells where, and uses the rest', () => {
    const { value, diagnostics } = read(
      'license: {id: mit}\ntags:\n- a\n- b: c\n- [d]\nlibrary_name: [a, b]\nlanguage: en',
    );
    expect(value).toMatchObject({ licenses: [], tags: ['a'], libraryName: null, languages: ['en'] });
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['front-matter/bad-value', 2, 10],
      ['front-matter/bad-value', 5, 3],
      ['front-matter/bad-value', 6, 3],
      ['front-matter/bad-value', 7, 15],
    ]);
  });

  it('leaves out texts too long to be what they should be', () => {
    const { value, diagnostics } = read(`tags: [a, ${'x'.repeat(400)}]`);
    expect(value.tags).toEqual(['a']);
    expect(diagnostics).toMatchObject([{ code: 'front-matter/bad-value', line: 2, column: 11 }]);
  });

  it('knows licences in any letter case, and tells of those it does not know', () => {
    const { value, diagnostics } = read('license: [MIT, mit, zebra-1.0]');
    expect(value.licenses).toEqual(['mit', 'zebra-1.0']);
    expect(diagnostics).toMatchObject([
      { code: 'front-matter/unknown-license', severity: 'warning', line: 2, column: 21 },
    ]);
  });

  it('takes only the relations that there are', () => {
    const { value, diagnostics } = read('base_model_relation: cousin');
    expect(value.baseModelRelation).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'front-matter/bad-value', line: 2, column: 22 }]);
  });
});
