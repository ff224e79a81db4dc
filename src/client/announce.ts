/** Says to screen readers what changed on the page. */
import { element } from './element.ts';

let region: HTMLElement | undefined;

/** Announces a sentence when the reader is idle. */
export function announce(sentence: string): void {
  if (region === undefined) {
    region = element('div', { class: 'hidden', role: 'status', 'aria-live': 'polite' });
    document.body.append(region);
  }
  region.textContent = sentence;
}
