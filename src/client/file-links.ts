/** Links of a site that is opened from a file: there a folder's address shows a list of files, not its page. */

/** Makes links to folders lead to the folder's page, when they are followed. Served sites need nothing of it. */
export function startFileLinks(): void {
  if (location.protocol !== 'file:') return;
  const complete = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (link?.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
  };
  document.addEventListener('click', complete, { capture: true });
  document.addEventListener('auxclick', complete, { capture: true });
}
