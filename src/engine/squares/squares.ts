/** A worker of its own for `square`: a large photo keeps neither the page nor the engine busy, and can be given up. */
import { square } from './square.ts';

export type WantedSquare = { readonly blob: Blob; readonly size: number };
/** `ready`, once. Then, for each that is wanted, the picture; nothing where it cannot be decoded. */
export type SquareAnswer = 'ready' | ImageBitmap | undefined;

addEventListener('message', async ({ data: { blob, size } }: MessageEvent<WantedSquare>) => {
  const made = await square(blob, size).catch(() => undefined);
  const answer: SquareAnswer = made;
  postMessage(answer, { transfer: made ? [made] : [] });
});
const ready: SquareAnswer = 'ready';
postMessage(ready);
