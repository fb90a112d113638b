/** The nouns of the design's section 2. Imports nothing outside this folder. */
export * from './content.ts';
export * from './copies.ts';
export * from './edition.ts';
export * from './journal.ts';
export * from './plan.ts';
