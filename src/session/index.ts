/** A session in this browser: its journal, where it is kept, and the messages between windows. */

export { type Channel, openChannel } from './channel.ts';
export * from './journal/index.ts';
export type { Message, MessageBody, WindowRole } from './messages.ts';
export { channelName, journalKey, type SessionNames, setAsideKey } from './names.ts';
export { type Keeping, openStore, type Store } from './store.ts';
