import { expect, it } from 'vitest';
import { once } from '../../src/core/once.ts';

it('makes nothing before it is asked, and the same thing ever after', () => {
  let calls = 0;
  const get = once(() => {
    calls += 1;
    return undefined;
  });
  expect(calls).toBe(0);
  expect(get()).toBeUndefined();
  expect(get()).toBeUndefined();
  expect(calls).toBe(1);
});
