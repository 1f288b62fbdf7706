import { describe, expect, it } from 'vitest';
import { nameInHost, ownNames, searchDomains } from './own-names.ts';

const isOwn = ownNames({
  hostname: 'Files.example.org',
  machine: 'Hut.example.org',
  domains: ['Lan', 'fritz.box'],
  isCertified: (name) => /^(?:shelter|[^.]+\.town)\.example$/.test(name),
});

describe('a name', () => {
  it.each([
    ...['192.168.42.1', '127.0.0.1', '[fd00::1]', '[::1]'],
    ...['localhost', 'a.localhost', 'raspberrypi.local', 'hikyaku.internal', 'hikyaku.test', 'r1.home.arpa'],
    ...['files.example.org', 'hut', 'hut.example.org', 'shelter.example', 'east.town.example', ''],
    ...['router', 'hikyaku', 'hut.lan', 'hut.fritz.box'],
  ])('"%s" is ours', (name) => expect(isOwn(name)).toBe(true));

  it.each([
    ...[
      'evil.example',
      'evil.example.org',
      'hut.evil.example',
      'files.example.org.evil.example',
      'other.lan',
      'fritz.box',
      'hut.lan.evil.example',
    ],
    ...['local.evil.example', 'my.mylocal', '127.0.0.1.evil.example', 'town.example', 'a.b.town.example'],
  ])('%s is not', (name) => expect(isOwn(name)).toBe(false));
});

it.each([
  ['nameserver 192.168.1.1\nsearch lan fritz.box.\n', ['lan', 'fritz.box']],
  ['domain home\n# search evil.example\n', ['home']],
  ['search a.example\nsearch .\n', []],
  ['', []],
])('of resolv.conf %j the domains are %j', (text, domains) => expect(searchDomains(text)).toEqual(domains));

it.each([
  ['hikyaku.internal', 'hikyaku.internal', false],
  ['Hikyaku.Internal.:8080', 'hikyaku.internal', true],
  ['[fd00::1]:8080', '[fd00::1]', true],
  ['a:b:c', '', false],
  [undefined, '', false],
])('in the Host header %s the name is %s', (header, name, namesPort) => {
  expect(nameInHost(header)).toEqual({ name, namesPort });
});
