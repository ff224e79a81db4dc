/** The language of the page in the browser: its texts come as a script of their own, before the code that speaks. */
import { type Language, type Message, makeLanguage } from '../core/language.ts';

interface Handed {
  readonly code: string;
  readonly messages: Readonly<Record<string, Message>>;
}

const handed = (globalThis as { cardboardMessages?: Handed }).cardboardMessages;

/** The language that the site is built in. */
export const language: Language = makeLanguage(handed?.code ?? 'en', handed?.messages ?? {});

/** Puts a message of messages/LANGUAGE/browser/ into words. */
export const { t } = language;
