/** The settings file as systemd itself reads it: by the function of its library that reads an EnvironmentFile. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseEnvironmentFile, quoted } from '../../src/router/box/settings/environment-file.ts';
import { settingsText } from '../../src/router/box/settings/settings-text.ts';

const READER = new URL('fixture/environment-file.py', import.meta.url).pathname;
const why = existsSync('/usr/bin/python3') ? undefined : 'python3 is not installed';

/** What systemd makes of each text: NAME=VALUE, the latest of a name. */
function asSystemd(texts: readonly string[]): readonly (readonly string[])[] {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [READER], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(stderr);
  const answers: unknown = JSON.parse(stdout);
  if (!Array.isArray(answers) || answers.length !== texts.length) throw new Error('an answer to each was expected');
  return answers;
}
/** What we make of it. A name that is none is told by us; systemd drops it when it starts the service. */
const asWe = (text: string): readonly string[] =>
  [...new Map(parseEnvironmentFile(text).assignments.map(({ name, value }) => [name, value]))].map((pair) =>
    pair.join('='),
  );
const withName = (lines: readonly string[]) => lines.filter((line) => /^[A-Za-z_]\w*=/.test(line)).sort();

it('hostile names and passwords come out of systemd as they went in', (context) => {
  if (why !== undefined) return context.skip(why);
  const values = fc
    .sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), 400)
    .filter((value) => !value.includes('\0'));
  const hostile = [
    'a"b',
    "a'b",
    '\\',
    '\\n',
    '$HOME',
    ['$', '{X}'].join(''),
    '`id`',
    '$(id)',
    ' both ends ',
    '#',
    ';x',
    'two\nlines',
    '避難所',
    '"',
    "'",
  ];
  const all = [...hostile, ...values];
  expect(asSystemd(all.map((value) => `# c\nX=${quoted(value)}\nY=1\n`))).toEqual(
    all.map((value) => [`X=${value}`, 'Y=1']),
  );
});

it('whatever stands in a file is the same for systemd and for us', (context) => {
  if (why !== undefined) return context.skip(why);
  const unit = fc.constantFrom(...' \t\n\r==\'"\\`$#;aB_é\n\n'.split(''));
  const texts = fc
    .sample(fc.string({ unit, maxLength: 40 }), 3_000)
    .map((text) => `A=${text}\nB=c\n`)
    // A comment that ends with a backslash is refused by us: its meaning has changed from systemd 252 to 254.
    .filter((text) => !parseEnvironmentFile(text).misread.some(({ problem }) => problem.startsWith('a comment')))
    // 252 takes the sign after a backslash in a comment for comment, too.
    .filter((text) => !/[#;][^\n\r]*\\/.test(text));
  expect(texts.length).toBeGreaterThan(1_000);
  expect(asSystemd(texts).map(withName)).toEqual(texts.map(asWe).map(withName));
});

it('a whole file is understood', (context) => {
  if (why !== undefined) return context.skip(why);
  const text = settingsText(
    { lanCables: [], backhaulCables: ['eth1'], lanAddress: '192.168.42.1/24', backhaulAddress: '10.107.3.7/16' },
    { name: '"quoted" $name', ssid: '避難所 \\ `x`', password: '$(reboot) "; rm' },
  );
  expect(asSystemd([text])).toEqual([asWe(text)]);
});
