/** Names of languages as headings and headers give them, in English and in themselves. */
import { foldCase, tidy } from '../core/fold.ts';

/** Those that evaluations are reported in: the languages of the large translated and transcribed benchmarks. */
const NAMES = new Set(
  `afrikaans albanian amharic arabic armenian assamese asturian azerbaijani basque belarusian bengali bosnian bulgarian
  burmese cantonese catalan cebuano chinese croatian czech danish dutch english estonian farsi filipino finnish french
  galician georgian german greek gujarati hausa hebrew hindi hungarian icelandic igbo indonesian irish italian japanese
  javanese kannada kazakh khmer korean kurdish kyrgyz lao latvian lithuanian luxembourgish macedonian malay malayalam
  maltese mandarin marathi mongolian nepali norwegian occitan odia oriya pashto persian polish portuguese punjabi
  romanian russian sanskrit serbian shona sindhi sinhala slovak slovene slovenian somali spanish sundanese swahili
  swedish tagalog tajik tamil tatar telugu thai tibetan turkish turkmen ukrainian urdu uyghur uzbek vietnamese welsh
  xhosa yoruba zulu
  中文 英文 英语 日语 日本語 한국어 영어 español português français deutsch italiano русский العربية हिन्दी tiếng việt ไทย`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/** Languages of programs that benchmarks of code are reported in; names that are words of everyday are left out. */
const PROGRAMMING = new Set(
  'python java javascript typescript php ruby golang c++ cpp c# csharp rust kotlin scala perl lua bash shell sql haskell julia lisp racket elixir fortran matlab'.split(
    ' ',
  ),
);

/** True for the name of a programming language, "Go" aside where it stands alone. */
export function isProgrammingLanguage(text: string): boolean {
  return PROGRAMMING.has(foldCase(text).trim());
}

/** True for the name of one language, perhaps in both: "German", "Brazilian Portuguese", "英语 (English)". */
export function isLanguage(text: string): boolean {
  if (text.length > 60) return false;
  const [, outside = '', inside = ''] = /^([^()（）]*)(?:[(（]([^()（）]*)[)）])?$/.exec(tidy(text)) ?? [];
  const isOne = (name: string): boolean =>
    NAMES.has(
      foldCase(name)
        .trim()
        .replace(/^(?:brazilian|european|latin american|simplified|traditional|modern standard|swiss) /, ''),
    );
  return isOne(outside) || (outside.trim().length <= 12 && isOne(inside));
}
