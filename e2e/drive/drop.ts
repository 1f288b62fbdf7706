/** Files that a person drags from the desktop onto the page, as Chromium sees them: with handles on secure origins. */
import type { Phone } from './phone.ts';

/**
 * Drops files and folders onto a device's button, which sends them at once, or without `deviceName` onto another place.
 */
export async function drop(phone: Phone, paths: readonly string[], deviceName?: string): Promise<void> {
  const before = (await phone.transfers()).length;
  const { page, context } = phone.chromium;
  const list = page.getByRole('list', { name: 'Devices' });
  const target = deviceName === undefined ? page.locator('main') : list.getByRole('button', { name: deviceName });
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${phone.name}: nothing to drop onto`);
  // Within the first line of the button: between two lines each event may meet another one, and the drop is a leave.
  const middle = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 3) };
  const place = deviceName === undefined ? { x: 5, y: 5 } : middle;
  const devtools = await context.newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, ...place, data });
  await devtools.detach();
  if (deviceName !== undefined) await phone.sendNow(before + 1);
}

/**
 * Replaces the browser's question whether a page may read files, which no test can answer: headless Chromium asks, and
 * nobody sees it. `allowReading` answers yes by giving the page the same files once more in a real drop, which is how
 * Chromium itself grants the permission. Without a fresh tap there is no question, as in the browser.
 */
export const ASK_PERSON = `(() => {
  const { requestPermission } = FileSystemHandle.prototype;
  globalThis.whenAsked = new Promise((asks) => { globalThis.asks = asks; });
  FileSystemHandle.prototype.requestPermission = async function (wanted) {
    if (!navigator.userActivation.isActive) throw new DOMException('no tap', 'SecurityError');
    if ((await this.queryPermission(wanted)) !== 'granted')
      await new Promise((answered) => { globalThis.asked = { answered }; asks(); });
    return requestPermission.call(this, wanted);
  };
  addEventListener('drop', async (event) => {
    const { asked } = globalThis;
    if (asked === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    globalThis.asked = undefined;
    globalThis.given = await Promise.all([...event.dataTransfer.items].map((item) => item.getAsFileSystemHandle()));
    asked.answered();
  }, true);
})()`;

/** The person allows the page to read `paths`, which it asks about now or later. Once for each visit. */
export async function allowReading(phone: Phone, paths: readonly string[]): Promise<void> {
  await phone.evaluate('whenAsked');
  await drop(phone, paths);
}
