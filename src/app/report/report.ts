/**
 * The report of a problem, as plain text in English: a helper may not read the person's language. It names no person, no
 * file and no address; a test feeds it with all of them.
 */
import { stateOf } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import type { StorageState } from '../device/storage.ts';
import { type Line, type Note, type Pair, shortId } from '../log/log.ts';
import { scrubber } from './scrub.ts';

export type Facts = {
  readonly app: string;
  /** Version of the router that answers; `undefined` while none does. */
  readonly router: string | undefined;
  readonly userAgent: string;
  readonly isSecure: boolean;
  /** How the page was opened: `browser`, `standalone`. */
  readonly display: string;
  readonly connection: string;
  readonly whyOffline: string | undefined;
  readonly hasWebRtc: boolean;
  readonly storage: StorageState | undefined;
  readonly devices: { readonly here: number; readonly away: number };
  readonly offers: number;
  readonly transfers: readonly TransferView[];
  readonly lines: readonly Line[];
  /** Names of persons, routers and files that this page knows: error messages must not show them. */
  readonly names: Iterable<string>;
};

const TITLE = 'Hikyaku: report of a problem';

type Scrub = (message: string) => string;

/** Most transfers that are listed, newest first; the others are counted. */
const MOST_TRANSFERS = 30;

export function reportOf(facts: Facts): string {
  const scrub = scrubber(facts.names);
  return [
    TITLE,
    ...part(() => about(facts)),
    '',
    ...part(() => transferLines(facts)),
    '',
    'Connections to other devices, as last selected:',
    ...part(() => orNone(pairLines(facts.lines))),
    '',
    'Last failures:',
    ...part(() => orNone(failures(facts.lines).map((line) => logLine(line, scrub)))),
    '',
    ...part(() => logLines(facts.lines, scrub)),
    '',
  ].join('\n');
}

/** What there is to show when the facts could not be gathered. */
export const unfinishedReport = (error: unknown): string => [TITLE, unfinished(error), ''].join('\n');

/** The lines of a part. What is wrong with one part must not cost the others: then more than ever they are wanted. */
function part(write: () => readonly string[]): readonly string[] {
  try {
    return write();
  } catch (error) {
    return [unfinished(error)];
  }
}

/** Names the class alone: the message may quote what the report must not show. */
function unfinished(error: unknown): string {
  const name = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'not an Error';
  return `the report could not be finished: ${name}`;
}

function transferLines({ transfers }: Facts): readonly string[] {
  return [`Transfers: ${transfers.length}`, ...transfers.slice(0, MOST_TRANSFERS).map(transferLine)];
}

function logLines(lines: readonly Line[], scrub: Scrub): readonly string[] {
  return [
    `Log, the last ${lines.length} lines, in seconds since the page began:`,
    ...lines.map((line) => logLine(line, scrub)),
  ];
}

function about(facts: Facts): readonly string[] {
  const { app, router, connection, whyOffline, devices, offers } = facts;
  return [
    `app ${app}, router ${router ?? 'does not answer'}`,
    `browser: ${facts.userAgent}`,
    `page: ${facts.isSecure ? 'secure context' : 'no secure context'}, ${facts.display}${facts.hasWebRtc ? '' : ', no WebRTC'}`,
    `storage: ${storageWords(facts)}`,
    `router: ${connection}${whyOffline === undefined ? '' : ` (${whyOffline})`}`,
    `devices: ${devices.here} here, ${devices.away} away; offers waiting: ${offers}`,
  ];
}

function storageWords({ storage, lines }: Facts): string {
  const kind = lines.reduce<string>((last, { note }) => (note[0] === 'storage' ? note[1] : last), 'not known yet');
  if (storage === undefined) return `${kind}, the browser tells no quota`;
  const { allowedBytes, isPersistent } = storage;
  return `${kind}, ${Math.round(allowedBytes / 1_000_000)} MB allowed, ${isPersistent ? 'persistent' : 'may be cleared'}`;
}

function transferLine(view: TransferView): string {
  const { key, direction, files, totalBytes, storedBytes, path, needsFiles } = view;
  const more = [path, needsFiles && `needs ${needsFiles}`].filter((word) => word !== undefined);
  return [
    `  ${shortId(key)} ${direction}: ${stateOf(view)}`,
    `${files} files`,
    `${storedBytes} of ${totalBytes} bytes`,
    ...more,
  ].join(', ');
}

function pairLines(lines: readonly Line[]): readonly string[] {
  const last = new Map<number, string>();
  for (const { note } of lines) {
    if (note[0] === 'pair') last.set(note[1], `  link ${note[1]}: ${pairWords(note[2])}`);
    if (note[0] === 'link' && note[2] === 'over' && last.has(note[1])) last.set(note[1], `${last.get(note[1])} (over)`);
  }
  return [...last.values()];
}

/** Kinds of candidates, and protocols: nothing else that a browser may report is shown. */
const KINDS = ['host', 'srflx', 'prflx', 'relay', 'udp', 'tcp'];

function pairWords(pair: Pair): string {
  const [local, remote, protocol] = pair.map((word) => KINDS.find((kind) => kind === word) ?? 'unknown');
  return `${local} to ${remote}, ${protocol}`;
}

const orNone = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? lines : ['  none']);

function isFailure({ note }: Line): boolean {
  switch (note[0]) {
    case 'fault':
      return true;
    case 'link':
      return note[2] === 'failed';
    case 'transfer':
      return note[2].startsWith('failed') || note[2].startsWith('interrupted');
    case 'socket':
      return note[1] !== 'opened';
    default:
      return false;
  }
}

/** Equal ones are counted in the place of the last. */
function failures(lines: readonly Line[]): readonly Line[] {
  const found = new Map<string, Line>();
  for (const line of lines.filter(isFailure)) {
    const key = JSON.stringify(line.note);
    const times = line.times + (found.get(key)?.times ?? 0);
    found.delete(key); // a map is in the order of insertion
    found.set(key, { ...line, times });
  }
  return [...found.values()];
}

function logLine({ atMs, note, times }: Line, scrub: Scrub): string {
  const count = times > 1 ? ` ×${times}` : '';
  return `  ${(atMs / 1000).toFixed(1).padStart(7)} ${said(note, scrub)}${count}`;
}

function said(note: Note, scrub: Scrub): string {
  if (note[0] === 'pair') return `pair ${note[1]} ${pairWords(note[2])}`;
  if (note[0] !== 'fault') return note.join(' ');
  const [on, where, name, message] = note;
  return `${on} ${where} ${scrub(name)}: ${scrub(message)}`;
}
