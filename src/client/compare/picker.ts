/** The form that adds models to a comparison, and the list of those in it. */
import { MOST_COMPARED } from '../../core/comparison/model.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import type { ListedModel } from './models.ts';

/** Suggestions that are offered at once. */
const MOST_OFFERED = 30;

export interface Picker {
  readonly form: HTMLFormElement;
  /** Shows which models are chosen. */
  show(ids: readonly string[]): void;
  /** Says what is wrong with what was typed; the empty string for nothing. */
  complain(sentence: string): void;
  focus(): void;
}

/** Ids that have all words of what was typed, those that begin with it first. */
function offers(models: readonly ListedModel[], typed: string): string[] {
  const words = typed
    .toLowerCase()
    .split(/[\s/]+/)
    .filter(Boolean);
  const start = typed.trim().toLowerCase();
  const found: [rank: number, id: string][] = [];
  for (const [id] of models) {
    const folded = id.toLowerCase();
    if (!words.every((word) => folded.includes(word))) continue;
    const name = folded.slice(folded.indexOf('/') + 1);
    found.push([folded === start ? 0 : name.startsWith(start) ? 1 : 2, id]);
  }
  // The order of the list stays within a rank.
  return found
    .sort(([a], [b]) => a - b)
    .slice(0, MOST_OFFERED)
    .map(([, id]) => id);
}

/** Makes the form. `onChange` hears which models are wanted, in order; `models` gives all there are. */
export function makePicker(
  models: () => Promise<readonly ListedModel[]>,
  onChange: (ids: readonly string[]) => void,
): Picker {
  let chosen: readonly string[] = [];
  const input = element('input', {
    id: 'compare-model',
    type: 'text',
    list: 'compare-models',
    autocomplete: 'off',
    spellcheck: 'false',
    dir: 'auto',
  });
  const options = element('datalist', { id: 'compare-models' });
  const error = element('p', { class: 'empty', role: 'alert' });
  const list = element('ul', { class: 'chosen', 'aria-label': t('compare.pick.chosen') });
  const label = element('label', { for: 'compare-model' }, t('compare.pick.label'));
  const button = element('button', { type: 'submit', class: 'copy' }, t('compare.pick.add'));
  const form = element('form', { class: 'compare-picker' }, list, label, input, options, button, error);

  const offer = async () => {
    const found = offers(await models(), input.value);
    options.replaceChildren(...found.map((id) => element('option', { value: id })));
  };
  input.addEventListener('focus', () => void offer(), { once: true });
  input.addEventListener('input', () => void offer());

  const add = async () => {
    const typed = input.value.trim();
    if (typed === '') return;
    const found = offers(await models(), typed);
    const exact = found.find((id) => id.toLowerCase() === typed.toLowerCase());
    // A name that leads to one model alone is enough.
    const id = exact ?? (found.length === 1 ? found[0] : undefined);
    if (id === undefined) return complain(t('compare.pick.unknown', { name: typed }));
    if (chosen.includes(id)) return complain('');
    if (chosen.length >= MOST_COMPARED) return complain(t('compare.pick.full', { count: MOST_COMPARED }));
    input.value = '';
    complain('');
    onChange([...chosen, id]);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void add();
  });

  const complain = (sentence: string) => {
    error.textContent = sentence;
    input.toggleAttribute('aria-invalid', sentence !== '');
  };

  const entry = (id: string, place: number) => {
    const remove = element(
      'button',
      { type: 'button', class: 'copy', 'aria-label': t('compare.pick.remove', { model: id }) },
      '×',
    );
    remove.addEventListener('click', () => {
      onChange(chosen.filter((other) => other !== id));
      input.focus();
    });
    const parts: (Node | string)[] = [
      element('span', { class: 'number-of' }, String(place + 1)),
      ' ',
      element('bdi', {}, id),
      ' ',
    ];
    if (place === 0 && chosen.length > 1)
      parts.push(element('span', { class: 'quiet' }, t('compare.pick.first-mark')), ' ');
    if (place > 0) {
      const first = element('button', { type: 'button', class: 'copy' }, t('compare.pick.first'));
      first.setAttribute('aria-label', t('compare.pick.first-model', { model: id }));
      first.addEventListener('click', () => {
        onChange([id, ...chosen.filter((other) => other !== id)]);
        input.focus();
      });
      parts.push(first, ' ');
    }
    return element('li', {}, ...parts, remove);
  };

  return {
    form,
    complain,
    focus: () => input.focus(),
    show(ids) {
      chosen = ids;
      list.replaceChildren(...ids.map(entry));
      list.hidden = ids.length === 0;
    },
  };
}
