/** What QEMU is told. */
import { expect, test } from 'vitest';
import { words } from './qemu.ts';

const PLAN = {
  root: { kind: 'host' },
  kernel: '/k',
  initrd: '/i',
  extra: '/extra',
  shares: [{ tag: 'share0', folder: '/out', writable: true }],
  memoryMb: 1_024,
  cores: 2,
  agent: '/a',
} as const;

/** The words that follow a flag, each time it is there. */
const after = (flag: string, all: readonly string[]): readonly string[] =>
  all.flatMap((word, index) => (word === flag ? [all[index + 1] ?? ''] : []));

test('the machine has no way to any network', () => {
  const all = words(PLAN, 'tcg');
  expect(all).toContain('-nodefaults');
  expect(after('-nic', all)).toEqual(['none']);
  expect(all.join(' ')).not.toMatch(/netdev|hostfwd|user,/);
});

test("this machine's root folder is shared read-only, and only what says so may be written", () => {
  const folders = after('-fsdev', words(PLAN, 'tcg'));
  expect(folders.map((folder) => /path=([^,]*)/.exec(folder)?.[1])).toEqual(['/', '/extra', '/out']);
  expect(folders.map((folder) => folder.includes('readonly=on'))).toEqual([true, true, false]);
});

test('a disk is the root of its own machine, which sees nothing else of this one', () => {
  const all = words({ ...PLAN, root: { kind: 'disk', image: '/d' }, shares: [] }, 'tcg');
  expect(after('-drive', all)).toEqual(['file=/d,if=virtio,format=raw']);
  expect(after('-fsdev', all)).toHaveLength(1);
  expect(after('-append', all)[0]).toContain('hikyaku.root=disk');
});

test('the clock may stand at any time', () => {
  expect(after('-rtc', words({ ...PLAN, clock: '1970-01-02T00:00:00' }, 'kvm'))).toEqual(['base=1970-01-02T00:00:00']);
});

test('cables that are plugged in are its only ones', () => {
  const all = words({ ...PLAN, taps: ['tap0', 'tap1'] }, 'tcg');
  expect(after('-nic', all)).toEqual(['none']);
  expect(after('-netdev', all)).toEqual([
    'tap,id=tap0,ifname=tap0,script=no,downscript=no',
    'tap,id=tap1,ifname=tap1,script=no,downscript=no',
  ]);
});
