/** Runs the cases of test/fixtures/cli: a command in a folder of its own, and what it prints. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/commands/program.ts';
import type { Stream, Terminal } from '../../src/commands/terminal.ts';
import { VERSION } from '../../src/version.ts';

/**
 * A case is text: comments (`#`), one line `$ cardboard …`, and sections that each start with `-- NAME --`: `exit`,
 * `stdout`, `stderr` for what is expected, `file PATH` for the files that there are.
 */
function readCase(text: string): { head: string; words: string[]; sections: Map<string, string> } {
  const [head = '', ...parts] = text.split(/^-- (.+) --\n/m);
  const sections = new Map<string, string>();
  for (let i = 0; i < parts.length; i += 2) sections.set(parts[i] as string, parts[i + 1] as string);
  const command = /^\$ cardboard ?(.*)$/m.exec(head)?.[1];
  if (command === undefined) throw new Error('The case has no line "$ cardboard …".');
  return { head, words: wordsOf(command), sections };
}

/** Words of a command as a shell parts them; of its quotes only double ones are known. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** Runs a case and gives its text anew, with what really happened in the place of what was expected. */
export async function runCase(text: string): Promise<string> {
  const { head, words, sections } = readCase(text);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cardboard-cli-')));
  const before = process.cwd();
  try {
    const files = [...sections].filter(([name]) => name.startsWith('file '));
    for (const [name, content] of files) {
      const path = join(folder, name.slice('file '.length));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    process.chdir(folder);
    const { exit, stdout, stderr } = await runWords(words);
    const steady = (printed: string) =>
      printed
        .replaceAll(folder, '<folder>')
        .replaceAll(VERSION, '<version>')
        // What belongs together, how sure a reading is and why: held by the tests of extraction.
        .replace(/"group":"[^"]*"/g, '"group":""')
        .replace(/"confidence":[\d.]+,"because":\[.*?\],"status"/g, '"confidence":0,"because":[],"status"')
        .replace(/^pages {5}.*$/m, 'pages     <number>')
        .replace(/(?:^[a-z]+ +\d+(?:\.\d+)? (?:ms|s)(?: {2}.* handled)?\n)+/m, (stages) =>
          /handled/.test(stages) ? '<time and amount of every stage>\n' : '<time of every stage>\n',
        );
    const happened = [
      `-- exit --\n${exit}\n`,
      `-- stdout --\n${steady(stdout)}`,
      `-- stderr --\n${steady(stderr)}`,
      ...files.map(([name, content]) => `-- ${name} --\n${content}`),
    ];
    return head + happened.join('');
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

/** Runs a command line in this process, as if in a pipe. */
async function runWords(words: readonly string[]): Promise<{ exit: number; stdout: string; stderr: string }> {
  const printed = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): Stream => ({
    isTerminal: false,
    columns: 80,
    colour: (_colour, text) => text,
    write: async (text) => {
      printed[name] += text;
    },
  });
  const terminal: Terminal = {
    out: stream('stdout'),
    error: stream('stderr'),
    now: () => performance.now(),
    calledAs: 'cardboard',
    debug: false,
    onInterrupt: () => () => {},
  };
  const exit = await run(words, terminal);
  return { exit, ...printed };
}
