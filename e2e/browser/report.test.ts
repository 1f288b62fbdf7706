/** The report of a problem, on pages between which something was really sent. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomFile } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { MB, Stage, together } from '../drive/stage.ts';

let stage: Stage;
let aki: Phone;
let haru: Phone;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [aki, haru] = await Promise.all([stage.phone('Aki', 'plain'), stage.phone('Haru', 'plain')]);
  await together(aki, haru);
});

afterAll(() => stage.strike());

async function reportOf({ chromium: { page } }: Phone): Promise<string> {
  await page.getByRole('link', { name: /^Online/ }).click();
  await page.getByRole('button', { name: 'Report of a problem' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Report of a problem' });
  await dialog.getByRole('button', { name: 'Copy report', disabled: false }).waitFor();
  const text = await dialog.getByRole('textbox').inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'People' }).click();
  return text;
}

it('tells versions, storage, the selected pair and the phases of both sides, and names no person, file or address', async () => {
  await aki.sendFiles([await randomFile(stage.path('secret list.bin'), 1 * MB)], ['Haru']);
  await haru.offer();
  await haru.accept();
  await haru.waitForState('secret list.bin', 'Saved');
  await aki.waitForState('secret list.bin', 'Sent');
  const reports = [await reportOf(aki), await reportOf(haru)];
  for (const report of reports) {
    expect(report).toMatch(/^app \d+\.\d+\.\d+, router \d+\.\d+\.\d+/m);
    expect(report).toMatch(/^storage: (?:opfs|records|buffers|memory)/m);
    expect(report).toMatch(/^ {2}link \d+: (?:host|prflx|srflx|relay) to (?:host|prflx|srflx|relay), udp/m);
    expect(report).toMatch(/ socket opened$/m);
    expect(report).toMatch(/ router online$/m);
    expect(report).not.toMatch(/Aki|Haru|secret|list\.bin/);
    const withoutBrowser = report.replace(/^browser: .*$/m, '');
    expect(withoutBrowser).not.toMatch(/\d+\.\d+\.\d+\.\d+|[0-9a-f]*::[0-9a-f]+|\.local|https?:/);
    expect(withoutBrowser).not.toMatch(/[\w-]{20,}/);
  }
  const id = (report = '') => /^ {2}(\S{4}) (?:sending|receiving): /m.exec(report)?.[1];
  expect(reports[0]).toMatch(/ sending: sent, 1 files, /);
  expect(reports[1]).toMatch(/ receiving: saved, 1 files, /);
  expect(id(reports[0])).toBe(id(reports[1]));
});
