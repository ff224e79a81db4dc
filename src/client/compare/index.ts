/** The page of comparisons: the address says which models, the picker changes it, and the table follows. */
import { comparedIds, comparedQuery } from '../../core/comparison/compare-address.ts';
import { type Comparison, compareModels } from '../../core/comparison/compare-models.ts';
import { comparisonHtml } from '../../core/comparison/comparison-html.ts';
import { comparisonCsv, comparisonMarkdown } from '../../core/comparison/comparison-text.ts';
import type { CompareModel } from '../../core/comparison/model.ts';
import { announce } from '../announce.ts';
import { element } from '../element.ts';
import { language, t } from '../language.ts';
import { modelSource } from './models.ts';
import { makePicker } from './picker.ts';

function start(place: HTMLElement): void {
  const root = place.dataset.root ?? '';
  const source = modelSource(root, place.dataset.list ?? '');
  const output = element('div', { class: 'comparison' });
  const tools = element('p', { class: 'compare-tools' });
  const title = document.title;
  let latest = 0;

  const show = async (said: boolean) => {
    const ids = comparedIds(location.search);
    // What is asked for later wins, whichever loads first.
    const turn = ++latest;
    picker.show(ids);
    const problems: string[] = [];
    const loaded = await Promise.all(
      ids.map(async (id): Promise<CompareModel | null> => {
        try {
          const model = await source.model(id);
          if (model === null) problems.push(t('compare.pick.unknown', { name: id }));
          return model;
        } catch {
          problems.push(t('compare.pick.failed', { model: id }));
          return null;
        }
      }),
    );
    if (turn !== latest) return;
    const models = loaded.filter((model) => model !== null);
    picker.show(models.map(({ id }) => id));
    picker.complain(problems.join(' '));
    tools.replaceChildren();
    document.title = models.length === 0 ? title : `${models.map(({ name }) => name).join(', ')} · ${title}`;
    if (models.length < 2) {
      const next = t(models.length === 0 ? 'compare.pick.none' : 'compare.pick.one');
      output.replaceChildren(element('p', { class: 'empty' }, next));
      return;
    }
    const comparison = compareModels(models);
    // The markup is made of escaped texts alone.
    output.innerHTML = comparisonHtml(comparison, { language, to: (address) => root + address });
    tools.append(...copyButtons(comparison));
    if (said) announce(t('compare.pick.done', { models: models.map(({ name }) => name).join(', ') }));
  };

  const picker = makePicker(source.list, (ids) => {
    history.pushState(null, '', `${location.pathname}${comparedQuery(ids)}`);
    void show(true);
  });
  place.replaceChildren(picker.form, tools, output);
  addEventListener('popstate', () => void show(true));
  void show(false);
}

function copyButtons(comparison: Comparison): HTMLElement[] {
  const button = (label: string, text: () => string) => {
    const made = element('button', { type: 'button', class: 'copy' }, label);
    made.addEventListener('click', async () => {
      let says = t('compare.copy.copied');
      try {
        await navigator.clipboard.writeText(text());
      } catch {
        says = t('compare.copy.failed');
      }
      announce(says);
      made.textContent = says;
      setTimeout(() => {
        made.textContent = label;
      }, 2000);
    });
    return made;
  };
  return [
    button(t('compare.copy.markdown'), () => comparisonMarkdown(comparison, t)),
    button(t('compare.copy.csv'), () => comparisonCsv(comparison)),
    button(t('compare.copy.link'), () => location.href),
  ];
}

const place = document.getElementById('compare');
if (place !== null) start(place);
