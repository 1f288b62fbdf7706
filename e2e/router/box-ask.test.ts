/** The three questions of setup at a real terminal, that of `script`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findSystemProgram } from '../../src/router/machine/run-program.ts';

const why = findSystemProgram('script') === undefined ? 'not installed: script' : undefined;
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const AGENT = `${at('../../node_modules/.bin/tsx')} ${at('ask-agent.ts')}`;

/** Types each answer once its question is there; `\x04` is Ctrl-D, `\x03` Ctrl-C. */
async function terminal(...answers: readonly string[]): Promise<string> {
  const child = spawn('script', ['-qec', AGENT, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const left = [...answers];
  let [said, answered] = ['', 0];
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
    // A question ends with a colon and a blank; what is typed is shown after it.
    const asked = said.split(/(?:Two letters|phones that walk|signs)[^\n]*: /).length - 1;
    while (answered < asked && left.length > 0) {
      answered += 1;
      child.stdin.write(left.shift());
    }
  });
  await once(child, 'close');
  return said;
}

describe.skipIf(why !== undefined)(`the questions of setup${why === undefined ? '' : ` (${why})`}`, () => {
  it('take their proposals by Enter', async () => {
    const said = await terminal('\r', '\r', '\r');
    expect(said).toContain('terminal: true');
    expect(said).toContain('said: {"country":"JP","ssid":"Hikyaku","password":"open"}');
  });

  it('are put again where an answer is none', async () => {
    const said = await terminal('98\r', 'jp\r', '避難所\r', 'short\r', 'long enough\r');
    expect(said).toContain('two letters as in ISO 3166-1');
    expect(said).toContain('Expected a Wi-Fi password');
    expect(said).toContain('said: {"country":"JP","ssid":"避難所","password":{"key":"long enough"}}');
  });

  it.each([
    ['Ctrl-D', '\x04'],
    ['Ctrl-C', '\x03'],
  ])('end with %s, and nothing is said', async (_, key) => {
    expect(await terminal('JP\r', key)).toContain('said: undefined');
  });
});
