/** Gives text away: to the clipboard, or as a file. */
import { announce } from '../announce.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';

/** Puts text on the clipboard, and says whether that was allowed on the button that asked for it. */
export async function copyText(text: string, button: HTMLElement): Promise<void> {
  let said = t('tools.copied');
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    said = copyBySelection(text) ? said : t('tools.not-copied');
  }
  const usual = button.dataset.usual ?? button.textContent ?? '';
  button.dataset.usual = usual;
  button.textContent = said;
  announce(said);
  setTimeout(() => {
    button.textContent = usual;
  }, 2000);
}

/** Where pages may not use the clipboard, as those opened from a file, a selection may still be copied. */
function copyBySelection(text: string): boolean {
  const area = element('textarea', { class: 'hidden', readonly: '' });
  area.value = text;
  const before = document.activeElement;
  // Inside an open sheet, whose focus does not leave it.
  (document.querySelector('dialog:modal') ?? document.body).append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

/** Hands text over as a file. */
export function downloadText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
