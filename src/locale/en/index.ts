import { common } from './common.ts';
import { deck } from './deck.ts';
import { pages } from './pages.ts';
import { speaker } from './speaker.ts';

export const en = { ...common, ...deck, ...pages, ...speaker };
