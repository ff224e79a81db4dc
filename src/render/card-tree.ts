/** Small helpers for HTML trees: walking without recursion, text content, making elements. */
import type { Element, ElementContent, Nodes, Parents, Properties, RootContent } from 'hast';

/** Calls `visit` for every node below `root` in document order; what it returns for an element decides on its children. */
export function walk(root: Parents, visit: (node: Nodes, parent: Parents) => 'skip' | undefined): void {
  const stack: { parent: Parents; index: number }[] = [{ parent: root, index: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.parent.children[top.index++];
    if (node === undefined) stack.pop();
    else if (visit(node, top.parent) !== 'skip' && 'children' in node) stack.push({ parent: node, index: 0 });
  }
}

/** Replaces the children of every element and of the root, the deepest first. */
export function rebuild(
  root: Parents,
  replace: (child: ElementContent, parent: Parents) => ElementContent | ElementContent[],
): void {
  const parents: Parents[] = [root];
  walk(root, (node) => {
    if ('children' in node) parents.push(node as Element);
    return undefined;
  });
  for (const parent of parents.reverse()) {
    (parent as { children: RootContent[] }).children = parent.children.flatMap((child) =>
      replace(child as ElementContent, parent),
    );
  }
}

/** The text of a node and all below it. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  let text = '';
  walk(node, (child) => {
    if (child.type === 'text') text += child.value;
    return undefined;
  });
  return text;
}

/** Makes an element. */
export function element(
  tagName: string,
  properties: Properties = {},
  children: (ElementContent | string)[] = [],
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}
