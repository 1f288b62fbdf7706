import { describe, expect, test } from 'vitest';
import { BLOCK_BYTES, MAX_BUNDLE_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import type { ManifestEntry, Ranges } from '../protocol/peer.ts';
import { hasEnded } from './has-ended.ts';
import {
  READ_AHEAD_BLOCKS,
  READ_AHEAD_BUNDLES,
  resumeSending,
  type Sending,
  type SendingEvent,
  type SendingStep,
  sending,
  startSending,
  waitsForPeer,
} from './sending.ts';

const entry = (size: number): ManifestEntry => ({ path: `${size}`, size, modified: 0 });
const have = (blocks: number) => ({ blocks, digest: `of ${blocks}` });
/** Blocks of a file longer than a window. */
const LONG = 10;
/** That file, an empty one, and one of half a block. */
const entries = [entry(LONG * BLOCK_BYTES), entry(0), entry(BLOCK_BYTES / 2)];

/** Outcome where the bytes begin to flow. */
const BEGUN = `sending start-from${' transmit'.repeat(READ_AHEAD_BLOCKS)}`;

/** The state after all of `events`. */
const following = (start: Sending, ...events: SendingEvent[]) =>
  events.reduce((state, event) => sending(state, event)[0], start);
const accepted: SendingEvent = { type: 'accepted', files: [[0, 2]], have: have(0) };

const connecting = startSending(entries);
const asking = following(connecting, { type: 'link-opened' });
const ringing = following(asking, { type: 'noticed', attention: 'ringing' });
const flowing = following(ringing, accepted);
const STATES = {
  connecting,
  asking,
  ringing,
  checking: following(asking, { ...accepted, have: have(2) }),
  sending: flowing,
  interrupted: following(flowing, { type: 'link-lost', cause: 'connection-lost' }),
  'asking again': following(resumeSending(entries), { type: 'link-opened' }),
} satisfies Record<string, Sending>;

/** One event of each kind, as an honest other side may cause it. */
const EVENTS = {
  'link-opened': { type: 'link-opened' },
  'link-lost': { type: 'link-lost', cause: 'peer-left' },
  'met-another': { type: 'met-another' },
  held: { type: 'held' },
  noticed: { type: 'noticed', attention: 'seen' },
  'went-unheeded': { type: 'went-unheeded' },
  known: { type: 'known', files: [[1, 'root']] },
  wanted: { type: 'wanted', files: [[0, 0]] },
  accepted,
  declined: { type: 'declined' },
  unknown: { type: 'unknown' },
  checked: { type: 'checked', matches: true },
  'block-transmitted': { type: 'block-transmitted' },
  compared: { type: 'compared', isSame: true },
  'source-failed': { type: 'source-failed', reason: 'source-changed' },
  stored: { type: 'stored', bytes: 1 },
  completed: { type: 'completed', matches: true },
  'fell-silent': { type: 'fell-silent' },
  'heard-again': { type: 'heard-again' },
  'pause-pressed': { type: 'pause-pressed' },
  'resume-pressed': { type: 'resume-pressed' },
  'cancel-pressed': { type: 'cancel-pressed' },
  'peer-paused': { type: 'peer-paused' },
  'peer-resumed': { type: 'peer-resumed' },
  'peer-cancelled': { type: 'peer-cancelled' },
  'peer-failed': { type: 'peer-failed', reason: 'storage-full' },
} satisfies { [Type in SendingEvent['type']]: SendingEvent & { readonly type: Type } };

/**
 * The result of each event: the next phase and the effects, `-` for nothing, `!` for a broken protocol. `else`: all
 * other states.
 */
const OUTCOMES: Record<SendingEvent['type'], { readonly [S in keyof typeof STATES]?: string } & { else: string }> = {
  'link-opened': { connecting: 'waiting offer', interrupted: 'interrupted offer', else: '-' },
  'link-lost': { connecting: 'failed release', else: 'interrupted release' },
  'met-another': { interrupted: 'interrupted', 'asking again': 'interrupted', else: '-' },
  held: { connecting: 'waiting', else: '-' },
  noticed: { asking: 'waiting', ringing: 'waiting', 'asking again': 'waiting', sending: '-', else: '!' },
  'went-unheeded': { connecting: 'waiting', asking: 'waiting', ringing: 'waiting', else: '-' },
  known: { asking: 'waiting', ringing: 'waiting', 'asking again': 'interrupted', sending: '-', else: '!' },
  wanted: { asking: 'waiting', ringing: 'waiting', 'asking again': 'interrupted', sending: '-', else: '!' },
  accepted: {
    asking: BEGUN,
    ringing: BEGUN,
    'asking again': BEGUN,
    else: '!',
  },
  declined: { asking: 'declined release', ringing: 'declined release', 'asking again': 'declined release', else: '!' },
  unknown: { 'asking again': 'waiting offer', else: '!' },
  checked: { checking: BEGUN, else: '-' },
  'block-transmitted': { sending: 'sending transmit', else: '-' },
  compared: { else: '-' },
  'source-failed': { else: 'failed tell-fail release' },
  stored: { sending: 'sending', 'asking again': '-', else: '!' },
  completed: { interrupted: 'sent release', 'asking again': 'sent release', else: '!' },
  'fell-silent': {
    connecting: 'waiting',
    asking: 'waiting',
    ringing: 'waiting',
    sending: 'sending drop-link',
    else: '-',
  },
  'heard-again': { ringing: 'waiting', else: '-' },
  'pause-pressed': {
    connecting: '-',
    asking: '-',
    ringing: '-',
    checking: 'checking tell-paused',
    sending: 'sending tell-paused',
    else: 'interrupted tell-paused',
  },
  'resume-pressed': {
    connecting: 'waiting',
    asking: 'waiting',
    ringing: 'waiting',
    checking: 'checking',
    sending: '-',
    interrupted: 'interrupted relink',
    else: 'interrupted',
  },
  'cancel-pressed': { else: 'cancelled tell-cancel release' },
  get 'peer-paused'() {
    return this['pause-pressed'];
  },
  get 'peer-resumed'() {
    return this['resume-pressed'];
  },
  'peer-cancelled': { else: 'cancelled release' },
  'peer-failed': { else: 'interrupted release' },
};

function outcome(before: Sending, event: SendingEvent): string {
  const [state, effects] = sending(before, event);
  if (state === before && effects.length === 0) return '-';
  if (state.phase === 'failed' && state.reason === 'protocol-violation') return '!';
  return [state.phase, ...effects.map(({ type }) => type)].join(' ');
}

describe('every event in every state', () => {
  const cases = Object.entries(STATES).flatMap(([name, state]) =>
    Object.values(EVENTS).map((event) => ({ name: name as keyof typeof STATES, state, event })),
  );
  test.each(cases)('$name: $event.type', ({ name, state, event }) => {
    expect(outcome(state, event)).toBe(OUTCOMES[event.type][name] ?? OUTCOMES[event.type].else);
  });

  const ends: Sending[] = [
    { phase: 'sent' },
    { phase: 'declined' },
    { phase: 'cancelled', by: 'me' },
    { phase: 'failed', reason: 'source-changed' },
  ];
  test.each(ends)('$phase is final: nothing changes it', (end) => {
    expect(hasEnded(end)).toBe(true);
    for (const event of Object.values(EVENTS)) expect(outcome(end, event)).toBe('-');
  });

  test('a receiver that breaks the protocol is told so', () => {
    expect(sending(flowing, { type: 'declined' })).toEqual([
      { phase: 'failed', reason: 'protocol-violation' },
      [{ type: 'tell-fail', reason: 'protocol-violation' }, { type: 'release' }],
    ]);
  });
});

/** Runs the sending, and reports as stored what `storedAfter` returns for the bytes sent so far. */
function flow(start: SendingStep, storedAfter: (issuedBytes: number) => number) {
  let [state, effects] = start;
  const asked: string[] = [];
  let mostAhead = 0;
  let queued = 0;
  let mostQueued = 0;
  const take = (step: SendingStep) => {
    [state, effects] = step;
    for (const effect of effects) {
      if (effect.type !== 'transmit' && effect.type !== 'transmit-bundle') continue;
      asked.push(
        effect.type === 'transmit'
          ? `${effect.file}@${effect.offset / BLOCK_BYTES}+${effect.length / BLOCK_BYTES}${effect.last ? '.' : ''}`
          : `[${effect.files.join(' ')}]`,
      );
      queued += 1;
    }
    mostQueued = Math.max(mostQueued, queued);
    if (state.phase === 'sending') mostAhead = Math.max(mostAhead, state.flow.issuedBytes - state.flow.storedBytes);
  };
  take(start);
  for (let stalled = false; !stalled && state.phase === 'sending'; ) {
    const bytes = Math.max(state.flow.storedBytes, storedAfter(state.flow.issuedBytes));
    stalled = queued === 0 && bytes === state.flow.storedBytes;
    if (queued > 0) {
      queued -= 1;
      take(sending(state, { type: 'block-transmitted' }));
    } else take(sending(state, { type: 'stored', bytes }));
  }
  return { state, asked, mostAhead, mostQueued };
}

describe('the bytes on their way', () => {
  const start = sending(asking, accepted);

  test('every block is requested once, in order, and every file has its end', () => {
    const { asked, state } = flow(start, (issued) => issued);
    expect(asked).toEqual([
      ...Array.from({ length: LONG - 1 }, (_, block) => `0@${block}+1`),
      `0@${LONG - 1}+1.`,
      '[1]',
      '2@0+0.5.',
    ]);
    expect(sending(state, { type: 'completed', matches: true })[0]).toEqual({ phase: 'sent' });
  });

  test('never run ahead of the stored bytes by more than the window', () => {
    const { asked, mostAhead } = flow(start, () => 0);
    expect(mostAhead).toBe(WINDOW_BYTES);
    expect(asked).toHaveLength(WINDOW_BYTES / BLOCK_BYTES);
  });

  test('wait for the channel in few blocks', () => {
    expect(flow(start, (issued) => issued).mostQueued).toBe(READ_AHEAD_BLOCKS);
  });

  test.each([
    ['less than before', BLOCK_BYTES - 1],
    ['more than was sent', (READ_AHEAD_BLOCKS + 1) * BLOCK_BYTES],
  ])('reported as stored, %s breaks the protocol', (_, bytes) => {
    const some = following(flowing, { type: 'stored', bytes: BLOCK_BYTES });
    expect(outcome(some, { type: 'stored', bytes })).toBe('!');
  });

  test('sent only after the last byte was reported as stored', () => {
    expect(outcome(flowing, EVENTS.completed)).toBe('!');
    const { state } = flow(start, (issued) => Math.min(issued, LONG * BLOCK_BYTES));
    expect(outcome(state, EVENTS.completed)).toBe('!');
  });

  test('a receiver with other bytes is told', () => {
    const { state } = flow(start, (issued) => issued);
    expect(outcome(state, { type: 'completed', matches: false })).toBe('failed tell-fail release');
  });

  test.each([
    ['a file that was not offered', { ...accepted, files: [[0, 3]] as const }],
    ['no file', { ...accepted, files: [] }],
    ['more blocks than there are', { ...accepted, have: have(LONG + 2) }],
  ])('an answer that names %s breaks the protocol', (_, answer) => {
    expect(outcome(asking, answer)).toBe('!');
  });
});

describe('small files', () => {
  const small = (sizes: readonly number[], files: Ranges = [[0, sizes.length - 1]], more: SendingEvent[] = []) =>
    sending(following(startSending(sizes.map(entry)), { type: 'link-opened' }, ...more), {
      type: 'accepted',
      files,
      have: have(0),
    });
  const all = (issued: number) => issued;

  test('go together, as many as fit, between large ones', () => {
    const { asked } = flow(small([3, 0, 20_000, 30_000, 30_000, 20_000, BLOCK_BYTES, 5, 0, 70_000, 0]), all);
    expect(asked).toEqual(['[0 1 2 3]', '[4 5]', '6@0+1.', '[7 8]', `9@0+${70_000 / BLOCK_BYTES}.`, '[10]']);
  });

  test('that are not wanted are left out', () => {
    const ranges = [
      [0, 0],
      [2, 2],
      [4, 5],
    ] as const;
    expect(flow(small([1, 2, 3, 4, 5, 6], ranges), all).asked).toEqual(['[0 2 4 5]']);
  });

  test('that the receiver may have are compared at their turn, and sent with the next ones if they differ', () => {
    const step = small([1, 2, 3, 4], undefined, [
      {
        type: 'known',
        files: [
          [1, 'root'],
          [3, 'root'],
        ],
      },
    ]);
    expect(step[1].slice(1)).toEqual([
      { type: 'transmit-bundle', at: 0, files: [0] },
      { type: 'compare', at: 1, file: 1, root: 'root' },
    ]);
    const [differs, effects] = sending(step[0], { type: 'compared', isSame: false });
    expect(effects).toEqual([
      { type: 'transmit-bundle', at: 1, files: [1, 2] },
      { type: 'compare', at: 3, file: 3, root: 'root' },
    ]);
    expect(sending(differs, { type: 'compared', isSame: true })[1]).toEqual([]);
    expect(sending(step[0], { type: 'compared', isSame: true })[1]).toEqual([
      { type: 'transmit-bundle', at: 2, files: [2] },
      { type: 'compare', at: 3, file: 3, root: 'root' },
    ]);
  });

  test('that differ from what the receiver has are sent after a pause too, and not compared again', () => {
    const known: SendingEvent[] = [{ type: 'known', files: [[0, 'root']] }];
    const paused = following(small([1, 2], undefined, known)[0], { type: 'pause-pressed' });
    const [state, effects] = sending(paused, { type: 'compared', isSame: false });
    expect(effects).toEqual([]);
    expect(sending(state, { type: 'resume-pressed' })[1]).toEqual([
      { type: 'tell-resumed' },
      { type: 'transmit-bundle', at: 0, files: [0, 1] },
    ]);
  });

  test('keep to the window, in full bundles, and to what may be read ahead', () => {
    const many = small(Array.from({ length: 3_000 }, () => 3_000));
    const stuck = flow(many, () => 0);
    expect(stuck.mostAhead).toBeLessThanOrEqual(WINDOW_BYTES);
    expect(stuck.mostAhead).toBeGreaterThan(WINDOW_BYTES - 2 * MAX_BUNDLE_BYTES);
    const { asked, mostQueued } = flow(many, all);
    expect(mostQueued).toBe(READ_AHEAD_BUNDLES);
    expect(asked).toHaveLength(Math.ceil(3_000 / Math.floor(MAX_BUNDLE_BYTES / 3_032)));
    expect(asked.join(' ').match(/\d+/g)).toEqual(Array.from({ length: 3_000 }, (_, file) => `${file}`));
  });

  test('are read ahead behind blocks too', () => {
    const sizes = [...Array.from({ length: 4 }, () => BLOCK_BYTES), ...Array.from({ length: 700 }, () => 3_000)];
    const { mostQueued } = flow(small([...sizes, 20 * BLOCK_BYTES]), all);
    expect(mostQueued).toBe(READ_AHEAD_BUNDLES);
  });
});

describe('what the receiver has', () => {
  test('of a small file leaves only its end to send, and the next ones go together', () => {
    const entered = following(startSending([5, 6, 7].map(entry)), { type: 'link-opened' });
    const checking = following(entered, { type: 'accepted', files: [[0, 2]], have: have(1) });
    expect(flow(sending(checking, EVENTS.checked), (issued) => issued).asked).toEqual([
      `0@${5 / BLOCK_BYTES}+0.`,
      '[1 2]',
    ]);
  });

  test('is not sent again, once it is known to belong to the same files', () => {
    const { asked } = flow(sending(STATES.checking, EVENTS.checked), (issued) => issued);
    expect(asked[0]).toBe('0@2+1');
    expect(outcome(STATES.checking, { type: 'checked', matches: false })).toBe('failed tell-fail release');
  });

  test('of a whole file leaves only its end to send', () => {
    const all = following(asking, { ...accepted, have: have(LONG) });
    expect(flow(sending(all, EVENTS.checked), (issued) => issued).asked).toEqual([`0@${LONG}+0.`, '[1]', '2@0+0.5.']);
  });

  test('from an earlier transfer is compared, and nothing is sent meanwhile', () => {
    const known = following(asking, { type: 'known', files: [[0, 'root']] });
    const [comparing, effects] = sending(known, accepted);
    expect(effects.at(-1)).toEqual({ type: 'compare', at: 0, file: 0, root: 'root' });
    expect(flow(sending(comparing, { type: 'compared', isSame: false }), (issued) => issued).asked).toHaveLength(
      LONG + 2,
    );
    const [same, rest] = sending(comparing, { type: 'compared', isSame: true });
    expect(rest).toEqual([]); // its bytes count as sent until the receiver reports them as copied
    expect(flow(sending(same, { type: 'stored', bytes: LONG * BLOCK_BYTES }), (issued) => issued).asked).toEqual([
      '[1]',
      '2@0+0.5.',
    ]);
  });
});

describe('pause', () => {
  const paused = following(flowing, { type: 'pause-pressed' });

  test('nothing is requested until it is over', () => {
    const [state, effects] = sending(paused, EVENTS['block-transmitted']);
    expect(effects).toEqual([]);
    const kinds = sending(state, { type: 'peer-resumed' })[1].map(({ type }) => type);
    expect(kinds).toEqual(['tell-resumed', 'transmit']);
  });

  test('pressed twice counts once', () => {
    expect(outcome(paused, { type: 'peer-paused' })).toBe('-');
    expect(outcome(paused, { type: 'fell-silent' })).toBe('-');
  });

  test('outlives the link, and the receiver is told of it before the bytes', () => {
    const apart = following(paused, { type: 'link-lost', cause: 'connection-lost' });
    expect(waitsForPeer(apart)).toBe(false);
    const together = following(apart, { type: 'link-opened' });
    expect(sending(together, accepted)[1].map(({ type }) => type)).toEqual(['tell-paused', 'start-from']);
    expect(outcome(together, { type: 'resume-pressed' })).toBe('interrupted tell-resumed');
  });
});

describe('an interruption', () => {
  test('before the first connection is a failure: nobody knows of the transfer yet', () => {
    expect(outcome(connecting, { type: 'link-lost', cause: 'unreachable' })).toBe('failed release');
  });

  test('by a full storage waits for a person, any other only for the other device', () => {
    expect(waitsForPeer(following(flowing, { type: 'peer-failed', reason: 'storage-full' }))).toBe(false);
    expect(waitsForPeer(STATES.interrupted)).toBe(true);
  });

  test('keeps its first cause when the next attempt fails', () => {
    const full = following(flowing, { type: 'peer-failed', reason: 'storage-full' });
    expect(following(full, { type: 'link-opened' }, EVENTS['link-lost'])).toMatchObject({ cause: 'storage-full' });
  });

  test('caused by the files is final', () => {
    expect(outcome(flowing, { type: 'peer-failed', reason: 'digest-mismatch' })).toBe('failed release');
    expect(outcome(flowing, { type: 'link-lost', cause: 'version-mismatch' })).toBe('failed release');
  });
});
