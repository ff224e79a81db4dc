/** Two lists beside the filter of the audit: one rule alone, one kind alone. The choice stands in the page's address. */
import { announce } from './announce.ts';
import { element } from './element.ts';
import { t } from './language.ts';

const PARAMETERS = ['rule', 'kind'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** A part of the audit: a rule's findings, or averages that hold. */
interface Part {
  readonly section: HTMLElement;
  readonly rule: string;
  readonly kind: string;
  readonly title: string;
}

/** Builds the lists where the page has a place for them. */
export function startAuditFilter(): void {
  const tools = document.querySelector<HTMLElement>('[data-audit-filter]');
  if (tools === null) return;
  const parts = [...document.querySelectorAll<HTMLElement>('section[data-rule]')].map(
    (section): Part => ({
      section,
      rule: section.dataset.rule ?? '',
      kind: section.dataset.severity ?? '',
      // The count stands in an element of its own.
      title: section.querySelector('h2')?.firstChild?.textContent?.trim() ?? '',
    }),
  );
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  const rules = new Map<string, string>();
  for (const { rule, title } of parts) if (!rules.has(rule)) rules.set(rule, title);
  const lists: Readonly<Record<Parameter, HTMLSelectElement>> = {
    rule: list('rule', [...rules]),
    kind: list(
      'kind',
      kinds.map((kind) => [kind, t(`audit-filter.kinds.${kind}`)]),
    ),
  };
  const apply = () => {
    for (const { section, rule, kind } of parts) {
      const isShown =
        (lists.rule.value === '' || lists.rule.value === rule) &&
        (lists.kind.value === '' || lists.kind.value === kind);
      section.toggleAttribute('data-off', !isShown);
    }
  };
  const restore = () => {
    const parameters = new URLSearchParams(location.search);
    for (const name of PARAMETERS) {
      const wanted = parameters.get(name) ?? '';
      const isKnown = [...lists[name].options].some(({ value }) => value === wanted);
      lists[name].value = isKnown ? wanted : '';
    }
    apply();
  };
  for (const name of PARAMETERS) {
    lists[name].addEventListener('change', () => {
      apply();
      keep(name, lists[name].value);
      const shown = parts.filter(({ section }) => !section.hasAttribute('data-off')).length;
      announce(t('audit-filter.shown', { count: shown }));
    });
    const label = element('label', { for: `filter-${name}` }, t(`audit-filter.${name}`));
    tools.append(element('span', { class: 'pick' }, label, lists[name]));
  }
  restore();
  addEventListener('popstate', restore);
  tools.hidden = false;
}

function list(name: Parameter, entries: readonly (readonly [string, string])[]): HTMLSelectElement {
  const options = [['', t('audit-filter.all')] as const, ...entries].map(([value, label]) =>
    element('option', { value }, label),
  );
  return element('select', { id: `filter-${name}` }, ...options);
}

function keep(name: Parameter, value: string): void {
  const parameters = new URLSearchParams(location.search);
  if (value === '') parameters.delete(name);
  else parameters.set(name, value);
  const search = parameters.size === 0 ? '' : `?${parameters}`;
  try {
    history.pushState(null, '', location.pathname + search + location.hash);
  } catch {
    // Some browsers refuse to change the address of a page opened from a file.
  }
}
