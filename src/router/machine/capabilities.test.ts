import { expect, it } from 'vitest';
import { lacksNetAdmin } from './capabilities.ts';

const status = (effective: string, ambient = '0000000000000000'): string =>
  `Name:\tnode\nCapInh:\t0000000000000000\nCapEff:\t${effective}\nCapBnd:\t000001ffffffffff\nCapAmb:\t${ambient}\n`;
const [ALL, NET_ADMIN, NONE] = ['000001ffffffffff', '0000000000001000', '0000000000000000'];

it.each([
  ['root', status(ALL), 0, undefined],
  ['root of a container that lacks it', status('000001ffffffefff'), 0, /root does not have here/],
  ['a unit that has only that', status(NET_ADMIN, NET_ADMIN), 1000, undefined],
  ['a user', status(NONE), 1000, /^it needs CAP_NET_ADMIN: run it as root/],
  ['a user who cannot hand it on', status(NET_ADMIN), 1000, /programs that it runs would not/],
  ['root of a system without /proc', '', 0, undefined],
  ['a user there', '', 1000, /^it needs CAP_NET_ADMIN/],
])('%s', (_, text, uid, why) => {
  expect(lacksNetAdmin(text, uid)).toEqual(why === undefined ? undefined : expect.stringMatching(why));
});
