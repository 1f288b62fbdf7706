/** Programs of others end in every way, and each is a value. */
import { afterEach, expect, test, vi } from 'vitest';
import { runProgram } from './run-program.ts';

afterEach(() => vi.unstubAllEnvs());

test('tells what a program said, and reads what it is given', async () => {
  expect(await runProgram(['cat'], { input: 'words' })).toEqual({
    isWell: true,
    status: 0,
    stdout: 'words',
    stderr: '',
  });
});

test('speaks English, whatever the machine speaks: LANGUAGE counts before LC_ALL', async () => {
  vi.stubEnv('LANGUAGE', 'de');
  vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
  const { stdout } = await runProgram(['sh', '-c', 'echo "$LC_ALL, $LANGUAGE"']);
  expect(stdout).toBe('C.UTF-8, \n');
});

test('says in one line why one failed', async () => {
  const ended = await runProgram(['sh', '-c', 'echo first >&2; echo second >&2; exit 3']);
  expect(ended).toMatchObject({ isWell: false, status: 3 });
  expect(ended.problem).toMatch(/: first$/);
});

test('says that one is not installed', async () => {
  expect(await runProgram(['no-such-program-here'])).toMatchObject({
    isWell: false,
    problem: 'no-such-program-here: not installed',
  });
});

test('ends one that hangs', async () => {
  const ended = await runProgram(['sleep', '600'], { limitMs: 50 });
  expect(ended).toMatchObject({ isWell: false, problem: 'sleep 600: no answer within 0.05 s' });
  expect(ended.status).toBeUndefined();
});

test('a program that does not read its input harms nobody', async () => {
  expect(await runProgram(['true'], { input: 'x'.repeat(1_000_000) })).toMatchObject({ isWell: true });
});
