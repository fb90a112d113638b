import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** The words of a node, without markup and without comments. */
export const plainText = (node: Nodes): string => textOf(node, { includeHtml: false });
