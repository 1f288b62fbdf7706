/** "Make sure" over a fake model: every step by its words, with the keyboard alone, and as a screen reader gets it. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { idOf, publicKeyOf, type SecretKey } from '../../src/protocol/keys.ts';
import { fakeApp } from './fake-app.ts';

/** As in `people.tsx`. */
const KEY = publicKeyOf('h'.repeat(42).padEnd(43, 'A') as SecretKey);
const ID = idOf(KEY);

const CODE = { pictures: [24, 26, 57, 31], digits: '004917' };

const ui = fakeApp();
const { open, button, calls } = ui;

const heading = (name: string) => ui.page.getByRole('dialog').getByRole('heading', { name, exact: true });
/** The text that has the focus, as far as it begins. */
const focused = () => ui.page.evaluate(() => document.activeElement?.textContent ?? '');
/** What the other side does. */
const theySay = (state: object) =>
  ui.page.evaluate(`window.model.comparison.value = { ...window.model.comparison.value, ...${JSON.stringify(state)} }`);
const known = () => ui.page.evaluate(`window.model.people.known('${ID}')?.label`);

async function ways(): Promise<Page> {
  const page = await open('haru', { place: `#people/${ID}` });
  await button('Make sure').click();
  await page.getByRole('dialog', { name: 'Make sure that this is Haru' }).waitFor();
  return page;
}

describe('the one that asks', () => {
  test('chooses to compare, and is told where to look, until the other one has agreed', async () => {
    await ways();
    await button('Compare pictures').click();
    await heading('Now look at the screen of Haru').waitFor();
    expect(await calls()).toEqual([['compare', ID]]);
    await theySay({
      phase: 'code',
      code: CODE,
      saidHere: false,
      saidThere: true,
    });
    await heading('Do both screens show the same?').waitFor();
    expect(
      await ui.page
        .getByRole('status')
        .filter({ hasText: /Haru.* said: the same\. And you\?/ })
        .count(),
    ).toBe(1);
    await button('They are the same').click();
    await heading('You said: the same. Waiting for Haru.').waitFor();
    expect(await button('They are the same').count()).toBe(0);
  });

  test('can cancel at any time, and nothing is left of it', async () => {
    const page = await ways();
    await button('Compare pictures').click();
    await button('Cancel').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await calls()).at(-1)).toEqual(['compared', ID, 'cancelled']);
    expect(await focused()).not.toBe(''); // the keyboard goes on where it was
  });

  test.each([
    ['refused', 'Haru did not accept'],
    ['late', 'It took too long'],
  ])('learns that it was %s, and may try again', async (state, title) => {
    await open(`compare-${state}`);
    await heading(title).waitFor();
    await button('Try again').click();
    expect(await calls()).toEqual([['compare', ID]]);
  });
});

describe('the one that is asked', () => {
  test('goes through it with the keyboard alone; the focus is always at what is new', async () => {
    const page = await open('compare-asked');
    const dialog = page.getByRole('dialog', { name: 'Haru wants to make sure that you are you' });
    await dialog.waitFor();
    await expect.poll(focused).toBe('Haru wants to make sure that you are you');
    await page.keyboard.press('Escape'); // no answer
    await expect.poll(() => button('Accept').isEnabled()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Accept');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Do both screens show the same?');
    await page.keyboard.press('Escape');
    await expect.poll(() => button('They are the same').isEnabled()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('They are the same');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('You said: the same. Waiting for Haru.');
    expect(await calls()).toEqual([
      ['compare', ID],
      ['compared', ID, 'same'],
    ]);
  });

  test('a press that was meant for what stood there before is no answer', async () => {
    const page = await open('compare-asked');
    await expect.poll(() => button('Accept').isEnabled()).toBe(true);
    const at = await button('Accept').boundingBox();
    if (!at) throw new Error('no button');
    await page.mouse.click(at.x + 20, at.y + 20);
    await heading('Do both screens show the same?').waitFor();
    await page.mouse.click(at.x + 20, at.y + 20);
    expect(await calls()).toEqual([['compare', ID]]);
  });

  test('waits a moment for the code, under a heading that is a sentence', async () => {
    await open('compare-agreed');
    await heading('One moment').waitFor();
  });

  test('can block a stranger who asks and asks', async () => {
    const page = await open('compare-asked');
    await button('Block this device').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await calls()).toEqual([['compared', ID, 'cancelled']]);
    expect(await page.evaluate(`window.model.people.isBlocked('${ID}')`)).toBe(true);
  });

  test('does not want to now', async () => {
    const page = await open('compare-asked');
    await button('Not now').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await calls()).toEqual([['compared', ID, 'cancelled']]);
  });
});

test('a screen reader says the pictures by name and in order, and the digits one by one', async () => {
  const page = await open('compare-code');
  const dialog = page.getByRole('dialog', { name: 'Do both screens show the same?' });
  await expect.poll(() => button('They are the same').isEnabled()).toBe(true);
  expect(await dialog.ariaSnapshot()).toBe(
    [
      '- dialog "Do both screens show the same?":',
      '  - heading "Do both screens show the same?" [level=2]',
      '  - paragraph: "Look at both screens, or read it aloud to each other: all four pictures, and the number."',
      '  - list "Pictures":',
      '    - listitem: crocodile',
      '    - listitem: tree',
      '    - listitem: shoe',
      '    - listitem: apple',
      '  - paragraph: "Number: 0 0 4 9 1 7"',
      '  - status',
      '  - button "They are the same"',
      '  - button "They are not the same"',
      '  - button "Cancel"',
    ].join('\n'),
  );
});

test('who is known only until the page is closed is said to be', async () => {
  const notKept = () => ui.page.getByRole('dialog').getByText('When you close or reload this page, it is forgotten.');
  await open('compare-unkept');
  await notKept().waitFor();
  await open('compare-same');
  await ui.page.getByRole('dialog').getByText('Known', { exact: true }).waitFor();
  expect(await notKept().count()).toBe(0);
});

test('who is known at last gets the label that its owner wants', async () => {
  await open('compare-code-here');
  await ui.page.evaluate(`window.model.people.know('${KEY}', 'Haru')`);
  const whom = { peer: ID, peerName: 'Haru' };
  await ui.page.evaluate(`window.model.comparison.value = ${JSON.stringify({ ...whom, phase: 'same', key: KEY })}`);
  await heading('You know Haru now').waitFor();
  expect(await ui.page.getByRole('dialog').getByText('Known', { exact: true }).count()).toBe(1);
  const label = ui.page.getByRole('textbox', { name: 'What you call them' });
  expect(await label.inputValue()).toBe('Haru');
  await label.fill('Haru from the kitchen');
  await label.press('Escape'); // however it is left
  await ui.page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await known()).toBe('Haru from the kitchen');
});

describe.each([
  ['different-me', 'The two screens are not the same.'],
  ['different-peer', 'says that the two screens are not the same.'],
  ['broken', 'did not answer as an honest one does.'],
])('%s', (state, words) => {
  test('is said loudly, with what to do; only a button puts it away', async () => {
    const page = await open(`compare-${state}`);
    await heading('Do not send anything to this device').waitFor();
    expect(await page.getByRole('dialog').getByRole('alert').textContent()).toContain(words);
    expect(await page.getByRole('dialog').textContent()).toMatch(
      /somebody may sit between you.*Tell .*Haru.* right away/s,
    );
    if (state !== 'broken') {
      await page.keyboard.press('Escape');
      expect(await heading('Do not send anything to this device').count()).toBe(1);
    }
    await button('Block this device').click();
    await page.getByText('They are not told').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(`window.model.people.isBlocked('${ID}')`)).toBe(true);
  });
});

describe('beside offers', () => {
  const offerDialog = () => ui.page.getByRole('dialog', { name: 'Incoming files' });
  const offers = (list: string) => ui.page.evaluate(`window.model.offers.value = ${list}`);
  const dialogs = () => ui.page.getByRole('dialog').count();

  test('none comes up over the pictures; it does when they are put away', async () => {
    await open('offer1');
    await offerDialog().waitFor();
    await ui.page.evaluate('window.kept = window.model.offers.value');
    await offers('[]');
    await theySay({ peer: ID, peerName: 'Haru', phase: 'code', code: CODE, saidHere: false, saidThere: false });
    await heading('Do both screens show the same?').waitFor();
    await offers('window.kept');
    await button('They are the same').click(); // nothing lies over it
    await heading('You said: the same. Waiting for Haru.').waitFor();
    expect(await dialogs()).toBe(1);
    await button('Cancel').click();
    await offerDialog().waitFor();
  });

  test('while one is read, the question of somebody else waits', async () => {
    await open('offer1');
    await offerDialog().waitFor();
    await theySay({ peer: ID, peerName: 'Haru', phase: 'asked' });
    await expect.poll(() => button('Decline').isEnabled()).toBe(true);
    expect(await dialogs()).toBe(1);
    await button('Decline').click();
    await heading('Haru wants to make sure that you are you').waitFor();
  });

  test('who wants to make sure of the sender first finds the offer again afterwards', async () => {
    await open('offer1');
    await button('Who is this?').click();
    await button('Make sure').click();
    await ui.page.getByRole('heading', { name: /^Make sure that this is/ }).waitFor();
    await button('Cancel').click();
    await expect.poll(dialogs).toBe(1);
    await offerDialog().waitFor();
  });
});

describe('by photo', () => {
  const choose = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    await ui.page.locator('input[type=file][capture]').setInputFiles(file);
  };

  test('asks for the camera of the back, and shows the own code', async () => {
    const page = await ways();
    await button('Take a photo of their code').click();
    const input = page.locator('input[type=file][capture=environment]');
    expect(await input.getAttribute('accept')).toBe('image/*');
    await input.evaluate((it) => it.dispatchEvent(new Event('cancel', { bubbles: true }))); // a picker that was closed
    expect(await heading('Take a photo of their code').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await button('Make sure').click();
    await button('Show my code').click();
    await page.getByRole('img', { name: 'Code of this device' }).waitFor();
  });

  test('of somebody whom only their code names: from the list of people, and without pictures to compare', async () => {
    const page = await open('haru', { place: '#people' });
    await button('Make sure by a photo').click();
    await heading('Make sure by a photo').waitFor();
    expect(await button('Compare pictures').count()).toBe(0);
    await button('Take a photo of their code').click();
    await page.locator('input[type=file][capture=environment]').waitFor({ state: 'attached' });
  });

  test('says so when what reads photos has not arrived', async () => {
    const page = await open('haru', { place: `#people/${ID}`, without: /read-code/ });
    await button('Make sure').click();
    await button('Take a photo of their code').click();
    await choose({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('any') });
    await heading('A part of this page did not arrive').waitFor();
    expect(await page.getByRole('dialog').textContent()).toContain('reload this page');
  });

  test('a picture without a code says what to do; what is no picture, too', async () => {
    const page = await ways();
    await button('Take a photo of their code').click();
    const png = await page.screenshot({ type: 'png' });
    await choose({ name: 'photo.png', mimeType: 'image/png', buffer: png });
    await heading('No code was found in this photo').waitFor({ timeout: 20_000 });
    expect(await page.getByRole('dialog').textContent()).toContain('Go closer');
    await choose({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await heading('This photo cannot be opened').waitFor();
    expect(await known()).toBeUndefined();
  });
});
