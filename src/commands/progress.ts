/** Shows how far a command has come: on a terminal only, and only if it takes longer than a second. */
import type { Effects } from '../build.ts';
import { groupThousands } from '../core/report.ts';
import type { Terminal } from './terminal.ts';

const SHOW_AFTER = 1000;
const SHOW_EVERY = 100;
const CLEAR_LINE = '\r\u001b[2K';

export interface Progress {
  readonly effects: Effects;
  /** Takes the line away. To be called before anything else is printed. */
  finish(): void;
}

/** Makes the effects that a build gets, and keeps one line of progress on the error stream. */
export function startProgress(terminal: Terminal): Progress {
  const { error } = terminal;
  const start = terminal.now();
  let shown = Number.NEGATIVE_INFINITY;
  let visible = false;
  const finish = (): void => {
    if (visible) void error.write(CLEAR_LINE);
    visible = false;
  };
  return {
    finish,
    effects: {
      now: () => terminal.now(),
      log(line) {
        finish();
        void error.write(`${line}\n`);
      },
      progress(stage, done, total) {
        if (!error.isTerminal) return;
        const now = terminal.now();
        if (now - start < SHOW_AFTER || now - shown < SHOW_EVERY) return;
        shown = now;
        visible = true;
        const text = `${stage}: ${groupThousands(done)} of ${groupThousands(total)}`;
        void error.write(`${CLEAR_LINE}${text.slice(0, Math.max(10, error.columns - 1))}`);
      },
    },
  };
}
