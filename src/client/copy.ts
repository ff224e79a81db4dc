/** Buttons that copy a command or a citation. */
import { announce } from './announce.ts';
import { element } from './element.ts';
import { t } from './language.ts';

async function copy(text: string, from: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without permission the text is selected, so that one key is enough.
    getSelection()?.selectAllChildren(from);
    return false;
  }
}

/** Puts a button beside every command, and every block of code in the site's own prose. */
export function startCopyButtons(): void {
  for (const block of document.querySelectorAll<HTMLElement>('pre[data-copy], .prose pre')) {
    const button = element('button', { type: 'button', class: 'copy' }, t('page.copy'));
    button.addEventListener('click', async () => {
      const copied = await copy(block.textContent?.trim() ?? '', block);
      button.textContent = t(copied ? 'page.copied' : 'page.selected');
      announce(t(copied ? 'page.copied-said' : 'page.selected-said'));
      setTimeout(() => {
        button.textContent = t('page.copy');
      }, 2000);
    });
    const box = element('div', { class: 'copy-box' });
    block.replaceWith(box);
    box.append(block, button);
  }
}
