/** A client of setup's own at a real router: dnsmasq, NAT, the app and STUN as a box runs them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSystemProgram } from '../../src/router/machine/run-program.ts';
import { Place, R1, type Running, whyNot } from './place.ts';

const why = whyNot() ?? (findSystemProgram('dnsmasq') === undefined ? 'not installed: dnsmasq' : undefined);
const ERRAND = { hostname: 'hikyaku.internal', port: 80, stun: { address: R1.backhaul, port: 3478 } };
const PORTAL = ['--public-port', '80'];
let place: Place;
let names: Running;
let router: Running;

describe.skipIf(why !== undefined)(`a client of setup${why === undefined ? '' : ` (${why})`}`, () => {
  beforeAll(async () => {
    place = await Place.build();
    expect((await place.nat('apply', ...PORTAL)).code).toBe(0);
    names = await place.names(...PORTAL);
    router = await place.router(PORTAL);
  });
  afterAll(() => place?.close());

  it('gets an address, the name, the page and STUN, and leaves nothing behind', async () => {
    expect(await place.asPhone(ERRAND)).toEqual({ failures: [], isAsBefore: true });
  });

  it('says which step fails, and why', async () => {
    expect(await place.asPhone({ ...ERRAND, stun: { ...ERRAND.stun, port: 3999 } })).toEqual({
      failures: ['STUN does not answer at the address between boxes (no answer)'],
      isAsBefore: true,
    });
    expect((await place.asPhone({ ...ERRAND, hostname: 'other.internal' })).failures).toEqual([
      'the name of the router is not found (ENOTFOUND)',
    ]);
    await router.stop();
    expect((await place.asPhone(ERRAND)).failures).toEqual([
      'the router does not answer (ECONNREFUSED)',
      'the app does not open (ECONNREFUSED)',
      'STUN does not answer at the address between boxes (no answer)',
    ]);
    await names.stop();
    expect(await place.asPhone(ERRAND)).toEqual({
      failures: ['a phone gets no address (no offer from DHCP)'],
      isAsBefore: true,
    });
  });
});
