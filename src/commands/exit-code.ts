/** What a command tells the shell. */
import type { Diagnostic } from '../core/diagnostic.ts';

export const CLEAN = 0;
/** Cards have errors, or warnings where `--strict` counts them. */
export const PROBLEMS = 1;
/** The command itself was not understood or cannot be carried out. */
export const MISUSE = 2;
/** 128 and the number of the signal, as shells have it. */
export const INTERRUPTED = 130;
export const TERMINATED = 143;

export function exitCodeOf(diagnostics: readonly Diagnostic[], strict: boolean): number {
  const counts = (diagnostic: Diagnostic) =>
    diagnostic.severity === 'error' || (strict && diagnostic.severity === 'warning');
  return diagnostics.some(counts) ? PROBLEMS : CLEAN;
}
