/** Opens the proof of a number in place: on pointing, on keyboard focus, on a tap; the link itself goes to the card. */
import { element } from './element.ts';
import { t } from './language.ts';
import { proofPanel } from './proof-panel.ts';
import { proofSource } from './proof-source.ts';

const OPEN_AFTER = 140;
const CLOSE_AFTER = 220;
const DESCRIPTION = 'proof-says';

/** Where a panel goes beside what it explains: below it if there is room, else above, never outside the window. */
export function panelPlace(
  anchor: { left: number; top: number; bottom: number; right: number },
  panel: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const margin = 8;
  const below = anchor.bottom + 4;
  const above = anchor.top - 4 - panel.height;
  const fits = below + panel.height + margin <= view.height;
  const top =
    fits || above < margin ? Math.min(below, Math.max(margin, view.height - margin - panel.height)) : above;
  const left = Math.min(
    Math.max(margin, anchor.right - panel.width),
    Math.max(margin, view.width - margin - panel.width),
  );
  return { left, top };
}

/** Brings the numbers of the page's tables to life, where the page carries proofs. */
export function startProofs(): void {
  const source = proofSource();
  if (source === null || !('popover' in HTMLElement.prototype)) return;
  let open: { readonly link: HTMLAnchorElement; readonly panel: HTMLElement } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointer = 'mouse';
  /** Whose proof is under way. */
  let wanted: HTMLAnchorElement | undefined;

  const close = () => {
    clearTimeout(timer);
    wanted = undefined;
    if (open === undefined) return;
    open.link.removeAttribute('aria-describedby');
    open.panel.remove();
    open = undefined;
  };

  const show = async (link: HTMLAnchorElement) => {
    clearTimeout(timer);
    if (open?.link === link) return;
    close();
    wanted = link;
    const proof = await source.proofOf(link);
    // The reader may have gone on meanwhile.
    if (proof === undefined || wanted !== link || open !== undefined) return;
    const panel = element('div', {
      class: 'popover',
      popover: 'manual',
      role: 'group',
      'aria-label': t('proof.title'),
    });
    panel.append(proofPanel(proof, DESCRIPTION));
    // Behind the link, so that the keyboard goes on into the panel.
    link.after(panel);
    // Others may have something to add.
    link.dispatchEvent(new CustomEvent('cardboard:proof', { bubbles: true, detail: panel }));
    panel.showPopover();
    const { left, top } = panelPlace(link.getBoundingClientRect(), panel.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: document.documentElement.clientHeight,
    });
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
    link.setAttribute('aria-describedby', DESCRIPTION);
    open = { link, panel };
  };

  const later = (action: () => void, after: number) => {
    clearTimeout(timer);
    timer = setTimeout(action, after);
  };

  const linkAt = (target: EventTarget | null): HTMLAnchorElement | undefined => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.number') : null;
    return link !== null && source.has(link) ? link : undefined;
  };
  const inPanel = (target: EventTarget | null) =>
    target instanceof Node && open?.panel.contains(target) === true;

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const link = linkAt(event.target);
    if (link !== undefined) later(() => show(link), OPEN_AFTER);
    else if (inPanel(event.target)) clearTimeout(timer);
    else if (open === undefined) clearTimeout(timer);
    else if (!open.panel.contains(document.activeElement)) later(close, CLOSE_AFTER);
  });
  document.addEventListener('focusin', (event) => {
    const link = linkAt(event.target);
    if (link?.matches(':focus-visible')) later(() => show(link), OPEN_AFTER);
    else if (open !== undefined && event.target !== open.link && !inPanel(event.target)) close();
  });
  document.addEventListener('pointerdown', (event) => {
    pointer = event.pointerType;
    if (open !== undefined && !inPanel(event.target) && linkAt(event.target) !== open.link) close();
  });
  document.addEventListener('click', (event) => {
    const link = linkAt(event.target);
    if (link === undefined || pointer !== 'touch' || event.detail === 0 || open?.link === link) return;
    // The first tap shows the proof, the second follows the link.
    event.preventDefault();
    show(link);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || open === undefined) return;
    const { link } = open;
    const inside = inPanel(document.activeElement);
    close();
    if (inside) link.focus();
  });
  document.addEventListener(
    'scroll',
    (event) => {
      if (open !== undefined && !inPanel(event.target)) close();
    },
    { capture: true, passive: true },
  );
}
