/** Reads the command of an evaluation, which a fence above its results shows: which task, and how many shots. */

/** What the last command in a fence says, as far as it says one thing only. */
export interface Command {
  readonly task: string | null;
  readonly shots: number | null;
}

const TASK = /--(?:tasks?|task_name|dataset_name|dataset)[ =]+["']?([\w:./|-]{2,80}?)["']?(?=$|[\s\\])/g;
const SHOTS = /--num_fewshots?[ =]+["']?(\d{1,2})\b/g;

/** `lm_eval --tasks gsm8k --num_fewshot 8` → gsm8k, 8 shots. Several tasks, or none, are null. */
export function readCommand(code: string): Command {
  const only = (pattern: RegExp) => {
    const found = new Set([...code.matchAll(pattern)].map((match) => match[1] as string));
    return found.size === 1 ? ([...found][0] as string) : null;
  };
  const text = only(SHOTS);
  return { task: only(TASK), shots: text === null ? null : Number(text) };
}
