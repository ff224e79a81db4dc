/** What a command may do to the world: print, look at the clock, show progress. */
import type { ReportStyle } from '../core/report.ts';

type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan';

export interface Stream {
  /** Resolves once the reader has taken the text, so that a slow reader does not fill the memory. */
  write(text: string): Promise<void>;
  /** False in a pipe or a file: no colours, no progress. */
  readonly isTerminal: boolean;
  readonly columns: number;
  colour(colour: Colour, text: string): string;
}

export interface Terminal {
  readonly out: Stream;
  readonly error: Stream;
  /** Milliseconds from any fixed moment. */
  now(): number;
  /** What a person types before a command: "cardboard", or in the repository itself a script of npm. */
  readonly calledAs: string;
  /** True shows where an unexpected failure happened. */
  readonly debug: boolean;
  /**
   * Does something when the person asks to stop, until the returned function is called. The process then ends,
   * unless the action says that the command ends by itself.
   */
  onInterrupt(action: () => 'end the process' | 'ends by itself'): () => void;
}

const STYLES: Readonly<Record<ReportStyle, Colour>> = {
  place: 'bold',
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  code: 'dim',
  frame: 'dim',
  caret: 'red',
  hint: 'cyan',
};

/** How diagnostics are coloured on a stream. */
export function painter(stream: Stream): (style: ReportStyle, text: string) => string {
  return (style, text) => stream.colour(STYLES[style], text);
}
