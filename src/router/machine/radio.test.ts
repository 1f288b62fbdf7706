import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookAtRadio } from './radio.ts';
import { radioReportText } from './radio-report.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hikyaku-radio-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const file = (text: string): string => {
  const path = join(folder, 'radio.json');
  writeFileSync(path, text);
  return path;
};

it('tells what the report says, and how old it is', () => {
  const path = file(radioReportText({ up_s: 1_000, country: 'JP' }));
  expect(lookAtRadio(path, 1_090.9)).toEqual({ state: 'known', age_s: 90, country: 'JP' });
});

it('counts from the start of the machine, as whoever writes it does', () => {
  expect(lookAtRadio(file(radioReportText({ up_s: Math.floor(uptime()) })))).toMatchObject({ state: 'known' });
});

it.each([
  [1_091, { cause: 'old', age_s: 91 }],
  [999, { cause: 'old', age_s: 0 }],
])('believes none that is too old, or of the life before: at %d s', (upS, told) => {
  const path = file(radioReportText({ up_s: 1_000, country: 'JP' }));
  expect(lookAtRadio(path, upS)).toEqual({ state: 'unknown', ...told });
});

it('says why it knows nothing', () => {
  const path = file('{"up_s":1,"country":"JPN"}');
  expect(lookAtRadio(path, 1)).toMatchObject({ state: 'unknown', cause: 'damaged' });
  expect(lookAtRadio(join(folder, 'none'))).toMatchObject({
    cause: 'missing',
    reason: expect.stringMatching(/ENOENT$/),
  });
});
