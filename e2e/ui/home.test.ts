/** The first screen with few and with many people: who is in sight, where, and that nothing moves when somebody comes. */
import { describe, expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const ui = fakeApp();
const { open, button } = ui;
const people = () => ui.page.getByRole('list', { name: 'Devices' });
const rows = () => people().getByRole('button');
const list = (name: string) => ui.page.getByRole('list', { name, exact: true });

describe('many people', () => {
  test('are parted: known, recent, here; other places are folded with their number, and open by a press', async () => {
    await open('shelter');
    expect(await people().getByRole('heading').allTextContents()).toEqual([
      'Known 1',
      'Recent 1',
      'Here 16',
      'West School 8',
      'Health Centre 2 7',
      'Clinic 7',
    ]);
    expect(await list('Known').getByRole('button').count()).toBe(1);
    expect(await list('Here').getByRole('button').count()).toBe(16);
    expect(await rows().count()).toBe(18);
    await people().getByRole('heading', { name: 'West School 8' }).click();
    expect(await list('West School').getByRole('button').count()).toBe(8);
    expect(await rows().count()).toBe(26);
    // It stays open while one looks elsewhere.
    await ui.page.getByRole('link', { name: /^Received/ }).click();
    await ui.page.getByRole('link', { name: 'People', exact: true }).click();
    await expect.poll(() => rows().count()).toBe(26);
  });

  test('the right one is found by three letters, by picture and number, and by place; folded places as well', async () => {
    await open('shelter');
    const field = ui.page.getByRole('searchbox', { name: 'Find somebody' });
    const found = async (query: string) => {
      await field.fill(query);
      await ui.page.getByText(/^Found: |^Nobody here fits/).waitFor();
      return (await rows().allTextContents()).map((text) => text.replace(/\s+/g, ' '));
    };
    expect((await found('はなこ')).every((text) => text.includes('佐藤ハナコ'))).toBe(true);
    expect(await found('hat 26')).toEqual([expect.stringContaining('Happy Maple')]);
    await field.fill('clinic');
    await expect.poll(() => rows().count()).toBe(7);
    await field.fill('xyz');
    await ui.page.getByText('Nobody here fits. Try fewer letters.').waitFor();
    await field.press('Escape');
    await expect.poll(() => rows().count()).toBe(18);
  });

  test('who comes while somebody is looked for stands behind those who were found, and nobody unseen is marked', async () => {
    await open('shelter');
    const field = ui.page.getByRole('searchbox', { name: 'Find somebody' });
    await button('Send to several').click();
    await button('Everybody').waitFor();
    await field.fill('map');
    await ui.page.getByText(/^Found: /).waitFor();
    await button('Everybody').waitFor({ state: 'detached' }); // what is read aloud comes before the list
    const before = await rows().allTextContents();
    await ui.page.evaluate(
      `window.model.devices.value = [{ id: 'newcomer', name: 'Map', kind: 'phone', section: 'new' }, ...window.model.devices.value]`,
    );
    await expect.poll(() => rows().count()).toBe(before.length + 1);
    expect((await rows().allTextContents()).slice(0, -1)).toEqual(before);
    await field.press('Escape');
    await button('Everybody').waitFor();
  });

  test('a person who was looked for is sent to by one press', async () => {
    await open('shelter');
    await ui.page.getByRole('searchbox', { name: 'Find somebody' }).fill('qui');
    const chooser = ui.page.waitForEvent('filechooser');
    await rows().first().click();
    await (await chooser).setFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
    await button('Send now').waitFor();
  });
});

test('a room of three has no titles, no field and nothing folded', async () => {
  await open('three');
  expect(await rows().count()).toBe(3);
  expect(await people().getByRole('heading').count()).toBe(0);
  expect(await ui.page.getByRole('searchbox').count()).toBe(0);
});

test('the title, "several" and bringing in stand in one row, in every language and on small phones', async () => {
  await open('shelter');
  const language = ui.page.getByRole('combobox').first();
  const tags = await language.locator('option').evaluateAll((all) => all.map((it) => (it as HTMLOptionElement).value));
  expect(tags.length).toBeGreaterThanOrEqual(14);
  for (const tag of tags) {
    await language.selectOption(tag);
    await ui.page.locator(`html[lang="${tag}"]`).waitFor();
    for (const width of [320, 360, 390]) {
      await ui.page.setViewportSize({ width, height: 740 });
      const parts = await ui.page.locator('.devices > .section-head > *').evaluateAll((all) =>
        all.map((it) => {
          const { top, bottom, right } = it.getBoundingClientRect();
          return { middle: (top + bottom) / 2, right, isWhole: it.scrollWidth <= it.clientWidth + 1 };
        }),
      );
      const middles = parts.map(({ middle }) => middle);
      const isRow = Math.max(...middles) - Math.min(...middles) < 2;
      const fits = parts.every(({ right, isWhole }) => isWhole && right <= width);
      expect([parts.length, isRow, fits], `${tag} at ${width}`).toEqual([3, true, true]);
    }
  }
});

describe('bringing somebody in', () => {
  test('an empty screen shows the code and the plain address; with people there, a link leads to them', async () => {
    await open('empty-secure');
    await ui.page.getByRole('img', { name: 'Code that opens http://192.168.42.1:8080' }).waitFor();
    await open('three');
    await ui.page.getByRole('link', { name: 'Bring somebody in' }).press('Enter');
    await ui.page.getByRole('heading', { name: 'Bring somebody in' }).waitFor();
    expect(await ui.page.evaluate('location.hash')).toBe('#here/bring');
    await ui.page.getByRole('img', { name: /^Code that opens http/ }).waitFor();
    await button('Copy the address').click();
    await ui.page.getByText('The address is copied.').waitFor();
    await button('Back').click();
    await expect
      .poll(() =>
        ui.page.getByRole('link', { name: 'Bring somebody in' }).evaluate((it) => it === document.activeElement),
      )
      .toBe(true);
  });

  test('where the router tells its Wi-Fi, that comes first, with its password in words', async () => {
    await open('three');
    const wifi = { ssid: 'Shelter', password: 'correct horse', code: 'WIFI:T:WPA;P:correct horse;S:Shelter;;' };
    await ui.page.route('**/join.json', (route) => route.fulfill({ json: { wifi } }));
    await ui.page.getByRole('link', { name: 'Bring somebody in' }).click();
    await ui.page.getByRole('img', { name: 'Code that joins the Wi-Fi Shelter' }).waitFor();
    expect(await ui.page.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Join the Wi-Fi',
      'Open this address in the browser',
    ]);
    await ui.page.getByText('correct horse', { exact: true }).waitFor();
  });
});

describe('the lower edge', () => {
  test.each([
    [320, 568, 100, 'true'],
    [390, 844, 100, 'true'],
    [844, 390, 100, 'true'],
    [320, 568, 200, 'false'],
  ])('at %d x %d with letters of %d percent it takes a third at most, or is the end of the page', async (width, height, size, stuck) => {
    await open('shelter', { viewport: { width, height } });
    await ui.page.addStyleTag({ content: `html { font-size: ${1.125 * size}% }` });
    const bottom = ui.page.locator('.bottom');
    await expect.poll(() => bottom.getAttribute('data-stuck')).toBe(stuck);
    const box = await bottom.boundingBox();
    if (stuck === 'true') expect(box?.height).toBeLessThanOrEqual(height / 3);
    if (stuck === 'true') expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(height, 0);
  });

  test('never covers what has the focus', async () => {
    await open('shelter', { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    await rows().first().focus();
    for (let press = 0; press < 24; press++) {
      await ui.page.keyboard.press('Tab');
      const [lowest, edge] = await ui.page.evaluate(() => [
        document.activeElement?.closest('.bottom') ? 0 : (document.activeElement?.getBoundingClientRect().bottom ?? 0),
        document.querySelector('.bottom')?.getBoundingClientRect().top ?? 0,
      ]);
      expect(lowest).toBeLessThanOrEqual(edge ?? 0);
    }
  });
});

test('on the smallest phone three of forty people are in sight at once', async () => {
  await open('crowd', { viewport: { width: 320, height: 568 } });
  await rows().nth(2).waitFor();
  const edge = (await ui.page.locator('.bottom').boundingBox())?.y ?? 0;
  const third = await rows().nth(2).boundingBox();
  expect((third?.y ?? 0) + (third?.height ?? 0)).toBeLessThanOrEqual(edge);
});

/** What moves on the screen without a press (Cumulative Layout Shift, https://web.dev/cls): all of it, in whatever time. */
test.each([
  ['three', 390, 844],
  ['three', 360, 740],
  ['three', 1280, 800],
  ['empty', 390, 844],
])('sixty people come to a room of %s at %d x %d, and nothing in sight moves', async (state, width, height) => {
  const page = await open(state, { viewport: { width, height } });
  await page
    .getByRole('link', { name: 'Bring somebody in' })
    .or(page.getByRole('img', { name: /^Code/ }))
    .waitFor();
  await page.evaluate(`{
    window.shifts = 0;
    new PerformanceObserver((seen) => { for (const { value } of seen.getEntries()) window.shifts += value; })
      .observe({ type: 'layout-shift' });
  }`);
  for (let n = 0; n < 60; n++)
    await page.evaluate(`new Promise((drawn) => {
      const { devices } = window.model;
      devices.value = [...devices.value, { id: 'join-${n}', name: 'Quiet Maple ${n}', kind: 'phone' }];
      requestAnimationFrame(() => requestAnimationFrame(drawn));
    })`);
  await expect.poll(() => rows().count()).toBeGreaterThanOrEqual(60);
  expect(await page.evaluate('shifts')).toBeLessThan(0.05);
});
