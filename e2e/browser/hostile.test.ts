/** A device that breaks the protocol: the attacked side says Failed in words, keeps nothing, and goes on working. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failures } from '../../src/app/i18n/en/failures.ts';
import type { Failure } from '../../src/protocol/failure.ts';
import { newSecret } from '../../src/protocol/keys.ts';
import { randomFile, sha256 } from '../drive/files.ts';
import type { Attack, Outcome, Step } from '../drive/page/hostile.ts';
import { callOf } from '../drive/page/inject.ts';
import type { Phone } from '../drive/phone.ts';
import { MB, Stage, together } from '../drive/stage.ts';

const TRANSFER = 'AAAAAAAAAAAAAAAA';
const HANDLE = 1;
/** These files are a kilobyte long. */
const SOON_MS = 20_000;
/** It is who it says, and does its harm afterwards. */
const GREETING: readonly Step[] = [{ hello: true }, { prove: 'truly' }];
const SIZE = 1000;
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
/** The bytes that `chunk` sends, and their right digests. */
const BYTES = new Uint8Array(SIZE).fill(7);
const BLOCK_DIGEST = sha(BYTES).toString('hex');
const ROOT_DIGEST = sha(sha(BYTES)).toString('hex');
const WRONG_DIGEST = '00'.repeat(32);

let stage: Stage;
let aki: Phone;
let haru: Phone;
/** The attacker's browser: it shows a page of the router that is not the app. */
let mallory: Phone;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [aki, haru, mallory] = await Promise.all([stage.phone('Aki'), stage.phone('Haru'), stage.stranger('Mallory')]);
  await mallory.open(new URL('healthz', stage.url('plain')).href);
  await together(aki, haru);
});

afterAll(() => stage.strike());

async function attack(plan: Attack): Promise<Outcome> {
  return (await mallory.evaluate(await callOf('./hostile.ts', 'attack', [{ ...plan, insists: true }]))) as Outcome;
}

const typesOf = (heard: readonly string[]): string[] => heard.map((text) => JSON.parse(text).type);

const say = (message: object): Step => ({ control: JSON.stringify(message) });

/** An offer of one file with its manifest. */
function offer(path: string, size = SIZE): Step[] {
  return [
    ...GREETING,
    say({ type: 'offer', transfer: TRANSFER, handle: HANDLE, files: 1, bytes: size }),
    say({ type: 'manifest', transfer: TRANSFER, first: 0, entries: [[path, size, 0]] }),
  ];
}

type FrameStep = Extract<Step, { readonly frame: unknown }>;
const block = (digest = BLOCK_DIGEST): FrameStep => ({
  frame: { kind: 'block', handle: HANDLE, file: 0, offset: 0, payload: digest },
});
const chunk = (offset: number, bytes: number, file = 0): FrameStep => ({
  frame: { kind: 'chunk', handle: HANDLE, file, offset, payload: bytes },
});
const end = (offset: number, digest = ROOT_DIGEST): FrameStep => ({
  frame: { kind: 'end', handle: HANDLE, file: 0, offset, payload: digest },
});
/** A bundle that says it has `files` files. */
const bundle = (files: number, digest = BLOCK_DIGEST, bytes = BYTES): FrameStep => ({
  frame: {
    kind: 'files',
    handle: HANDLE,
    file: 0,
    offset: files,
    payload: `${digest}${Buffer.from(bytes).toString('hex')}`,
  },
});

/** Checks that the phone can still receive. */
async function works(phone: Phone, label: string): Promise<void> {
  const file = await randomFile(stage.path(`after ${label}.bin`), 1 * MB);
  await aki.sendFiles([file], [phone.name]);
  await phone.accept();
  await phone.waitForState(`after ${label}.bin`, 'Saved');
  expect(await sha256((await phone.save(`after ${label}.bin`, stage.path('saved'))).path)).toBe(await sha256(file));
}

/** How an attacker ends: it is told why, or the connection ends silently, since nothing it sent could be parsed. */
type Ending = 'told' | 'cut off';

function expectEnding({ heard, closed }: Outcome, ending: Ending, code: Failure): void {
  const words = heard.map((text) => JSON.parse(text) as { readonly type: string; readonly reason?: string });
  const reasons = words.filter(({ type }) => type === 'fail').map(({ reason }) => reason);
  expect({ reasons, closed }).toEqual(
    ending === 'told' ? { reasons: [code], closed: false } : { reasons: [], closed: true },
  );
  expect(words.map(({ type }) => type)).not.toContain('complete');
}

describe('a hostile sender, after its offer was accepted', () => {
  it.each<[string, Failure, Ending, Step[]]>([
    ['bad JSON', 'protocol-violation', 'cut off', [{ control: '{"type":"sto' }]],
    ['a message of no known type', 'protocol-violation', 'cut off', [say({ type: 'format-disk', transfer: TRANSFER })]],
    ['binary data as control', 'protocol-violation', 'cut off', [{ binary: 100 }]],
    ['a chunk without a block', 'protocol-violation', 'told', [chunk(0, 1000)]],
    ['a wrong offset', 'protocol-violation', 'told', [block(), chunk(1, 999)]],
    ['a wrong file', 'protocol-violation', 'told', [block(), chunk(0, 1000, 7)]],
    ['more bytes than declared', 'protocol-violation', 'told', [block(), chunk(0, 1001)]],
    ['one more chunk than declared', 'protocol-violation', 'told', [block(), chunk(0, 1000), chunk(1000, 1)]],
    ['an end before the last byte', 'protocol-violation', 'told', [block(), chunk(0, 500), end(500)]],
    ['a block that does not match its digest', 'digest-mismatch', 'told', [block(WRONG_DIGEST), chunk(0, 1000)]],
    [
      'a file that does not match its digest',
      'digest-mismatch',
      'told',
      [block(), chunk(0, 1000), end(1000, WRONG_DIGEST)],
    ],
    ['a bundle of more files than are left', 'protocol-violation', 'told', [bundle(2)]],
    [
      'a bundle of fewer bytes than declared',
      'protocol-violation',
      'told',
      [bundle(1, BLOCK_DIGEST, BYTES.subarray(1))],
    ],
    ['a bundle of no files', 'protocol-violation', 'cut off', [bundle(0)]],
    ['a bundle in a block', 'protocol-violation', 'told', [block(), bundle(1)]],
    ['a bundle that does not match its digest', 'digest-mismatch', 'told', [bundle(1, WRONG_DIGEST)]],
    ['an end at once', 'protocol-violation', 'told', [end(1000)]],
    ['the same offer again', 'protocol-violation', 'cut off', offer('again.bin').slice(2)],
  ])('%s', async (label, code, ending, steps) => {
    const name = `evil ${label}.bin`;
    const attacked = attack({
      name: 'Mallory',
      victim: 'Haru',
      calls: true,
      steps: [...offer(name), { until: 'accept' }, ...steps, { until: 'fail' }],
    });
    await haru.offer();
    await haru.accept();
    const row = await haru.waitForEnd([name, 'Mallory'], SOON_MS);
    expect(row.state).toBe('Failed');
    expect(row.text).toContain(failures.failure[code].receiving);
    expect(row.buttons).not.toContain('Save to device');
    expectEnding(await attacked, ending, code);
  });

  it('leaves a device that works', async () => {
    await works(haru, 'attacks');
  });
});

describe('a hostile offer', () => {
  it('with a name of 300 MB is cut off, and nobody is asked', async () => {
    const outcome = await attack({
      name: 'Mallory',
      victim: 'Haru',
      calls: true,
      steps: [
        ...GREETING,
        say({ type: 'offer', transfer: TRANSFER, handle: HANDLE, files: 1, bytes: 1000 }),
        { flood: { text: 'A'.repeat(100_000), times: 3000 } },
        { untilClosed: true },
      ],
    });
    expect(outcome.closed).toBe(true);
    await haru.waitForNoOffer();
    await works(haru, 'flood');
  });

  it.each<[string, Ending, Step[]]>([
    ['a path that is too long', 'cut off', offer('x'.repeat(40_000))],
    [
      'sizes that do not add up',
      'told',
      [
        ...offer('sum.bin').slice(0, 3),
        say({ type: 'manifest', transfer: TRANSFER, first: 0, entries: [['sum.bin', 999, 0]] }),
      ],
    ],
    [
      'more files than announced',
      'told',
      [
        ...offer('n.bin').slice(0, 3),
        say({
          type: 'manifest',
          transfer: TRANSFER,
          first: 0,
          entries: [
            ['n.bin', 500, 0],
            ['m.bin', 500, 0],
          ],
        }),
      ],
    ],
    [
      'a piece that is not next',
      'told',
      [
        ...offer('n.bin').slice(0, 3),
        say({ type: 'manifest', transfer: TRANSFER, first: 1, entries: [['n.bin', 1000, 0]] }),
      ],
    ],
    ['a size below zero', 'cut off', offer('negative.bin', -1)],
    ['a frame before the answer', 'told', [...offer('early.bin'), block()]],
    ['an offer before hello', 'cut off', offer('rude.bin').slice(2)],
  ])('%s is refused', async (_, ending, steps) => {
    const outcome = await attack({
      name: 'Mallory',
      victim: 'Haru',
      calls: true,
      steps: [...steps, { until: 'fail' }],
    });
    expectEnding(outcome, ending, 'protocol-violation');
    await haru.waitForNoOffer();
    expect((await haru.transfers()).filter(({ text, state }) => text.includes('Mallory') && state === 'Saved')).toEqual(
      [],
    );
  });

  it.each([
    ['../../../etc/passwd', 'passwd', 'passwd'],
    ['/etc/shadow', 'shadow', 'shadow'],
    ['..\\..\\evil.txt', '_.._evil.txt', 'evil.txt'], // Chromium itself removes leading dots from a name
    ['a/../../b.txt', 'b.txt', 'a'],
    ['..', 'unnamed', '..'],
  ])('the path %s leads nowhere', async (path, name, shown) => {
    const attacked = attack({
      name: 'Mallory',
      victim: 'Haru',
      calls: true,
      steps: [...offer(path), { until: 'accept' }, block(), chunk(0, SIZE), end(SIZE), { until: 'complete' }],
    });
    await haru.offer();
    await haru.accept();
    await attacked;
    const row = await haru.waitForState([shown, 'Mallory'], 'Saved', { timeoutMs: SOON_MS });
    expect(row.verified).toBe(true);
    const copy = await haru.save([shown, 'Mallory'], stage.path('climbing'));
    expect(copy.name).toBe(name);
    expect(await sha256(copy.path)).toBe(sha(BYTES).toString('hex'));
  });
});

describe('a hostile receiver', () => {
  const have = `{"blocks":0,"digest":"${sha(new Uint8Array()).toString('hex')}"}`;
  const acceptance = (files: string) => ({
    control: `{"type":"accept","transfer":"{transfer}","files":${files},"have":${have}}`,
  });
  const accept = acceptance('[[0,0]]');
  const complete = (digest: string): Step => ({
    control: `{"type":"complete","transfer":"{transfer}","digest":"${digest}"}`,
  });
  const stored = (bytes: number): Step => ({ control: `{"type":"stored","transfer":"{transfer}","bytes":${bytes}}` });

  it.each<[string, Failure, Ending, Step[]]>([
    ['says complete without an answer', 'protocol-violation', 'told', [complete(WRONG_DIGEST)]],
    [
      'says complete before it stored anything',
      'protocol-violation',
      'told',
      [accept, { untilFrame: 'files' }, complete(WRONG_DIGEST)],
    ],
    [
      'has other bytes in the end',
      'digest-mismatch',
      'told',
      [accept, { untilFrame: 'files' }, stored(SIZE), complete(WRONG_DIGEST)],
    ],
    ['stored more than was sent', 'protocol-violation', 'told', [accept, { untilFrame: 'files' }, stored(SIZE + 1)]],
    ['stored less than before', 'protocol-violation', 'told', [accept, { untilFrame: 'files' }, stored(10), stored(9)]],
    ['accepts a file that was not offered', 'protocol-violation', 'told', [acceptance('[[3,3]]')]],
    [
      'claims to have what it cannot have',
      'source-changed',
      'told',
      [{ control: accept.control.replace('"blocks":0', '"blocks":1') }],
    ],
    [
      'has more blocks than there are',
      'protocol-violation',
      'told',
      [{ control: accept.control.replace('"blocks":0', '"blocks":99') }],
    ],
    ['accepts twice', 'protocol-violation', 'told', [accept, { untilFrame: 'files' }, accept]],
    [
      'declines after accepting',
      'protocol-violation',
      'told',
      [accept, { untilFrame: 'files' }, { control: '{"type":"decline","transfer":"{transfer}"}' }],
    ],
    ['answers with garbage', 'protocol-violation', 'cut off', [{ control: '}{' }]],
  ])('%s: the sender never says Sent', async (label, code, ending, steps) => {
    const name = `to evil ${label}.bin`;
    const file = await randomFile(stage.path(name), SIZE);
    const attacked = attack({
      name: 'Mallory',
      victim: 'Aki',
      calls: false,
      steps: [...GREETING, { until: 'manifest' }, ...steps, { until: 'fail' }],
    });
    await aki.waitForDevice('Mallory');
    await aki.sendFiles([file], ['Mallory']);
    const row = await aki.waitForEnd(name, SOON_MS);
    expect(row.state).toBe('Failed');
    expect(row.text).toContain(failures.failure[code].sending);
    expectEnding(await attacked, ending, code);
    await aki.waitForDeviceToLeave('Mallory');
  });

  it('leaves a device that works', async () => {
    await works(haru, 'hostile receivers');
  });
});

/**
 * Somebody who answers under the id of a device, as a router between the two could have it, and has not its key: a false
 * proof is all that he can give.
 */
describe('an impostor', () => {
  const FALSELY: readonly Step[] = [{ hello: true }, { prove: 'falsely' }];

  it('cannot put other bytes into a transfer that the device began', async () => {
    const sora = { name: 'Sora', secret: newSecret(), victim: 'Haru', calls: true } as const;
    const began = attack({ ...sora, steps: [...offer('list.bin'), { until: 'accept' }] });
    await haru.accept();
    await began;
    await haru.waitForState(['list.bin', 'Sora'], 'Interrupted', { timeoutMs: SOON_MS });
    const again = { type: 'offer', transfer: TRANSFER, handle: HANDLE, files: 1, bytes: SIZE, again: true };
    const { heard } = await attack({
      ...sora,
      steps: [
        ...FALSELY,
        say(again),
        { until: ['accept', 'fail'] },
        block(),
        chunk(0, SIZE),
        end(SIZE),
        { until: ['complete', 'fail'] },
      ],
    });
    expect(typesOf(heard)).toEqual(['hello', 'proof']);
    await haru.waitForText(failures.interruption.unproven.receiving.replaceAll('{name}', 'Sora'));
    expect(await haru.transfer(['list.bin', 'Sora'])).toMatchObject({ state: 'Interrupted', verified: false });
    await haru.cancel(['list.bin', 'Sora']);
  });

  it('gets nothing that was meant for the device', async () => {
    const ken = { name: 'Ken', secret: newSecret(), victim: 'Aki' } as const;
    const began = attack({ ...ken, calls: false, steps: [...GREETING, { until: 'manifest' }] });
    await aki.waitForDevice('Ken');
    await aki.sendFiles([await randomFile(stage.path('for Ken.bin'), SIZE)], ['Ken']);
    const { heard: known } = await began;
    const { transfer } = known.map((text) => JSON.parse(text)).find(({ type }) => type === 'offer');
    await aki.waitForState('for Ken.bin', 'Interrupted', { timeoutMs: SOON_MS });
    const { heard } = await attack({
      ...ken,
      calls: true,
      steps: [...FALSELY, say({ type: 'resume', transfer }), { until: ['offer', 'fail'] }],
    });
    expect(typesOf(heard)).toEqual(['hello', 'proof']);
    await aki.waitForText(failures.interruption.unproven.sending.replaceAll('{name}', 'Ken'));
    await aki.cancel('for Ken.bin');
  });

  it('is called out on the screen of who sends and of who only was called, until they have read it', async () => {
    await aki.waitForText('That was not');
    const { heard } = await attack({
      name: 'Rin',
      victim: 'Haru',
      calls: true,
      steps: [...FALSELY, { untilClosed: true }],
    });
    expect(typesOf(heard)).toEqual(['hello', 'proof']);
    for (const [phone, name] of [
      [aki, 'Ken'],
      [haru, 'Rin'],
    ] as const) {
      await phone.waitForText('This device stopped it in time: nothing more was sent');
      // Beside an earlier one it waits until no finger is on its way.
      await expect.poll(() => phone.text()).toMatch(new RegExp(`That was not\\s+${name}`));
      await phone.press({ role: 'button', name: 'I have read this' });
      await expect.poll(() => phone.text()).not.toContain('That was not');
    }
  });

  it('leaves a device that works', async () => {
    await works(haru, 'impostors');
  });
});

describe('many strangers at once', () => {
  /** Eight offers of one device, one after the other, which are never answered. */
  const eight = Array.from({ length: 8 }, (_, n) => {
    const transfer = TRANSFER.slice(1) + n;
    return [
      say({ type: 'offer', transfer, handle: n, files: 1, bytes: SIZE }),
      say({ type: 'manifest', transfer, first: 0, entries: [[`spam ${n}.bin`, SIZE, 0]] }),
    ];
  }).flat();

  /** Runs the attacks at once, until the page is left. */
  async function play(plans: readonly Attack[]): Promise<void> {
    const calls = await Promise.all(plans.map((plan) => callOf('./hostile.ts', 'attack', [plan])));
    await mallory.evaluate(`void [${calls.join(', ')}]`);
  }

  beforeAll(() => works(haru, 'meeting')); // so that Aki is no stranger

  it('interrupt only once: after one Decline a friend comes first, and strangers wait in a list', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `Spam ${n}`);
    const steps: Step[] = [...GREETING, ...eight, { untilClosed: true }];
    await play(names.map((name) => ({ name, victim: 'Haru', calls: true, steps })));
    await haru.offer();
    await haru.decline();
    await haru.waitForNoOffer();
    await haru.waitForText('send you something');
    const file = await randomFile(stage.path('friend.bin'), SIZE);
    await aki.sendFiles([file], ['Haru']);
    expect((await haru.offer()).text).toContain('friend.bin');
    await haru.accept();
    await haru.waitForState('friend.bin', 'Saved');
    await haru.waitForNoOffer();
    // Two offers are left, of one device or of two.
    const people = /\d (?:person wants|people want) to send you something/.exec(await haru.text())?.[0] ?? '';
    await haru.press({ role: 'button', name: people });
    await haru.press({ role: 'button', name: 'Decline all' });
    await haru.waitForState('friend.bin', 'Saved');
    const junk = (await haru.transfers()).filter(({ text }) => text.includes('Spam'));
    expect(junk.length).toBeLessThanOrEqual(6);
    await mallory.open(new URL('healthz', stage.url('plain')).href);
  });

  it('cannot use up memory or time with endless manifests', async () => {
    const path = 'x'.repeat(4000);
    const pieces = Array.from({ length: 400 }, (_, n) =>
      say({ type: 'manifest', transfer: TRANSFER, first: n, entries: [[path, 1, 0]] }),
    );
    const endless: Step[] = [
      ...GREETING,
      say({ type: 'offer', transfer: TRANSFER, handle: HANDLE, files: 100_000, bytes: 100_000 }),
      ...pieces,
      { until: 'fail' },
    ];
    const plans = [0, 1, 2].map((n) => ({ name: `Endless ${n}`, victim: 'Haru', calls: true, steps: endless }));
    const told: string[] = [];
    // The last attacker is alone then, and would go on until its time is over.
    await new Promise<void>((resolve) => {
      for (const plan of plans)
        attack(plan).then(
          ({ heard }) => void (told.push(heard.at(-1) ?? '') === 2 && resolve()),
          () => {}, // its page is left below
        );
    });
    expect(told.map((text) => JSON.parse(text))).toMatchObject(Array(2).fill({ type: 'fail', reason: 'busy' }));
    await mallory.open(new URL('healthz', stage.url('plain')).href);
    await haru.waitForNoOffer();
  });

  it('leave a device that works', async () => {
    await works(haru, 'crowds');
  });
});

it('a browser that can make no more connections says so, and nothing throws', async () => {
  const quiet: Step[] = [{ untilClosed: true }];
  await mallory.evaluate(
    `void ${await callOf('./hostile.ts', 'attack', [{ name: 'Late', victim: 'Aki', calls: false, steps: quiet }])}`,
  );
  await aki.waitForDevice('Late');
  await aki.evaluate(`{
    globalThis.Whole = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor() { throw new DOMException('Cannot create so many PeerConnections', 'UnknownError'); }
    };
  }`);
  await aki.sendFiles([await randomFile(stage.path('late.bin'), SIZE)], ['Late']);
  const row = await aki.waitForEnd('late.bin', SOON_MS);
  expect(row.text).toContain('This browser has too many connections open');
  await aki.evaluate('void (globalThis.RTCPeerConnection = Whole)');
  await works(haru, 'refusals');
});
