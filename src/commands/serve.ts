/** `cardboard serve`: a finished site on this machine. */
import { CLEAN } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface ServeArguments {
  readonly port: number;
  readonly host: string;
}

/** Serves until the person asks to stop. */
export async function runServe(terminal: Terminal, folder: string, given: ServeArguments): Promise<number> {
  const { serve } = await import('../site/serve.ts');
  const served = await serve(folder, { port: given.port, host: given.host });
  await terminal.out.write(`${folder} is at ${terminal.out.colour('cyan', served.url)} (stop with Ctrl+C)\n`);
  await new Promise<void>((stop) => {
    terminal.onInterrupt(() => {
      stop();
      return 'ends by itself';
    });
  });
  await served.close();
  return CLEAN;
}
