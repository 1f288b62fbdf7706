/** What comes without a picker: pasted, or dropped as a text or a link; and who gets it. In a real browser over a fake model. */
import { expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const ui = fakeApp();
const { open, button, calls } = ui;

/** An event as a browser sends it when a person presses Ctrl+V or lets go of what they drag. */
const bring = (
  type: 'paste' | 'dragstart' | 'dragover' | 'drop',
  on: string,
  what: { text?: string; files?: string[] },
) =>
  ui.page.evaluate(
    ([name, target, { text, files = [] }]) => {
      const data = new DataTransfer();
      for (const file of files) data.items.add(new File(['x'], file, { type: 'image/png' }));
      if (text !== undefined) data.setData('text/plain', text);
      const how = { bubbles: true, cancelable: true };
      const event =
        name === 'paste'
          ? new ClipboardEvent(name, { ...how, clipboardData: data })
          : new DragEvent(name, { ...how, dataTransfer: data });
      document.querySelector(target)?.dispatchEvent(event);
      return event.defaultPrevented;
    },
    [type, on, what] as const,
  );

/** What takes it is a late part. */
const isReady = () => expect.poll(() => bring('dragover', 'h1', { text: 'x' })).toBe(true);

test('pasted files are chosen; a pasted text or link is a file named by its first words, and the page says so', async () => {
  await open('devices');
  await isReady();
  await bring('paste', 'body', { files: ['map.png'] });
  await ui.page.getByText('Ready to send').waitFor();
  await bring('paste', 'body', { text: 'Water at 3 pm\nin the yard' });
  await ui.page.getByText('Your text is now the file \u2068Water at 3 pm.txt\u2069.').waitFor();
  await ui.page.getByRole('button', { name: /^Hana/ }).click();
  await button('Send now').click();
  expect(await calls()).toEqual([['send', ['map.png', 'Water at 3 pm.txt'], ['a']]]);
  expect(await ui.page.getByText('Your text is now the file').count()).toBe(0);
});

test('what is pasted or dropped into a field is left to it', async () => {
  await open('devices');
  await isReady();
  await button('Your name: Brave Crane').click();
  await ui.page.getByRole('textbox').waitFor();
  expect(await bring('paste', 'input[type=text]', { text: 'Aiko' })).toBe(false);
  expect(await bring('drop', 'input[type=text]', { text: 'Aiko' })).toBe(false);
  expect(await ui.page.getByText('Ready to send').count()).toBe(0);
});

test('a text dropped on a person is for them; a link of the page itself, dragged by mistake, for nobody', async () => {
  await open('devices');
  await isReady();
  await bring('dragstart', '[data-device=a]', {});
  expect(await bring('drop', '[data-device=b]', { text: 'http://here/#people/a' })).toBe(false);
  await ui.page.evaluate("document.body.dispatchEvent(new DragEvent('dragend', { bubbles: true }))");
  await bring('drop', '[data-device=b]', { text: 'https://example.org/water' });
  await button('Send now').click();
  expect(await calls()).toEqual([['send', ['example.org-water.txt'], ['b']]]);
});
