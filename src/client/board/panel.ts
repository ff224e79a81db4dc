/** Panels of the tools: they open below their button, on a phone as a sheet over the page. */
import { element } from '../element.ts';
import { t } from '../language.ts';

export interface Panel {
  readonly button: HTMLButtonElement;
  readonly sheet: HTMLDialogElement;
  readonly isOpen: boolean;
  close(): void;
}

const PHONE = '(max-width: 640px)';

let open: Panel | undefined;

/**
 * Makes a panel and the button that opens it. `build` fills it when it is opened for the first time, `onOpen` hears of
 * every opening.
 */
export function makePanel(
  name: string,
  label: string,
  build: (content: HTMLElement) => void,
  onOpen: () => void = () => {},
): Panel {
  const id = `panel-${name}`;
  const button = element(
    'button',
    { type: 'button', class: 'tool', 'aria-expanded': 'false', 'aria-controls': id, 'data-panel': name },
    label,
  );
  const title = element('h2', { id: `${id}-title` }, label);
  const content = element('div', { class: 'panel-content' });
  const shut = element('button', { type: 'button', class: 'link close' }, t('tools.close'));
  const sheet = element(
    'dialog',
    { id, class: 'panel', 'aria-labelledby': `${id}-title` },
    element('div', { class: 'panel-head' }, title, shut),
    content,
  );
  let isBuilt = false;
  const panel: Panel = {
    button,
    sheet,
    get isOpen() {
      return sheet.open;
    },
    close() {
      if (!sheet.open) return;
      const hadFocus = sheet.contains(document.activeElement);
      sheet.close();
      button.setAttribute('aria-expanded', 'false');
      if (open === panel) open = undefined;
      if (hadFocus) button.focus();
    },
  };
  const show = () => {
    open?.close();
    if (!isBuilt) build(content);
    isBuilt = true;
    onOpen();
    // Without `show`, which would move the focus: the panel follows its button.
    if (matchMedia(PHONE).matches) sheet.showModal();
    else sheet.open = true;
    button.setAttribute('aria-expanded', 'true');
    open = panel;
  };
  button.addEventListener('click', () => (sheet.open ? panel.close() : show()));
  shut.addEventListener('click', () => panel.close());
  sheet.addEventListener('cancel', (event) => {
    event.preventDefault();
    panel.close();
  });
  sheet.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    panel.close();
    button.focus();
  });
  sheet.addEventListener('click', (event) => {
    // The ground behind a sheet is part of it.
    if (event.target === sheet && sheet.matches(':modal')) panel.close();
  });
  return panel;
}

/** A box to tick with its label, and what stands behind it. */
export function tickBox(
  label: string,
  isOn: boolean,
  onChange: (on: boolean) => void,
): { readonly label: HTMLLabelElement; readonly input: HTMLInputElement } {
  const input = element('input', { type: 'checkbox' });
  input.checked = isOn;
  input.addEventListener('change', () => onChange(input.checked));
  return { input, label: element('label', { class: 'tick' }, input, ' ', label) };
}

/** A group of controls under a title. */
export function group(title: string, ...parts: (Node | string)[]): HTMLFieldSetElement {
  return element('fieldset', { class: 'group' }, element('legend', {}, title), ...parts);
}
