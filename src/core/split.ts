/** Brings the names that cards give a split to one: "Test set", "testing data" and "测试集" are "test". */
import { foldCase } from './fold.ts';

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:test|testing|测试集?)$/, 'test'],
  [/^(?:val|valid|validation|验证集?)$/, 'validation'],
  [/^(?:dev|devel|development|开发集?)$/, 'dev'],
  [/^(?:train|training|训练集?)$/, 'train'],
];

/** A split as claims of different cards share it; what is none of the usual names stays, its case folded. */
export function plainSplit(written: string): string {
  const bare = foldCase(written.slice(0, 200))
    .replace(/^(?:held[- ]out|official)\s/, '')
    .replace(/[- ]?(?:data ?sets?|data|sets?|splits?|partition)$/, '')
    .trim();
  if (bare === '') return foldCase(written);
  return NAMES.find(([pattern]) => pattern.test(bare))?.[1] ?? bare;
}
