/** Makes lib/, the package's code: src/ as JavaScript with types, what lies beside it, and the browser's scripts. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleClient } from '../src/site/assets.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'src');
const TARGET = join(ROOT, 'lib');

rmSync(TARGET, { recursive: true, force: true });

const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const compiled = spawnSync(process.execPath, [compiler, '--project', 'tsconfig.build.json'], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

// The client is there as finished scripts; everything else that is not TypeScript is copied.
for (const entry of readdirSync(SOURCE, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  const path = relative(SOURCE, file);
  if (!entry.isFile() || path.endsWith('.ts') || path.startsWith('client')) continue;
  mkdirSync(dirname(join(TARGET, path)), { recursive: true });
  cpSync(file, join(TARGET, path));
}
mkdirSync(join(TARGET, 'client'), { recursive: true });
for (const [name, content] of await bundleClient(join(SOURCE, 'client'))) {
  writeFileSync(join(TARGET, 'client', name), content);
}

const program = join(TARGET, 'cli.js');
if (!existsSync(program)) throw new Error('lib/cli.js is missing');
chmodSync(program, 0o755);
