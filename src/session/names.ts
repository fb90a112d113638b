/** What a module's session is called in this browser, so that two modules or languages never meet. */
export interface SessionNames {
  module: string;
  lang: string;
}

/** Where the journal is kept in localStorage. Nothing else about a session is. */
export const journalKey = ({ module, lang }: SessionNames): string => `session:${module}:${lang}`;
/** Where a journal that could not be read is put, until a person has looked at it. */
export const setAsideKey = (names: SessionNames): string => `${journalKey(names)}:set-aside`;
/** The channel by which the windows of one module find each other. */
export const channelName = ({ module, lang }: SessionNames): string => `windows:${module}:${lang}`;
