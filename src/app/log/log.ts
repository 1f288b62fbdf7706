/**
 * Events of this page, for a report that somebody may pass on: only the last lines, in memory. A note consists of words
 * that this app chose itself, and has no place for a name, a file or an address.
 */
import type { StorageKind } from '../../engine/api/api.ts';
import type { Failure } from '../../protocol/failure.ts';
import type { StateWords } from '../../transfer/about-view.ts';
import type { Connection } from '../model/model.ts';

/**
 * The path of a connection's bytes, as the browser reports it: the kinds of its two candidates (RFC 8445 section 4),
 * and their protocol. It holds no address.
 */
export type Pair = readonly [local: unknown, remote: unknown, protocol: unknown];

export type Note =
  | readonly [on: 'socket', what: 'opened' | 'silent']
  /** `refused`: closed before it had opened. */
  | readonly [on: 'socket', what: 'closed' | 'refused', code: number]
  | readonly [on: 'router', what: Connection]
  | readonly [on: 'link', link: number, what: 'calls' | 'called' | 'connected' | 'wavers' | 'over']
  | readonly [on: 'link', link: number, what: 'failed', cause: Failure]
  | readonly [on: 'pair', link: number, pair: Pair]
  /** `id`: as in `shortId`. */
  | readonly [on: 'transfer', id: string, state: StateWords]
  | readonly [on: 'storage', kind: StorageKind]
  /** An unexpected error, unedited: the report decides what it shows of it. */
  | readonly [on: 'fault', where: 'page' | 'engine', name: string, message: string];

/** `atMs`: since the page began. */
export type Line = { readonly atMs: number; readonly note: Note };

/** Enough for some minutes of trouble, or an hour of a page that works. About 40 kB. */
const MOST_LINES = 200;

const lines: Line[] = [];

export function note(...said: Note): void {
  lines.push({ atMs: performance.now(), note: said });
  if (lines.length > MOST_LINES) lines.shift();
}

/** Oldest first. */
export const noted = (): readonly Line[] => lines;

/** Enough of a transfer's key to find it in the reports of both devices, and too little to find the device. */
export const shortId = (key: string): string => key.slice(-4);
