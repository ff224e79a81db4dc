import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCase } from './command-case.ts';

const CASES = new URL('../fixtures/cli/', import.meta.url);

/** UPDATE=1 writes what happens into the cases, to be looked at before it is committed. */
const update = process.env.UPDATE === '1';

describe('the command line', () => {
  const names = readdirSync(CASES).filter((name) => name.endsWith('.txt'));

  it.each(names)('%s', { timeout: 60_000 }, async (name) => {
    const file = new URL(name, CASES);
    const expected = readFileSync(file, 'utf8');
    const happened = await runCase(expected);
    expect(happened).not.toContain('unexpected failure');
    if (update) writeFileSync(file, happened);
    else expect(happened).toBe(expected);
  });
});
