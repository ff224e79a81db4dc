/** English, as the site speaks it: the language of tests that read what pages say. */
import { join } from 'node:path';
import { type Language, makeLanguage } from '../../src/core/language.ts';
import { loadMessages } from '../../src/site/messages.ts';
import { ROOT } from './project.ts';

export const english: Language = makeLanguage('en', loadMessages(join(ROOT, 'messages'), 'en').all);
