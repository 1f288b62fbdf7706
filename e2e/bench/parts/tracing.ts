/** The browser's own tracing (Chrome DevTools Protocol, domain Tracing), for a look with Perfetto or DevTools. Chromium. */
import { writeFile } from 'node:fs/promises';
import type { Phone } from '../../drive/phone.ts';

/** Tasks of all threads, what they do for the page, and a sampling profile of every JavaScript thread, workers too. */
const CATEGORIES = [
  '__metadata',
  'toplevel',
  'devtools.timeline',
  'blink.user_timing',
  'disabled-by-default-v8.cpu_profiler',
];

/** Traces the phone's browser from now on; the result ends that and writes it all to a file. */
export async function trace(phone: Phone): Promise<(path: string) => Promise<void>> {
  const { context, page } = phone.chromium;
  const session = await context.newCDPSession(page);
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES },
  });
  return async (path) => {
    const done = new Promise<string>((resolve) =>
      session.once('Tracing.tracingComplete', ({ stream }) => resolve(stream ?? '')),
    );
    await session.send('Tracing.end');
    const handle = await done;
    const pieces: string[] = [];
    for (;;) {
      const { data, eof, base64Encoded } = await session.send('IO.read', { handle, size: 8 * 1024 * 1024 });
      pieces.push(base64Encoded ? Buffer.from(data, 'base64').toString() : data);
      if (eof) break;
    }
    await session.send('IO.close', { handle });
    await session.detach();
    await writeFile(path, pieces.join(''));
  };
}
