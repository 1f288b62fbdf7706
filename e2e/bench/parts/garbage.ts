/** Memory that is really in use: garbage is collected first. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export function collectGarbage(): void {
  collect();
  collect();
}

export function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
