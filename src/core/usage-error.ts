/** A mistake of the person at the keyboard: told in one line, without a stack trace. */

export class UsageError extends Error {
  /** What to do about it, one sentence, where there is something to say. */
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}
