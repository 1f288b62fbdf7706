/** What routers say to each other of files, and how it is bounded at both ends. */
import type { RouterId } from '../../mesh/bus.ts';
import type { WordsMessage } from '../../mesh/messages.ts';

export type FileMessage = Extract<WordsMessage, { readonly type: 'where' | 'here' | 'get' | 'bytes' | 'soon' | 'not' }>;
export type Get = Extract<FileMessage, { readonly type: 'get' }>;
export type Answer = Extract<FileMessage, { readonly type: 'bytes' | 'soon' | 'not' }>;
export type Bytes = Extract<FileMessage, { readonly type: 'bytes' }>;

/** Most portions that one router has asked another one for and not got yet, of all files. */
export const PORTIONS_AT_ONCE = 2;
/** Most files that are fetched at a time. */
export const FETCHED_AT_ONCE = 4;
/** How often a router says that a file is still on its way to it. */
export const SOON_EVERY_MS = 4_000;

export type SendFile = (to: RouterId, message: FileMessage) => boolean;
