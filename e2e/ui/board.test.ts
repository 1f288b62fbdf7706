/** The board: reading, looking for something, a new post, a reply, taking one back, over a fake model. */
import { describe, expect, test } from 'vitest';
import { fakeApp, type OpenOptions } from './fake-app.ts';

const ui = fakeApp();
const { button, calls } = ui;
const open = (state: string, options: OpenOptions = {}) => ui.open(state, { place: '#board', ...options });
const posts = () => ui.page.getByRole('list', { name: 'Posts', exact: true });
const post = (text: string) => posts().getByRole('listitem').filter({ hasText: text });
const hex = (n: number) => n.toString(16).padStart(64, '0');
const isFocused = (it: Element): boolean => it === document.activeElement;

describe('reading', () => {
  test('every post says what about, from whom with their mark, where and how long ago; pinned ones are first', async () => {
    await open('board', { place: '' });
    await ui.page.getByRole('link', { name: 'Board' }).click();
    await expect.poll(() => posts().locator('.post').count()).toBe(5);
    const first = posts().locator('.post').first();
    await first.getByText('Pinned').waitFor();
    await first.getByText('2 minutes ago').waitFor();
    expect(await first.getByRole('link').first().getAttribute('href')).toMatch(/^#people\//);
    await post('blankets').getByText('2 replies').waitFor();
    await post('bridge').getByText('at 西小学校').waitFor();
    await post('charge phones').getByText('You', { exact: true }).waitFor();
  });

  test('topic and words narrow it down, and what does not fit says so', async () => {
    await open('board');
    const found = ui.page.locator('.board-look [aria-live]');
    await ui.page.getByRole('combobox', { name: 'Topic' }).selectOption({ label: 'Lost and found' });
    await expect.poll(() => posts().locator('.post').count()).toBe(1);
    expect(await found.textContent()).toBe('Found: 1');
    await ui.page.getByRole('combobox', { name: 'Topic' }).selectOption({ label: 'All topics' });
    await ui.page.getByRole('searchbox', { name: 'Search the board' }).fill('西小 bridge');
    await expect.poll(() => posts().locator('.post').count()).toBe(1);
    await ui.page.getByRole('searchbox', { name: 'Search the board' }).fill('zzz');
    await ui.page.getByText('No post fits.', { exact: false }).waitFor();
  });

  test('of two thousand posts the first stand there, more on demand, and all are looked through', async () => {
    await open('board-long');
    await expect.poll(() => posts().locator('.post').count()).toBe(20);
    await ui.page.getByText('More posts are coming.').waitFor();
    await button('and 1,980 more').click();
    await expect.poll(() => posts().locator('.post').count()).toBe(40);
    await ui.page.getByRole('searchbox', { name: 'Search the board' }).fill('post 1999');
    await expect.poll(() => posts().locator('.post').count()).toBe(1);
  });

  test.each([
    ['board-off', 'This router holds no board.'],
    ['board-away', 'No router answers.'],
    ['board-waiting', 'Looking for posts…'],
    ['board-empty', 'Nothing is on the board yet'],
  ])('%s: %s', async (state, said) => {
    await open(state);
    await ui.page.getByRole('status').getByText(said, { exact: false }).waitFor();
  });

  test('what comes while a finger is about waits: no row moves under it', async () => {
    await open('board');
    await expect.poll(() => posts().locator('.post').count()).toBe(5);
    // For as long as the finger lies there.
    await posts().dispatchEvent('pointerdown', { buttons: 1 });
    await ui.page.evaluate(`{
      const { posts } = model.words.board.value;
      model.words.board.value = { isWhole: true, posts: [{ ...posts[1], id: 'f'.repeat(64), text: 'Just now' }, ...posts] };
    }`);
    await ui.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await posts().locator('.post').count()).toBe(5);
    await posts().dispatchEvent('pointerup', { buttons: 0 });
    await post('Just now').waitFor();
  });
});

describe('one post', () => {
  test('stands whole with its replies, and the list takes the focus back', async () => {
    await open('board');
    const link = post('blankets').getByRole('link', { name: /^We need blankets/ });
    await link.press('Enter');
    await ui.page.getByRole('heading', { name: 'Need' }).waitFor();
    const replies = ui.page.getByRole('list', { name: '2 replies' });
    await replies.getByText('Two are at the entrance, take them.').waitFor();
    await replies.getByText('Left with the router').waitFor();
    await button('Back').click();
    await expect.poll(() => link.evaluate(isFocused)).toBe(true);
  });

  test('is answered', async () => {
    await open('board', { place: `#board/${hex(101)}` });
    await ui.page.getByRole('textbox', { name: 'Reply' }).fill('I bring one.');
    await button('Send reply').click();
    await ui.page.getByRole('list', { name: '3 replies' }).getByText('I bring one.').waitFor();
    expect(await calls()).toEqual([['post', 'I bring one.', 'need', 30, [], hex(101)]]);
  });

  test('of one’s own is taken back after a question; others have no button for it', async () => {
    await open('board', { place: `#board/${hex(100)}` });
    await ui.page.getByRole('article').waitFor();
    expect(await button('Delete post').count()).toBe(0);
    await ui.page.evaluate(`location.hash = '#board/${hex(103)}'`);
    await button('Delete post').click();
    await ui.page.getByText('Delete this post?', { exact: false }).waitFor();
    await button('Delete').click();
    expect(await calls()).toEqual([['takeBack', hex(103)]]);
    await expect.poll(() => ui.page.url()).not.toContain(hex(103));
  });

  test('that has gone says so', async () => {
    await open('board', { place: `#board/${hex(999)}` });
    await ui.page.getByText('This post is not on the board any more.').waitFor();
  });

  test('that goes while somebody answers it leaves them what they wrote', async () => {
    await open('board', { place: `#board/${hex(101)}` });
    await ui.page.getByRole('textbox', { name: 'Reply' }).fill('I bring one.');
    await ui.page.evaluate('model.words.board.value = { posts: [], isWhole: true }');
    await ui.page.getByText('This post is not on the board any more.').waitFor();
    const field = ui.page.getByRole('textbox', { name: 'Reply' });
    expect(await field.inputValue()).toBe('I bring one.');
    await button('Copy').waitFor();
    await field.fill('');
    await button('Copy').waitFor({ state: 'detached' });
  });

  test('leads to its author, to whom one can write', async () => {
    await open('board', { place: `#board/${hex(101)}` });
    await ui.page.getByRole('article').getByRole('link', { name: /^受付/ }).click();
    await ui.page.getByRole('heading', { name: '受付' }).waitFor();
    await ui.page.getByRole('textbox', { name: 'Message', exact: true }).waitFor();
  });
});

describe('a new post', () => {
  test('by keyboard alone: its topic, its text, how long it stays; who reads it is said before', async () => {
    await open('board');
    await button('New post').press('Enter');
    await ui.page.getByText('Everyone here, and wherever this is carried, can read this.').waitFor();
    const field = ui.page.getByRole('textbox', { name: 'Post', exact: true });
    await ui.page.getByRole('radio', { name: 'Offer' }).press('Space');
    await ui.page.getByRole('radio', { name: '3 days' }).press('Space');
    await field.focus();
    await ui.page.keyboard.type('Soup at noon.');
    await ui.page.keyboard.press('Control+Enter');
    await post('Soup at noon.').waitFor();
    expect(await calls()).toEqual([['post', 'Soup at noon.', 'offer', 3, []]]);
  });

  test('what looks like a list of people is asked about first', async () => {
    await open('board', { place: '#board/new' });
    const field = ui.page.getByRole('textbox', { name: 'Post', exact: true });
    await field.fill('Yamada, 42, gym\nSato, 67, room 2\nSuzuki, 8, gym');
    await button('Put on the board').click();
    await ui.page.getByText('Is this a list of people?').waitFor();
    expect(await calls()).toEqual([]);
    await button('Change it').click();
    expect(await field.evaluate(isFocused)).toBe(true);
    await button('Put on the board').click();
    await button('Put on the board all the same').click();
    await posts().waitFor();
    expect(await calls()).toHaveLength(1);
  });

  test('a table that is attached is asked about as well', async () => {
    await open('board', { place: '#board/new' });
    const chooser = ui.page.waitForEvent('filechooser');
    await button('Attach files').click();
    await (await chooser).setFiles([{ name: '名簿.xlsx', mimeType: '', buffer: Buffer.from('x') }]);
    await button('Put on the board').click();
    await ui.page.getByText('Is this a list of people?').waitFor();
  });
});
