/** Who may set up the rules of the kernel: whoever has the one right that it takes, whatever the user is called. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../src/router/machine/surroundings.ts';
import { LAN, WAN } from '../lab/topology.ts';
import { Place, whyNot } from './place.ts';

const why =
  whyNot() ?? (findProgram('setpriv', process.env['PATH']) === undefined ? 'not installed: setpriv' : undefined);
const NOBODY = ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'];
const NET_ADMIN = [
  '--inh-caps',
  '-all,+net_admin',
  '--ambient-caps',
  '-all,+net_admin',
  '--bounding-set',
  '-all,+net_admin',
];
const APPLY = ['nat', 'apply', '--lan', LAN, '--backhaul', WAN];
let place: Place;

describe.skipIf(why !== undefined)(`nat apply${why === undefined ? '' : ` (${why})`}`, () => {
  beforeAll(async () => {
    place = await Place.build();
  });
  afterAll(() => place?.close());
  const rules = async (): Promise<string> => (await place.run('R1', 'nft', 'list', 'tables')).said;

  it('says which right a user lacks, and changes nothing', async () => {
    const { code, said } = await place.commandAs(NOBODY, ...APPLY);
    expect(code).toBe(2);
    expect(said).toMatch(
      /^hikyaku: nat changes the rules of the kernel: it needs CAP_NET_ADMIN: run it as root, or as a unit/,
    );
    expect(await rules()).toBe('');
  });

  it('says so to root who was denied it', async () => {
    const { code, said } = await place.commandAs(['setpriv', '--bounding-set', '-net_admin'], ...APPLY);
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining('which root does not have here') });
    expect(await rules()).toBe('');
  });

  it('works for a user who has that right and no other', async () => {
    const { code, said } = await place.commandAs([...NOBODY, ...NET_ADMIN], ...APPLY);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(`leaves through ${WAN}`) });
    expect(await rules()).toContain('table inet hikyaku');
    expect((await place.run('R1', 'cat', '/proc/sys/net/ipv4/ip_forward')).said).toBe('1');
  });
});
