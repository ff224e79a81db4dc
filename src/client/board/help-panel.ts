/** What can be searched for, with examples that can be tried. */
import { element } from '../element.ts';
import { t } from '../language.ts';
import type { Board } from './board.ts';
import { makePanel, type Panel } from './panel.ts';

/** Examples with the key of what they do; a column of the board takes the place of {column}. */
const EXAMPLES = [
  ['llama 8b', 'words'],
  ['llama; qwen', 'or'],
  ['"open hermes"', 'phrase'],
  ['-instruct', 'without'],
  ['license:mit', 'field'],
  ['org:google type:chat', 'fields'],
  ['params:>=7b', 'size'],
  ['params:3b..9b', 'range'],
  ['{column}:>50', 'score'],
  ['is:open -is:flagged', 'flags'],
] as const;

/** Makes the panel. */
export function helpPanel(board: Board): Panel {
  const panel = makePanel('help', t('tools.help.title'), (content) => {
    const column = board.index.columns[0]?.key ?? 'rank';
    const list = element('dl', { class: 'examples' });
    for (const [example, about] of EXAMPLES) {
      const text = example.replace('{column}', column);
      const button = element('button', { type: 'button', class: 'example' }, text);
      button.addEventListener('click', () => {
        board.change({ ...board.state, query: text }, 'push');
        panel.close();
        document.getElementById('filter')?.focus();
      });
      list.append(element('div', {}, element('dt', {}, button), element('dd', {}, t(`tools.help.${about}`))));
    }
    content.append(list);
  });
  panel.button.textContent = '?';
  panel.button.setAttribute('aria-label', t('tools.help.title'));
  panel.button.title = t('tools.help.title');
  return panel;
}
