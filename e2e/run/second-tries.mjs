/**
 * The memory of tests that passed only when they were run again: `second-tries.json`, which is committed. Once may be
 * the machine's fault; a test that is in it already and needs another try hides a race, and fails the run. Take a test
 * out when you mend it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file as it is in the repository: the day on which each of these tests needed its second try. */
export const FILE = join('e2e', 'run', 'second-tries.json');

/**
 * The verdict on a run. `offenders`: tests that needed a second try before as well. `memory`: the old one plus the
 * tests that needed it for the first time, sorted by name so that two branches that add to it seldom conflict.
 */
export function judge(memory, secondTries, today) {
  const offenders = secondTries.filter((name) => Object.hasOwn(memory, name));
  const added = secondTries.filter((name) => !Object.hasOwn(memory, name)).map((name) => [name, today]);
  const entries = [...Object.entries(memory), ...added].sort(([a], [b]) => (a < b ? -1 : 1));
  return { offenders, memory: Object.fromEntries(entries), added: added.map(([name]) => name) };
}

/**
 * How many of `offenders` the second try counted as passed. Those that are whole files (a hook failed, or it did not load)
 * it did not: their name is the file alone, and no test passed or failed under it.
 */
export const countedAsPassed = (offenders) => offenders.filter((name) => name.includes(': ')).length;

const textOf = (memory) => `${JSON.stringify(memory, null, 2)}\n`;

/** The lines of the file that `names` have in it. A machine of CI throws its checkout away: somebody has to copy them. */
export function linesOf(memory, names) {
  const starts = names.map((name) => `  ${JSON.stringify(name)}: `);
  return textOf(memory)
    .split('\n')
    .filter((line) => starts.some((start) => line.startsWith(start)));
}

/** Throws, with the name of the file, when it cannot be read: a run without its memory would forgive everything. */
export function remembered(root) {
  let memory;
  try {
    memory = JSON.parse(readFileSync(join(root, FILE), 'utf8'));
  } catch (error) {
    throw new Error(`${FILE} cannot be read (${error.message}): it maps names of tests to days, or is {}`);
  }
  const isMemory = typeof memory === 'object' && memory !== null && !Array.isArray(memory);
  if (!isMemory || !Object.values(memory).every((day) => typeof day === 'string'))
    throw new Error(`${FILE} maps names of tests to days, such as {"e2e/x.test.ts: does it": "2026-11-29"}`);
  return memory;
}

export function remember(root, memory) {
  writeFileSync(join(root, FILE), textOf(memory));
}
