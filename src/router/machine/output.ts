/**
 * What this process says, on stdout and stderr. Nobody has to listen: a full disk and a pipe that was closed cost the words,
 * never the router. Once there is room again, what is said then is written.
 */
type Stream = { write(words: string): unknown; on(event: 'error', take: () => void): unknown };

/** Writes to a stream from then on whatever becomes of it. */
export function speaker(stream: Stream): (words: string) => void {
  // ENOSPC, EPIPE, EIO of a terminal that is gone: without a listener each of them ends the process.
  stream.on('error', () => {});
  return (words) => {
    try {
      stream.write(words);
    } catch {
      // Files are written at once, and older versions of Node 20 throw what the system answers.
    }
  };
}

/** On stdout: what was asked for. */
export const say = speaker(process.stdout);
/** On stderr: everything else. */
export const sayAside = speaker(process.stderr);
