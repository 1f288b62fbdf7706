/**
 * Decodes pictures away from the page: in Chromium and Safari the page then never stalls for one. (Firefox decodes on
 * the page's thread whichever thread asks.) When the worker cannot be loaded, the page decodes: the router may be gone
 * by then.
 */
import { type Cut, reduced } from '../../engine/squares/square.ts';
import type { SquareAnswer, WantedSquare } from '../../engine/squares/squares.ts';

/** The longest wait for the worker to load, in milliseconds. */
const START_MS = 3_000;
/** A picture that takes longer is not worth the wait in a list, in milliseconds: a file can be made to take minutes. */
const DECODE_MS = 10_000;

let worker: Promise<Worker | undefined> | undefined;

/** For one picture at a time. `undefined` if it takes too long or cannot be decoded. `size` in pixels. */
export async function decodeSmall(blob: Blob, size: number, cut: Cut): Promise<ImageBitmap | undefined> {
  worker ??= start();
  const running = await worker;
  if (running === undefined) return reduced(blob, size, cut);
  const wanted: WantedSquare = { blob, size, cut };
  running.postMessage(wanted);
  const answer = await said(running, DECODE_MS);
  if (answer === 'late') endDecoder(); // the next one begins with a fresh worker
  return answer instanceof ImageBitmap ? answer : undefined;
}

/** Call it when no more pictures are wanted: it frees the decoder's memory. */
export function endDecoder(): void {
  const ended = worker;
  worker = undefined;
  void ended?.then((running) => running?.terminate());
}

async function start(): Promise<Worker | undefined> {
  const started = new Worker(new URL('../../engine/squares/squares.ts', import.meta.url), {
    type: 'module',
    name: 'squares',
  });
  if ((await said(started, START_MS)) === 'ready') return started;
  started.terminate();
  return undefined;
}

/** The next answer of `running`, or `late` without one. */
function said(running: Worker, ms: number): Promise<SquareAnswer | 'late'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('late'), ms);
    const heard = (answer: SquareAnswer | 'late'): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    running.onmessage = ({ data }: MessageEvent<SquareAnswer>) => heard(data);
    running.onerror = () => heard('late');
  });
}
