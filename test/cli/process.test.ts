import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

let folder: string;
let child: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardboard-process-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  child = null;
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program as a shell would, in pipes. */
function start(words: readonly string[], environment: Record<string, string> = {}) {
  const started = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), CLI, ...words], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  const printed = { stdout: '', stderr: '' };
  started.stdout.on('data', (bytes) => {
    printed.stdout += bytes;
  });
  started.stderr.on('data', (bytes) => {
    printed.stderr += bytes;
  });
  const ended = new Promise<number | string | null>((resolve) => {
    started.on('close', (code, signal) => resolve(code ?? signal));
  });
  return { started, printed, ended };
}

function putCards(count: number, metrics: number): void {
  const entries = Array.from(
    { length: metrics },
    (_, i) => `    - type: acc\n      name: acc ${i}\n      value: ${i % 100}\n`,
  ).join('');
  const index = `model-index:\n- name: m\n  results:\n  - task:\n      type: text-generation\n    dataset:\n      name: HellaSwag\n      type: hellaswag\n    metrics:\n${entries}`;
  mkdirSync(join(folder, 'cards'));
  for (let i = 0; i < count; i++) {
    writeFileSync(
      join(folder, 'cards', `acme__model-${i}.md`),
      `---\n${index}---\n\n# Model ${i}\n\n${'Text, *marked*. '.repeat(200)}\n`,
    );
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the process', { timeout: 60_000 }, () => {
  it('ends quietly when its reader has seen enough', async () => {
    putCards(4, 400);
    const { started, printed, ended } = start(['extract', 'cards']);
    started.stdout.once('data', () => started.stdout.destroy());
    expect(await ended).toBe(0);
    expect(printed.stderr).toBe('');
  });

  it('prints all of a large output', async () => {
    putCards(2, 400);
    const { printed, ended } = start(['extract', 'cards', '--all']);
    expect(await ended).toBe(0);
    expect(printed.stdout.endsWith('\n')).toBe(true);
    const lines = printed.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(800);
    for (const line of lines) JSON.parse(line);
  });

  it('leaves the old site whole when it is interrupted', async () => {
    putCards(300, 5);
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'index.html'), 'old');
    const { started, printed, ended } = start(['build']);
    await until(() => existsSync(join(folder, '.cardboard')));
    started.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(printed).toEqual({ stdout: '', stderr: 'interrupted: dist is as it was\n' });
    expect(readdirSync(join(folder, 'dist'))).toEqual(['index.html']);
    expect(readFileSync(join(folder, 'dist', 'index.html'), 'utf8')).toBe('old');
  });

  it('serves until it is interrupted, which is no failure', async () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'index.html'), 'here');
    const { started, printed, ended } = start(['serve', '--port', '0']);
    await until(() => printed.stdout.includes('\n'));
    const url = /http:\S+/.exec(printed.stdout)?.[0] as string;
    expect(await (await fetch(url)).text()).toBe('here');
    started.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('colours nothing in a pipe, whatever the environment asks for', async () => {
    const { printed, ended } = start(['check', 'nowhere'], { FORCE_COLOR: '1' });
    expect(await ended).toBe(2);
    expect(printed).toEqual({ stdout: '', stderr: 'error: there is no folder or file nowhere\n' });
  });

  it('shows where a failure happened only when asked to', async () => {
    const { printed, ended } = start(['check', 'nowhere'], { CARDBOARD_DEBUG: '1' });
    expect(await ended).toBe(2);
    expect(printed.stderr).toMatch(/\n {4}at /);
  });
});
