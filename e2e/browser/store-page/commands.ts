/** The commands of the test page, run by the page itself or by its worker. All answers are plain JSON values. */
import type { PickedStore } from '../../../src/engine/store/pick.ts';

export type Command =
  | { readonly do: 'pick'; readonly forced?: Exclude<PickedStore['rung'], 'memory'>; readonly without?: 'blobs' }
  /** Runs one case of the contract, or the one about full storage, on the last picked store. */
  | { readonly do: 'contract'; readonly title: string }
  /** Opens a new pack for `bytes` bytes, closes and deletes it. */
  | { readonly do: 'open'; readonly bytes: number }
  | { readonly do: 'hash'; readonly text: string }
  /** Stores `count` writes of `bytes` bytes, `atOnce` at a time; answers milliseconds for writing and reading. */
  | { readonly do: 'measure'; readonly count: number; readonly bytes: number; readonly atOnce: number }
  /** Reads `length` bytes of the last file chosen on the page; answers the text, or the failure. */
  | { readonly do: 'read-source'; readonly offset: number; readonly length: number }
  /** Stores files and zips them; answers the zip in hexadecimal. */
  | { readonly do: 'zip'; readonly files: readonly (readonly [path: string, text: string])[] }
  /** Begins a zip of so many MiB and gives it up in its midst; answers what that said, which packs are left, and how large the next zip is. */
  | { readonly do: 'stop-zip'; readonly mebibytes: number };

export type Answer = { readonly value: unknown } | { readonly error: string };
export type Request = {
  readonly id: number;
  readonly command: Command;
  /** A file chosen since the last request. */
  readonly file?: File;
};
export type Response = { readonly id: number; readonly answer: Answer };
