import { describe, expect, it } from 'vitest';
import { indexSuites } from '../../src/registry/suite-names.ts';
import type { Suite } from '../../src/registry/types.ts';

const suite = (id: string, name: string, aliases: string[] = []): Suite => ({
  id,
  name,
  aliases,
  description: 'A set.',
  home: null,
  members: [],
  normalized: false,
  average: { rule: 'none', requires: 'all', decimals: 2, metrics: [], alternatives: [] },
});

describe('a heading finds the suites it may mean', () => {
  const suites = [
    suite('board_v2', 'Open Board v2', ['Open Board', 'Open Board 2.0']),
    suite('board_v1', 'Open Board v1', ['Open Board']),
    suite('groups', 'Scores by group', []),
    suite('exams', 'Exam-Eval', ['Exams']),
  ];
  const find = (name: string) => indexSuites(suites)(name).map(({ id }) => id);
  it('all of them, in order of their ids', () => {
    expect(find('Open Board')).toEqual(['board_v1', 'board_v2']);
    expect(find('Open Board v2')).toEqual(['board_v2']);
    expect(find('Open Board 2.0')).toEqual(['board_v2']);
  });
  it('past case, separators and signs', () => {
    expect(find('📊 EXAM EVAL:')).toEqual(['exams']);
    expect(find('[open-board]')).toEqual(['board_v1', 'board_v2']);
  });
  it('past the words that headings put around a name', () => {
    expect(find('Open Board Evaluation Results')).toEqual(['board_v1', 'board_v2']);
    expect(find('Detailed results on the Exams benchmark (average)')).toEqual(['exams']);
  });
  it('with filler words that belong to the name', () => {
    expect(find('Scores by group')).toEqual(['groups']);
    expect(find('Average scores by group')).toEqual(['groups']);
  });
  it('none, where only fillers or other words stand', () => {
    expect(find('Evaluation results')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find('How we trained on exams from many countries')).toEqual([]);
    expect(find('of the '.repeat(1e5))).toEqual([]);
  });
  it('whatever the order of suites', () => {
    const reversed = indexSuites([...suites].reverse());
    expect(reversed('Open Board').map(({ id }) => id)).toEqual(['board_v1', 'board_v2']);
  });
});
