/** Every folder of test/fixtures/cards: input.md read as acme/demo… gives claims.txt and diagnostics.txt. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { readOne } from '../../src/reading.ts';
import { loadRegistry } from '../../src/registry/load.ts';

const folder = join(import.meta.dirname, '../fixtures/cards');
const registry = loadRegistry(join(import.meta.dirname, '../../registry')).value;

/** One line a claim: short enough to review, with everything that a wrong reading would change. */
function describeClaims(path: string, text: string): { claims: string; diagnostics: string } {
  const reading = readOne({ path, file: path, text, hash: '' }, registry, []);
  const normalized = normalize([reading], registry, DEFAULT_CONFIG);
  const claims = normalized.claims.map((claim) => {
    const { source } = claim;
    const place = `${source.line}:${source.column}${source.cell === null ? '' : ` cell ${source.cell}`} ${source.kind}`;
    const said = [
      claim.subject === 'self' ? 'self' : claim.model_as_written,
      claim.benchmark_as_written,
      claim.metric_as_written ?? '–',
      claim.shots === null ? '–' : `${claim.shots}-shot`,
      claim.setting ?? '–',
      claim.split ?? '–',
      `${claim.value}${claim.unit_as_written === 'percent' ? '%' : ''}${claim.stderr === null ? '' : ` ± ${claim.stderr}`}`,
    ];
    const meant = `${claim.model} | ${claim.benchmark} | ${claim.metric} | ${claim.score} ${claim.unit}`;
    return `${claim.status} ${place} ${source.raw}\n    ${said.join(' | ')}\n    = ${meant}\n${claim.because.map((why) => `      ${why}`).join('\n')}`;
  });
  const diagnostics = [...reading.diagnostics, ...normalized.diagnostics].map(
    ({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code} ${message}`,
  );
  return { claims: `${claims.join('\n')}\n`, diagnostics: `${diagnostics.join('\n')}\n` };
}

describe('cards are read as', () => {
  it.each(readdirSync(folder).sort())('%s', async (name) => {
    const input = readFileSync(join(folder, name, 'input.md'), 'utf8');
    const path = name.startsWith('one-row')
      ? 'acme/Demo-72B-v0.1/README.md'
      : name.startsWith('printed')
        ? 'acme/Demo-Spark/README.md'
        : 'acme/demo_7b/README.md';
    const { claims, diagnostics } = describeClaims(path, input);
    await expect(claims).toMatchFileSnapshot(join(folder, name, 'claims.txt'));
    await expect(diagnostics).toMatchFileSnapshot(join(folder, name, 'diagnostics.txt'));
  });

  it('the same with CRLF line ends, but for nothing', () => {
    for (const name of readdirSync(folder)) {
      const input = readFileSync(join(folder, name, 'input.md'), 'utf8');
      expect(describeClaims('acme/demo_7b.md', input.replaceAll('\n', '\r\n')).claims, name).toBe(
        describeClaims('acme/demo_7b.md', input).claims,
      );
    }
  });
});
