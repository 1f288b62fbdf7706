import { describe, expect, test } from 'vitest';
import { BLOCK_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import {
  agreementOn,
  type Receiving,
  type ReceivingEvent,
  receiving,
  resumeReceiving,
  startReceiving,
} from './receiving.ts';

const entry = (size: number): ManifestEntry => ({ path: `${size}`, size, modified: 0 });
const entries = [entry(BLOCK_BYTES + 5), entry(0)];
const digest = new Uint8Array(32);
const total = BLOCK_BYTES + 5;

const following = (start: Receiving, ...events: ReceivingEvent[]) =>
  events.reduce((state, event) => receiving(state, event)[0], start);

/** One event of each kind; content as it comes first in a transfer. */
const EVENTS = {
  manifest: { type: 'manifest', first: 0, entries },
  'met-another': { type: 'met-another' },
  noticed: { type: 'noticed', attention: 'ringing' },
  'look-asked': { type: 'look-asked' },
  picture: { type: 'picture', file: 0, jpeg: new Uint8Array(9) },
  refused: { type: 'refused', reason: 'busy' },
  'accept-pressed': { type: 'accept-pressed', files: [[0, 1]] },
  'decline-pressed': { type: 'decline-pressed' },
  'offered-again': { type: 'offered-again', isNewLink: true },
  'store-opened': { type: 'store-opened', have: { blocks: 0, digest: '' } },
  'store-failed': { type: 'store-failed', failure: 'storage-full' },
  block: { type: 'block', file: 0, offset: 0, digest },
  chunk: { type: 'chunk', file: 0, offset: 0, payload: new Uint8Array(5) },
  end: { type: 'end', file: 0, offset: total, digest },
  same: { type: 'same', file: 0, offset: 0, digest },
  files: { type: 'files', file: 0, count: 1, payload: new Uint8Array(0) },
  'block-stored': { type: 'block-stored', bytes: 5 },
  'file-matched': { type: 'file-matched' },
  'digest-mismatched': { type: 'digest-mismatched' },
  sealed: { type: 'sealed', digest: 'root' },
  'peer-paused': { type: 'peer-paused' },
  'peer-resumed': { type: 'peer-resumed' },
  'pause-pressed': { type: 'pause-pressed' },
  'part-copied': { type: 'part-copied', bytes: 0 },
  'resume-pressed': { type: 'resume-pressed' },
  'cancel-pressed': { type: 'cancel-pressed' },
  'peer-cancelled': { type: 'peer-cancelled' },
  'peer-failed': { type: 'peer-failed', reason: 'source-changed' },
  'link-lost': { type: 'link-lost', cause: 'connection-lost' },
  'fell-silent': { type: 'fell-silent' },
  'heard-again': { type: 'heard-again' },
  violated: { type: 'violated' },
} satisfies { [Type in ReceivingEvent['type']]: ReceivingEvent & { readonly type: Type } };

const agreement = agreementOn(entries, [[0, 1]]);
const announced = startReceiving({ files: 2, bytes: total, pictures: true });
const offered = following(announced, EVENTS.manifest);
const opening = following(offered, EVENTS['accept-pressed']);
const flowing = following(opening, EVENTS['store-opened']);
const verifying = following(
  opening,
  { type: 'store-opened', have: { blocks: 2, digest: '' } },
  { type: 'end', file: 0, offset: total, digest },
  { type: 'end', file: 1, offset: 0, digest },
  { type: 'file-matched' },
  { type: 'file-matched' },
);
const STATES = { announced, offered, opening, receiving: flowing, interrupted: resumeReceiving(agreement), verifying };

/**
 * The result of each event: the next phase and the effects, `-` for nothing, `!` for a broken protocol. `else`: all
 * other states.
 */
const OUTCOMES: Record<ReceivingEvent['type'], { readonly [S in keyof typeof STATES]?: string } & { else: string }> = {
  manifest: { announced: 'offered tell-attention', interrupted: '-', verifying: '-', else: '!' },
  'met-another': { interrupted: 'interrupted', else: '-' },
  noticed: { offered: 'offered tell-attention', else: '-' },
  'look-asked': { offered: 'offered tell-look', else: '-' },
  picture: { offered: '!', else: '-' }, // nobody has asked
  refused: { announced: 'failed tell-fail release discard', else: '-' },
  'accept-pressed': { offered: 'opening open-store', else: '-' },
  'decline-pressed': { offered: 'declined tell-decline release discard', else: '-' },
  'offered-again': {
    offered: 'offered tell-attention',
    receiving: 'opening open-store',
    interrupted: 'opening open-store',
    else: '-',
  },
  'store-opened': { opening: 'receiving tell-accept', else: '-' },
  'store-failed': {
    announced: 'failed tell-fail release discard',
    offered: 'failed tell-fail release discard',
    else: 'interrupted tell-fail release',
  },
  block: { receiving: 'receiving begin-block', interrupted: '-', verifying: '-', else: '!' },
  chunk: { interrupted: '-', verifying: '-', else: '!' },
  end: { interrupted: '-', verifying: '-', else: '!' },
  same: { receiving: 'receiving copy-file', interrupted: '-', verifying: '-', else: '!' },
  files: { interrupted: '-', verifying: '-', else: '!' }, // its first file is no empty one
  'block-stored': { receiving: 'receiving', else: '-' },
  'part-copied': { receiving: 'receiving', else: '-' },
  'file-matched': { receiving: 'receiving', else: '-' },
  'digest-mismatched': { verifying: '-', else: 'failed tell-fail release discard' },
  sealed: { verifying: 'saved tell-complete release', else: '-' },
  'peer-paused': { opening: 'opening', receiving: 'receiving', else: '-' },
  'peer-resumed': { opening: 'opening', receiving: 'receiving', else: '-' },
  'pause-pressed': { receiving: 'receiving tell-pause', else: '-' },
  'resume-pressed': { interrupted: 'interrupted ask-resume', else: '-' },
  'cancel-pressed': { verifying: '-', else: 'cancelled tell-cancel release discard' },
  'peer-cancelled': { verifying: '-', else: 'cancelled release discard' },
  'peer-failed': { verifying: '-', else: 'failed release discard' },
  'link-lost': {
    announced: 'failed release discard',
    offered: 'failed release discard',
    interrupted: '-',
    verifying: '-',
    else: 'interrupted release',
  },
  'fell-silent': { offered: 'offered', receiving: 'receiving', else: '-' },
  'heard-again': { offered: 'offered', else: '-' },
  violated: { verifying: '-', else: '!' },
};

function outcome(before: Receiving, event: ReceivingEvent): string {
  const [state, effects] = receiving(before, event);
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

  const ends: [Receiving, string][] = [
    [{ phase: 'saved', agreement, digest: 'root' }, 'saved tell-complete release'],
    [{ phase: 'declined' }, 'declined tell-decline release'],
    [{ phase: 'cancelled', by: 'me' }, 'cancelled tell-cancel release'],
    [{ phase: 'failed', reason: 'digest-mismatch' }, 'failed tell-fail release'],
  ];
  test.each(ends)('%o is final: a sender that offers it again is told, nothing else happens', (end, told) => {
    for (const event of Object.values(EVENTS)) {
      expect(outcome(end, event)).toBe(event.type === 'offered-again' ? told : '-');
      expect(receiving(end, event)[0]).toBe(end);
    }
  });

  test('a sender that breaks the protocol is told so, and nothing of it is kept', () => {
    expect(receiving(flowing, EVENTS.chunk)).toEqual([
      { phase: 'failed', reason: 'protocol-violation' },
      [{ type: 'tell-fail', reason: 'protocol-violation' }, { type: 'release' }, { type: 'discard' }],
    ]);
  });
});

describe('before consent', () => {
  test('nothing is opened, collected or stored', () => {
    for (const state of [announced, offered])
      for (const event of Object.values(EVENTS).filter(({ type }) => type !== 'accept-pressed'))
        expect(outcome(state, event)).not.toMatch(/open-store|begin-block|append|store-block|store-bundle|copy-file/);
  });

  test.each([
    ['a piece too early', { type: 'manifest', first: 1, entries: [entry(0)] }],
    ['an empty piece', { type: 'manifest', first: 0, entries: [] }],
    ['more files than announced', { type: 'manifest', first: 0, entries: [...entries, entry(0)] }],
    ['other bytes than announced', { type: 'manifest', first: 0, entries: [entry(1), entry(2)] }],
  ] satisfies [string, ReceivingEvent][])('%s breaks the protocol', (_, piece) => {
    expect(outcome(announced, piece)).toBe('!');
  });

  test('the manifest comes in pieces', () => {
    const half = following(announced, { type: 'manifest', first: 0, entries: entries.slice(0, 1) });
    expect(half.phase).toBe('announced');
    expect(following(half, { type: 'manifest', first: 1, entries: entries.slice(1) })).toEqual({
      phase: 'offered',
      said: { pictures: true },
      entries,
      attention: 'delivered',
      isSilent: false,
    });
  });

  test('only offered files can be accepted', () => {
    expect(outcome(offered, { type: 'accept-pressed', files: [[1, 2]] })).toBe('-');
    expect(outcome(offered, { type: 'accept-pressed', files: [] })).toBe('-');
    expect(following(offered, { type: 'accept-pressed', files: [[1, 1]] })).toMatchObject({
      agreement: { files: [1], entries: [entry(0)], totalBytes: 0 },
    });
  });
});

const chunk = (offset: number, length: number): ReceivingEvent => ({
  type: 'chunk',
  file: 0,
  offset,
  payload: new Uint8Array(length),
});
const block = (offset: number): ReceivingEvent => ({ type: 'block', file: 0, offset, digest });
const end = (file: number, offset: number): ReceivingEvent => ({ type: 'end', file, offset, digest });

describe('order is never assumed', () => {
  const inBlock = following(flowing, block(0));
  const behindFirst = following(inBlock, chunk(0, BLOCK_BYTES));
  const inSecond = following(behindFirst, block(BLOCK_BYTES));

  test.each([
    ['a chunk before its block', flowing, chunk(0, 1)],
    ['a chunk too far on', inBlock, chunk(1, 1)],
    ['a chunk beyond its block', inBlock, chunk(0, BLOCK_BYTES + 1)],
    ['a chunk of another file', inBlock, { ...EVENTS.chunk, file: 1 }],
    ['a block in a block', inBlock, block(0)],
    ['a block that comes twice', behindFirst, block(0)],
    ['a block of no bytes', following(inSecond, chunk(BLOCK_BYTES, 5)), block(total)],
    ['an end in a block', inSecond, end(0, total)],
    ['an end before the last byte', behindFirst, end(0, BLOCK_BYTES)],
    ['the end of a file whose turn has not come', flowing, end(1, 0)],
    ['a known file in the middle of another', behindFirst, EVENTS.same],
    ['a file that was not accepted', flowing, { ...EVENTS.same, file: 2 }],
  ] satisfies [string, Receiving, ReceivingEvent][])('%s breaks the protocol', (_, state, event) => {
    expect(outcome(state, event)).toBe('!');
  });

  test('a block goes to storage when its last byte is there, at its own place', () => {
    const [, begin] = receiving(behindFirst, block(BLOCK_BYTES));
    expect(begin).toEqual([{ type: 'begin-block', at: 0, offset: BLOCK_BYTES, length: 5, digest }]);
    expect(outcome(inSecond, chunk(BLOCK_BYTES, 4))).toBe('receiving append');
    expect(outcome(inSecond, chunk(BLOCK_BYTES, 5))).toBe('receiving append store-block');
  });
});

describe('a bundle of small files', () => {
  const small = [entry(3), entry(0), entry(2), entry(BLOCK_BYTES + 5), entry(0), entry(1)];
  /** All of them but the last empty one are accepted. */
  const some = agreementOn(
    [0, 1, 2, 3, 5].flatMap((index) => small[index] ?? []),
    [
      [0, 3],
      [5, 5],
    ],
  );
  const due = following(resumeReceiving(some), { type: 'offered-again', isNewLink: true }, EVENTS['store-opened']);
  const bundle = (file: number, count: number, bytes: number): ReceivingEvent => ({
    type: 'files',
    file,
    count,
    payload: new Uint8Array(bytes),
  });
  const behindBundle = following(due, bundle(0, 3, 3 + 2 + 64));
  const large = following(
    behindBundle,
    { type: 'block', file: 3, offset: 0, digest },
    { type: 'chunk', file: 3, offset: 0, payload: new Uint8Array(BLOCK_BYTES) },
    { type: 'block', file: 3, offset: BLOCK_BYTES, digest },
    { type: 'chunk', file: 3, offset: BLOCK_BYTES, payload: new Uint8Array(5) },
  );
  const behindLarge = following(large, { type: 'end', file: 3, offset: BLOCK_BYTES + 5, digest });

  test('is stored as one, and counts as all of its files', () => {
    const payload = new Uint8Array(3 + 2 + 64);
    const [state, effects] = receiving(due, { type: 'files', file: 0, count: 3, payload });
    expect(effects).toEqual([{ type: 'store-bundle', at: 0, count: 3, payload }]);
    expect(state).toMatchObject({ sender: 'heard', flow: { at: 3, offset: 0, begunBytes: 5, pending: 1 } });
    expect(receiving(state, { type: 'block-stored', bytes: 5 })).toMatchObject([
      { flow: { storedBytes: 5, toldBytes: 5, pending: 0 } },
      [{ type: 'tell-stored', bytes: 5 }],
    ]);
  });

  test('may hold files that are not neighbours in the offer, and be the last of all', () => {
    expect(outcome(behindLarge, bundle(5, 1, 33))).toBe('receiving store-bundle');
    const all = following(
      behindLarge,
      bundle(5, 1, 33),
      { type: 'block-stored', bytes: 5 },
      { type: 'block-stored', bytes: BLOCK_BYTES },
      { type: 'block-stored', bytes: 5 },
      { type: 'file-matched' },
    );
    expect(outcome(all, { type: 'block-stored', bytes: 1 })).toBe('verifying tell-stored seal');
    expect(outcome(all, { type: 'block-stored', bytes: 0 })).toBe('!');
  });

  test('of empty files holds no bytes', () => {
    const empty = following(resumeReceiving(agreementOn([entry(0), entry(0)], [[0, 1]])), {
      type: 'offered-again',
      isNewLink: true,
    });
    const ready = following(empty, EVENTS['store-opened']);
    expect(outcome(ready, bundle(0, 2, 0))).toBe('receiving store-bundle');
    expect(outcome(following(ready, bundle(0, 2, 0)), { type: 'block-stored', bytes: 0 })).toBe('verifying seal');
  });

  test.each([
    ['of no files', due, bundle(0, 0, 0)],
    ['with fewer files than it says', due, bundle(0, 3, 3 + 32)],
    ['with more files than it says', due, bundle(0, 1, 3 + 2 + 64)],
    ['with a byte too few', due, bundle(0, 3, 3 + 2 + 63)],
    ['with a byte too many', due, bundle(0, 3, 3 + 2 + 65)],
    ['that begins with another file', due, bundle(1, 2, 2 + 32)],
    ['that comes again', behindBundle, bundle(0, 3, 3 + 2 + 64)],
    ['that begins with a file that is not accepted', behindLarge, bundle(4, 2, 33)],
    ['that goes beyond the last file', behindLarge, bundle(5, 2, 33)],
    ['after the last file', following(behindLarge, bundle(5, 1, 33)), bundle(6, 1, 0)],
    ['in a block', following(due, { type: 'block', file: 0, offset: 0, digest }), bundle(0, 3, 3 + 2 + 64)],
    ['in the middle of a file', following(large), bundle(3, 1, BLOCK_BYTES + 5 + 32)],
  ] satisfies [string, Receiving, ReceivingEvent][])('%s breaks the protocol', (_, state, event) => {
    expect(outcome(state, event)).toBe('!');
  });

  test('beyond the window breaks the protocol', () => {
    const files = Array.from({ length: 9 }, () => entry(WINDOW_BYTES / 8));
    const many = following(resumeReceiving(agreementOn(files, [[0, 8]])), { type: 'offered-again', isNewLink: true });
    const begun = following(many, EVENTS['store-opened'], bundle(0, 8, WINDOW_BYTES + 8 * 32));
    expect(begun.phase).toBe('receiving');
    expect(outcome(begun, bundle(8, 1, WINDOW_BYTES / 8 + 32))).toBe('!');
    const told = following(begun, { type: 'block-stored', bytes: WINDOW_BYTES });
    expect(outcome(told, bundle(8, 1, WINDOW_BYTES / 8 + 32))).toBe('receiving store-bundle');
  });
});

describe('saved', () => {
  const arrived = [
    block(0),
    chunk(0, BLOCK_BYTES),
    block(BLOCK_BYTES),
    chunk(BLOCK_BYTES, 5),
    end(0, total),
    end(1, 0),
  ];
  const stored: ReceivingEvent[] = [
    { type: 'block-stored', bytes: BLOCK_BYTES },
    { type: 'block-stored', bytes: 5 },
    { type: 'file-matched' },
    { type: 'file-matched' },
  ];
  const all = following(flowing, ...arrived);

  test('only from verifying, and only when all arrived bytes were stored and matched', () => {
    let state = all;
    for (const event of stored) {
      expect(outcome(state, EVENTS.sealed)).toBe('-');
      expect(state.phase).toBe('receiving');
      state = following(state, event);
    }
    expect(state.phase).toBe('verifying');
    expect(following(state, EVENTS.sealed)).toMatchObject({ phase: 'saved', digest: 'root' });
  });

  test('not when the stored bytes are fewer than the agreed ones', () => {
    const short = following(all, { type: 'block-stored', bytes: BLOCK_BYTES - 1 }, ...stored.slice(1, 3));
    expect(outcome(short, { type: 'file-matched' })).toBe('!');
  });

  test('not when the storage fails at the last moment: that only interrupts', () => {
    expect(receiving(verifying, EVENTS['store-failed'])).toEqual([
      { phase: 'interrupted', agreement, isPaused: false, cause: 'storage-full' },
      [{ type: 'tell-fail', reason: 'storage-full' }, { type: 'release' }],
    ]);
    expect(outcome(verifying, { type: 'store-failed', failure: 'storage-failed' })).toBe(
      'interrupted tell-fail release',
    );
  });

  test('the sender is told of stored bytes now and then, and when nothing is pending', () => {
    expect(receiving(all, { type: 'block-stored', bytes: BLOCK_BYTES })[1]).toEqual([
      { type: 'tell-stored', bytes: BLOCK_BYTES },
    ]);
    const small = following(flowing, block(0), chunk(0, 5));
    expect(outcome(small, { type: 'block-stored', bytes: 5 })).toBe('receiving');
    expect(following(all, ...stored.slice(0, 3))).toMatchObject({
      flow: { storedBytes: total, toldBytes: BLOCK_BYTES },
    });
    expect(receiving(following(all, ...stored.slice(0, 3)), { type: 'file-matched' })[1]).toEqual([
      { type: 'tell-stored', bytes: total },
      { type: 'seal' },
    ]);
  });

  test('stored bytes are not asked for again', () => {
    const have = { blocks: 1, digest: 'of 1' };
    const [state, effects] = receiving(opening, { type: 'store-opened', have });
    expect(effects).toEqual([{ type: 'tell-accept', files: [[0, 1]], have }]);
    expect(outcome(state, block(0))).toBe('!');
    expect(outcome(state, block(BLOCK_BYTES))).toBe('receiving begin-block');
  });
});

describe('pause', () => {
  const paused = following(flowing, { type: 'peer-paused' });

  test('begins when the sender says so, and not when it is only requested', () => {
    expect(following(flowing, { type: 'pause-pressed' })).toEqual(flowing);
    expect(outcome(paused, { type: 'pause-pressed' })).toBe('-');
    expect(outcome(paused, { type: 'resume-pressed' })).toBe('receiving ask-resume');
  });

  test('does not count as silence', () => {
    expect(following(paused, { type: 'fell-silent' })).toMatchObject({ sender: 'heard' });
    expect(following(flowing, { type: 'fell-silent' })).toMatchObject({ sender: 'silent' });
    expect(following(flowing, { type: 'fell-silent' }, block(0))).toMatchObject({ sender: 'heard' });
  });

  test('does not outlive the next offer: a sender that is still paused says so again', () => {
    const apart = following(paused, EVENTS['link-lost']);
    expect(apart).toMatchObject({ phase: 'interrupted', isPaused: true });
    expect(following(apart, { type: 'offered-again', isNewLink: true })).toMatchObject({
      phase: 'opening',
      isPaused: false,
    });
  });
});

test('an interruption keeps its first cause', () => {
  const full = following(flowing, EVENTS['store-failed']);
  expect(following(full, EVENTS['link-lost'])).toMatchObject({ phase: 'interrupted', cause: 'storage-full' });
});

describe('small pictures', () => {
  const jpeg = new Uint8Array(9);
  const photos = Array.from(
    { length: 14 },
    (_, index): ManifestEntry => ({ path: `${index}.jpg`, size: 1, modified: 0 }),
  );
  const said = (pictures: boolean) =>
    following(startReceiving({ files: 15, bytes: 15, pictures }), {
      type: 'manifest',
      first: 0,
      entries: [...photos, { path: 'notes.txt', size: 1, modified: 0 }],
    });
  const picture = (file: number): ReceivingEvent => ({ type: 'picture', file, jpeg });
  const looking = following(said(true), { type: 'look-asked' });

  test('are asked for once, and shown as they come', () => {
    expect(outcome(looking, { type: 'look-asked' })).toBe('-');
    expect(outcome(looking, picture(3))).toBe('offered show-picture');
    expect(outcome(following(looking, picture(3)), picture(0))).toBe('offered show-picture');
  });

  test('are not asked for where the offer speaks of none', () => {
    expect(outcome(said(false), { type: 'look-asked' })).toBe('-');
  });

  test.each([
    ['of a file that is not on offer', [picture(15)]],
    ['of a file that has one', [picture(3), picture(3)]],
    ['more than there may be', Array.from({ length: 13 }, (_, file) => picture(file))],
    ['not written as the protocol says', [{ type: 'picture', file: 0, jpeg: undefined } as const]],
  ])('that come %s break the protocol', (_, events) => {
    expect(outcome(following(looking, ...events.slice(0, -1)), events.at(-1) ?? EVENTS.violated)).toBe('!');
  });

  test('of a file that is no photo by its name are not shown', () => {
    expect(outcome(looking, picture(14))).toBe('offered');
  });

  test('after the answer are of no use to anybody', () => {
    const accepted = following(looking, { type: 'accept-pressed', files: [[0, 1]] });
    expect(outcome(accepted, picture(0))).toBe('-');
    expect(outcome(following(looking, { type: 'decline-pressed' }), picture(0))).toBe('-');
  });

  test('that were under way when the link was lost are asked for again', () => {
    const again = following(looking, picture(3), { type: 'offered-again', isNewLink: true });
    expect(outcome(following(looking, picture(3)), { type: 'offered-again', isNewLink: true })).toBe(
      'offered tell-attention tell-look',
    );
    expect(outcome(again, picture(3))).toBe('offered show-picture');
  });

  test('are asked for once on each link, however often the offer is made again', () => {
    const all = following(looking, ...Array.from({ length: 12 }, (_, file) => picture(file)));
    const again: ReceivingEvent = { type: 'offered-again', isNewLink: false };
    expect(outcome(all, again)).toBe('offered tell-attention');
    expect(outcome(following(all, again), picture(12))).toBe('!');
  });
});
