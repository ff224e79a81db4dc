/** The switch between light, dark and the system's colours. */
import { t } from './language.ts';
import { nextTheme, rememberedTheme, rememberTheme, showTheme, type Theme } from './theme-choice.ts';

/** Brings the switch of the page's head to life. */
export function startThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (button === null) return;
  let theme = rememberedTheme();
  const label = (shown: Theme) => {
    button.textContent = t(`page.theme.${shown}`);
    button.dataset.themeSwitch = shown;
  };
  label(theme);
  button.hidden = false;
  button.addEventListener('click', () => {
    theme = nextTheme(theme, matchMedia('(prefers-color-scheme: dark)').matches);
    showTheme(theme);
    rememberTheme(theme);
    label(theme);
  });
}
