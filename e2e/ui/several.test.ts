/** What one press sent to several people, in a real browser over a fake model: one card, one voice. */
import { expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const ui = fakeApp();
const { open, calls } = ui;
const cards = () => ui.page.getByRole('list', { name: 'Transfers' }).locator('> li');

test('three people are one card, with what happens to each of them within it', async () => {
  await open('several');
  await expect.poll(() => cards().count()).toBe(2);
  const card = cards().first();
  await card.getByRole('heading', { name: '30 photos (Mar 11, 2031)' }).waitFor();
  await card
    .getByText('to 3 people: \u2068Hana’s phone\u2069, \u2068受付のパソコン\u2069, \u2068Calm Otter\u2069')
    .waitFor();
  await card.getByText('1 sent · 1 sending · 1 waiting').waitFor();
  expect(await card.getByRole('progressbar').first().getAttribute('aria-valuenow')).toBe('47');
  const one = card.getByRole('listitem').filter({ hasText: '受付のパソコン' });
  expect(await one.textContent()).toMatch(/受付のパソコン[\s\S]*30 photos[\s\S]*Sending[\s\S]*Direct/);
  expect(await one.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('43');
});

test('what can be done is done for all of them at once, or for one', async () => {
  await open('several');
  const card = cards().first();
  await card.getByRole('button', { name: 'Pause', exact: true }).click();
  await card.getByRole('button', { name: 'Cancel: Calm Otter (snake 14)' }).click();
  expect(await calls()).toEqual([
    ['pause', 'batch-b'],
    ['cancel', 'batch-c'],
  ]);
  await card.getByText('1 sent · 1 sending · 1 cancelled').waitFor();
  await card.getByRole('button', { name: 'Cancel', exact: true }).click();
  await card.getByText('1 sent · 2 cancelled').waitFor();
  await card.getByRole('button', { name: 'Hide' }).click();
  await expect.poll(() => cards().count()).toBe(1);
  expect((await calls()).slice(2)).toEqual([
    ['cancel', 'batch-b'],
    ['hide', 'batch-a'],
    ['hide', 'batch-b'],
    ['hide', 'batch-c'],
  ]);
});

test('after a reload the files are chosen once for all who still wait for them', async () => {
  await open('several');
  await ui.page.evaluate(`{
    const { transfers } = window.model;
    transfers.value = transfers.value.map((it) => it.batch && it.phase !== 'sent'
      ? { ...it, phase: 'interrupted', cause: 'connection-lost', needsFiles: 'files' } : it);
  }`);
  const card = cards().first();
  await card.getByText('1 sent · 2 interrupted').waitFor();
  const chooser = ui.page.waitForEvent('filechooser');
  await card.getByRole('button', { name: 'Choose the same files again' }).click();
  await (await chooser).setFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') }]);
  await card.getByText('These are not the same files').waitFor();
  expect(await calls()).toEqual([
    ['attach', 'batch-b', ['a.jpg']],
    ['attach', 'batch-c', ['a.jpg']],
  ]);
});

test('forty people stand behind a press, and progress of all of them changes nothing but figures', async () => {
  await open('crowd');
  const card = cards().first();
  await card.getByText('8 sent · 8 sending · 8 waiting · 8 interrupted · 8 declined').waitFor();
  const people = card.getByRole('listitem');
  expect(await people.count()).toBe(0);
  await card.getByText('Who', { exact: true }).press('Enter');
  await expect.poll(() => people.count()).toBe(40);
  const touched = await ui.page.evaluate<string[]>(`(async () => {
    const { transfers } = window.model;
    const touched = new Set();
    const note = (records) => {
      for (const { type, target, attributeName } of records)
        touched.add([['.transfer', '.bottom'].find((of) => document.querySelector(of).contains(target)) ?? target.nodeName, type, attributeName ?? ''].join(' '));
    };
    const observer = new MutationObserver(note);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const bar = document.querySelector('.batch-person[data-phase=sending] progress');
    transfers.value = transfers.value.map((it) => (it.phase === 'sending' ? { ...it, storedBytes: it.totalBytes / 2 } : it));
    while (bar.getAttribute('aria-valuenow') !== '50') await new Promise(requestAnimationFrame);
    note(observer.takeRecords());
    return [...touched].sort();
  })()`);
  // The slim bar at the lower edge says how far it is as well.
  expect(touched.filter((one) => !one.startsWith('.bottom '))).toEqual([
    '.transfer attributes aria-valuenow',
    '.transfer attributes value',
    '.transfer characterData ',
  ]);
});

test('forty ends are said once', async () => {
  await open('crowd');
  const said = ui.page.locator('[aria-live=polite]');
  await said.waitFor({ state: 'attached' }); // it loads late, and announces only changes after that
  await ui.page.evaluate(`(async () => {
    const { transfers } = window.model;
    for (const { key, phase } of transfers.value) {
      if (phase !== 'sending' && phase !== 'waiting') continue;
      transfers.value = transfers.value.map((it) => (it.key === key ? { ...it, phase: 'sent' } : it));
      await new Promise(requestAnimationFrame);
    }
  })()`);
  await expect.poll(() => said.textContent()).toBe('30 photos (Mar 11, 2031): 24 sent, 8 interrupted, 8 declined.');
});
