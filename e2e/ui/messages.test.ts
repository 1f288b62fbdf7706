/** Messages: the line of time with a person, the field below it, and who has written, over a fake model. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sparseFile, temporaryFolder } from '../drive/files.ts';
import { fakeApp, type OpenOptions } from './fake-app.ts';

/** Known as 伊藤 (`acquaintances.tsx`). */
const ITO = 'eb5mfvncu6xVoGKV';
/** Nowhere else than in what they have written (`words.tsx`). */
const FAR = 'f'.repeat(16);
const ui = fakeApp();
const { button, calls } = ui;
const open = (state: string, options: OpenOptions = {}) => ui.open(state, { place: `#people/${ITO}`, ...options });
const list = () => ui.page.getByRole('list', { name: 'Conversation', exact: true });
const item = (text: string | RegExp) => list().locator('.between-item').filter({ hasText: text });
const field = () => ui.page.getByRole('textbox', { name: 'Message', exact: true });
const isFocused = (it: Element): boolean => it === document.activeElement;

describe('what was said', () => {
  test('stands in one line of time with what was sent, each with how far it has come', async () => {
    await open('talking');
    await list().waitFor();
    const texts = await list().locator('.between-title, .written').allTextContents();
    expect(texts.map((text) => text.slice(0, 16))).toEqual([
      'Nobody has said ',
      'IMG_0099.JPG',
      'notice.pdf',
      'We are at the ea',
      'Thank you! I com',
      '3 photos',
      'Is there room fo',
      'いま運んでもらっています',
      'And this one?',
      'Too much',
      'Look at http://h',
      '30 photos',
      'a very long file',
      'Photos of the li',
      'evacuees-2031-03',
      'Room for you all',
    ]);
    for (const [text, progress] of [
      ['Thank you!', 'Arrived'],
      ['Is there room', 'Left with the router'],
      ['いま運んで', 'Other phones and routers carry it'],
      ['And this one', 'Kept on this device until a router takes it'],
      ['Nobody has said', /^Not delivered after \d+ days?$/],
      ['Too much', 'Not taken by the router'],
    ] as const)
      await item(text).getByText(progress).waitFor();
    await item('Too much').getByText('This device has left as much as one may here.', { exact: false }).waitFor();
    await item('We are at').getByText('They sent').waitFor({ state: 'attached' });
    await expect.poll(calls).toEqual([['read', ITO]]);
    expect(await item('We are at').locator('.written').innerText()).toBe(
      'We are at the east gym, all well.\nGrandmother is with us.',
    );
  });

  test('a link is text, and opens and is copied only by a press of its own', async () => {
    await open('talking');
    const links = item('Look at ').getByRole('link');
    await expect
      .poll(() => links.evaluateAll((all) => all.map((it) => it.getAttribute('href'))))
      .toEqual(['http://hikyaku.internal/mizu', 'https://kyusui.org/a']);
    for (const link of await links.all()) {
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
      expect(await link.getAttribute('target')).toBe('_blank');
      expect(await link.textContent()).toBe('Open link');
    }
    expect(await list().locator('.written a').count()).toBe(0);
  });

  test('photos are small, and large by a press; other files are saved; what is nowhere says so', async () => {
    await open('talking');
    const grid = item('避難所の地図.pdf');
    await grid.scrollIntoViewIfNeeded();
    await expect
      .poll(() => grid.locator('canvas').evaluateAll((all) => all.map((it) => (it as HTMLCanvasElement).width > 0)))
      .toEqual([true, true]);
    await button('Look at gym.jpg').click();
    const sheet = ui.page.getByRole('dialog', { name: 'gym.jpg' });
    await sheet.getByRole('img', { name: 'Picture: gym.jpg' }).waitFor();
    const download = ui.page.waitForEvent('download');
    await sheet.getByRole('button', { name: 'Save to device: gym.jpg' }).click();
    expect((await download).suggestedFilename()).toBe('gym.jpg');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await button('Save to device: 避難所の地図.pdf').click();
    await ui.page.getByText('Nobody in reach has this file now.', { exact: false }).waitFor();
  });

  test('is deleted here after a question, and tried again', async () => {
    await open('talking');
    await item('Too much').getByRole('button', { name: 'Try again' }).click();
    await item('Too much').getByText('Sending', { exact: true }).waitFor();
    await item('And this').getByRole('button', { name: 'Delete' }).click();
    await item('And this')
      .getByText(/^Delete this message on this device\? \u2068伊藤\u2069 keeps theirs\.$/)
      .waitFor();
    await item('And this').getByRole('button', { name: 'Keep' }).click();
    await item('And this').getByRole('button', { name: 'Delete' }).click();
    await item('And this').getByRole('button', { name: 'Delete' }).click();
    await item('And this').waitFor({ state: 'detached' });
    const hex = (n: number) => n.toString(16).padStart(64, '0');
    expect((await calls()).filter(([name]) => name !== 'read')).toEqual([
      ['again', hex(9)],
      ['forget', hex(7)],
    ]);
  });

  describe('with one person', () => {
    const all = /^Delete all messages with /;
    const ask = async () => {
      await ui.page.getByText('More about this person').press('Enter');
      await button(all).press('Enter');
      await isAt(button('Keep')); // it takes the focus in a moment, and with it a key that is pressed before
    };
    const heading = () => ui.page.locator('.screen-title');
    const isAt = (it: ReturnType<typeof button>) => expect.poll(() => it.evaluate(isFocused)).toBe(true);

    test('is all deleted after a question, and what was sent stays', async () => {
      await open('talking');
      await ask();
      expect(await ui.page.locator('.question p').innerText()).toBe(
        'Messages with \u2068伊藤\u2069 and the files in them go from this device. What you have not saved, and what no ' +
          'router has taken yet, is lost. \u2068伊藤\u2069 keeps theirs.',
      );
      await button('Keep').press('Enter');
      await isAt(button(all));
      await button(all).press('Enter');
      await isAt(button('Keep'));
      await button('Keep').press('Tab');
      await ui.page.keyboard.press('Enter');
      await item('We are at').waitFor({ state: 'detached' });
      expect(await list().locator('.message').count()).toBe(0);
      await item('notice.pdf').waitFor();
      await isAt(heading());
      expect(await button(all).count()).toBe(0);
      expect((await calls()).filter(([name]) => name !== 'read')).toEqual([['forgetAll', ITO]]);
    });

    test('of whom nothing else is known, ends at words that say so', async () => {
      await open('talking', { place: `#people/${FAR}` });
      await ask();
      await ui.page.locator('.question').getByRole('button', { name: 'Delete' }).press('Enter');
      await ui.page.getByText('This person is not here, and you do not know them.').waitFor();
      await isAt(heading());
    });

    test('stays where the browser refuses, which is said', async () => {
      await open('talking-refused');
      const alert = ui.page.getByRole('alert').filter({ hasText: 'Not everything could be deleted' });
      await ask();
      expect(await alert.count()).toBe(0);
      await ui.page.locator('.question').getByRole('button', { name: 'Delete' }).press('Enter');
      await alert.waitFor();
      await item('We are at').waitFor();
      await isAt(button(all));
    });

    test('goes with them when they are forgotten, which the question says', async () => {
      await open('talking');
      await ui.page.getByText('More about this person').click();
      await button('Forget').click();
      await ui.page.locator('.question').getByText('Messages with', { exact: false }).waitFor();
      await button('Forget').click();
      await item('We are at').waitFor({ state: 'detached' });
      expect((await calls()).filter(([name]) => name !== 'read')).toEqual([['forgetAll', ITO]]);
    });
  });

  test('as one stands as one: its text first, what has not come, and how far each part has come', async () => {
    await open('talking-parts');
    const gate = item('The gate is here.');
    await gate.getByText('Not all of this message is here yet.').waitFor();
    await gate.getByRole('button', { name: 'Look at gym.jpg' }).waitFor();
    expect(await list().locator('.between-item').count()).toBe(2);
    const states = item('Two maps').locator('.between-state');
    await expect
      .poll(() => states.allTextContents())
      .toEqual([
        expect.stringMatching(/^gate\.jpg\s+Left with the router$/),
        expect.stringMatching(/^避難所の地図\.pdf\s+Not taken by the router$/),
      ]);
    await item('Two maps').getByRole('button', { name: 'Try again' }).click();
    await item('Two maps').getByRole('button', { name: 'Delete' }).click();
    await item('Two maps').getByRole('button', { name: 'Delete' }).click();
    await item('Two maps').waitFor({ state: 'detached' });
    const hex = (n: number) => n.toString(16).padStart(64, '0');
    expect((await calls()).filter(([name]) => name !== 'read')).toEqual([
      ['again', hex(35)],
      ['forget', hex(33)],
      ['forget', hex(34)],
      ['forget', hex(35)],
    ]);
  });

  test('where the browser keeps nothing, that stands above the field, of a message and of a post', async () => {
    const words = 'What no router has yet is lost when you close it';
    await open('talking-parts');
    await ui.page.locator('.composer').getByRole('status').getByText(words, { exact: false }).waitFor();
    await open('talking-parts', { place: '#board/new' });
    await ui.page.getByRole('status').getByText(words, { exact: false }).waitFor();
    await open('talking', { place: '#board/new' });
    await ui.page.getByText('Everyone here, and wherever', { exact: false }).waitFor();
    expect(await ui.page.getByText(words, { exact: false }).count()).toBe(0);
  });

  test('hostile text is only text', async () => {
    await open('hostile');
    await item('<img src=x').waitFor();
    expect(await item('<img src=x').locator('.written').textContent()).toContain('<script>window.hacked=1</script>');
    const places = '.between-list .written';
    expect(await ui.page.locator(`${places} :is(img, script, a, iframe)`).count()).toBe(0);
    const hrefs = await list()
      .getByRole('link')
      .evaluateAll((all) => all.map((it) => it.getAttribute('href')));
    expect(hrefs).toEqual(['https://evil.example/', 'https://bank.example/']);
    expect(await ui.page.evaluate('window.hacked')).toBeUndefined();
    // Each text turns its own direction alone, and a long one pushes nothing aside.
    for (const text of await ui.page.locator(places).all()) expect(await text.getAttribute('dir')).toBe('auto');
    expect(await ui.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});

describe('the field', () => {
  test('by keyboard alone: Enter makes a line, Control and Enter send, and the focus stays', async () => {
    await open('knowing');
    await ui.page.getByText(/^\u2068伊藤\u2069 is here: a message arrives at once\.$/).waitFor();
    await field().focus();
    await ui.page.keyboard.type('We are well');
    await ui.page.keyboard.press('Enter');
    await ui.page.keyboard.type('and at the east gym');
    expect(await calls()).toEqual([]);
    await ui.page.keyboard.press('Control+Enter');
    await item('We are well').getByText('Sending', { exact: true }).waitFor();
    expect(await calls()).toEqual([['say', ITO, 'We are well\nand at the east gym', []]]);
    expect(await field().inputValue()).toBe('');
    expect(await field().evaluate(isFocused)).toBe(true);
    await ui.page.keyboard.press('Tab');
    expect(await button('Send message').evaluate(isFocused)).toBe(true);
  });

  test('says nothing where nothing is written, and what is written stays while one looks elsewhere', async () => {
    await open('knowing');
    await button('Send message').click();
    await field().fill('half a sent');
    await ui.page.getByRole('link', { name: 'Board' }).click();
    await ui.page.getByRole('heading', { name: 'Board' }).waitFor();
    await ui.page.goBack();
    await expect.poll(() => field().inputValue()).toBe('half a sent');
    expect(await calls()).toEqual([]);
  });

  test('takes files, says what is too much, and offers large ones as files to who is here', async () => {
    await open('knowing');
    const attach = async (...files: string[]) => {
      const chooser = ui.page.waitForEvent('filechooser');
      await button('Attach files').click();
      await (await chooser).setFiles(files);
    };
    const { path, remove } = await temporaryFolder('attached');
    onTestFinished(remove);
    const file = (name: string, bytes = 1) => sparseFile(join(path, name), bytes);
    await attach(await file('a.txt'), await file('b.txt'));
    await button('Remove a.txt').click();
    await attach(await file('large.bin', 26 * 1024 * 1024));
    await ui.page.getByText(/^Files of more than .* are sent beside the message/).waitFor();
    await field().fill('x'.repeat(33_000));
    await ui.page.getByText(/^This text is too long/).waitFor();
    await button('Send message').click();
    expect(await calls()).toEqual([]);
    await field().fill('See these.');
    await button('Send message').click();
    await button('Send now').click();
    expect(await calls()).toEqual([
      ['say', ITO, 'See these.', ['b.txt']],
      ['send', ['large.bin'], [ITO]],
    ]);
  });

  test('of what could not be kept everything is there again, with the reason', async () => {
    await open('talking-full');
    await field().fill('Nothing is lost');
    await button('Send message').click();
    await ui.page.getByRole('alert').getByText('There is no room left on this device.', { exact: false }).waitFor();
    expect(await field().inputValue()).toBe('Nothing is lost');
  });

  test('to who is not here a message is left, and without a router it is kept; there is nothing for files alone', async () => {
    await open('talking-away');
    await ui.page.getByRole('status').getByText('is not here now').waitFor();
    await ui.page.getByText('No router takes messages now.', { exact: false }).waitFor();
    await ui.page.evaluate("model.words.holder.value = 'here'");
    await ui.page.getByText(/^A message is left with the router, sealed: only \u2068伊藤\u2069 can read it/).waitFor();
    await field().fill('See you');
    await button('Send message').click();
    expect((await calls()).at(-1)).toEqual(['say', ITO, 'See you', []]);
    expect(await button('Choose files').count()).toBe(0);
  });

  test('is not there for an address that means nobody', async () => {
    await open('knowing', { place: '#people/abcdefgh' });
    await ui.page.getByText('This person is not here, and you do not know them.').waitFor();
    await ui.page.getByRole('log').waitFor({ state: 'attached' }); // as late as the field
    expect(await field().count()).toBe(0);
  });

  test('what was shared or chosen before goes into a message: a text as a text', async () => {
    await open('knowing', { place: '' });
    // What takes it is a late part.
    const isReady = `{
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', 'x');
      const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer });
      document.body.dispatchEvent(over);
      over.defaultPrevented;
    }`;
    await expect.poll(() => ui.page.evaluate(isReady)).toBe(true);
    await ui.page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Water at 3 pm');
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    }`);
    await ui.page.getByText('Your text is now the file').first().waitFor();
    await ui.page.evaluate(`location.hash = '#people/${ITO}'`);
    await button('Put into a message').click();
    expect(await field().inputValue()).toBe('Water at 3 pm');
    expect(await field().evaluate(isFocused)).toBe(true);
    await button('Choose files').waitFor();
  });
});

describe('who has written', () => {
  /** Beside its name, which stays the same. */
  const tabSays = () =>
    ui.page.getByRole('link', { name: 'People', exact: true }).evaluate((it) => {
      const id = it.getAttribute('aria-describedby');
      return id === null ? undefined : document.getElementById(id)?.textContent;
    });

  test('is counted at the tab, stands above everybody until one has looked, and then below, also when they are not here', async () => {
    await open('talking', { place: '' });
    await expect.poll(() => tabSays()).toBe('3 new messages');
    await ui.page.getByRole('heading', { name: '3 new messages' }).waitFor();
    const row = ui.page.getByRole('list', { name: '3 new messages' }).getByRole('link', { name: /^Far Heron/ });
    await row.getByText('2 new messages').waitFor({ state: 'attached' });
    await row.click();
    await ui.page.getByRole('heading', { name: 'Far Heron' }).waitFor();
    await item('We walked to the clinic.').waitFor();
    await expect.poll(calls).toEqual([['read', FAR]]);
    await button('Back').click();
    await expect.poll(() => tabSays()).toBe('1 new message');
    await ui.page.getByRole('list', { name: '1 new message' }).getByRole('link', { name: /^伊藤/ }).waitFor();
    await ui.page
      .getByRole('list', { name: 'Messages' })
      .getByRole('link', { name: /^Far Heron/ })
      .waitFor();
  });

  test('is told to a screen reader, once', async () => {
    await open('talking', { place: '#board' });
    await ui.page
      .locator('[role=log]')
      .getByText(/^New message from .*Far Heron/)
      .waitFor({ state: 'attached' });
  });
});

test('what is carried stands on the screen of this device, and can be thrown away', async () => {
  await open('devices', { place: '#here' });
  const part = ui.page.getByRole('region', { name: 'What you carry for others' });
  await part.getByText('12 sealed letters').waitFor();
  await part.getByText(/^40 posts of the board \(\u2068西小学校\u2069, \u2068East Gym\u2069\)$/).waitFor();
  await part.getByText('3.2 MB').waitFor();
  await ui.page.getByRole('switch', { name: 'Take letters of others along' }).click();
  await expect
    .poll(() => ui.page.getByRole('switch', { name: 'Take letters of others along' }).getAttribute('aria-checked'))
    .toBe('false');
  await part.getByRole('button', { name: 'Throw it away' }).click();
  await part.getByText('Throw away what you carry for others?', { exact: false }).waitFor();
  await part.getByRole('button', { name: 'Throw it away' }).click();
  await part.getByText('Nothing at the moment.').waitFor();
  expect(await calls()).toEqual([['takeLetters', false], ['throwAway']]);
});
