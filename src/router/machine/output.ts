/**
 * The output of this process on stdout and stderr. Nobody has to listen: a full disk or a closed pipe costs the words,
 * never the router. Once there is room again, new output is written.
 */
type Stream = { write(words: string): unknown; on(event: 'error', take: () => void): unknown };

/** Returns a function that writes to a stream and ignores its failures. */
export function speaker(stream: Stream): (words: string) => void {
  // ENOSPC, EPIPE, EIO of a closed terminal: without a listener each of them ends the process.
  stream.on('error', () => {});
  return (words) => {
    try {
      stream.write(words);
    } catch {
      // Files are written synchronously, and older versions of Node 20 throw the system's error.
    }
  };
}

/** Writes to stdout: the requested output. */
export const say = speaker(process.stdout);
/** Writes to stderr: everything else. */
export const sayAside = speaker(process.stderr);
