/** The screen about groups, and what it changes elsewhere, by keyboard and by what a screen reader is told. */
import { describe, expect, test } from 'vitest';
import { typedCode } from '../../src/protocol/group-code.ts';
import { fakeApp } from './fake-app.ts';

const ui = fakeApp();
const { open, button } = ui;
const link = (name: string) => ui.page.getByRole('link', { name, exact: true });
const heading = (name: string | RegExp) => ui.page.getByRole('heading', { name });
const field = (name: string) => ui.page.getByRole('textbox', { name, exact: true });
const radio = (name: string) => ui.page.getByRole('radio', { name, exact: true });
const isFocused = (it: Element): boolean => it === document.activeElement;
const openGroups = async (state: string) => {
  await open(state, { place: '#here' });
  await link('Groups').click();
  await heading('Groups').waitFor();
};

describe('a first group', () => {
  test('is made by keyboard, and its code is shown with a picture to photograph', async () => {
    await openGroups('ungrouped');
    await button('Make a group').press('Enter');
    await expect.poll(() => field('Name of the group').evaluate(isFocused)).toBe(true);
    await ui.page.keyboard.type('伊藤家');
    await ui.page.keyboard.press('Enter');
    await heading(/^伊藤家/).waitFor();
    await button('Show the code').press('Enter');
    const code = (await ui.page.locator('.group-code-text').textContent()) ?? '';
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(typedCode(code)).toBeDefined();
    await ui.page.getByRole('img', { name: `QR code for the code ${code}` }).waitFor();
  });

  test('is joined by its code, however that is typed', async () => {
    await openGroups('ungrouped');
    await button('Join with a code').press('Enter');
    await expect.poll(() => field('Code of the group').evaluate(isFocused)).toBe(true);
    await ui.page.keyboard.type('hikyak');
    await ui.page.keyboard.press('Enter');
    await ui.page.getByRole('alert').getByText('This is no code of a group').waitFor();
    await expect.poll(() => field('Code of the group').evaluate(isFocused)).toBe(true);
    await field('Code of the group').fill('hiky ako g-rovp');
    await ui.page.keyboard.press('Enter');
    await heading(/^H1KY-AK0G-R0VP/).waitFor();
    await button('Show the code').click();
    expect(await ui.page.locator('.group-code-text').textContent()).toBe('H1KY-AK0G-R0VP');
  });

  test('is joined by a link after a question, and the code does not stay in the address', async () => {
    await open('ungrouped', { place: '#group=H1KYAK0GR0VP' });
    await ui.page.getByText('Join the group with the code H1KY-AK0G-R0VP?').waitFor();
    expect(new URL(ui.page.url()).hash).toBe('#groups');
    await button('Not now').press('Enter');
    await ui.page.getByText('No group yet').waitFor();
    await ui.page.evaluate(() => {
      location.hash = '#group=H1KYAK0GR0VQ';
    });
    await ui.page.getByText('Join the group with the code H1KY-AK0G-R0VQ?').waitFor();
    await button('Join').press('Enter');
    await heading(/^H1KY-AK0G-R0VQ/).waitFor();
  });

  test('is joined by no link that is cut off', async () => {
    await open('ungrouped', { place: '#group=H1KYAK' });
    await ui.page.getByRole('alert').getByText('This is no code of a group').waitFor();
    await button('Join with a code').waitFor();
  });
});

describe('with groups', () => {
  test('those of the list stand beside each person, and in an offer', async () => {
    await open('grouped');
    await ui.page.getByRole('button', { name: /^伊藤 chicken 89 · Known · Group 伊藤家 · Phone/ }).waitFor();
    await open('grouped-offer');
    await ui.page.getByRole('dialog').getByText('Group 伊藤家').waitFor();
  });

  test('one hides and shows oneself, and the first screen says so', async () => {
    await openGroups('grouped');
    await radio('Only people of my groups').press('Space');
    await expect.poll(() => radio('Only people of my groups').isChecked()).toBe(true);
    await link('People').press('Enter');
    await ui.page.getByText('Only people of your groups see you.').waitFor();
    await link('Groups').press('Enter');
    await radio('Everybody').click();
    await button('Back').press('Enter');
    await button('Choose files').waitFor();
    expect(await ui.page.getByText('Only people of your groups see you.').count()).toBe(0);
  });

  test('the last one is left after a question that says what follows', async () => {
    await openGroups('hiding');
    await button('Leave').press('Enter');
    await ui.page.getByText('It is your last group: then everybody can see you again.', { exact: false }).waitFor();
    await expect.poll(() => button('Back').last().evaluate(isFocused)).toBe(true);
    await button('Back').last().press('Enter');
    await expect.poll(() => button('Leave').evaluate(isFocused)).toBe(true);
    await button('Leave').press('Enter');
    await expect.poll(() => button('Back').last().evaluate(isFocused)).toBe(true);
    await button('Leave').press('Enter');
    await ui.page.getByText('No group yet').waitFor();
    await expect.poll(() => heading('Groups').evaluate(isFocused)).toBe(true);
  });

  test('one is renamed', async () => {
    await openGroups('hiding');
    await button('Rename').press('Enter');
    await expect.poll(() => field('Name of the group').evaluate(isFocused)).toBe(true);
    await ui.page.keyboard.type('Family');
    await ui.page.keyboard.press('Enter');
    await heading(/^Family/).waitFor();
    await expect.poll(() => button('Rename').evaluate(isFocused)).toBe(true);
  });
});
