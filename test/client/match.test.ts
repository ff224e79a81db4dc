import { describe, expect, it } from 'vitest';
import { foldText, matches, queryWords } from '../../src/client/match.ts';

describe('a filter', () => {
  const text = foldText('Arcee-Spark  arcee-ai · 7B · fine-tuned · apache-2.0');

  it.each(['spark', 'SPARK 7b', 'apache fine', '  ', 'ａrcee'])('%j matches', (query) =>
    expect(matches(text, queryWords(query))).toBe(true),
  );
  it.each(['zephyr', 'spark 70b', '.*'])('%j does not', (query) =>
    expect(matches(text, queryWords(query))).toBe(false),
  );
});
