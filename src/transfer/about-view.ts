/**
 * What the state of a transfer means: if it runs, if it is over, what may be done with it, what would be lost. Each
 * meaning is stated here once; a new phase does not compile before it has its line in the table.
 */
import { expand } from './ranges.ts';
import type { Phase, TransferView } from './view.ts';

type PhaseName = Phase['phase'];
/**
 * `waiting`: for the other device. `flowing`: bytes move. `standing`: it can go on. `done`: ended as wished. `undone`:
 * ended otherwise.
 */
type Stage = 'waiting' | 'flowing' | 'standing' | 'done' | 'undone';

const STAGES = {
  waiting: 'waiting',
  sending: 'flowing',
  receiving: 'flowing',
  paused: 'standing',
  interrupted: 'standing',
  sent: 'done',
  saved: 'done',
  declined: 'undone',
  cancelled: 'undone',
  failed: 'undone',
} as const satisfies Readonly<Record<PhaseName, Stage>>;

const stage = ({ phase }: Pick<Phase, 'phase'>): Stage => STAGES[phase];

/** Bytes are moving. */
export const isFlowing = (view: TransferView): boolean => stage(view) === 'flowing';
/** Ended as wished: all of it is at the receiver. */
export const isDone = (view: TransferView): boolean => stage(view) === 'done';
/** It is under way, or could go on. */
export const isActive = (view: TransferView): boolean => stage(view) !== 'done' && stage(view) !== 'undone';
/** Completely received. */
export const isReceived = ({ phase }: Pick<Phase, 'phase'>): boolean => phase === 'saved';
/** It stands still until a person or an event lets it go on. */
export const isStanding = (view: TransferView): boolean => stage(view) === 'standing';

export const canPause = isFlowing;
/** False while the files to send must first be chosen again. */
export const canResume = (view: TransferView): boolean =>
  isStanding(view) && (view.phase === 'paused' || view.needsFiles === undefined);
/** Only a sender can begin anew, and not a transfer that the person here has ended. */
export const canRetry = ({ phase, direction }: TransferView): boolean =>
  direction === 'sending' && (phase === 'failed' || phase === 'declined');

/**
 * Bytes are moving, or may move at any moment. After a reload a sender that compares its files is `waiting`, and may
 * look silent to its receiver meanwhile. A transfer that needs files waits for a person here, perhaps for days.
 */
export function mayMove(view: TransferView): boolean {
  if (isFlowing(view)) return true;
  if (view.needsFiles !== undefined) return false;
  return view.phase === 'waiting' || (view.phase === 'interrupted' && view.cause === 'no-answer');
}

/**
 * True when a reload changes nothing. An interrupted send outlives a reload only if this page does not hold its files
 * anyway.
 */
export function outlivesReload(view: TransferView): boolean {
  if (!isActive(view)) return true;
  return isStanding(view) && (view.direction === 'receiving' || view.needsFiles !== undefined);
}

/** It stopped, for now or for good, because there was no room. */
export function isOutOfRoom(view: TransferView): boolean {
  if (view.phase === 'interrupted') return view.cause === 'storage-full';
  return view.phase === 'failed' && view.reason === 'storage-full';
}

/** The room that a received transfer takes, in bytes. */
export const roomOf = (view: TransferView): number => (isReceived(view) ? view.totalBytes : view.storedBytes);

/**
 * True when cancelling may lose files: the arrived part of an interrupted transfer may be all there is. While it runs,
 * the sender is there and can send anew.
 */
export const cancelLosesFiles = ({ direction, phase, storedBytes }: TransferView): boolean =>
  direction === 'receiving' && phase === 'interrupted' && storedBytes > 0;

/** True when every file was given to the browser or is known to be elsewhere: it needs no further attention. */
export function isHandedOver(view: TransferView): boolean {
  if (!isReceived(view) || view.kept === undefined) return false;
  return new Set([...expand(view.kept.handedOver), ...expand(view.kept.elsewhere)]).size >= view.files;
}

/** True when every file is known to be elsewhere: deleting it here loses nothing. */
export const isElsewhere = (view: TransferView): boolean =>
  isReceived(view) && view.kept !== undefined && expand(view.kept.elsewhere).length >= view.files;

/** The phase with its details: `waiting ringing`, `failed hash-failed`. */
export type StateWords = {
  [Name in PhaseName]: Detail<Extract<Phase, { readonly phase: Name }>>;
}[PhaseName];
type Detail<P extends Phase> = P extends { readonly step: infer D extends string }
  ? `${P['phase']} ${D}`
  : P extends { readonly cause: infer D extends string }
    ? `${P['phase']} ${D}`
    : P extends { readonly by: infer D extends string }
      ? `${P['phase']} ${D}`
      : P extends { readonly reason: infer D extends string }
        ? `${P['phase']} ${D}`
        : P['phase'];

/** The screen's words about the state change only with this. */
export function stateOf(view: Phase): StateWords {
  switch (view.phase) {
    case 'waiting':
      return `${view.phase} ${view.step}`;
    case 'interrupted':
      return `${view.phase} ${view.cause}`;
    case 'cancelled':
      return `${view.phase} ${view.by}`;
    case 'failed':
      return `${view.phase} ${view.reason}`;
    default:
      return view.phase;
  }
}
