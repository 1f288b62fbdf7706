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
  | readonly [on: 'fault', where: 'page' | 'engine' | 'bag', name: string, message: string];

/** `atMs`: since the page began, when it was said last; `times`: how often. */
export type Line = { readonly atMs: number; readonly note: Note; readonly times: number };

/** Enough for some minutes of trouble, or an hour of a page that works. */
const MOST_LINES = 200;
/** Longest name and message of an error that are kept, in characters: with them, the log has at most about 250 kB. */
export const MOST_CHARACTERS = 500;

const lines: { -readonly [Part in keyof Line]: Line[Part] }[] = [];

export function note(...said: Note): void {
  const atMs = performance.now();
  const kept: Note = said[0] === 'fault' ? ['fault', said[1], cut(said[2]), cut(said[3])] : said;
  // What is tried every few seconds while the router is away must not push out how that came about. Two things are:
  // the socket, and the engine's script.
  const same = lines.slice(-2).find((line) => `${line.note}` === `${kept}`);
  if (same) {
    same.atMs = atMs;
    same.times += 1;
  } else if (lines.push({ atMs, note: kept, times: 1 }) > MOST_LINES) lines.shift();
}

const cut = (text: string): string => text.slice(0, MOST_CHARACTERS);

/** In the order in which they were first said. */
export const noted = (): readonly Line[] => lines;

/** Enough of a transfer's key to find it in the reports of both devices, and too little to find the device. */
export const shortId = (key: string): string => key.slice(-4);
