/** Tables of registry facts that prose asks for: `<!-- table: suite open_llm_leaderboard_v1 -->`. */
import type { Registry } from '../registry/types.ts';
import { shortNames } from './short-names.ts';

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** HTML for a directive, or null where the registry knows nothing of it. `link` gives a benchmark's address, or null. */
export function registryTable(
  directive: string,
  registry: Registry,
  link: (benchmark: string) => string | null,
): string | null {
  const suite = registry.suite(/^table: suite (\S+)$/.exec(directive)?.[1] ?? '');
  if (!suite) return null;
  const names = shortNames(
    suite.members.map(({ benchmark }) => registry.benchmark(benchmark)?.name ?? benchmark),
  );
  const rows = suite.members.map((member, place) => {
    const benchmark = registry.benchmark(member.benchmark);
    const name = escapeHtml(names[place] ?? '');
    const address = link(member.benchmark);
    const cells = [
      `<th scope="row">${address === null ? name : `<a href="${escapeHtml(address)}">${name}</a>`}</th>`,
      `<td>${member.shots === null ? '–' : member.shots}</td>`,
      `<td>${escapeHtml(registry.metric(member.metric)?.name ?? member.metric)}</td>`,
      `<td>${benchmark?.random_baseline ?? '–'}</td>`,
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="table-scroll" role="region" tabindex="0" aria-label="${escapeHtml(suite.name)}"><table><caption>${escapeHtml(suite.name)}</caption><thead><tr><th scope="col">Benchmark</th><th scope="col">Shots</th><th scope="col">Metric</th><th scope="col">Random baseline</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
