import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../protocol/signaling.ts';
import * as about from './about-view.ts';
import type { Kept, Phase, TransferKey, TransferView } from './view.ts';

type Direction = TransferView['direction'];

function view(phase: Phase, direction: Direction, more: Partial<Omit<TransferView, 'phase'>> = {}): TransferView {
  return {
    key: 'k' as TransferKey,
    direction,
    peer: 'p' as DeviceId,
    peerName: 'Aki',
    title: 'a.txt',
    contents: 'named',
    files: 2,
    totalBytes: 10,
    storedBytes: 4,
    verified: false,
    ...more,
    ...phase,
  };
}

/** One of every phase. */
const PHASES = {
  waiting: { phase: 'waiting', step: 'seen' },
  sending: { phase: 'sending' },
  receiving: { phase: 'receiving' },
  paused: { phase: 'paused' },
  interrupted: { phase: 'interrupted', cause: 'connection-lost' },
  sent: { phase: 'sent' },
  saved: { phase: 'saved' },
  declined: { phase: 'declined' },
  cancelled: { phase: 'cancelled', by: 'peer' },
  failed: { phase: 'failed', reason: 'hash-failed' },
} satisfies { readonly [name in Phase['phase']]: Extract<Phase, { readonly phase: name }> };

type Question = (view: TransferView) => boolean;
const ANSWERS: Readonly<Record<string, readonly [Question, Direction, readonly Phase['phase'][]]>> = {
  'is active': [about.isActive, 'sending', ['waiting', 'sending', 'receiving', 'paused', 'interrupted']],
  'has bytes that move': [about.isFlowing, 'sending', ['sending', 'receiving']],
  'is done': [about.isDone, 'sending', ['sent', 'saved']],
  'was received whole': [about.isReceived, 'receiving', ['saved']],
  'stands still': [about.isStanding, 'receiving', ['paused', 'interrupted']],
  'can be paused': [about.canPause, 'sending', ['sending', 'receiving']],
  'can go on': [about.canResume, 'sending', ['paused', 'interrupted']],
  'can be sent again by its sender': [about.canRetry, 'sending', ['declined', 'failed']],
  'can be sent again by its receiver': [about.canRetry, 'receiving', []],
  'may move': [about.mayMove, 'sending', ['waiting', 'sending', 'receiving']],
  'outlives a reload of its sender': [
    about.outlivesReload,
    'sending',
    ['sent', 'saved', 'declined', 'cancelled', 'failed'],
  ],
  'outlives a reload of its receiver': [
    about.outlivesReload,
    'receiving',
    ['paused', 'interrupted', 'sent', 'saved', 'declined', 'cancelled', 'failed'],
  ],
  'loses files of its receiver when cancelled': [about.cancelLosesFiles, 'receiving', ['interrupted']],
  'loses files of its sender when cancelled': [about.cancelLosesFiles, 'sending', []],
};

describe.each(Object.entries(ANSWERS))('a transfer %s', (_, [question, direction, names]) => {
  test.each(Object.entries(PHASES))('when it is %s, or not', (name, phase) => {
    expect(question(view(phase, direction))).toBe(names.some((one) => one === name));
  });
});

test('a transfer that needs its files again waits for a person, and outlives a reload', () => {
  const lacking = (phase: Phase) => view(phase, 'sending', { needsFiles: 'files' });
  expect(about.canResume(lacking(PHASES.interrupted))).toBe(false);
  expect(about.canResume(lacking(PHASES.paused))).toBe(true);
  expect(about.mayMove(lacking(PHASES.waiting))).toBe(false);
  expect(about.outlivesReload(lacking(PHASES.interrupted))).toBe(true);
});

test('a silent other side may move at any moment', () => {
  expect(about.mayMove(view({ phase: 'interrupted', cause: 'no-answer' }, 'receiving'))).toBe(true);
});

test('running out of room counts, for now or for good', () => {
  expect(about.isOutOfRoom(view({ phase: 'interrupted', cause: 'storage-full' }, 'receiving'))).toBe(true);
  expect(about.isOutOfRoom(view({ phase: 'failed', reason: 'storage-full' }, 'receiving'))).toBe(true);
  for (const phase of Object.values(PHASES)) expect(about.isOutOfRoom(view(phase, 'receiving'))).toBe(false);
});

test('a received transfer takes room: all its bytes once complete, before that the stored ones', () => {
  expect(about.roomOf(view(PHASES.saved, 'receiving'))).toBe(10);
  expect(about.roomOf(view(PHASES.interrupted, 'receiving'))).toBe(4);
});

test.each<[string, Partial<Kept>, boolean, boolean]>([
  ['nothing', {}, false, false],
  ['one file handed over', { handedOver: [[0, 0]] }, false, false],
  ['every file handed over', { handedOver: [[0, 1]] }, true, false],
  ['one handed over, the other elsewhere', { handedOver: [[0, 0]], elsewhere: [[1, 1]] }, true, false],
  ['every file elsewhere', { elsewhere: [[0, 1]] }, true, true],
])('%s: is handed over %s, is elsewhere %s', (_, marks, handedOver, elsewhere) => {
  const kept = { at: 0, handedOver: [], elsewhere: [], ...marks };
  expect(about.isHandedOver(view(PHASES.saved, 'receiving', { kept }))).toBe(handedOver);
  expect(about.isElsewhere(view(PHASES.saved, 'receiving', { kept }))).toBe(elsewhere);
  expect(about.isHandedOver(view(PHASES.interrupted, 'receiving', { kept }))).toBe(false);
});

test('each state has different words', () => {
  expect(Object.values(PHASES).map(about.stateOf)).toEqual([
    'waiting seen',
    'sending',
    'receiving',
    'paused',
    'interrupted connection-lost',
    'sent',
    'saved',
    'declined',
    'cancelled peer',
    'failed hash-failed',
  ]);
});

test('a phase that does not exist does not compile', () => {
  // @ts-expect-error: there is no such phase
  expect(about.isReceived({ phase: 'savd' })).toBe(false);
});
