/** Tells a rendered card's blocks apart, so that each can have a note beside it. */
import type { Root } from 'hast';
import { walk } from './card-tree.ts';

/** Stands before each outermost block that holds claims. No card can write it: comments of cards are dropped. */
export const BLOCK_SIGN = '<!--counts-->';

/** Puts the sign before each outermost block that holds a mark, changing the tree. */
export function signBlocks(tree: Root): void {
  tree.children = tree.children.flatMap((block): Root['children'] => {
    if (block.type !== 'element') return [block];
    let isMarked = false;
    walk({ type: 'root', children: [block] }, (node) => {
      if (isMarked) return 'skip';
      const names = node.type === 'element' ? node.properties.className : undefined;
      isMarked = Array.isArray(names) && names[0] === 'claim';
      return undefined;
    });
    return isMarked ? [{ type: 'comment', value: BLOCK_SIGN.slice(4, -3) }, block] : [block];
  });
}
