/**
 * The receiver's disk fills up in the middle of a transfer: really, on a small file system made for the browser's
 * profile, where something else grows meanwhile. Both screens must say what is wrong; when something is deleted and
 * Resume is pressed, the transfer continues where it was. Needs root, for the mount.
 *
 * Flags: `--plain` (IndexedDB instead of OPFS).
 */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFile, sha256 } from '../drive/files.ts';
import { KeptProfile } from '../drive/kept-profile.ts';
import { AGAIN_BYTES, PayloadCounter } from '../drive/payload.ts';
import type { TransferRow } from '../drive/phone.ts';
import { type Context, MB, Stage, together } from '../drive/stage.ts';
import type { Options } from '../run/program.ts';
import { mountMemory } from './parts/small-disk.ts';

const FILE_BYTES = 150 * MB;
/** Chromium gives one site about 60 % of a disk, and leaves the last tenth free. */
const DISK_BYTES = 1_000 * MB;
/** Room beyond the browser's own files, so that the disk is full when about half has arrived. */
const LEFT_BYTES = 75 * MB;

const say = (line: string) => process.stdout.write(`${line}\n`);

export async function run(options: Options): Promise<unknown> {
  if (process.getuid?.() !== 0) {
    say('A disk of its own needs root.');
    process.exitCode = 2;
    return undefined;
  }
  const context: Context = options['plain'] === undefined ? 'secure' : 'plain';
  const stage = await Stage.set();
  const profile = await KeptProfile.make();
  const disk = await mountMemory(profile.folder, DISK_BYTES);
  const failures: string[] = [];
  const must = (what: string, met: boolean, found: string) => {
    say(`${met ? 'ok ' : 'NOT'}  ${what}: ${found}`);
    if (!met) failures.push(what);
  };
  try {
    const [aki, haru] = await Promise.all([stage.phone('Aki', context), stage.phone('Haru', context, profile.options)]);
    await together(aki, haru);
    const sent = await PayloadCounter.start(aki);
    const file = await randomFile(stage.path('large.bin'), FILE_BYTES);
    await aki.sendFiles([file], ['Haru']);
    await haru.accept();
    await haru.waitForState('large.bin', 'Receiving', { progress: 5 });
    const other = join(profile.folder, 'something else');
    await writeFile(other, Buffer.alloc(Math.max(0, (await disk.freeBytes()) - LEFT_BYTES)));

    const isSaid = ({ state, text, buttons }: TransferRow, words: string) =>
      state === 'Interrupted' && text.includes(words) && buttons.includes('Resume');
    const received = await haru.waitForEnd('large.bin');
    must('the receiver says so, and offers Resume', isSaid(received, 'Your device is full'), received.text);
    const notSent = await aki.waitForState('large.bin', ['Interrupted', 'Failed']);
    must('the sender says so', isSaid(notSent, 'The other device is full'), notSent.text);
    must('what arrived is kept', (received.progress ?? 0) > 0, `${received.progress} %`);

    if (failures.length > 0) return ended(context, failures);

    await rm(other);
    await haru.press({ role: 'button', name: 'Resume', transfer: { texts: ['large.bin'] } });
    const saved = await haru.waitForState('large.bin', ['Saved', 'Failed']);
    must('it goes on after space was freed', saved.state === 'Saved' && saved.verified, saved.text);
    const end = await aki.waitForState('large.bin', ['Sent', 'Failed']);
    must('the sender sees it arrive', end.state === 'Sent', end.text);
    const again = (await sent.read()).sent - FILE_BYTES;
    must('hardly anything is sent twice', again < AGAIN_BYTES, `${(again / MB).toFixed(2)} MB`);
    const copy = await haru.save('large.bin', stage.path('saved'));
    must('it is the same file', (await sha256(copy.path)) === (await sha256(file)), copy.name);
    return ended(context, failures);
  } finally {
    await stage.strike();
    await disk.unmount();
    await profile.remove();
  }
}

function ended(context: Context, failures: readonly string[]) {
  if (failures.length > 0) process.exitCode = 1;
  return { context, failures };
}
