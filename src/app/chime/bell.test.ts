import { expect, test } from 'vitest';
import { createBell } from './bell.ts';

function setting(kept = '') {
  const done: string[] = [];
  const page = { ms: 0, isVisible: true, kept };
  const bell = createBell({
    now: () => page.ms,
    isVisible: () => page.isVisible,
    play: (what) => done.push(`play ${what}`),
    shake: () => done.push('shake'),
    recall: () => page.kept,
    keep: (text) => {
      page.kept = text;
    },
  });
  return { bell, page, rung: () => done.splice(0) };
}

test('sounds and shakes by itself; a hidden page only sounds, and not where the system tells of it', () => {
  const { bell, page, rung } = setting();
  bell.ring('offer');
  expect(rung()).toEqual(['shake', 'play offer']);
  page.ms = 10_000;
  page.isVisible = false;
  bell.ring('files', true);
  expect(rung()).toEqual([]);
  bell.ring('files');
  expect(rung()).toEqual(['play files']);
});

test('nobody can make it ring without end', () => {
  const { bell, page, rung } = setting();
  for (; page.ms < 20_000; page.ms += 100) bell.ring('offer');
  expect(rung().filter((it) => it === 'shake')).toHaveLength(5);
});

test('who wants it quiet has it quiet, also at the next visit; who switches it on hears it at once', () => {
  const { bell, page, rung } = setting();
  bell.ring('offer');
  rung();
  bell.setLoud(false);
  page.ms = 10_000;
  bell.ring('offer');
  expect(rung()).toEqual([]);
  const later = setting(page.kept);
  expect(later.bell.isLoud.value).toBe(false);
  later.bell.setLoud(true);
  later.bell.ring('files');
  expect(later.rung()).toEqual(['shake', 'play files']);
  expect(setting(later.page.kept).bell.isLoud.value).toBe(true);
});
