#!/usr/bin/env node
/** The program that people call: joins the command line to this process. */
import pc from 'picocolors';
import { INTERRUPTED, TERMINATED } from './commands/exit-code.ts';
import { run } from './commands/program.ts';
import type { Stream, Terminal } from './commands/terminal.ts';

function streamOf(stream: NodeJS.WriteStream): Stream {
  const isTerminal = stream.isTTY === true;
  const colours = pc.createColors(isTerminal && pc.isColorSupported);
  return {
    isTerminal,
    get columns() {
      // A terminal that does not know its width says 0.
      return stream.columns || 80;
    },
    colour: (colour, text) => colours[colour](text),
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(text)) resolve();
        else stream.once('drain', resolve);
      }),
  };
}

// A reader that has seen enough, such as `head`, is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const interruptions = new Set<Parameters<Terminal['onInterrupt']>[0]>();
const interrupt = (code: number) => () => {
  const answers = [...interruptions].map((action) => action());
  if (!answers.includes('ends by itself')) process.exit(code);
};
process.on('SIGINT', interrupt(INTERRUPTED));
process.on('SIGTERM', interrupt(TERMINATED));

const terminal: Terminal = {
  out: streamOf(process.stdout),
  error: streamOf(process.stderr),
  now: () => performance.now(),
  calledAs: process.env.npm_package_name === 'cardboard' ? 'npm run --silent cardboard --' : 'cardboard',
  debug: process.env.CARDBOARD_DEBUG === '1',
  onInterrupt(action) {
    interruptions.add(action);
    return () => interruptions.delete(action);
  },
};

const code = await run(process.argv.slice(2), terminal);
// What is printed may still be on its way to a slow reader.
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))),
);
process.exit(code);
