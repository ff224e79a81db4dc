/** The version of the reading code changes with any of its bytes, and with nothing else. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeVersion } from '../../src/store/code-version.ts';

let root: string;
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'code-')), 'src');
  mkdirSync(join(root, 'parse', 'inner'), { recursive: true });
  mkdirSync(join(root, 'render'));
  writeFileSync(join(root, 'parse', 'a.ts'), 'a');
  writeFileSync(join(root, 'parse', 'inner', 'b.ts'), 'b');
  writeFileSync(join(root, 'render', 'c.ts'), 'c');
});
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }));

it('follows every source below its parts, at any depth, and the versions of the dependencies', () => {
  const versions = new Set([codeVersion(root, ['parse', 'nowhere'])]);
  writeFileSync(join(root, 'parse', 'inner', 'b.ts'), 'changed');
  versions.add(codeVersion(root, ['parse', 'nowhere']));
  writeFileSync(join(root, '..', 'package.json'), '{"dependencies":{"remark":"1.0.0"}}');
  versions.add(codeVersion(root, ['parse', 'nowhere']));
  expect(versions.size).toBe(3);
});

it('does not follow what is not among its parts, or is no code', () => {
  const before = codeVersion(root, ['parse']);
  writeFileSync(join(root, 'render', 'c.ts'), 'changed');
  writeFileSync(join(root, 'parse', 'notes.md'), 'new');
  expect(codeVersion(root, ['parse'])).toBe(before);
});
