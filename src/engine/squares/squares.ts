/** A separate worker for `square`: a large photo must not block the page or the engine, and can be given up. */
import { square } from './square.ts';

export type WantedSquare = { readonly blob: Blob; readonly size: number };
/** `ready`, once. Then the picture for each request; `undefined` when it cannot be decoded. */
export type SquareAnswer = 'ready' | ImageBitmap | undefined;

addEventListener('message', async ({ data: { blob, size } }: MessageEvent<WantedSquare>) => {
  const made = await square(blob, size).catch(() => undefined);
  const answer: SquareAnswer = made;
  postMessage(answer, { transfer: made ? [made] : [] });
});
const ready: SquareAnswer = 'ready';
postMessage(ready);
