/** What a page hands to the browser, as it comes to lie in the folder of a person's downloads. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download } from 'playwright-core';
import type { Phone } from '../../../drive/phone.ts';

/** How long all of them may take, in milliseconds. */
const ALL_MS = 60_000;

/** Resolves with `folder` when `count` files lie there that `act` has made the page give. */
export async function downloads(
  phone: Phone,
  folder: string,
  count: number,
  act: () => Promise<void>,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { page } = phone.chromium;
  const saving: Promise<void>[] = [];
  const all = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${saving.length} of ${count} files were handed over`)), ALL_MS);
    const take = (download: Download): void => {
      saving.push(download.saveAs(join(folder, download.suggestedFilename())));
      if (saving.length < count) return;
      clearTimeout(timer);
      page.off('download', take);
      resolve();
    };
    page.on('download', take);
  });
  await Promise.all([act(), all]);
  await Promise.all(saving);
  return folder;
}
