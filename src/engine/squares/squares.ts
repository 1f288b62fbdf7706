/** A separate worker for `reduced`: a large photo must not block the page or the engine, and can be given up. */
import { type Cut, reduced } from './square.ts';

export type WantedSquare = { readonly blob: Blob; readonly size: number; readonly cut: Cut };
/** `ready`, once. Then the picture for each request; `undefined` when it cannot be decoded. */
export type SquareAnswer = 'ready' | ImageBitmap | undefined;

addEventListener('message', async ({ data: { blob, size, cut } }: MessageEvent<WantedSquare>) => {
  const made = await reduced(blob, size, cut).catch(() => undefined);
  const answer: SquareAnswer = made;
  postMessage(answer, { transfer: made ? [made] : [] });
});
const ready: SquareAnswer = 'ready';
postMessage(ready);
