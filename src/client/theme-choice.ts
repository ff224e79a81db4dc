/** Which colours a reader has chosen: light, dark, or what the system says; remembered in the browser. */

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'cardboard-theme';

/** The remembered choice. Storage may be forbidden: then it is the system's. */
export function rememberedTheme(): Theme {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}

/** Shows a theme. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Remembers a choice, where the browser allows it. */
export function rememberTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // The choice holds for this page.
  }
}

/** The choice that follows another when the switch is pressed. */
export function nextTheme(theme: Theme, systemIsDark: boolean): Theme {
  const opposite = systemIsDark ? 'light' : 'dark';
  const same = systemIsDark ? 'dark' : 'light';
  return theme === 'system' ? opposite : theme === opposite ? same : 'system';
}
