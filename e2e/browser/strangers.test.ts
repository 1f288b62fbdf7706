/** Strangers between real pages: how much one of them may ask, and an hour in which nobody unknown is heard. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closed } from '../../src/app/i18n/en/closed.ts';
import { failures } from '../../src/app/i18n/en/failures.ts';
import { idOf, publicKeyOf, type SecretKey } from '../../src/protocol/keys.ts';
import { randomFile } from '../drive/files.ts';
import { IMPATIENT } from '../drive/impatient.ts';
import type { Phone } from '../drive/phone.ts';
import { Stage, together } from '../drive/stage.ts';

const SIZE = 1000;
const SWITCH = { role: 'switch', name: closed.close } as const;
/** Longer than a call that nobody answers, on a busy machine. */
const UNANSWERED_MS = 70_000;

let stage: Stage;
let haru: Phone;
/** A stranger to Haru, as long as they have agreed on nothing. */
let aki: Phone;
/** Haru has made sure of Mina. */
let mina: Phone;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [haru, aki, mina] = await Promise.all([
    stage.phone('Haru'),
    stage.phone('Aki', 'plain', { initScript: IMPATIENT }),
    stage.phone('Mina'),
  ]);
  await together(haru, aki, mina);
});

afterAll(() => stage.strike());

/** Opens a store of the page: `work` has it as `store`, and calls `resolve`. */
const inStore = (name: string, work: string) => `new Promise((resolve) => {
  const open = indexedDB.open('hikyaku-${name}');
  open.onupgradeneeded = () => open.result.createObjectStore('${name}');
  open.onsuccess = () => {
    const store = open.result.transaction('${name}', 'readwrite').objectStore('${name}');
    ${work}
  };
})`;

const secretOf = async (phone: Phone): Promise<SecretKey> => {
  const read = "const got = store.get('key'); got.onsuccess = () => resolve(got.result.secret);";
  return (await phone.evaluate(inStore('settings', read))) as SecretKey;
};

/** As if the two had compared their pictures and numbers. */
async function makeSure(phone: Phone, of: Phone): Promise<void> {
  const key = publicKeyOf(await secretOf(of));
  const person = { is: 'known', id: idOf(key), key, label: of.name, since: 1, acceptBytes: 0 };
  const put = `store.put(${JSON.stringify(person)}, '${person.id}').transaction.oncomplete = () => resolve(true);`;
  await phone.evaluate(inStore('people', put));
  await reload(phone);
}

async function reload(phone: Phone): Promise<void> {
  await phone.open(stage.url('plain'));
  await phone.waitForStatus('Online');
  await together(haru, aki, mina);
}

/** The switch is on the screen about this device. */
async function closes(phone: Phone): Promise<void> {
  await phone.goHere();
  await phone.press(SWITCH);
  await phone.goHome();
}

async function sends(from: Phone, name: string, to = haru): Promise<void> {
  await from.sendFiles([await randomFile(stage.path(name), SIZE)], [to.name]);
}

it('refuses the fourth offer of a stranger, who reads why', async () => {
  for (const name of ['1.bin', '2.bin', '3.bin']) {
    await sends(aki, name);
    await aki.waitForText('Waiting');
  }
  await haru.waitForText('2 more offers are waiting');
  await sends(aki, '4.bin');
  const row = await aki.waitForEnd('4.bin');
  expect(row.state).toBe('Failed');
  expect(row.text).toContain(failures.failure.busy.sending);
});

it('declines all of one sender at a press', async () => {
  await haru.press({ role: 'button', name: 'Decline all 3 from this sender' });
  await haru.waitForNoOffer();
  for (const name of ['1.bin', '2.bin', '3.bin']) expect((await aki.waitForEnd(name)).state).toBe('Declined');
});

it('for an hour lets nobody unknown ring, but whom one knows, also after a reload', async () => {
  await makeSure(haru, mina);
  await closes(haru);
  await haru.waitForText(closed.title);
  for (const round of ['before', 'after']) {
    await sends(aki, `stranger ${round}.bin`);
    await sends(mina, `known ${round}.bin`);
    expect((await haru.offer()).text).toContain(`known ${round}.bin`);
    await haru.accept();
    await mina.waitForState(`known ${round}.bin`, 'Sent');
    const row = await aki.waitForEnd(`stranger ${round}.bin`, UNANSWERED_MS);
    expect(row.state).toBe('Failed');
    expect(row.text).toContain(failures.failure.unreachable.sending);
    expect(await haru.text()).not.toContain('stranger');
    await haru.waitForNoOffer();
    if (round === 'before') await reload(haru);
    await haru.waitForText(closed.title);
  }
});

it('ends early at a press; with whom something was agreed, that one gets through in the next hour', async () => {
  await haru.press({ role: 'button', name: closed.end });
  await sends(aki, 'now.bin');
  await haru.offerOf('now.bin');
  await haru.accept();
  await aki.waitForState('now.bin', 'Sent');
  await closes(haru);
  await reload(haru);
  await haru.waitForText(closed.title);
  await sends(aki, 'agreed before.bin');
  await haru.offerOf('agreed before.bin');
});
