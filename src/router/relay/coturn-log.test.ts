import { expect, test } from 'vitest';
import { isComplaint, logReader } from './coturn-log.ts';

test.each([
  ['bind: Cannot assign requested address', true],
  ['ERROR: CONFIG ERROR: Bad configuration format: no-loopback-peers', true],
  ['ERROR: A peer IP 192.168.1.144 denied in the range: 0.0.0.0-255.255.255.255', false],
  ['check_stun_auth: Cannot find credentials of user <1>', false],
  ['session 001000000000000001: incoming packet CREATE_PERMISSION processed, error 403: Forbidden IP', false],
  ['Relay ports initialization done', false],
])('%s: why coturn ended? %s', (line, is) => {
  expect(isComplaint(line)).toBe(is);
});

const MARK = '0123456789abcdef';

test("a line without the mark is not coturn's own once one had it", () => {
  const read = logReader(MARK);
  const lines = [
    '0: : Bad configuration format: no-such-option',
    `${MARK}: Relay ports initialization done`,
    `${MARK}: ERROR: check_stun_auth: wrong username: x`,
    'ERROR: this disk is full, call 555-0100',
    '0: : ERROR: this disk is full',
    'fedcba9876543210: ERROR: this disk is full',
    `${MARK}: `,
    `${MARK}: Cannot bind TLS/TCP listener socket to addr 203.0.113.9:3478`,
  ];
  expect(lines.map(read)).toEqual([
    { words: 'Bad configuration format: no-such-option', isOwn: true },
    { words: 'Relay ports initialization done', isOwn: true },
    { words: 'ERROR: check_stun_auth: wrong username: x', isOwn: true },
    { words: 'ERROR: this disk is full, call 555-0100', isOwn: false },
    { words: 'ERROR: this disk is full', isOwn: false },
    { words: 'fedcba9876543210: ERROR: this disk is full', isOwn: false },
    { words: '', isOwn: true },
    { words: 'Cannot bind TLS/TCP listener socket to addr 203.0.113.9:3478', isOwn: true },
  ]);
});

test("of a stream that has no marks, every line is coturn's own", () => {
  const read = logReader(MARK);
  const lines = ['socket: Protocol not supported', 'bind: Cannot assign requested address'];
  expect(lines.map(read)).toEqual(lines.map((words) => ({ words, isOwn: true })));
});
