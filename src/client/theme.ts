/**
 * Runs in the head of every page, before anything is painted: shows the remembered theme, so that nothing flashes, and
 * tells the style that scripts run, so that it keeps room for what they will add.
 */
import { rememberedTheme, showTheme } from './theme-choice.ts';

showTheme(rememberedTheme());
document.documentElement.dataset.scripted = '';
