/** Runs in the head of every page, before anything is painted: shows the remembered theme, so that nothing flashes. */
import { rememberedTheme, showTheme } from './theme-choice.ts';

showTheme(rememberedTheme());
