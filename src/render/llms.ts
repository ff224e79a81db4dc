/** llms.txt: what the site holds and where, for programs that read text. Format: https://llmstxt.org */
import { API_FOLDER, apiAddress } from '../core/api.ts';
import { siteAddress } from '../core/config.ts';
import type { SiteFile } from '../core/urls.ts';
import type { Site } from './frame.ts';

/** Text that Markdown takes for nothing else. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&');
}

/** The file. Addresses are whole where the site's is known, else relative to the file. */
export function* llmsFiles(site: Site): Iterable<SiteFile> {
  const { config, urls, downloads } = site.context;
  const { t, data } = site;
  const base = siteAddress(config);
  const address = (path: string) => (base === null ? path || './' : `${base}/${path}`);
  const item = (name: string, path: string, note = '') =>
    `- [${plain(name)}](${encodeURI(address(path))})${note === '' ? '' : `: ${plain(note)}`}`;
  const section = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : ['', `## ${title}`, '', ...items];
  const models = (count: number) => t('llms.models', { count });
  const lines = [
    `# ${plain(config.title)}`,
    '',
    `> ${plain(config.description)}`,
    '',
    t('llms.about', {
      results: t('llms.results', { count: data.results.length }),
      models: models(data.models.length),
      cards: t('llms.cards', { count: data.cards.length }),
    }),
    t('llms.origins'),
    t('llms.addresses'),
    ...section(
      t('llms.boards'),
      data.boards.map((board) =>
        item(
          board.name,
          apiAddress(urls.board(board.id)),
          `${models(board.rows.length)}. ${board.description}`,
        ),
      ),
    ),
    ...section(t('llms.api'), [
      item('index.json', `${API_FOLDER}index.json`, t('llms.index')),
      item('boards.json', `${API_FOLDER}boards.json`),
      item('benchmarks.json', `${API_FOLDER}benchmarks.json`),
      item('models.json', `${API_FOLDER}models.json`),
    ]),
    ...section(
      t('llms.data'),
      (downloads ?? []).map(({ path }) => item(path.replace(/^data\//, ''), path)),
    ),
    ...section(t('llms.optional'), [
      item(t('frame.sections.benchmarks'), 'benchmarks/'),
      item(t('frame.sections.models'), 'models/'),
      item(t('frame.sections.audit'), 'audit/', t('llms.audit')),
    ]),
  ];
  yield { path: 'llms.txt', content: `${lines.join('\n')}\n` };
}
