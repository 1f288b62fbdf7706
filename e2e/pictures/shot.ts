/** Pictures of what a window shows, as sharp as a phone shows it. */
import type { Page } from 'playwright-core';

/** The user agent of a phone; the app draws another picture beside its name then. */
export const AS_PHONE = `Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (Linux; Android 15) Mobile' });`;

/** A PNG of what the window shows, `scale` times as sharp: its top, or what there is down to the end of an element. */
export async function shot(page: Page, scale: number, from?: string): Promise<Buffer> {
  const size = page.viewportSize();
  if (size === null) throw new Error('the page has no size');
  const session = await page.context().newCDPSession(page);
  const mobile = scale > 1;
  await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: scale, mobile });
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: mobile });
  await page.evaluate((selector) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (selector === undefined) scrollTo({ top: 0, behavior: 'instant' });
    else document.querySelector(selector)?.scrollIntoView({ block: 'end', behavior: 'instant' });
  }, from);
  // Playwright's own screenshot would have the sharpness of the context's start, whatever is set later.
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
  return Buffer.from(data, 'base64');
}
