import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextTheme, rememberedTheme, rememberTheme } from '../../src/client/theme-choice.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the theme', () => {
  it.each([false, true])('goes round all three, first to what is not shown (dark system: %s)', (dark) => {
    const first = nextTheme('system', dark);
    expect(first).toBe(dark ? 'light' : 'dark');
    const second = nextTheme(first, dark);
    expect(second).toBe(dark ? 'dark' : 'light');
    expect(nextTheme(second, dark)).toBe('system');
  });

  it('is the system’s where storage is forbidden or holds something else', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied');
      },
    });
    expect(rememberedTheme()).toBe('system');
    vi.stubGlobal('localStorage', { getItem: () => 'purple' });
    expect(rememberedTheme()).toBe('system');
  });

  it('is remembered', () => {
    const store = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
      removeItem: (key: string) => store.delete(key),
    });
    rememberTheme('dark');
    expect(rememberedTheme()).toBe('dark');
    rememberTheme('system');
    expect(store.size).toBe(0);
  });
});
