import { expect, it } from 'vitest';
import type { BackhaulAddress } from './apart.ts';
import { SelfPortrait } from './self-portrait.ts';

it('is another one whenever STUN or the address on the backhaul comes or goes, and only then', () => {
  let stun: { readonly address: string; readonly port: number } | undefined;
  let backhaul: BackhaulAddress | undefined;
  const portrait = new SelfPortrait({ name: 'R1', stun: () => stun, backhaul: () => backhaul });
  expect(portrait.about).toEqual({ name: 'R1' });
  const looks = [portrait.look()];
  stun = { address: '192.168.1.1', port: 3478 };
  looks.push(portrait.look(), portrait.look());
  backhaul = { address: '192.168.1.1', prefix: 24 };
  looks.push(portrait.look());
  expect(portrait.about).toEqual({ name: 'R1', stun, backhaul });
  stun = undefined;
  looks.push(portrait.look());
  expect(portrait.about).not.toHaveProperty('stun');
  expect(looks).toEqual([false, true, false, true, true]);
});
