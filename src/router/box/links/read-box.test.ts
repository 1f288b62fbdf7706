import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBox } from './read-box.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hikyaku-read-box-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const settings = (more = ''): string => `HIKYAKU_BACKHAUL_ADDRESS=10.107.3.7/16\nHIKYAKU_SSID=a\n${more}`;

it('settings on trial count in place of those that stay', () => {
  const stay = file('hikyaku.conf', settings('HIKYAKU_NAME=stays\n'));
  const trial = join(folder, 'trial.conf');
  expect(readBox([trial, stay])).toMatchObject({ config: { name: 'stays' } });
  file('trial.conf', settings('HIKYAKU_NAME=trial\n'));
  expect(readBox([trial, stay])).toMatchObject({ config: { name: 'trial' } });
});

it('secrets are read from the files that are named, as the router reads them', () => {
  const password = file('password', '  long enough \n');
  const key = file('key', 'one key for all\n');
  const named = `HIKYAKU_WIFI_PASSWORD_FILE=${password}\nHIKYAKU_MESH_KEY_FILE=${key}\n`;
  expect(readBox([file('hikyaku.conf', settings(named))])).toMatchObject({
    password: 'long enough',
    meshKey: 'one key for all',
  });
});

it('what is wrong is said with the file in which it stands, and without the secret', () => {
  const password = file('password', 'long enough\nwpa=0\n');
  const problem = (text: string) => readBox([file('hikyaku.conf', text)]);
  expect(problem(settings(`HIKYAKU_WIFI_PASSWORD_FILE=${password}\n`))).toEqual({
    problems: [
      `${folder}/hikyaku.conf: HIKYAKU_WIFI_PASSWORD_FILE "${password}": expected a Wi-Fi password of 8 to 63 letters, digits and signs of ASCII in it`,
    ],
  });
  expect(problem(settings('HIKYAKU_MESH_KEY_FILE=/none\n'))).toEqual({
    problems: [`${folder}/hikyaku.conf: HIKYAKU_MESH_KEY_FILE "/none": expected a file that can be read (ENOENT)`],
  });
  expect(problem('HIKYAKU_PORT=x\n')).toEqual({
    problems: [expect.stringMatching(new RegExp(`^${folder}/hikyaku.conf: line 1: HIKYAKU_PORT "x": expected `))],
  });
  expect(readBox([join(folder, 'none')])).toEqual({ problems: ['this machine is no box yet: run `hikyaku setup`'] });
});
