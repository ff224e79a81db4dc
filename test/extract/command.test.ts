import { expect, it } from 'vitest';
import { readCommand } from '../../src/extract/command.ts';

it('finds the task and the shots of an evaluation command', () => {
  expect(readCommand('lm_eval --model hf --tasks gsm8k --num_fewshot 8 --batch_size 4')).toEqual({
    task: 'gsm8k',
    shots: 8,
  });
});

it('says nothing of several tasks, nor of other commands', () => {
  expect(readCommand('lm_eval --tasks gsm8k\nlm_eval --tasks mmlu')).toEqual({ task: null, shots: null });
  expect(readCommand('lm_eval --tasks gsm8k,mmlu')).toEqual({ task: null, shots: null });
  expect(readCommand('pip install demo')).toEqual({ task: null, shots: null });
});
