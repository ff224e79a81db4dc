/** Reads registry/*.yml: every entry is checked, and a bad one is left out with a diagnostic at its line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { sha256 } from '../core/hash.ts';
import { crossCheck } from './cross-check.ts';
import { type Located, locateEntries } from './located.ts';
import { buildRegistry } from './registry.ts';
import { BENCHMARK_ENTRY, LICENSE_ENTRY, METRIC_ENTRY, SUITE_ENTRY } from './schema.ts';
import type { Registry } from './types.ts';

/**
 * Loads a registry folder (`benchmarks.yml`, `metrics.yml`, `suites.yml`, `licenses.yml`), synchronously.
 * Never throws for what the files hold: a missing or broken file counts as empty, and entries that are not valid,
 * that repeat an id, or that lead to entries that do not exist are left out, each with `registry/bad-entry`.
 */
export function loadRegistry(folder: string): Checked<Registry> {
  const diagnostics: Diagnostic[] = [];
  const hashes: string[] = [];
  const load = <T extends { readonly id: string }>(
    name: string,
    schema: z.ZodType<T>,
  ): readonly Located<T>[] => {
    const file = join(folder, name).replaceAll('\\', '/');
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      diagnostics.push(
        diagnose('registry/bad-entry', { file, line: 1, column: 1 }, `The file cannot be read: ${why}.`),
      );
      return [];
    }
    hashes.push(`${name} ${sha256(bytes)}`);
    const read = locateEntries(file, new TextDecoder().decode(bytes), schema);
    diagnostics.push(...read.diagnostics);
    return read.value;
  };
  const checked = crossCheck({
    benchmarks: load('benchmarks.yml', BENCHMARK_ENTRY),
    metrics: load('metrics.yml', METRIC_ENTRY),
    suites: load('suites.yml', SUITE_ENTRY),
    licenses: load('licenses.yml', LICENSE_ENTRY),
  });
  diagnostics.push(...checked.diagnostics);
  return { value: buildRegistry(checked.value, sha256(hashes.join('\n'))), diagnostics };
}
