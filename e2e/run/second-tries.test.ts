import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countedAsPassed, FILE, judge, linesOf, remember, remembered } from './second-tries.mjs';

const TODAY = '2026-11-29';
const A = 'e2e/browser/a.test.ts: saves it';
const B = 'e2e/lab/b.test.ts: meets';

describe('a test that passed on its second try', () => {
  it('is forgiven and written down the first time', () => {
    expect(judge({}, [B, A], TODAY)).toEqual({ offenders: [], memory: { [A]: TODAY, [B]: TODAY }, added: [B, A] });
  });

  it('fails the run the second time, and keeps its first day', () => {
    const memory = { [A]: '2026-10-01' };
    expect(judge(memory, [A], TODAY)).toEqual({ offenders: [A], memory, added: [] });
  });

  it('is told apart from a new one', () => {
    const { offenders, added, memory } = judge({ [A]: '2026-10-01' }, [A, B], TODAY);
    expect(offenders).toEqual([A]);
    expect(added).toEqual([B]);
    expect(memory).toEqual({ [A]: '2026-10-01', [B]: TODAY });
  });
});

it('without second tries nothing is written', () => {
  expect(judge({ [A]: TODAY }, [], TODAY)).toMatchObject({ offenders: [], added: [] });
});

describe('of tests that needed a second try before as well', () => {
  it('those are taken from the passed ones that were among them', () => {
    expect(countedAsPassed([A, B])).toBe(2);
  });

  it('a whole file, whose hook had failed, is not: it was never counted as passed', () => {
    expect(countedAsPassed(['e2e/browser/a.test.ts', B])).toBe(1);
  });
});

describe('the lines to commit', () => {
  it('are those of the new ones, as they stand in the file', () => {
    expect(linesOf({ [A]: TODAY, [B]: TODAY, 'z: "quoted"': TODAY }, ['z: "quoted"', A])).toEqual([
      `  "e2e/browser/a.test.ts: saves it": "${TODAY}",`,
      `  "z: \\"quoted\\"": "${TODAY}"`,
    ]);
  });

  it('are none when nothing is new', () => {
    expect(linesOf({ [A]: TODAY }, [])).toEqual([]);
  });
});

describe('the file', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'second-tries-'));
    mkdirSync(dirname(join(root, FILE)), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('gives back what was put into it', () => {
    remember(root, { [A]: TODAY });
    expect(remembered(root)).toEqual({ [A]: TODAY });
  });

  it.each(['', '[]', 'null', '{"a": 1}', '{'])('that holds %j is refused, with its name', (text) => {
    writeFileSync(join(root, FILE), text);
    expect(() => remembered(root)).toThrow(FILE);
  });

  it('that is missing is named in the error', () => {
    expect(() => remembered(root)).toThrow(FILE);
  });
});
