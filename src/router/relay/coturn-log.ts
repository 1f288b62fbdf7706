/** What a line of coturn's log says, and whether coturn itself says it. Pure. */

/**
 * A secret that coturn writes before each line instead of the time. It tells coturn's own lines from forged ones: coturn logs the
 * name that a client gives itself, line breaks included, before it has checked the credential.
 */
export type Mark = string;

/** Lines of a configuration that make coturn (4.6.1) write the mark. */
export const markingLines = (mark: Mark): readonly string[] => [
  'new-log-timestamp',
  `new-log-timestamp-format=${mark}`,
];

type LogLine = {
  /** Without what coturn puts before them. */
  readonly words: string;
  /** False: somebody else may have written it. */
  readonly isOwn: boolean;
};

/** Before the words, until the mark is known: seconds since its start, and with some builds a thread. */
const PREFIX = /^\d+: (?:\(\d+\): )?:? ?/;

/**
 * Reads the lines of one stream, in their order. Those before the first marked one are coturn's own: it has not opened a port yet.
 * So are all of a stream without marks, which is stderr: only the C library's errors go there.
 */
export function logReader(mark: Mark): (line: string) => LogLine {
  const before = `${mark}: `;
  let areMarked = false;
  return (line) => {
    if (!line.startsWith(before)) return { words: line.replace(PREFIX, '').trim(), isOwn: !areMarked };
    areMarked = true;
    return { words: line.slice(before.length).trim(), isOwn: true };
  };
}

/** Lines about one client: a denied peer, an expired credential. None says why coturn itself ended. */
const OF_A_CLIENT = /^session \d|\bpeer IP\b|check_stun_auth/;

/** True when a line of coturn's own may explain its end. */
export function isComplaint(words: string): boolean {
  return /error|cannot|fatal|bad configuration/i.test(words) && !OF_A_CLIENT.test(words);
}
