/** The panel to take a board away: a link, an embed, the table or a column as text, a file. */
import { formatTable, type TableFormat } from '../../core/board/board-export.ts';
import { FACT_KEYS } from '../../core/board/board-index.ts';
import { type TableNames, takeTable } from '../../core/board/board-table.ts';
import { element } from '../element.ts';
import { t } from '../language.ts';
import type { Board } from './board.ts';
import { copyText, downloadText } from './clipboard.ts';
import { columnName } from './head.ts';
import { group, makePanel, type Panel } from './panel.ts';

const COPY_FORMATS = ['markdown', 'csv', 'latex'] as const;

/** What columns are called in tables that are taken away. */
export function tableNames(board: Board): TableNames {
  const { index } = board;
  return {
    rank: columnName(index, 'rank'),
    model: columnName(index, 'model'),
    average: columnName(index, 'average'),
    facts: Object.fromEntries(FACT_KEYS.map((key) => [key, columnName(index, key)])) as TableNames['facts'],
  };
}

/** A row of buttons that copy in each format. */
export function copyButtons(what: string, make: (format: TableFormat) => string): HTMLButtonElement[] {
  return COPY_FORMATS.map((format) => {
    const button = element('button', { type: 'button', class: 'choice' }, t(`tools.format.${format}`));
    button.dataset.copies = `${what}-${format}`;
    button.addEventListener('click', () => copyText(make(format), button));
    return button;
  });
}

/** Makes the panel. */
export function sharePanel(board: Board): Panel {
  let follow = () => {};
  const panel = makePanel(
    'share',
    t('tools.share'),
    (content) => {
      const made = shareContent(board);
      content.append(...made.parts);
      follow = made.follow;
    },
    () => follow(),
  );
  board.watch(() => {
    if (panel.isOpen) follow();
  });
  return panel;
}

function shareContent(board: Board): { parts: HTMLElement[]; follow: () => void } {
  const { index } = board;
  const link = element('input', { type: 'text', readonly: '', 'aria-label': t('tools.link.label') });
  const embed = element('textarea', { readonly: '', rows: '3', 'aria-label': t('tools.embed.label') });
  for (const field of [link, embed]) field.addEventListener('focus', () => field.select());
  const copyOf = (field: HTMLInputElement | HTMLTextAreaElement, what: string) => {
    const button = element(
      'button',
      { type: 'button', class: 'choice', 'data-copies': what },
      t('tools.copy'),
    );
    button.addEventListener('click', () => copyText(field.value, button));
    return button;
  };
  const table = (format: TableFormat, only?: string) =>
    formatTable(takeTable(index, board.view, tableNames(board), only === undefined ? {} : { only }), format);
  const column = element('select', { 'aria-label': t('tools.take.column') });
  const download = (format: 'csv' | 'json', type: string) => {
    const button = element(
      'button',
      { type: 'button', class: 'choice', 'data-downloads': format },
      format.toUpperCase(),
    );
    button.addEventListener('click', () => downloadText(table(format), `${index.data.id}.${format}`, type));
    return button;
  };
  const take = element('dl', { class: 'take' });
  const line = (title: Node | string, ...buttons: HTMLElement[]) =>
    take.append(
      element('div', {}, element('dt', {}, title), element('dd', { class: 'choices' }, ...buttons)),
    );
  const count = element('span');
  line(count, ...copyButtons('table', (format) => table(format)));
  line(column, ...copyButtons('column', (format) => table(format, column.value)));
  line(t('tools.take.download'), download('csv', 'text/csv'), download('json', 'application/json'));
  return {
    parts: [
      group(t('tools.link.title'), element('div', { class: 'with-copy' }, link, copyOf(link, 'link'))),
      group(t('tools.take.title'), take, element('p', { class: 'note' }, t('tools.take.rows-hint'))),
      group(
        t('tools.embed.title'),
        element('div', { class: 'with-copy' }, embed, copyOf(embed, 'embed')),
        element('p', { class: 'note' }, t('tools.embed.about')),
      ),
    ],
    follow() {
      const { view } = board;
      const address = new URL(board.address(), location.href);
      address.hash = '';
      link.value = address.href;
      const frame = element('iframe', {
        src: `${new URL('embed/', address.href).href}${address.search}`,
        title: index.data.name,
        width: '100%',
        height: '480',
        loading: 'lazy',
      });
      embed.value = frame.outerHTML;
      count.textContent = t('tools.take.table', { count: view.rows.length });
      const before = column.value;
      column.replaceChildren(
        ...view.columns.map(({ key }) => element('option', { value: key }, columnName(index, key))),
      );
      if (view.columns.some(({ key }) => key === before)) column.value = before;
    },
  };
}
