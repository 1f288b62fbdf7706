/** Routers that meet act as one: the real processes on one backhaul, in namespaces, under the product's own rules. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionId } from '../../src/protocol/signaling.ts';
import { MeshStage } from './mesh-stage.ts';
import { whyNot } from './place.ts';

const CONNECTION = 'across-the-mesh-' as ConnectionId;
/** From a cable to a list: the aim of the product. */
const MEET_MS = 3_000;

const skip = whyNot();
describe.skipIf(skip !== undefined)(`two routers${skip === undefined ? '' : ` (${skip})`}`, () => {
  let stage: MeshStage;
  beforeAll(async () => {
    stage = await MeshStage.build('R1', 'R2', 'R3');
  }, 60_000);
  afterAll(() => stage?.close());

  it('find each other, and their devices see and call each other', async () => {
    await Promise.all([stage.start('R1'), stage.start('R2')]);
    const [ann, bob] = await Promise.all([stage.join('R1', 'ann'), stage.join('R2', 'bob')]);
    await stage.together(['R1', 'R2'], MEET_MS);
    await ann.until(() => ann.named('bob')?.router === 'R2', MEET_MS);
    await bob.until(() => bob.named('ann')?.router === 'R1', MEET_MS);
    const [one, two] = await Promise.all([stage.status('R1'), stage.status('R2')]);
    expect(one.mesh).toMatchObject({
      state: 'joined',
      trust: 'open',
      digest: two.mesh.digest,
      presence: two.mesh.presence,
    });
    expect(one.mesh.routers.map(({ name, clients }) => [name, clients])).toEqual([
      ['R1', 1],
      ['R2', 1],
    ]);

    const to = ann.named('bob')?.id;
    if (to === undefined || ann.id === undefined) throw new Error('nobody there');
    ann.say({ type: 'connect', to, connection: CONNECTION });
    // STUN of the own router on the LAN, and of the other one on the backhaul: nobody asked for them, nobody elected them.
    expect((await ann.next('ice')).iceServers.map(({ urls }) => urls)).toEqual([
      'stun:10.1.0.1:3478',
      'stun:192.168.1.2:3478',
    ]);
    ann.say({ type: 'signal', to, connection: CONNECTION, signal: { type: 'offer', sdp: 'v=0' } });
    const offer = await bob.next('signal');
    expect(offer).toMatchObject({ from: ann.id, connection: CONNECTION, signal: { type: 'offer', sdp: 'v=0' } });
    expect(offer.iceServers?.map(({ urls }) => urls)).toEqual(['stun:10.2.0.1:3478', 'stun:192.168.1.1:3478']);
    bob.say({ type: 'signal', to: ann.id, connection: CONNECTION, signal: { type: 'answer', sdp: 'v=0' } });
    expect(await ann.next('signal')).toMatchObject({ from: to, signal: { type: 'answer' } });
    bob.drop();
    await ann.until(() => ann.named('bob')?.away === true, MEET_MS);
    ann.say({ type: 'connect', to, connection: CONNECTION });
    await ann.next('unreachable');
    ann.drop();
  });
});
