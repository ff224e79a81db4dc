/** Fits a card's HTML into a page: its outline below the page's heading, its tables scrollable, its boxes readable. */
import type { Element, Root } from 'hast';
import { element, rebuild, textOf, walk } from './card-tree.ts';

/** Replaces elements that older HTML has other names for, before the sanitiser drops them. Changes the tree. */
export function modernise(tree: Root): void {
  walk(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'center') {
      node.tagName = 'div';
      node.properties = { align: 'center' };
    }
    return undefined;
  });
}

/**
 * Shifts headings one level down (the page's own is the only h1) and closes gaps in their levels, so that the outline
 * stays whole; drops empty ones; task boxes become signs; tables can be scrolled from the keyboard. Changes the tree.
 */
export function fitIntoPage(tree: Root): void {
  let level = 2;
  walk(tree, (node) => {
    const heading = node.type === 'element' ? /^h([1-6])$/.exec(node.tagName) : null;
    if (heading === null || textOf(node).trim() === '') return undefined;
    level = Math.min(Number(heading[1]) + 1, level + 1, 6);
    (node as Element).tagName = `h${level}`;
    return undefined;
  });
  makeScrollable(tree);
  rebuild(tree, (child) => {
    if (child.type !== 'element') return child;
    const { className } = child.properties;
    if (Array.isArray(className) && className.length === 0) delete child.properties.className;
    if (/^h[1-6]$/.test(child.tagName) && textOf(child).trim() === '') return [];
    switch (child.tagName) {
      case 'input':
        return { type: 'text', value: child.properties.checked === true ? '☑' : '☐' };
      case 'th':
        // Read out as a header, an empty cell says nothing.
        return textOf(child).trim() === '' ? { ...child, tagName: 'td' } : child;
      default:
        return child;
    }
  });
}

/** Makes wide tables and code scrollable, with a focus so that the keyboard can. Changes the tree. */
export function makeScrollable(tree: Root): void {
  rebuild(tree, (child, parent) => {
    if (child.type !== 'element') return child;
    if (child.tagName === 'pre') return { ...child, properties: { ...child.properties, tabIndex: 0 } };
    const isInner = parent.type === 'element' && (parent.tagName === 'td' || parent.tagName === 'th');
    if (child.tagName !== 'table' || isInner) return child;
    return element('div', { className: ['table-scroll'], tabIndex: 0 }, [child]);
  });
}

/** Opens every `details` that holds an element with one of the ids: a link to a closed one would lead nowhere. */
export function openDetails(tree: Root, ids: ReadonlySet<string>): void {
  const holders: Element[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const isHolder = child.tagName === 'details';
      if (isHolder) holders.push(child);
      if (ids.has(String(child.properties.id))) for (const holder of holders) holder.properties.open = true;
      visit(child);
      if (isHolder) holders.pop();
    }
  };
  visit(tree);
}
