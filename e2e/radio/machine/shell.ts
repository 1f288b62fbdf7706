/** Runs a program of this machine to its end. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** What it wrote to its standard output; an error with all it wrote when its status is not 0. */
export async function sh(command: string, words: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => output.push(piece));
  child.stderr?.on('data', (piece: Buffer) => errors.push(piece));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  const said = Buffer.concat(output).toString();
  if (code !== 0)
    throw new Error(`${command} ${words.join(' ')}: ended with ${code ?? signal}\n${said}${Buffer.concat(errors)}`);
  return said;
}
