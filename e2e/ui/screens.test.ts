/** The screens in a real browser over a fake model: names, keyboard, dialog, flows. No router, no peer. */
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/app/i18n/testing/words.ts';
import { fakeApp, type OpenOptions } from './fake-app.ts';

const ui = fakeApp();
const { open, button, calls } = ui;
const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('x') });
const chooseFiles = (...names: string[]) =>
  ui.page.locator('input[type=file][multiple]').setInputFiles(names.map((name) => file(name)));

describe('the first screen', () => {
  test('says the state and the router, and lists the devices by name', async () => {
    await open('devices');
    await expect.poll(() => ui.page.getByRole('status').textContent()).toMatch(/^Online\s+East Gym\s+no Internet$/);
    const buttons = ui.page.getByRole('list', { name: 'Devices' }).getByRole('button');
    expect(await buttons.count()).toBe(4);
    expect(await ui.page.getByRole('button', { name: /^Hana’s phone/ }).count()).toBe(1);
  });

  test('says how many more devices there are than the list shows', async () => {
    await open('more-devices');
    await ui.page.getByText('60,441 more devices are in reach and not shown').waitFor();
  });

  test('nobody here: tells the address', async () => {
    await open('empty');
    await ui.page.getByText('Nobody else is here yet').waitFor();
    expect(await ui.page.locator('.address').textContent()).toContain(new URL(ui.page.url()).host);
    await open('empty-secure');
    await expect.poll(() => ui.page.locator('.address').textContent()).toBe('http://192.168.42.1:8080');
  });

  test('a person changes their own name with the keyboard', async () => {
    await open('devices');
    await button('Your name: Brave Crane').press('Enter');
    await ui.page.getByRole('textbox').fill('Aiko');
    await ui.page.keyboard.press('Enter');
    await button('Your name: Aiko').waitFor();
    await expect.poll(() => button('Your name: Aiko').evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test.each([
    ['outdated', en.outdated, en.outdatedHelp],
    ['replaced', en.replaced, en.replacedHelp],
    ['offline', en.trouble.away, en.trouble.wifiOn],
    ['reconnecting', en.people, en.connectionHelp.reconnecting],
    ['cannot', en.trouble.cannotTransfer, en.trouble.cannotTransferHelp.other],
  ])('%s has a heading and words', async (state, heading, words) => {
    await open(state);
    await ui.page.getByRole('heading', { name: heading, exact: true }).waitFor();
    expect(await ui.page.locator('#app').textContent()).toContain(words);
    if (state === 'replaced') await button('Use here').click();
    if (state === 'replaced') await button('Choose files').waitFor();
    if (state === 'cannot') expect(await ui.page.getByRole('button', { name: /^Hana/ }).isDisabled()).toBe(true);
  });

  test.each(['no-socket', 'crowded'])('%s: when the router answers, the Wi-Fi is not blamed', async (state) => {
    await open(state);
    await ui.page.getByText('The router answers, but does not let this page in').waitFor();
    expect(await ui.page.getByRole('main').textContent()).not.toContain('Turn Wi-Fi on');
  });

  test('a Firefox without WebRTC is not told to use Firefox, and Lockdown Mode brings a hint how to lift it', async () => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    await open('cannot', { userAgent: firefox });
    await ui.page.getByText('WebRTC is switched off in this Firefox').waitFor();
    const safari =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 Version/18.3 Safari/604.1';
    await open('cannot', { userAgent: safari });
    await ui.page.getByText('If this device is in Lockdown Mode').waitFor();
  });

  test('where nothing can keep the screen on, the person is asked to during a transfer', async () => {
    const asks = () => ui.page.getByText('Keep the screen on and this page open').count();
    await open('dozing');
    await expect.poll(asks).toBe(1);
    await open('saved');
    expect(await asks()).toBe(0);
    await open('busy'); // there the browser keeps it on
    expect(await asks()).toBe(0);
  });

  test('speaks Japanese to a Japanese browser, and English when asked to', async () => {
    await open('devices', { locale: 'ja-JP' });
    await button('ファイルを選ぶ').waitFor();
    expect(await ui.page.evaluate(() => document.documentElement.lang)).toBe('ja');
    await ui.page.getByRole('combobox').selectOption('en');
    await button('Choose files').waitFor();
    await ui.page.reload();
    await button('Choose files').waitFor();
  });
});

describe('people with the same name', () => {
  test('are told apart by a mark behind the name, for the eye and for the ear, and the page says so', async () => {
    await open('alike');
    const names = () => ui.page.getByRole('list', { name: 'Devices' }).getByRole('button').allTextContents();
    const hanas = (await names()).filter((name) => name.includes('Hana’s phone'));
    expect(hanas.map((name) => name.replace(/\s+/g, ' '))).toEqual([
      '🎈Hana’s phone balloon 26 · Phone Similar name here: compare picture and number.',
      '🎈Hana’s phone balloon 85 · Phone Similar name here: compare picture and number.',
    ]);
    expect(await ui.page.getByRole('button', { name: /^Hana’s phone balloon 26/ }).count()).toBe(1);
    // Transfers come a moment later than devices.
    await expect.poll(() => ui.page.getByText('Similar name here').count()).toBe(4);
    await ui.page.getByText('rabbit 07').waitFor();
    await button('Your name: Brave Crane').waitFor();
  });

  test('an offer says which of them it is from', async () => {
    await open('offer-alike');
    const dialog = ui.page.getByRole('dialog', { name: 'Incoming files' });
    await dialog.getByText('Similar name here').waitFor();
    expect(await dialog.textContent()).toContain('balloon 26');
    await open('offer1');
    expect(await ui.page.getByText('Similar name here').count()).toBe(0);
  });
});

describe('sending', () => {
  test('files first: a press on a device sends', async () => {
    await open('devices');
    await chooseFiles('a.txt', 'b.txt');
    await ui.page.getByText('Ready to send').waitFor();
    await ui.page.getByRole('button', { name: 'Look at the files' }).click();
    await button('Remove a.txt').click();
    await button('Done').click();
    await ui.page.getByRole('button', { name: /^Hana/ }).click();
    await button('Send now').click();
    expect(await calls()).toEqual([['send', ['b.txt'], ['a']]]);
    await ui.page.getByText('Ready to send').waitFor({ state: 'detached' });
  });

  test('a line can go along: the seconds stand still while it is written, and Enter sends both', async () => {
    await open('devices');
    await chooseFiles('a.txt');
    await ui.page.getByRole('button', { name: /^Hana/ }).click();
    await button('Add a few words').click();
    const field = ui.page.getByRole('textbox', { name: 'A few words to go with it' });
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
    const before = await ui.page.locator('.departure .figures').textContent();
    await field.fill('for the desk');
    expect(await ui.page.locator('.departure .figures').textContent()).toBe(before);
    // It comes back with the files of an undone one, in sight, because somebody else may be pressed now.
    await button('Undo').click();
    await ui.page.getByRole('button', { name: /^Hana/ }).click();
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe('for the desk');
    await field.press('Enter');
    expect(await calls()).toEqual([['send', ['a.txt'], ['a'], 'for the desk']]);
  });

  test('device first: the picker opens and its files are sent', async () => {
    await open('devices');
    const chooser = ui.page.waitForEvent('filechooser');
    await ui.page.getByRole('button', { name: /^Hana/ }).click();
    await (await chooser).setFiles([file('a.txt')]);
    await button('Send now').click();
    expect(await calls()).toEqual([['send', ['a.txt'], ['a']]]);
  });

  test('one file too many for a transfer is reported while choosing, with the number, and none is taken', async () => {
    await open('devices');
    await ui.page.locator('input[type=file][multiple]').evaluate((input: HTMLInputElement) => {
      const one = new File([], 'a.txt'); // 100,001 real ones would take the browser long
      const choice = Array.from({ length: 100_001 }, () => one);
      Object.defineProperty(input, 'files', { value: choice });
      input.dispatchEvent(new Event('change'));
    });
    await expect
      .poll(() => ui.page.locator('.left-out').textContent())
      .toBe(
        '100,001 files are too much at once: 100,000 files is the most. Choose a part of them, and the rest after that.',
      );
    expect(await ui.page.getByRole('heading', { name: 'Ready to send' }).count()).toBe(0);
  });

  test('several: device buttons become toggles and Send sends', async () => {
    await open('devices');
    await chooseFiles('a.txt');
    await button('Send to several').click();
    expect(await button('Send').isDisabled()).toBe(true);
    for (const name of [/^Hana/, /^Calm/]) await ui.page.getByRole('button', { name }).click();
    expect(await ui.page.getByRole('button', { pressed: true }).count()).toBe(3);
    await button('Send').click();
    await ui.page
      .getByRole('region', { name: 'to \u2068Hana’s phone\u2069 (balloon 26), \u2068Calm Otter\u2069 (snake 14)' })
      .waitFor();
    await button('Send now').click();
    expect(await calls()).toEqual([['send', ['a.txt'], ['a', 'c']]]);
  });

  test('files dropped on a device are for that device, elsewhere for the tray', async () => {
    await open('devices');
    const drag = (selector: string, type: 'dragover' | 'drop') =>
      ui.page.evaluate(
        ([target = '', name = '']) => {
          const data = new DataTransfer();
          data.items.add(new File(['x'], 'dropped.txt'));
          const event = { bubbles: true, cancelable: true, dataTransfer: data };
          document.querySelector(target)?.dispatchEvent(new DragEvent(name, event));
        },
        [selector, type],
      );
    const drop = async (selector: string) => {
      // What takes it is a late part.
      await expect
        .poll(async () => {
          await drag(selector, 'dragover');
          return ui.page.getByText('Drop here to send').count();
        })
        .toBe(1);
      await drag(selector, 'drop');
    };
    await drop('h1');
    await ui.page.getByText('Ready to send').waitFor();
    await drop('[data-device=b]');
    await button('Send now').click();
    expect(await calls()).toEqual([['send', ['dropped.txt'], ['b']]]);
  });

  test('Undo sends nothing and leaves the files chosen; by the button, and with Escape', async () => {
    await open('devices');
    await chooseFiles('a.txt');
    const hana = ui.page.getByRole('button', { name: /^Hana/ });
    const place = () => hana.evaluate((it) => it.getBoundingClientRect().top + scrollY);
    const before = await place();
    await hana.click();
    await expect
      .poll(() => ui.page.locator('[aria-live=assertive]').textContent())
      .toMatch(/^a\.txt to .*Hana’s phone/);
    await ui.page.getByText('Press somebody else to send them these, too.').waitFor();
    expect(await place()).toBe(before);
    expect(await ui.page.evaluate('window.shell.hasChosen.value')).toBe(true);
    await button('Undo').click();
    await ui.page.getByText('Ready to send').waitFor();
    await hana.press('Enter');
    await button('Undo').waitFor();
    await ui.page.keyboard.press('Escape');
    await ui.page.getByText('Ready to send').waitFor();
    expect(await calls()).toEqual([]);
  });

  test('a hidden page sends what waits: nobody can undo it there', async () => {
    await open('devices');
    await chooseFiles('a.txt');
    await ui.page.getByRole('button', { name: /^Hana/ }).click();
    await button('Undo').waitFor();
    await ui.page.evaluate(`{
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    }`);
    expect(await calls()).toEqual([['send', ['a.txt'], ['a']]]);
  });

  test('a device that leaves while files wait keeps its place but cannot be pressed; if it leaves before they do, the page says so', async () => {
    await open('devices');
    await chooseFiles('a.txt');
    await ui.page.getByRole('button', { name: /^Hana/ }).click();
    await ui.page.evaluate(`{
      const { devices } = window.model;
      devices.value = devices.value.map((it) => (it.id === 'a' ? { ...it, hasLeft: true } : it));
    }`);
    await ui.page.getByText('No longer here: \u2068Hana’s phone\u2069 (balloon 26).').waitFor();
    await button('Send now').click();
    await ui.page.getByText('Nothing was sent to \u2068Hana’s phone\u2069 (balloon 26): no longer here.').waitFor();
    await ui.page.getByText('Ready to send').waitFor();
    const hana = ui.page.getByRole('button', { name: /^Hana’s phone balloon 26 · Phone · no longer here/ });
    expect(await hana.getAttribute('aria-disabled')).toBe('true');
    await hana.click({ force: true });
    expect(await button('Undo').count()).toBe(0);
    expect(await calls()).toEqual([]);
  });
});

describe('an offer', () => {
  test('Escape is no answer; offers come one after another; part of the files can be taken', async () => {
    await open('offer');
    const dialog = ui.page.getByRole('dialog', { name: 'Incoming files' });
    await dialog.waitFor();
    for (let press = 0; press < 3; press++) await ui.page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    await expect.poll(() => ui.page.title()).toContain('Incoming files');
    await button('Choose some').click();
    await dialog.getByRole('checkbox', { name: /^名簿/ }).uncheck();
    await button('Accept').click();
    expect(await calls()).toEqual([
      [
        'accept',
        'o2',
        [
          [0, 47],
          [49, 50],
        ],
      ],
    ]);
    await ui.page.getByText('避難所の地図.pdf').waitFor();
    await button('Decline').click();
    expect((await calls()).at(-1)).toEqual(['decline', 'o1']);
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => ui.page.title()).toBe('Hikyaku');
  });

  test('its sender learns when it is on a visible page, when it no longer is, and when somebody touches it', async () => {
    await open('offer1');
    const noticed = () => ui.page.evaluate<string[][]>('window.model.noticed');
    await expect.poll(noticed).toEqual([['o1', 'ringing']]);
    const turn = (state: string) =>
      ui.page.evaluate((visibilityState) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibilityState });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await turn('hidden');
    await turn('visible');
    await ui.page.keyboard.press('Tab');
    await turn('hidden');
    const states = (await noticed()).map(([, attention]) => attention);
    expect(states).toEqual(['ringing', 'delivered', 'ringing', 'seen']);
  });

  test('can only be declined while its sender does not answer, and says why', async () => {
    await open('silent');
    await ui.page.getByText('The other device does not answer just now.').waitFor();
    await expect.poll(() => button('Decline').isEnabled()).toBe(true);
    expect(await button('Accept').isDisabled()).toBe(true);
  });

  test('cannot be accepted with no file chosen', async () => {
    await open('offer');
    await button('Choose some').click();
    await button('Choose none').click();
    expect(await button('Accept').isDisabled()).toBe(true);
    await button('Choose all').click();
    await button('Accept').click();
    expect(await calls()).toEqual([['accept', 'o2', [[0, 50]]]]);
  });

  test('ten thousand files open at once and are all accepted', async () => {
    await open('thousands');
    await ui.page.getByRole('dialog', { name: 'Incoming files' }).waitFor();
    await button('Choose some').click();
    expect(await ui.page.getByRole('checkbox').count()).toBe(101);
    await ui.page.getByText('and 9,900 more').first().waitFor();
    await button('Accept').click();
    expect(await calls()).toEqual([['accept', 'o3', [[0, 9999]]]]);
  });

  test('a close request of the platform does not lose the offer', async () => {
    await open('offer1');
    await ui.page.evaluate(() => document.querySelector('dialog')?.close());
    await expect.poll(() => ui.page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    expect(await calls()).toEqual([]);
  });
});

describe('offers of strangers', () => {
  const dialog = () => ui.page.getByRole('dialog', { name: 'Incoming files' });
  const waiting = () => ui.page.getByRole('button', { name: /(person wants|people want) to send you something$/ });
  const focused = () => ui.page.evaluate(() => document.activeElement?.textContent ?? '');

  test('stand aside once one was declined: a line says how many, and the keyboard can open and read it', async () => {
    await open('strangers');
    await dialog().getByText('2 more offers are waiting').waitFor();
    await button('Decline').click();
    await dialog().waitFor({ state: 'detached' });
    await button('2 people want to send you something').press('Enter');
    await expect.poll(() => waiting().getAttribute('aria-expanded')).toBe('true');
    const list = ui.page.getByRole('list', { name: '2 people want to send you something' });
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
    await button('Look at what \u2068Hana’s phone\u2069 (balloon 26) wants to send').press('Enter');
    await dialog().getByText('避難所の地図.pdf').waitFor();
    await ui.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('Look');
    await button('Look at what \u2068Hana’s phone\u2069 (balloon 26) wants to send').press('Enter');
    await button('Accept').click();
    await button('1 person wants to send you something').waitFor();
    await button('Decline all').press('Enter');
    await waiting().waitFor({ state: 'detached' });
    expect(await calls()).toEqual([
      ['decline', 'o3'],
      ['accept', 'o1', [[0, 0]]],
      ['decline', 'o2'],
    ]);
    await expect.poll(() => ui.page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  test('leave the page usable, and let a friend through', async () => {
    await open('strangers');
    await button('Decline').click();
    await waiting().waitFor();
    await chooseFiles('a.txt');
    await ui.page.getByRole('button', { name: /^受付/ }).click();
    // Above the strangers at the same edge: otherwise nobody could undo.
    await button('Undo').click();
    await ui.page.getByRole('button', { name: /^受付/ }).click();
    await button('Send now').click();
    const friend = {
      ...{ key: 'o4', isKnown: true, isSilent: false, peer: 'd', peerName: 'Quiet Maple', totalBytes: 3_100_000 },
      entries: [{ path: 'IMG_2041.JPG', size: 3_100_000, modified: 0 }],
    };
    await ui.page.evaluate(`window.model.offers.value = [...window.model.offers.value, ${JSON.stringify(friend)}]`);
    await dialog().getByText('IMG_2041.JPG').waitFor();
    expect(await calls()).toEqual([
      ['decline', 'o3'],
      ['send', ['a.txt'], ['b']],
    ]);
  });

  test('of one sender are all declined at once', async () => {
    await open('strangers');
    await dialog().waitFor();
    await button('Decline all 2 from this sender').click();
    await dialog().waitFor({ state: 'detached' });
    await button('1 person wants to send you something').waitFor();
    expect(await calls()).toEqual([
      ['decline', 'o3'],
      ['decline', 'o2'],
    ]);
    await open('offer');
    await dialog().waitFor();
    expect(await ui.page.getByText('from this sender').count()).toBe(0);
  });

  test('are declined for an hour to come, and a bar says so until the person ends it', async () => {
    await open('strangers');
    await button('Decline').click();
    await waiting().click();
    await ui.page
      .locator('.strangers')
      .getByRole('button', { name: 'Nobody I do not know, for an hour' })
      .press('Enter');
    await waiting().waitFor({ state: 'detached' });
    expect(await calls()).toEqual([
      ['decline', 'o3'],
      ['decline', 'o2'],
      ['decline', 'o1'],
    ]);
    const bar = ui.page.getByRole('region', { name: 'Only people you know can reach you' });
    await bar.getByText('For 60 min more.').or(bar.getByText('For 1 hr more.')).waitFor();
    await bar.getByRole('button', { name: 'End now' }).press('Enter');
    await bar.waitFor({ state: 'detached' });
    await expect.poll(focused).not.toBe('');
    expect(await ui.page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  test('can be kept out before they ask, by a switch that shows the time that is left', async () => {
    await open('closed', { place: '#here' });
    const control = ui.page.getByRole('switch', { name: 'Nobody I do not know, for an hour' });
    await expect.poll(() => control.getAttribute('aria-checked')).toBe('true');
    await ui.page.locator('.extras').getByText('For 43 min more.').waitFor();
    await control.press('Enter');
    await expect.poll(() => control.getAttribute('aria-checked')).toBe('false');
    expect(await ui.page.getByText('Only people you know can reach you').count()).toBe(0);
    await control.press('Enter');
    await ui.page.getByRole('heading', { name: 'Only people you know can reach you' }).waitFor();
    await expect.poll(focused).toBe('Nobody I do not know, for an hour');
  });

  test('are announced once, not one by one', async () => {
    await open('strangers');
    await button('Decline').click();
    await ui.page.getByText('Somebody wants to send you something.').waitFor({ state: 'attached' });
    expect(await ui.page.title()).not.toMatch(/Incoming/);
  });

  test('cover neither what has the focus nor the button that sends', async () => {
    await open('strangers', { viewport: { width: 320, height: 480 } });
    await button('Decline').click();
    await chooseFiles('a.txt');
    await button('Send to several').click();
    await ui.page.getByRole('button', { name: /^Hana/ }).click();
    const send = await button('Send').boundingBox();
    const bar = await waiting().boundingBox();
    expect((send?.y ?? 0) + (send?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });
});

describe('the list of transfers', () => {
  test('progress changes the figures of its own row, and replaces no element', async () => {
    await open('busy');
    await ui.page.getByRole('progressbar').first().waitFor();
    await ui.page.locator('.slim').waitFor();
    // What is touched the browser lays out and draws, and on a phone that is battery.
    // Looked at in the same moment: late parts of the page come by themselves, before or after it.
    const touched = await ui.page.evaluate<string[]>(`(async () => {
      const [row] = document.querySelectorAll('.transfer');
      const touched = new Set();
      const slim = document.querySelector('.slim');
      const place = (it) => (row.contains(it) ? 'row' : slim.contains(it) ? 'bar' : it.nodeName);
      const note = (records) => {
        for (const { type, target, attributeName } of records)
          touched.add([place(target), type, attributeName ?? ''].join(' '));
      };
      const observer = new MutationObserver(note);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      const { transfers } = window.model;
      const [first, ...rest] = transfers.value;
      const bar = document.querySelector('[role=progressbar], progress');
      transfers.value = [{ ...first, storedBytes: first.storedBytes + first.totalBytes / 10 }, ...rest];
      while (bar.getAttribute('aria-valuenow') !== '52') await new Promise(requestAnimationFrame);
      note(observer.takeRecords());
      return [...touched].sort();
    })()`);
    expect(touched).toEqual([
      'bar attributes style',
      'bar characterData ',
      'row attributes aria-valuenow',
      'row attributes value',
      'row characterData ',
    ]);
  });

  test('names, states and progress as in docs/names.md', async () => {
    await open('busy');
    const items = ui.page.getByRole('list', { name: 'Transfers' }).getByRole('listitem');
    const first = items.first();
    expect(await first.textContent()).toMatch(/Photos of the lists[\s\S]*Hana’s phone[\s\S]*Sending[\s\S]*Direct/);
    expect(await first.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('42');
    await first.getByRole('button', { name: 'Cancel' }).click();
    expect(await calls()).toEqual([['cancel', '2']]);
  });

  test('saving one, all, and each of many', async () => {
    await open('saved');
    await button('Save to device').click();
    await ui.page.getByText('Now look in Photos, Downloads or Files').waitFor();
    await button('Save all').click();
    await button('Save to folder').click();
    await ui.page.getByText('Show the files').click();
    await ui.page.getByRole('button', { name: 'Save to device: 写真/海岸/IMG_7.JPG' }).click();
    await button('and 150 more').click();
    expect((await calls()).map(([name]) => name)).toEqual(['saveAll', 'saveAll', 'saveToFolder', 'saveFile']);
  });

  test('a zip that is being made is given up by a press, also after a file was saved beside it', async () => {
    await open('zipping');
    await button('Save all').click();
    await button('Cancel').click();
    await expect.poll(calls).toEqual([['saveAll'], ['stopped']]);
    expect(await button('Cancel').count()).toBe(0);
    await button('Save all').click();
    await ui.page.getByText('Show the files').click();
    await ui.page.getByRole('button', { name: 'Save to device: 写真/海岸/IMG_7.JPG' }).click();
    await button('Cancel').click();
    const names = async () => (await calls()).map(([name]) => name);
    await expect.poll(names).toEqual(['saveAll', 'stopped', 'saveAll', 'saveFile', 'stopped']);
  });

  test('thirty photos are called thirty photos, and saved one by one or as a zip', async () => {
    await open('photos');
    const card = ui.page.getByRole('list', { name: 'Transfers' }).locator('> li');
    await card.getByRole('heading', { name: '30 photos' }).waitFor();
    await card.getByText('IMG_2041.JPG and 29 more').waitFor();
    await card.getByText('Complete', { exact: true }).waitFor();
    await card.getByText('Verified', { exact: true }).waitFor();
    const save = card.getByRole('button', { name: 'Save all' });
    // One card among many: read alone, the button must say what it saves.
    const described = await save.getAttribute('aria-describedby');
    expect(await ui.page.locator(`[id="${described}"]`).textContent()).toBe('30 photos');
    await save.click();
    await card.getByText('If it asks, allow several downloads').waitFor();
    await card.getByRole('button', { name: 'Save again' }).click();
    await card.getByRole('button', { name: 'As one zip file' }).click();
    expect((await calls()).map(([name]) => name)).toEqual(['saveEach', 'saveEach', 'saveAll']);
  });

  test('an offer that this person declined reads differently from one that others declined', async () => {
    await open('failed', { locale: 'ja-JP' });
    await ui.page.evaluate(`{
      const { transfers } = window.model;
      transfers.value = transfers.value.map((it) => (it.phase === 'declined' ? { ...it, direction: 'receiving' } : it));
    }`);
    await ui.page.getByText('受け取りませんでした', { exact: true }).waitFor();
    expect(await ui.page.getByText('受け取られませんでした', { exact: true }).count()).toBe(0);
  });

  test('hiding removes a transfer from the list at once, and its files stay among the received ones', async () => {
    await open('saved');
    const items = ui.page.getByRole('list', { name: 'Transfers' }).locator('> li');
    await items.first().getByRole('button', { name: 'Hide' }).click();
    await expect.poll(() => items.count()).toBe(2);
    await items.last().getByRole('button', { name: 'Hide' }).click();
    await expect.poll(() => items.count()).toBe(1);
    expect((await calls()).map(([name]) => name)).toEqual(['hide', 'hide']);
    await ui.page.getByRole('link', { name: /^Received/ }).click();
    await button(/^notice.pdf/).waitFor();
  });

  test('a download counts as kept only when the person says that it arrived', async () => {
    await open('saved');
    const card = ui.page.getByRole('list', { name: 'Transfers' }).locator('> li').first();
    expect(await card.getByText('Is it there?').count()).toBe(0);
    await card.getByRole('button', { name: 'Save to device' }).click();
    await card.getByText('Is it there?').waitFor();
    await card.getByRole('button', { name: 'Save again' }).click();
    await card.getByRole('button', { name: 'Yes, it is there' }).click();
    await card.getByText('Saved to your device').waitFor();
    expect(await calls()).toEqual([
      ['saveAll', '4'],
      ['saveAll', '4'],
      ['confirm', '4', [[0, 0]]],
    ]);
    expect(await card.getByText('Is it there?').count()).toBe(0);
  });

  test('ending an interrupted transfer warns that the arrived part is deleted; a running one ends at once', async () => {
    await open('failed');
    const card = ui.page.getByRole('listitem').filter({ hasText: 'Supplies' });
    await card.getByRole('button', { name: 'Cancel' }).click();
    await card.getByText('What has arrived so far is deleted').waitFor();
    await button('Keep').click();
    expect(await calls()).toEqual([]);
    await card.getByRole('button', { name: 'Cancel' }).click();
    await button('Delete').click();
    expect(await calls()).toEqual([['cancel', '8']]);
  });

  test('a hidden override in a name is shown', async () => {
    await open('failed');
    await ui.page.getByText('party[U+202E]gpj.exe').waitFor();
  });

  test('screen readers are told of an end', async () => {
    await open('busy');
    await ui.page.locator('[aria-live=polite]').waitFor({ state: 'attached' }); // it loads late, and announces only changes after that
    await ui.page.evaluate(`{
      const { transfers } = window.model;
      transfers.value = transfers.value.map((it) => (it.key === '3' ? { ...it, phase: 'saved' } : it));
    }`);
    await expect
      .poll(() => ui.page.locator('[aria-live=polite]').textContent())
      .toBe('Arrived from \u2068受付のパソコン\u2069 (football 16): 避難所の地図.pdf. Save it to your device now.');
  });
});

test('the title says how far all is, anew every three seconds, and at once when all has ended', async () => {
  await open('devices');
  await ui.page.clock.install({ time: 0 });
  await ui.page.clock.pauseAt(10_000);
  const moves = (phase: 'receiving' | 'saved', storedBytes: number) =>
    ui.page.evaluate(`window.model.transfers.value = [{ key: 'new', peer: 'a', peerName: 'Hana’s phone', direction: 'receiving',
      title: 'map.pdf', contents: 'named', files: 1, totalBytes: 100, storedBytes: ${storedBytes}, verified: ${phase === 'saved'},
      phase: '${phase}', path: 'direct', kept: { at: 0, handedOver: [], elsewhere: [] } }]`);
  const titleAfter = async (ms: number) => {
    await ui.page.clock.runFor(ms);
    return ui.page.title();
  };
  await moves('receiving', 40);
  // Drawn in a frame: so the three seconds begin in the last step.
  await expect.poll(() => titleAfter(20), { timeout: 20_000 }).toBe('40% – Hikyaku');
  await moves('receiving', 80);
  expect(await titleAfter(2_700)).toBe('40% – Hikyaku');
  expect(await titleAfter(400)).toBe('80% – Hikyaku');
  await moves('saved', 100);
  await expect.poll(() => titleAfter(20), { timeout: 20_000 }).toBe('Hikyaku');
  await ui.page.close(); // its clock stands still
});

describe('a transfer that begins', () => {
  /** As the engine reports it. */
  const comes = (phase: 'receiving' | 'saved') =>
    ui.page.evaluate(`{
      const { transfers } = window.model;
      const kept = { at: 0, handedOver: [], elsewhere: [] };
      const one = { key: 'new', peer: 'a', peerName: 'Hana’s phone', direction: 'receiving', title: 'map.pdf', contents: 'named',
        files: 1, totalBytes: 9e6, storedBytes: 4e6, verified: ${phase === 'saved'}, phase: '${phase}', path: 'direct', kept };
      transfers.value = [one, ...transfers.value.filter(({ key }) => key !== 'new')];
    }`);
  const card = () => ui.page.getByRole('list', { name: 'Transfers' }).locator('> li').first();
  /** True when all of it is on the screen. */
  const isInView = (of: Locator) =>
    of.evaluate((it) => {
      const { top, bottom } = it.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  const begins = async (options: OpenOptions) => {
    await open('devices', options);
    await comes('receiving');
    await expect.poll(() => isInView(card().getByRole('progressbar'))).toBe(true);
  };

  const grow = `{
    const above = document.createElement('div');
    above.style.blockSize = '900px';
    document.querySelector('main').prepend(above);
  }`;

  test('a new transfer is scrolled into view even if the page grows above it, also without scroll anchoring', async () => {
    await open('devices', { viewport: { width: 320, height: 568 } });
    await ui.page.addStyleTag({ content: '* { overflow-anchor: none }' });
    // Just after the page has begun to scroll there.
    await ui.page.evaluate(`{
      const { scrollIntoView } = Element.prototype;
      Element.prototype.scrollIntoView = function (...how) {
        Element.prototype.scrollIntoView = scrollIntoView;
        this.scrollIntoView(...how);
        ${grow}
      };
    }`);
    await comes('receiving');
    await expect.poll(() => isInView(card().getByRole('progressbar'))).toBe(true);
  });

  test('a person who looks at the list is not scrolled away, whatever comes, goes or ends', async () => {
    await begins({ viewport: { width: 320, height: 568 }, reducedMotion: 'reduce' });
    await card().getByRole('progressbar').hover();
    const from = await ui.page.evaluate<number>('scrollY');
    await ui.page.mouse.wheel(0, -100);
    await expect.poll(() => ui.page.evaluate('scrollY')).toBeLessThan(from);
    const here = await ui.page.evaluate('scrollY');
    await ui.page.addStyleTag({ content: '* { overflow-anchor: none }' });
    await ui.page.evaluate(grow);
    await comes('saved');
    await ui.page.getByRole('dialog', { name: /^Arrived/ }).waitFor();
    expect(await ui.page.evaluate('scrollY')).toBe(here);
  });
});

test('after an answer, and after the focused element is gone, the focus does not fall back to the top of the page', async () => {
  const focused = () => ui.page.evaluate(() => document.activeElement?.tagName);
  await open('offer1');
  await button('Accept').click();
  await expect.poll(focused).toBe('H2');
  await open('saved');
  const items = ui.page.getByRole('list', { name: 'Transfers' }).locator('> li');
  await items.first().getByRole('button', { name: 'Hide' }).click();
  await expect.poll(() => items.count()).toBe(2);
  await expect.poll(focused).toBe('H2');
});

describe('at 320 px, with letters up to twice the size', () => {
  const states = ['empty', 'devices', 'busy', 'saved', 'failed', 'again', 'offer', 'cannot', 'offline', 'outdated'];
  test.each(states)('%s does not scroll sideways', async (state) => {
    for (const locale of ['en-US', 'ja-JP']) {
      await open(state, { viewport: { width: 320, height: 640 }, locale });
      for (const size of [112.5, 157.5, 225]) {
        await ui.page.addStyleTag({ content: `html { font-size: ${size}% }` });
        const wide = await ui.page.evaluate(() => {
          const parts = [document.documentElement, ...document.querySelectorAll('dialog, dialog > *')];
          return parts.filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.className || it.tagName);
        });
        expect(wide, `${locale} ${size} %`).toEqual([]);
      }
    }
  });

  test('targets are at least 44 px high', async () => {
    await open('saved', { viewport: { width: 320, height: 640 } });
    const small = await ui.page.evaluate(() =>
      [...document.querySelectorAll('button, select, summary')]
        .filter((it) => it.getBoundingClientRect().height < 44)
        .map((it) => it.textContent),
    );
    expect(small).toEqual([]);
  });
});

describe('files that a reloaded page must read again', () => {
  test('a press on Continue opens them; a refusal is reported, and choosing them again stays possible', async () => {
    await open('again');
    const row = ui.page.getByRole('listitem').filter({ hasText: 'Lists' }).first();
    await row.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => row.getByRole('alert').textContent()).toContain('was not allowed to read the files');
    expect(await calls()).toEqual([['reopen', expect.any(String)]]);
    expect(await row.getByRole('button', { name: 'Choose the same files again' }).isEnabled()).toBe(true);
  });

  test('missing and changed files are named', async () => {
    await open('again');
    await ui.page.getByText('214 files are still missing, among them:').waitFor();
    await ui.page.getByText('Changed since it was offered: \u2068Lists/避難者名簿.xlsx\u2069.').waitFor();
  });
});
