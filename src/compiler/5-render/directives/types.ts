import type { ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { RenderContext } from '../context.ts';

export type AnyDirective = ContainerDirective | LeafDirective | TextDirective;
/** Renders one directive. `children` is what stands inside it, already rendered. */
export type RenderDirective = (
  node: AnyDirective,
  children: ElementContent[],
  context: RenderContext,
) => ElementContent | ElementContent[];
