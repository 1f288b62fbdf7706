import { expect, test } from 'vitest';
import { differences } from './snapshot.ts';

test('what is gone, what is new, and no settings of modules that were loaded meanwhile', () => {
  const before = ['link lo', 'kernel net.ipv4.ip_forward = 0', 'law country 00'];
  const after = [
    'kernel net.ipv4.ip_forward = 1',
    'kernel net.nf_conntrack_max = 65536',
    'law country 00',
    'rule table',
  ];
  expect(differences(before, after)).toEqual([
    '- link lo',
    '- kernel net.ipv4.ip_forward = 0',
    '+ kernel net.ipv4.ip_forward = 1',
    '+ rule table',
  ]);
  expect(differences(before, before)).toEqual([]);
});
