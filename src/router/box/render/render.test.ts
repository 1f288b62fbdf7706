import { expect, it } from 'vitest';
import { downCommands } from './commands.ts';
import { render } from './render.ts';
import type { Command, Rendered } from './rendered.ts';
import { EXAMPLES, type Example } from './testing/boxes.ts';

function rendered({ box, machine }: Example): Rendered {
  const outcome = render(box, machine);
  if ('problem' in outcome) throw new Error(outcome.problem);
  return outcome;
}
const said = ({ argv, unlessThere, onlyIfThere, mayFail }: Command): string =>
  [
    ...(unlessThere === undefined ? [] : [`without ${unlessThere}:`]),
    ...(onlyIfThere === undefined ? [] : [`with ${onlyIfThere}:`]),
    ...argv,
    ...(mayFail ? ['(or not)'] : []),
  ].join(' ');

it.each(Object.entries(EXAMPLES))('%s', async (name, example) => {
  const { files, up, kernel, taken, unblocked, absent } = rendered(example);
  const text = [
    ...files.map((file) => `==> ${file.path} ${file.mode.toString(8)}\n${file.text}`),
    `==> up\n${up.map(said).join('\n')}\n`,
    `==> kernel\n${kernel.map((pair) => pair.join('=')).join('\n')}\n`,
    `==> down\n${downCommands(taken).map(said).join('\n')}\n`,
    `==> taken: ${taken.join(' ')}; unblocked: ${unblocked.join(' ')}; absent: ${absent.join(', ')}\n`,
  ].join('\n');
  await expect(text).toMatchFileSnapshot(`snapshot/${name.replaceAll(/[^\w]+/g, '-')}.txt`);
});

it('a secret stands in no file that others may read, and the mesh key in none at all', () => {
  const files = Object.values(EXAMPLES).flatMap((example) =>
    rendered(example).files.map((file) => ({ ...file, ...example.box })),
  );
  expect(files.filter(({ text, meshKey }) => meshKey !== undefined && text.includes(meshKey))).toEqual([]);
  const withPassword = files.filter(({ text, password }) => password !== undefined && text.includes(password));
  expect(new Set(withPassword.map(({ path, mode }) => `${path} ${mode.toString(8)}`))).toEqual(
    new Set(['/run/hikyaku/hostapd.conf 600']),
  );
});

it('whatever a network is called, each line of hostapd.conf is one of ours', () => {
  for (const [, example] of Object.entries(EXAMPLES).filter(([name]) => name.startsWith('a '))) {
    const conf = rendered(example).files.find(({ path }) => path.endsWith('hostapd.conf'));
    for (const line of conf?.text.trimEnd().split('\n') ?? []) expect(line).toMatch(/^[a-z_\d]+=[ -~]*$/);
  }
});

it('settings that no router could work with are refused in words', () => {
  const { box, machine } = EXAMPLES['a box alone'] ?? { box: undefined, machine: undefined };
  if (box === undefined) throw new Error('the example is gone');
  const config = { ...box.config, port: 0 };
  expect(render({ ...box, config }, machine)).toEqual({
    problem: 'nat needs a fixed --port to lead --public-port 80 to',
  });
});
