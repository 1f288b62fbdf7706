/** A device or router is suddenly gone: nothing incomplete may claim to be whole. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomFile, sha256 } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { MB, Stage, together } from '../drive/stage.ts';

let stage: Stage;
let haru: Phone;
let large: string;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  haru = await stage.phone('Haru');
  large = await randomFile(stage.path('large.bin'), 80 * MB);
});

afterAll(() => stage.strike());

/** A new sender whose transfer to Haru is well under way on both screens. */
async function underWay(name: string, progress = 40): Promise<Phone> {
  const phone = await stage.phone(name);
  await together(phone, haru);
  await phone.sendFiles([large], ['Haru']);
  await haru.accept();
  await haru.waitForState(['large.bin', name], 'Receiving', { progress });
  await phone.waitForState('large.bin', 'Sending', { progress });
  return phone;
}

it('never says Saved when the sender’s process is killed at half', async () => {
  const sender = await underWay('Killed');
  sender.kill();
  const row = await haru.waitForEnd(['large.bin', 'Killed']);
  expect(row.state).toMatch(/^(Interrupted|Failed)$/);
  expect(row.verified).toBe(false);
  expect(row.buttons).not.toContain('Save to device');
  await stage.leave(sender);
});

it('never says Saved when the sender closes the page', async () => {
  const sender = await underWay('Closed', 5);
  await sender.open('about:blank');
  const row = await haru.waitForEnd(['large.bin', 'Closed']);
  expect(row.state).toMatch(/^(Interrupted|Failed)$/);
  await haru.waitForDeviceToLeave('Closed');
  await stage.leave(sender);
});

it('withdraws an offer when its sender is killed before an answer, and says so', async () => {
  const sender = await stage.phone('Vanished');
  await together(sender, haru);
  await sender.sendFiles([await randomFile(stage.path('asked.bin'), 1000)], ['Haru']);
  await haru.offer();
  sender.kill();
  await haru.waitForNoOffer();
  const row = await haru.waitForEnd(['asked.bin', 'Vanished']);
  expect(row.state).toBe('Cancelled');
  expect(row.text).toContain('The other device is no longer there. Nothing was stored.');
  await stage.leave(sender);
});

it('never says Sent when the receiver’s process is killed', async () => {
  const receiver = await stage.phone('Victim');
  await together(receiver, haru);
  await haru.sendFiles([large], ['Victim']);
  await receiver.accept();
  await receiver.waitForState('large.bin', 'Receiving', { progress: 20 });
  receiver.kill();
  const row = await haru.waitForEnd(['large.bin', 'Victim']);
  expect(row.state).toMatch(/^(Interrupted|Failed)$/);
  await stage.leave(receiver);
});

it('goes on without the router, and says what is wrong until it is back', async () => {
  const sender = await underWay('Steady', 5);
  await stage.router.kill();
  await sender.waitForStatus('Reconnecting');
  await haru.waitForStatus('Reconnecting');
  expect((await haru.transfer(['large.bin', 'Steady'])).state).toBe('Receiving');
  await stage.router.restart();
  await sender.waitForStatus('Online');
  await haru.waitForStatus('Online');
  await haru.waitForState(['large.bin', 'Steady'], 'Saved');
  await sender.waitForState('large.bin', 'Sent');
  expect(await sha256((await haru.save(['large.bin', 'Steady'], stage.path('saved'))).path)).toBe(await sha256(large));
  await together(sender, haru);
});
