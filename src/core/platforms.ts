/** Names of the platforms that run many benchmarks, as cards say where their numbers come from. */

/** They are no benchmarks, and who ran an evaluation makes no other one of it; a card's words still keep them. */
const PLATFORMS = 'OpenCompass|FlagEval|LMMs-Eval|VLMEvalKit|LightEval|EvalScope|simple-evals';

const SPOKEN = new RegExp(
  `\\b(?:evaluat(?:ed|ion|ions|ing)|measured|tested|assessed|validated|ran|run|obtained|reported|scored|proposed|provided|defined|compiled)\\b[^.]{0,60}?\\b(?:by|with|using|via|on|through) (?:the )?(${PLATFORMS})\\b`,
  'i',
);
const ALONE = new RegExp(`^(?:${PLATFORMS})$`, 'i');

/** The platform that a text says its results come from ("evaluated by OpenCompass"), or null. */
export function platformIn(text: string): string | null {
  return SPOKEN.exec(text.slice(0, 1000))?.[1] ?? null;
}

/** True for a part of a setting that says who ran the evaluation, not how. */
export function isPlatform(setting: string): boolean {
  return ALONE.test(setting);
}
