/** Finds and reads the config for a command, and says what is wrong with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ConfigOverrides, loadConfig } from '../config.ts';
import type { Config } from '../core/config.ts';
import { formatDiagnostics } from '../core/report.ts';
import { loadRegistry } from '../registry/load.ts';
import { painter, type Terminal } from './terminal.ts';

const DEFAULT_FILE = 'cardboard.config.yml';

/** Where cards that were read are kept between runs, in the working folder. */
export const CACHE_FILE = '.cardboard/results.duckdb';

/** Beside src/ and beside lib/ alike. */
const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

/** The languages that there are texts in: those of the package, and those that a theme's folder brings. */
function languages(theme: string): string[] {
  const folders = [join(PACKAGE, 'messages'), join(theme, 'messages')].filter((folder) => existsSync(folder));
  const found = folders.flatMap((folder) => readdirSync(folder, { withFileTypes: true }));
  return [...new Set(found.filter((entry) => entry.isDirectory()).map(({ name }) => name))].sort();
}

/**
 * The config of `--config`, else of the working folder if it has one. Null where it has errors, which are then
 * printed.
 */
export async function readSettings(
  terminal: Terminal,
  given: string | undefined,
  overrides: ConfigOverrides = {},
): Promise<Config | null> {
  const path = given ?? (existsSync(DEFAULT_FILE) ? DEFAULT_FILE : null);
  const { value, diagnostics } = loadConfig(path, overrides, {
    registry: () => loadRegistry(join(PACKAGE, 'registry')).value,
    languages,
  });
  if (diagnostics.length > 0) {
    const sources = () => (path === null ? null : readFileSync(path, 'utf8'));
    await terminal.error.write(
      formatDiagnostics(diagnostics, 'text', sources, { paint: painter(terminal.error) }),
    );
  }
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? null : value;
}
