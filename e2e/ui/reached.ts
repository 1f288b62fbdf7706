/** Every screen and state of the app over a fake model, and how a person gets to it. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sparseFile, temporaryFolder } from '../drive/files.ts';

/** In the order in which they are opened; after a `+` stands what a person does first. */
export const SCREENS = [
  'empty',
  'devices',
  'devices+files',
  'devices+several',
  'devices+rename',
  'devices+missing',
  'failed+report',
  'alike',
  'knowing',
  'knowing+known',
  'knowing+not-them',
  'knowing+blocked',
  'knowing+people',
  'knowing-unkept+people',
  'knowing-unkept+known',
  'knowing-busy',
  'between+known',
  'between-away+person',
  'talking',
  'talking+person',
  'talking-away+person',
  'talking-parts+person',
  'talking+attached',
  'talking+delete-message',
  'talking+delete-messages',
  'talking-refused+delete-messages-refused',
  'board+board',
  'board+post',
  'board+write',
  'board+personal',
  'board-empty+board',
  'board-off+board',
  'board-away+board',
  'board-waiting+board',
  'offer-known',
  'offer-not-known+who',
  'first-send+depart',
  'dozing',
  'refused',
  'busy',
  'offer',
  'offer1',
  'offer-photos',
  'offer-photos+tile',
  'offer-photos+some',
  'offer-mixed',
  'silent',
  'thousands',
  'several',
  'crowd+everybody',
  'strangers',
  'not-proven',
  'not-proven-many',
  'not-proven-asleep',
  'strangers+decline',
  'saved',
  'saved+listed',
  'saved+handed',
  'devices+arrived',
  'devices+arrived-busy',
  'inbox+choosing',
  'photos+grid',
  'photos+grid-choosing',
  'photos',
  'failed+cancel',
  'inbox+forget',
  'devices+forgotten',
  'inbox',
  'inbox+deleted',
  'failed',
  'connecting',
  'offline',
  'offline-new',
  'offline-kept',
  'no-socket',
  'crowded',
  'reconnecting',
  'update',
  'extras',
  'by-hand',
  'by-hand+hint',
  'shelter',
  'shelter+find',
  'shelter+open',
  'devices+here',
  'devices+bring',
  'shared-page',
  'lost',
  'outdated',
  'replaced',
  'cannot',
  'compare-asked',
  'compare-asking',
  'compare-agreed',
  'compare-code',
  'compare-code-here',
  'compare-same',
  'compare-unkept',
  'compare-different-me',
  'compare-refused',
  'haru+sure',
  'haru+mine',
  'haru+photo',
];

async function here(page: Page): Promise<void> {
  await page.locator('.sign-line a').click();
  await page.getByRole('button', { name: 'Forget everything Hikyaku keeps on this device' }).waitFor();
}

/** Known as 伊藤 (`acquaintances.tsx`). */
const ITO = 'eb5mfvncu6xVoGKV';

async function makeSure(page: Page): Promise<void> {
  const id = await page.locator('[data-device]').first().getAttribute('data-device');
  await page.evaluate(`location.hash = '#people/${id}'`);
  await page.getByRole('button', { name: 'Make sure' }).click();
}

/** Thirty photos begin to come, and are there. */
const arrives = (page: Page) =>
  page.evaluate(`for (const phase of ['receiving', 'saved'])
    window.model.transfers.value = [{ key: 'new', peer: 'a', peerName: 'Hana’s phone', direction: 'receiving', title: 'IMG_2041.JPG',
      contents: 'photos', files: 30, totalBytes: 9e6, storedBytes: 4e6, verified: true, phase, path: 'direct',
      kept: { at: Date.now(), handedOver: [], elsewhere: [] } }, { ...window.model.transfers.value[0], key: 'x', peer: 'a',
      peerName: 'Hana’s phone', direction: 'sending', title: 'map.pdf', contents: 'named', files: 1, totalBytes: 9e6,
      storedBytes: 4e6, phase: 'sending', verified: false }]`);

const ACTIONS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  files: (page) =>
    page
      .locator('input[type=file][multiple]')
      .first()
      .setInputFiles([{ name: '名簿.csv', mimeType: 'text/csv', buffer: Buffer.from('x') }]),
  several: async (page) => {
    await page.locator('.toggle').click();
    await page.locator('.device').first().click();
  },
  rename: (page) => page.locator('.own-name').click(),
  decline: async (page) => {
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    await page.locator('.strangers-title').click();
  },
  listed: (page) => page.getByText('Show the files').click(),
  everybody: (page) => page.getByText('Who', { exact: true }).click(),
  open: (page) => page.locator('summary').first().click(),
  find: async (page) => {
    await page.getByRole('searchbox', { name: 'Find somebody' }).fill('qui');
    await page.getByText(/^Found: /).waitFor();
  },
  bring: async (page) => {
    await page.getByRole('link', { name: 'Bring somebody in' }).click();
    await page.getByRole('img', { name: /^Code that opens/ }).waitFor();
  },
  hint: async (page) => {
    await here(page);
    await page.locator('summary').first().click();
  },
  here,
  handed: async (page) => {
    await page.getByRole('button', { name: 'Save to device' }).click();
    await page.getByText('Is it there?').waitFor();
  },
  arrived: async (page) => {
    await arrives(page);
    await page.getByRole('dialog', { name: /^Arrived from/ }).waitFor();
  },
  'arrived-busy': async (page) => {
    await page.evaluate('window.shell.hasChosen.value = true');
    await arrives(page);
    await page.getByRole('region', { name: /^Arrived from/ }).waitFor();
  },
  choosing: async (page) => {
    await page.evaluate("location.hash = '#received'");
    await page.getByRole('button', { name: 'Choose several' }).click();
    await page.getByRole('checkbox').first().check();
  },
  grid: async (page) => {
    await page.evaluate(`{
      const kept = { at: Date.now(), handedOver: [[0, 1]], elsewhere: [[1, 1]] };
      window.model.transfers.value = window.model.transfers.value.map((it) => ({ ...it, kept }));
      location.hash = '#received/13';
    }`);
    await page.getByRole('list', { name: 'Received files' }).getByRole('button').first().waitFor();
  },
  'grid-choosing': async (page) => {
    await ACTIONS['grid']?.(page);
    await page.getByRole('button', { name: 'Choose several' }).click();
    await page.getByRole('checkbox').first().check();
  },
  missing: (page) => page.getByText('A part of this page did not arrive').waitFor(),
  report: async (page) => {
    await here(page);
    await page.getByRole('button', { name: 'Report of a problem' }).press('Enter');
    await page.getByRole('button', { name: 'Copy report', disabled: false }).click();
  },
  known: async (page) => {
    await page
      .getByRole('link', { name: /^About 伊藤/ })
      .first()
      .click();
    await page.getByText('More about this person').click();
    await page.getByRole('button', { name: 'Rename' }).click();
  },
  'not-them': async (page) => {
    await page
      .getByRole('link', { name: /^About 伊藤/ })
      .last()
      .click();
    await page.getByText('More about this person').click();
    await page.getByRole('button', { name: 'Block' }).click();
  },
  person: async (page) => {
    await page.evaluate(`location.hash = '#people/${ITO}'`);
    await page.getByRole('list', { name: 'Conversation' }).waitFor();
  },
  attached: async (page) => {
    await ACTIONS['person']?.(page);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach files' }).click();
    const { path, remove } = await temporaryFolder('attached');
    const map = await sparseFile(join(path, '避難所の地図.pdf'), 26 * 1024 * 1024); // bytes would go to the browser one by one
    await (await chooser).setFiles([map, await sparseFile(join(path, 'a.jpg'), 1)]);
    await page.getByText(/^Files of more than .* are sent beside the message/).waitFor();
    await remove();
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill('x'.repeat(33_000));
  },
  'delete-message': async (page) => {
    await ACTIONS['person']?.(page);
    await page.locator('.message-actions').first().getByRole('button', { name: 'Delete' }).click();
  },
  'delete-messages': async (page) => {
    await ACTIONS['person']?.(page);
    await page.getByText('More about this person').click();
    await page.getByRole('button', { name: /^Delete all messages with/ }).click();
    await page.getByText('What you have not saved', { exact: false }).waitFor();
  },
  'delete-messages-refused': async (page) => {
    await ACTIONS['delete-messages']?.(page);
    await page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Not everything could be deleted', { exact: false }).waitFor();
  },
  board: async (page) => {
    await page.getByRole('link', { name: 'Board' }).click();
    await page.getByRole('heading', { name: 'Board' }).waitFor();
  },
  post: async (page) => {
    await ACTIONS['board']?.(page);
    await page.getByRole('link', { name: /^I can charge phones/ }).click();
    await page.getByRole('button', { name: 'Delete post' }).click();
  },
  write: async (page) => {
    await ACTIONS['board']?.(page);
    await page.getByRole('button', { name: 'New post' }).click();
  },
  personal: async (page) => {
    await ACTIONS['write']?.(page);
    await page.getByRole('textbox', { name: 'Post', exact: true }).fill('a, b, c\nd, e, f\ng, h, i');
    await page.getByRole('button', { name: 'Put on the board' }).click();
  },
  blocked: async (page) => {
    await ACTIONS['people']?.(page);
    await page.getByRole('link', { name: /^Loud Otter/ }).click();
    await page.getByRole('button', { name: 'Unblock' }).waitFor();
  },
  people: async (page) => {
    await here(page);
    await page.getByRole('link', { name: 'Known and blocked people' }).click();
    await page.getByRole('button', { name: 'Unblock Loud Otter (cherries 63)' }).waitFor();
  },
  tile: (page) => page.getByRole('list', { name: 'Pictures' }).getByRole('button').first().click(),
  some: (page) => page.getByRole('button', { name: 'Choose some' }).click(),
  who: (page) => page.getByRole('button', { name: 'Who is this?' }).click(),
  depart: async (page) => {
    await ACTIONS['files']?.(page);
    await page.getByRole('button', { name: /^Hana/ }).click();
    await page.locator('.ask-name input').focus();
  },
  sure: makeSure,
  mine: async (page) => {
    await makeSure(page);
    await page.getByRole('button', { name: 'Show my code' }).click();
  },
  photo: async (page) => {
    await makeSure(page);
    await page.getByRole('button', { name: 'Take a photo of their code' }).click();
  },
  cancel: (page) => page.getByRole('button', { name: 'Cancel' }).first().click(),
  forget: async (page) => {
    await here(page);
    await page.getByRole('button', { name: 'Forget everything Hikyaku keeps on this device' }).click();
  },
  forgotten: async (page) => {
    await here(page);
    await page.getByRole('button', { name: 'Forget everything Hikyaku keeps on this device' }).click();
    await page.getByRole('button', { name: 'Forget everything', exact: true }).click();
    await page.getByRole('button', { name: 'Start as a new device' }).waitFor();
  },
  deleted: async (page) => {
    await page.getByRole('link', { name: /^Received/ }).click();
    await page.getByRole('button', { name: /^Recently deleted/ }).click();
  },
};

/** What is opened first, and what a person does then. */
export const parts = (screen: string): { readonly state: string; readonly action: string | undefined } => {
  const [state = '', action] = screen.split('+');
  return { state, action };
};

/** Does on a page that shows the state what leads to the screen. The page speaks English. */
export async function reach(page: Page, screen: string): Promise<void> {
  const { action } = parts(screen);
  if (action !== undefined) await ACTIONS[action]?.(page);
}
