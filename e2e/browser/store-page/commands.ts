/** What the test page can be asked to do: each by the page itself or by its worker. All answers are plain JSON values. */
import type { PickedStore } from '../../../src/engine/store/pick.ts';

export type Command =
  | { readonly do: 'pick'; readonly forced?: Exclude<PickedStore['rung'], 'memory'>; readonly without?: 'blobs' }
  /** Runs one case of the contract, or the one about full storage, on the store picked last. */
  | { readonly do: 'contract'; readonly title: string }
  /** Opens a new pack for so many bytes, closes and deletes it. */
  | { readonly do: 'open'; readonly bytes: number }
  | { readonly do: 'hash'; readonly text: string }
  /** Stores `count` writes of `bytes` bytes, with so many under way at once; answers milliseconds for writing and reading. */
  | { readonly do: 'measure'; readonly count: number; readonly bytes: number; readonly atOnce: number }
  /** Reads `length` bytes of the file chosen last on the page; answers the text read, or the failure. */
  | { readonly do: 'read-source'; readonly offset: number; readonly length: number }
  /** Stores files and zips them; answers the zip in hexadecimal. */
  | { readonly do: 'zip'; readonly files: readonly (readonly [path: string, text: string])[] };

export type Answer = { readonly value: unknown } | { readonly error: string };
export type Request = {
  readonly id: number;
  readonly command: Command;
  /** A file chosen since the last request. */
  readonly file?: File;
};
export type Response = { readonly id: number; readonly answer: Answer };
