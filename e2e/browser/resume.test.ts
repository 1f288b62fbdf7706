/** After any interruption a transfer goes on, arrives byte for byte, and sends hardly anything twice. */
import { copyFile, open, stat, utimes } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomFile, sha256 } from '../drive/files.ts';
import { KeptProfile } from '../drive/kept-profile.ts';
import { AGAIN_BYTES, type Payload, PayloadCounter } from '../drive/payload.ts';
import type { Phone } from '../drive/phone.ts';
import { type Context, MB, Stage, together } from '../drive/stage.ts';
import { oneRouter } from '../lab/networks.ts';
import { labSkip } from '../lab/requirements.ts';
import { Stage as Lab } from '../lab/stage.ts';
import { firstAddress, HOST } from '../lab/topology.ts';
import { isWhole } from '../run/grid.ts';

/** So large that even a slow machine can interrupt it before it is over. */
const FILE_BYTES = 40 * MB;
const CHOOSE_AGAIN = 'Choose the same files again';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
});

afterAll(() => stage.strike());

const press = (phone: Phone, name: string, which: string) =>
  phone.press({ role: 'button', name, transfer: { texts: [which] } });

/** A new file whose transfer has made this progress on the receiver's screen. */
async function underWay(from: Phone, to: Phone, path: string, progress: number, bytes = FILE_BYTES): Promise<string> {
  const file = await randomFile(path, bytes);
  await from.sendFiles([file], [to.name]);
  await to.accept();
  await to.waitForState(basename(file), 'Receiving', { progress });
  return file;
}

/** Waits for the end on both screens, and compares the receiver's saved copy. */
async function arrives(from: Phone, to: Phone, file: string, folder: string): Promise<void> {
  const name = basename(file);
  expect(await to.waitForState(name, 'Saved')).toMatchObject({ verified: true });
  await from.waitForState(name, 'Sent');
  expect(await sha256((await to.save(name, folder)).path)).toBe(await sha256(file));
}

async function payloadAgain(
  counter: PayloadCounter,
  way: keyof Payload,
  what: string,
  bytes = FILE_BYTES,
): Promise<number> {
  const again = (await counter.read())[way] - bytes;
  process.stdout.write(`sent again, ${what}: ${(again / MB).toFixed(2)} MB\n`);
  return again;
}

describe.each<[Context, string]>([
  ['secure', 'OPFS'],
  ['plain', 'IndexedDB'],
])('the receiver, %s (%s)', (context) => {
  let aki: Phone;
  let haru: Phone;
  let sent: PayloadCounter;
  let profile: KeptProfile;
  const there = `Haru, ${context}`;

  beforeAll(async () => {
    profile = await KeptProfile.make();
    [aki, haru] = await Promise.all([
      stage.phone(`Aki, ${context}`, context),
      stage.phone(there, context, profile.options),
    ]);
    sent = await PayloadCounter.start(aki);
    await together(aki, haru);
  });

  beforeEach(() => sent.reset());

  afterAll(async () => {
    await stage.leave(aki);
    await stage.leave(haru);
    await profile.remove();
  });

  // A page that is killed may lose what it was about to write; one that is reloaded has let go of it before.
  if (isWhole || context === 'secure')
    it('goes on after the page was reloaded at 30 %', async () => {
      const file = await underWay(aki, haru, stage.path(`reload-${context}.bin`), 30);
      await haru.open(stage.url(context));
      await arrives(aki, haru, file, stage.path('saved'));
      expect(await payloadAgain(sent, 'sent', `receiver reloaded, ${context}`)).toBeLessThan(AGAIN_BYTES);
    });

  it('goes on after the browser was killed at 60 % and started again', async () => {
    const file = await underWay(aki, haru, stage.path(`killed-${context}.bin`), 60);
    haru.kill();
    await aki.waitForState(basename(file), 'Interrupted');
    await stage.leave(haru);
    haru = await stage.stranger(there, profile.options);
    await haru.open(stage.url(context));
    await arrives(aki, haru, file, stage.path('saved'));
    expect(await payloadAgain(sent, 'sent', `receiver killed, ${context}`)).toBeLessThan(AGAIN_BYTES);
  });
});

describe('on one stage', () => {
  let aki: Phone;
  let haru: Phone;
  let sent: PayloadCounter;
  let received: PayloadCounter;

  beforeAll(async () => {
    [aki, haru] = await Promise.all([stage.phone('Aki', 'secure'), stage.phone('Haru', 'secure')]);
    [sent, received] = await Promise.all([PayloadCounter.start(aki), PayloadCounter.start(haru)]);
    await together(aki, haru);
  });

  beforeEach(async () => {
    await sent.reset();
    await received.reset();
  });

  /** Reloads the sender's page, which asks for the files. */
  async function reloadSender(name: string): Promise<void> {
    await aki.open(stage.url('secure'));
    sent = await PayloadCounter.start(aki);
    await aki.waitForState(name, 'Interrupted');
    await haru.waitForState(name, 'Interrupted');
  }

  it('is not disturbed when the router is killed and restarted', async () => {
    const file = await underWay(aki, haru, stage.path('router.bin'), 10);
    await stage.router.kill();
    expect((await haru.transfer('router.bin')).state).toBe('Receiving');
    await haru.waitForStatus('Reconnecting');
    await stage.router.restart();
    await arrives(aki, haru, file, stage.path('saved'));
    expect(await payloadAgain(sent, 'sent', 'router killed')).toBe(0);
    await Promise.all([aki.waitForStatus('Online'), haru.waitForStatus('Online')]);
    await together(aki, haru);
  });

  it('pauses and goes on from both sides', async () => {
    const bytes = 3 * FILE_BYTES; // or it is there before all have pressed
    const file = await underWay(aki, haru, stage.path('paused.bin'), 10, bytes);
    const turns = [
      { pauses: aki, resumes: haru },
      { pauses: haru, resumes: aki },
      { pauses: aki, resumes: aki },
      { pauses: haru, resumes: haru },
    ];
    for (const { pauses, resumes } of turns) {
      await press(pauses, 'Pause', 'paused.bin');
      const [, { progress = 0 }] = await Promise.all([
        aki.waitForState('paused.bin', 'Paused'),
        haru.waitForState('paused.bin', 'Paused'),
      ]);
      expect(progress).toBeLessThan(100);
      await press(resumes, 'Resume', 'paused.bin');
      await Promise.all([aki.waitForState('paused.bin', 'Sending'), haru.waitForState('paused.bin', 'Receiving')]);
    }
    await arrives(aki, haru, file, stage.path('saved'));
    expect(await payloadAgain(sent, 'sent', 'paused four times', bytes)).toBe(0);
  });

  it('goes on when the sender reloads and chooses the same files again under any name, and refuses others with words', async () => {
    const file = await underWay(aki, haru, stage.path('again.bin'), 50);
    await reloadSender('again.bin');
    const other = await randomFile(stage.path('other', 'again.bin'), FILE_BYTES);
    await aki.chooseFiles(CHOOSE_AGAIN, [other]);
    await aki.waitForText('These are not the same files, or they have changed since.');
    expect((await aki.transfer('again.bin')).state).toBe('Interrupted');
    await aki.chooseFiles(CHOOSE_AGAIN, [await asPickedAnew(file)]);
    await arrives(aki, haru, file, stage.path('saved'));
    expect(await payloadAgain(received, 'received', 'sender reloaded')).toBeLessThan(AGAIN_BYTES);
  });

  async function isRefused(name: string, before: string): Promise<void> {
    expect((await aki.waitForState(name, 'Failed')).text).toContain('A file changed on your device');
    const row = await haru.waitForState(name, 'Failed');
    expect(row.text).toContain('A file changed on the other device');
    expect(row.verified, before).toBe(false);
    expect(row.buttons).not.toContain('Save to device');
  }

  it('refuses a file that was changed while it was being sent', async () => {
    const file = await underWay(aki, haru, stage.path('changed.bin'), 10);
    await press(aki, 'Pause', 'changed.bin');
    await haru.waitForState('changed.bin', 'Paused');
    await overwrite(file, FILE_BYTES - 10);
    await press(aki, 'Resume', 'changed.bin');
    await isRefused('changed.bin', 'changed while it was being sent');
  });

  it('refuses a file that was changed before it is chosen again, even if its date says otherwise', async () => {
    const file = await underWay(aki, haru, stage.path('forged.bin'), 30);
    await reloadSender('forged.bin');
    const { mtimeMs } = await stat(file);
    await overwrite(file, 10);
    await aki.chooseFiles(CHOOSE_AGAIN, [file]);
    await aki.waitForText('These are not the same files, or they have changed since.');
    // Browsers see whole milliseconds; half a millisecond more, because dates are kept as fractions of seconds.
    const date = (Math.floor(mtimeMs) + 0.5) / 1000;
    await utimes(file, date, date);
    await aki.chooseFiles(CHOOSE_AGAIN, [file]);
    await isRefused('forged.bin', 'changed before it was chosen again');
  });
});

/** A photo as an iPhone's picker gives it the second time: the same bytes, another name, and the current date. */
async function asPickedAnew(file: string): Promise<string> {
  const copy = stage.path('image.bin');
  await copyFile(file, copy);
  return copy;
}

/** Overwrites a few bytes of a file. */
async function overwrite(file: string, position: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write('other bytes', position);
  await handle.close();
}

const missing = labSkip();

describe('in separate networks', () => {
  const LAN = '192.168.42.0/24';
  const ROUTER = firstAddress(LAN).split('/')[0] ?? '';
  const URL = `http://${ROUTER}:8080/`;
  let lab: Lab | undefined;
  let aki: Phone;
  let haru: Phone;
  let sent: PayloadCounter;

  beforeAll(async () => {
    if (missing !== undefined) return;
    lab = await Lab.build(oneRouter());
    await lab.router('r1', { flags: ['--mesh', 'off', '--turn', 'off'] });
    [aki, haru] = await Promise.all([lab.phone('Aki', 'client1', URL), lab.phone('Haru', 'client2', URL)]);
    sent = await PayloadCounter.start(aki);
    await together(aki, haru);
  });

  beforeEach(async ({ skip }) => {
    skip(missing !== undefined, missing);
    await sent.reset();
  });

  afterAll(() => lab?.close());

  const world = () => {
    if (lab === undefined) throw new Error('there is no network');
    return lab.world;
  };
  const folder = (name: string) => `${lab?.folder}/${name}`;

  it('goes on when the path between the two was broken until both noticed', async () => {
    const file = await underWay(aki, haru, folder('broken.bin'), 30);
    const start = performance.now();
    await world().load('r1', BETWEEN_STATIONS_NOTHING);
    await Promise.all([aki.waitForState('broken.bin', 'Interrupted'), haru.waitForState('broken.bin', 'Interrupted')]);
    await world().deleteTable('r1', 'bridge resume_test');
    process.stdout.write(`the path was broken for ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    await arrives(aki, haru, file, folder('saved'));
    expect(await payloadAgain(sent, 'sent', 'path broken')).toBeLessThan(AGAIN_BYTES);
  });

  it.each([
    { side: 'receiver', node: 'client2', from: '192.168.42.101', to: '192.168.42.111' },
    { side: 'sender', node: 'client1', from: '192.168.42.100', to: '192.168.42.110' },
  ])('goes on when the address of the $side has changed', async ({ side, node, from, to }) => {
    const file = await underWay(aki, haru, folder(`moved-${side}.bin`), 30);
    const ip = (...words: readonly string[]) => world().output(node, ['ip', ...words]);
    await ip('link', 'set', HOST, 'down');
    await ip('addr', 'del', `${from}/24`, 'dev', HOST);
    await ip('addr', 'add', `${to}/24`, 'dev', HOST);
    await ip('link', 'set', HOST, 'up');
    await ip('route', 'replace', 'default', 'via', ROUTER);
    await arrives(aki, haru, file, folder('saved'));
    expect(await payloadAgain(sent, 'sent', `address of the ${side} changed`)).toBeLessThan(AGAIN_BYTES);
  });
});

/** Both phones still reach the router, because its own messages do not pass `forward`. */
const BETWEEN_STATIONS_NOTHING = `table bridge resume_test {
  chain forward {
    type filter hook forward priority filter;
    ip protocol udp drop
  }
}
`;
