/** Browsers as on a phone with a slower processor: the pages and their workers, which the browser itself slows only by half. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Phone } from '../../drive/phone.ts';

/** `times` slower, until the returned function is called. At 1 nothing is done. */
export async function slowed(phone: Phone, times: number): Promise<() => Promise<void>> {
  if (times <= 1) return async () => {};
  const program = fileURLToPath(new URL('slow.py', import.meta.url));
  const child = spawn('python3', [program, String(phone.pid), String(times)], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return async () => {
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  };
}
