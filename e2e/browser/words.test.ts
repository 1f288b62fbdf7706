/** Messages and the board, between real pages at a real router. */
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFile, sha256 } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { takePhotos } from '../drive/photos.ts';
import { type Spoken, spoken } from '../drive/spoken.ts';
import { MB, Stage, together } from '../drive/stage.ts';
import {
  goToBoard,
  goToPerson,
  goToTalk,
  inConversation,
  isLeft,
  notOnBoard,
  onBoard,
  writeMessage,
  writePost,
} from '../drive/words.ts';
import { WorkerClock } from '../drive/worker-clock.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
});
afterAll(() => stage.strike());

/** Asked of the page: what a stranger's text has done to it. */
const DONE = `globalThis.wasRun === undefined && !document.querySelector('main script, main img[src="x"], main iframe')`;
const HOSTILE = [
  '<img src=x onerror="globalThis.wasRun = 1"><script>globalThis.wasRun = 2</script>',
  '<b>not bold</b> javascript:globalThis.wasRun=3 https://example.org/a?b=1',
  'before \u202e after \u2066 inside',
].join('\n');

describe('Chromium and Firefox, both here', () => {
  let aki: Phone;
  let fuyu: Phone;

  beforeAll(async () => {
    [aki, fuyu] = await Promise.all([stage.phone('Aki'), stage.phone('Fuyu', 'plain', { browser: 'firefox' })]);
    await together(aki, fuyu);
  });
  afterAll(async () => {
    await stage.leave(aki);
    await stage.leave(fuyu);
  });

  it('say something to each other, and each hears that it has arrived', async () => {
    await goToPerson(aki, 'Fuyu');
    await writeMessage(aki, 'we are at the east gym, all well');
    await inConversation(aki, 'we are at the east gym', 'Arrived');
    await goToPerson(fuyu, 'Aki');
    await inConversation(fuyu, 'we are at the east gym, all well');
    await writeMessage(fuyu, '東体育館にいます');
    await inConversation(fuyu, '東体育館にいます', 'Arrived');
    await inConversation(aki, '東体育館にいます');
  });

  it('show what is hostile as the text that it is', async () => {
    await goToPerson(aki, 'Fuyu');
    await writeMessage(aki, HOSTILE);
    await goToPerson(fuyu, 'Aki');
    const shown = await inConversation(fuyu, 'onerror=', '<script>', '<b>not bold</b>');
    expect(shown).toContain('before after inside');
    expect(await fuyu.evaluate(DONE)).toBe(true);
    // Only what leads to a page is a link, and nothing opens by itself.
    const links = await fuyu.evaluate(
      `[...document.querySelectorAll('main .message a')].map((a) => [a.protocol, a.rel, a.target])`,
    );
    expect(links).toEqual([['https:', 'noopener noreferrer', '_blank']]);
  });

  it('read what the other one puts on the board, until it is taken back', async () => {
    await goToBoard(aki);
    await writePost(aki, '給水は10時と16時、体育館の東側です');
    await goToBoard(fuyu);
    await onBoard(fuyu, '給水は10時と16時', 'Aki');
    await aki.press({ role: 'link', prefix: '給水は10時と16時、体育館の東側です' });
    await aki.press({ role: 'button', name: 'Delete post' });
    await aki.press({ role: 'button', name: 'Delete' });
    await notOnBoard(fuyu, '給水は10時と16時');
  });

  it('delete all that they said, each for themselves, also when the page is opened again', async () => {
    await goToPerson(aki, 'Fuyu');
    await inConversation(aki, 'we are at the east gym, all well');
    await aki.evaluate(`document.querySelector('.person-more').open = true`);
    await aki.press({ role: 'button', prefix: 'Delete all messages with' });
    await aki.waitFor({ role: 'button', name: 'Keep' });
    await aki.key('Tab'); // it has the focus
    await aki.key('Enter');
    await aki.waitForNoItem('Conversation', ['東体育館にいます']);
    await aki.open(stage.url('plain'));
    await aki.waitForStatus('Online');
    await goToPerson(aki, 'Fuyu');
    await writeMessage(aki, 'once more');
    await inConversation(aki, 'once more', 'Arrived'); // what was stored has been read by now
    await aki.waitForNoItem('Conversation', ['東体育館にいます']);
    await goToPerson(fuyu, 'Aki');
    await inConversation(fuyu, '東体育館にいます', 'Arrived');
  });
});

describe('somebody who is away', () => {
  it('finds what was left, with its photo, after its sender is gone; and the sender hears of it', async () => {
    const natsu = await stage.phone('Natsu');
    const haru = await stage.phone('Haru');
    await together(natsu, haru);
    await goToPerson(natsu, 'Haru');
    await writeMessage(natsu, 'are you there?');
    await inConversation(natsu, 'are you there?', 'Arrived');
    const [photo = ''] = await takePhotos(natsu, stage.path('photos'), 1);
    await haru.open('about:blank');
    await writeMessage(natsu, 'come to the west gate', [photo]);
    await isLeft(natsu, 'come to the west gate');
    await natsu.open('about:blank');

    await haru.open(stage.url('plain'));
    await haru.waitForStatus('Online');
    await haru.waitForText('new message');
    await goToTalk(haru, 'Natsu');
    await inConversation(haru, 'come to the west gate');
    await haru.press({ role: 'button', name: `Look at ${basename(photo)}` });
    await haru.waitFor({ role: 'img' });
    const saved = await haru.saveHere(`Save to device: ${basename(photo)}`, stage.path('saved'));
    expect(await sha256(saved.path)).toBe(await sha256(photo));
    await haru.key('Escape');

    await natsu.open(stage.url('plain'));
    await natsu.waitForStatus('Online');
    await goToTalk(natsu, 'Haru');
    await inConversation(natsu, 'come to the west gate', 'Arrived');
    await stage.leave(natsu);
    await stage.leave(haru);
  });
});

describe('by keyboard alone', () => {
  it('a message is written and sent, and a post is put on the board', async () => {
    const [ito, uta] = await Promise.all([stage.phone('Ito'), stage.phone('Uta')]);
    await together(ito, uta);
    await ito.pressByKeyboard({ role: 'link', prefix: 'About Uta', in: { role: 'list', name: 'Devices' } });
    await ito.write({ role: 'textbox', name: 'Message' }, 'typed');
    await ito.key('Control+Enter');
    await inConversation(ito, 'typed', 'Arrived');
    await ito.pressByKeyboard({ role: 'link', name: 'Board' });
    await ito.pressByKeyboard({ role: 'button', name: 'New post' });
    await ito.write({ role: 'textbox', name: 'Post' }, 'typed as well');
    await ito.pressByKeyboard({ role: 'button', name: 'Put on the board' });
    await onBoard(ito, 'typed as well');
    expect(await ito.namelessControls()).toEqual([]);
    await goToBoard(uta);
    await onBoard(uta, 'typed as well');
    await stage.leave(ito);
    await stage.leave(uta);
  });
});

describe('with a screen reader', () => {
  const of = (tree: readonly Spoken[], role: string) => tree.filter((node) => node.role === role);
  const names = (tree: readonly Spoken[], role: string) => of(tree, role).map(({ name }) => name);

  it('a message is announced, found, read and answered, and a post is read on the board', async () => {
    const [emi, jun] = await Promise.all([stage.phone('Emi'), stage.phone('Jun')]);
    await together(emi, jun);
    const { page } = emi.chromium;
    const hears = () => spoken(page).then((tree) => of(tree, 'log').map(({ live, text }) => ({ live, text })));
    expect(await hears()).toEqual([{ live: 'polite', text: '' }]);
    await goToPerson(jun, 'Emi');
    await writeMessage(jun, 'the bus leaves at nine');
    await expect.poll(hears).toEqual([{ live: 'polite', text: expect.stringMatching(/^New message from .*Jun/) }]);

    // Where it stands is in the name of what leads there.
    await emi.pressByKeyboard({ role: 'link', prefix: 'About Jun', in: { role: 'list', name: 'Devices' } });
    await inConversation(emi, 'the bus leaves at nine');
    let tree = await spoken(page);
    expect(names(tree, 'heading')).toContainEqual(expect.stringContaining('Jun'));
    expect(names(tree, 'list')).toContain('Conversation');
    const items = of(tree, 'listitem').map(({ text }) => text);
    expect(items).toContainEqual(expect.stringMatching(/^They sent .*the bus leaves at nine/));
    expect(names(tree, 'textbox')).toContain('Message');
    expect(names(tree, 'button')).toEqual(expect.arrayContaining(['Attach files', 'Send message']));
    await emi.write({ role: 'textbox', name: 'Message' }, 'we will be there');
    await emi.key('Control+Enter');
    await inConversation(emi, 'we will be there', 'Arrived');
    tree = await spoken(page);
    expect(of(tree, 'listitem').map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^You sent .*we will be there.*Arrived/),
    );
    // Whose field it was still has it.
    expect(await page.evaluate(`document.activeElement?.tagName`)).toBe('TEXTAREA');

    await goToBoard(jun);
    await writePost(jun, 'blankets at the school');
    await emi.pressByKeyboard({ role: 'link', name: 'Board' });
    await onBoard(emi, 'blankets at the school');
    tree = await spoken(page);
    expect(names(tree, 'list')).toContain('Posts');
    expect(names(tree, 'link')).toContainEqual(expect.stringContaining('blankets at the school'));
    expect(names(tree, 'button')).toContain('New post');
    // Nothing that can be used is without a name.
    const used = tree.filter(({ role }) =>
      /^(?:button|link|textbox|searchbox|combobox|checkbox|radio|switch|tab)$/.test(role),
    );
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter(({ name }) => name.trim() === '')).toEqual([]);
    await stage.leave(emi);
    await stage.leave(jun);
  });
});

describe('what has had its time', () => {
  const DAY_MS = 24 * 60 * 60 * 1000;

  it('leaves the board of an open page, does not come back from the router, and a letter is said not to have arrived', async () => {
    const [nao, ren] = await Promise.all([stage.stranger('Nao'), stage.phone('Ren')]);
    const clock = await WorkerClock.of(nao.chromium.page);
    await nao.open(stage.url('plain'));
    await nao.waitForStatus('Online');
    await nao.rename('Nao');
    await together(nao, ren);
    await goToPerson(nao, 'Ren');
    await writeMessage(nao, 'hello');
    await inConversation(nao, 'hello', 'Arrived');
    await goToBoard(ren);
    await writePost(ren, 'soup at the east gate');
    await goToBoard(nao);
    await onBoard(nao, 'soup at the east gate');
    await ren.open('about:blank');
    await goToTalk(nao, 'Ren');
    await writeMessage(nao, 'are you on your way?');
    await isLeft(nao, 'are you on your way?');

    await clock.forward(8 * DAY_MS); // a post stays for seven days unless its author says otherwise
    await goToBoard(nao);
    await notOnBoard(nao, 'soup at the east gate');
    await clock.forward(8 * DAY_MS); // and a letter is held for fourteen
    await goToTalk(nao, 'Ren');
    await inConversation(nao, 'are you on your way?', 'Not delivered after');

    // The router's clock has gone on by seconds: it has the post still, and whoever has seen it end does not take it again.
    await nao.open(stage.url('plain'));
    await nao.waitForStatus('Online');
    await goToBoard(nao);
    await writePost(nao, 'a later one');
    await ren.open(stage.url('plain'));
    await ren.waitForStatus('Online');
    await goToBoard(ren);
    await onBoard(ren, 'a later one');
    await onBoard(ren, 'soup at the east gate');
    await notOnBoard(nao, 'soup at the east gate');
    await stage.leave(nao);
    await stage.leave(ren);
  });
});

describe('what does not fit', () => {
  it('is said before it is sent, and the draft stays through a reload', async () => {
    const [rei, sora] = await Promise.all([stage.phone('Rei'), stage.phone('Sora')]);
    await together(rei, sora);
    await goToPerson(rei, 'Sora');
    await rei.write({ role: 'textbox', name: 'Message' }, '水'.repeat(11_000));
    await rei.waitForText('This text is too long');
    await rei.write({ role: 'textbox', name: 'Message' }, 'half of a thought');
    await expect.poll(() => rei.evaluate(`document.querySelector('textarea').value`)).toBe('half of a thought');
    await rei.open(String(await rei.evaluate('location.href')));
    await rei.waitFor({ role: 'textbox', name: 'Message' });
    await expect.poll(() => rei.evaluate(`document.querySelector('textarea')?.value`)).toBe('half of a thought');
    const drafts = () => rei.evaluate(`Object.keys(localStorage).filter((key) => key.includes('draft')).length`);
    expect(await drafts()).toBe(1);
    await rei.press({ role: 'button', name: 'Send message' });
    await inConversation(rei, 'half of a thought');
    await expect.poll(drafts).toBe(0);
    await stage.leave(rei);
    await stage.leave(sora);
  });

  it('is refused when a device has left as much as one may, and says what helps', async () => {
    const [kai, mio] = await Promise.all([stage.phone('Kai'), stage.phone('Mio')]);
    await together(kai, mio);
    await goToPerson(kai, 'Mio');
    await writeMessage(kai, 'hello');
    await inConversation(kai, 'hello', 'Arrived');
    await mio.open('about:blank');
    // The share of one device is 32 MB, and a file may have 25 MiB.
    const maps = await Promise.all(['map-1.bin', 'map-2.bin'].map((name) => randomFile(stage.path(name), 20 * MB)));
    await writeMessage(kai, 'two maps', maps);
    await inConversation(kai, 'map-1.bin', 'Left with the router');
    await inConversation(kai, 'map-2.bin', 'Not taken by the router', 'as much as one may');
    await stage.leave(kai);
    await stage.leave(mio);
  });
});
