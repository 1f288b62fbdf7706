import { expect, test } from 'vitest';
import { reachOf } from './reach.ts';

const hidden = 'candidate:1 1 udp 2113937151 0b3f9a5e-9d35-4ad5-b5a1-1b0a6b3d7c11.local 50000 typ host generation 0';
const tcp = 'candidate:2 1 tcp 1518280447 192.168.42.100 9 typ host tcptype active';
const reflexive = 'candidate:3 1 UDP 1677729535 10.90.0.1 50000 typ srflx raddr 0.0.0.0 rport 0';
const relayed = 'candidate:4 1 udp 33562367 192.168.42.1 20001 typ relay raddr 0.0.0.0 rport 0';
const named = 'candidate:5 1 udp 2113937151 192.168.42.100 50000 typ host';

test.each([
  ['nothing', [], 'none'],
  ['the end of candidates alone', [''], 'none'],
  ['TCP alone', [tcp], 'none'],
  ['a hidden address', [hidden, tcp, ''], 'hidden'],
  ['what a STUN server saw', [hidden, reflexive], 'open'],
  ['a relay', [hidden, relayed], 'open'],
  ['an address that is not hidden', [named], 'open'],
] as const)('%s', (_, candidates, reach) => {
  expect(reachOf(candidates, 'settled')).toBe(reach);
});

test.each([
  ['nothing, so far', [], 'under way', undefined],
  ['nothing, when a name may still be registered', [], 'ended', undefined],
  ['a hidden address, when a relay may still answer', [hidden], 'under way', undefined],
  ['a hidden address alone', [hidden], 'ended', 'hidden'],
  ['a relay, whatever else comes', [relayed], 'under way', 'open'],
] as const)('%s', (_, candidates, gathering, reach) => {
  expect(reachOf(candidates, gathering)).toBe(reach);
});
