/** Who a page is for. Decided on the syntax tree, before anything is rendered. */
export type Edition = 'facilitator' | 'participants';
export const EDITIONS: readonly Edition[] = ['facilitator', 'participants'];
