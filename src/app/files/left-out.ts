/** Files of a choice that are not sent, or about which the person is told something. */
import type { Excess } from '../../transfer/sendable.ts';

/** What a person must know about a choice; paths. */
export type LeftOut = {
  readonly unreadable: readonly string[];
  readonly tooLong: readonly string[];
  readonly emptyFolders: readonly string[];
  /** Accepted, but empty, which the person usually does not know. A browser shows a named pipe like that, too. */
  readonly withoutContent: readonly string[];
  /** The choice held nothing at all. */
  readonly isNothing: boolean;
  /** When present, the whole choice was refused. */
  readonly excess?: Excess;
};

/** A choice about which there is nothing to say. */
export const NOTHING_LEFT_OUT: LeftOut = {
  unreadable: [],
  tooLong: [],
  emptyFolders: [],
  withoutContent: [],
  isNothing: false,
};

export const onlyTooMuch = (tooMuch: Excess): LeftOut => ({ ...NOTHING_LEFT_OUT, excess: tooMuch });

/** True when nothing of the choice is missing. */
export const isWhole = ({ unreadable, tooLong, emptyFolders, excess: tooMuch }: LeftOut): boolean =>
  unreadable.length + tooLong.length + emptyFolders.length === 0 && tooMuch === undefined;
