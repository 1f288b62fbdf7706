/** Asks the engine about files: fetches stored ones and hands them to the person. */

import type { EngineMessage, PageMessage } from '../../engine/api/api.ts';
import type { Failure } from '../../protocol/failure.ts';
import type { ManifestEntry } from '../../protocol/peer.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { downloadBlob, mustShare, saveToFolder, severalAtOnce, shareFiles } from '../files/save.ts';
import type { SavableFile, SaveResult } from '../model/model.ts';

/** Pause between two downloads, in milliseconds. Chromium drops some of more than ten that begin at once. */
const BETWEEN_DOWNLOADS_MS = 250;

type Stop = Extract<PageMessage, { readonly type: 'stop-reading' }>;
export type Question = Exclude<Extract<PageMessage, { readonly request: number }>, Stop>;
export type Answer = Extract<EngineMessage, { readonly request: number }>;
type Note = Extract<PageMessage, { readonly type: 'handed-over' | 'elsewhere' }>;
type FileRange = readonly [first: number, last: number];

export class EngineCalls {
  readonly #post: (message: Question | Note | Stop) => boolean;
  readonly #open = new Map<number, (answer: Answer | undefined) => void>();
  #lastRequest = 0;

  /** `post` returns false when there is no engine to tell: a page that was set aside has none. */
  constructor(post: (message: Question | Note | Stop) => boolean) {
    this.#post = post;
  }

  /** Call it with each answer of the engine. */
  answered(answer: Answer): void {
    this.#open.get(answer.request)?.(answer);
  }

  /** The engine was stopped: it will not answer open questions. */
  abandon(): void {
    for (const end of this.#open.values()) end(undefined);
  }

  async list(key: TransferKey): Promise<readonly SavableFile[]> {
    return (await this.#entries(key)).map(({ path, size }, index) => ({ index, path, size }));
  }

  /** A stored file to view: it stays on disk, and only the viewed parts are loaded. */
  async glance(key: TransferKey, index: number): Promise<Blob | undefined> {
    const blob = await this.#read(key, index, true);
    return typeof blob === 'string' ? undefined : blob;
  }

  async save(key: TransferKey, index: number): Promise<SaveResult> {
    const entry = (await this.#entries(key))[index];
    const blob = await this.#read(key, index);
    if (entry === undefined || typeof blob === 'string') return failed(blob);
    return this.#handOver(key, [index, index], blob, entry.path);
  }

  /** One file as itself; several as a zip of this name. With `signal` the zip is given up, and what was written of it freed. */
  async saveAll(key: TransferKey, zipName: string, signal?: AbortSignal): Promise<SaveResult> {
    const entries = await this.#entries(key);
    if (signal?.aborted) return 'aborted';
    if (entries.length < 2) return this.save(key, 0);
    const blob = await this.#read(key, 'zip', false, signal);
    if (signal?.aborted) return 'aborted';
    if (typeof blob === 'string') return failed(blob);
    return this.#handOver(key, [0, entries.length - 1], blob, zipName);
  }

  /** Every file by itself (or `only` these), in turn; through the share sheet all at once, which puts pictures into the gallery. */
  async saveEach(key: TransferKey, only?: readonly number[]): Promise<SaveResult> {
    const entries = (await this.#entries(key)).map(({ path }, index) => ({ path, index }));
    const wanted = only === undefined ? entries : entries.filter(({ index }) => only.includes(index));
    if (severalAtOnce === 'sheet') {
      const blobs = await Promise.all(wanted.map(({ index }) => this.#read(key, index)));
      const files = wanted.flatMap(({ path }, at) => {
        const blob = blobs[at];
        return blob instanceof Blob ? { path, blob } : [];
      });
      return files.length > 0 && files.length === wanted.length ? shareFiles(files) : 'failed';
    }
    let result: SaveResult = 'failed';
    for (const [turn, { index }] of wanted.entries()) {
      if (turn > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_DOWNLOADS_MS));
      result = await this.save(key, index);
      if (result !== 'handed') break;
    }
    return result;
  }

  async saveToFolder(key: TransferKey): Promise<SaveResult> {
    const entries = await this.#entries(key);
    if (entries.length === 0) return 'failed'; // before the person is asked for a folder that would stay empty
    const files = entries.map(({ path }, index) => ({ path, read: () => this.#mustRead(key, index) }));
    return this.#noted(key, [0, entries.length - 1], (await saveToFolder?.(files)) ?? 'failed');
  }

  /** Gives a file to another app. Nobody knows if that app keeps it, so it does not count as saved. */
  async share(key: TransferKey, index: number): Promise<SaveResult> {
    const entry = (await this.#entries(key))[index];
    const blob = await this.#read(key, index);
    return entry && typeof blob !== 'string' ? shareFiles([{ path: entry.path, blob }]) : failed(blob);
  }

  async #entries(key: TransferKey): Promise<readonly ManifestEntry[]> {
    const answer = await this.ask((request) => ({ type: 'list', request, key }));
    return answer?.type === 'listing' ? answer.entries : [];
  }

  async #handOver(key: TransferKey, files: FileRange, blob: Blob, path: string): Promise<SaveResult> {
    // As with `share`: the sheet is done when an app was chosen, and that may have sent the file to somebody.
    if (mustShare) return shareFiles([{ path, blob }]);
    downloadBlob(blob, path);
    return this.#noted(key, files, 'handed');
  }

  #noted(key: TransferKey, files: FileRange, result: SaveResult): SaveResult {
    // Files that were written into a person's folder without an error are there. The result of a download is unknown.
    if (result === 'saved') this.#post({ type: 'elsewhere', key, files: [files] });
    if (result === 'handed') this.#post({ type: 'handed-over', key, files: [files] });
    return result;
  }

  async #read(key: TransferKey, what: number | 'zip', isGlance = false, signal?: AbortSignal): Promise<Blob | Failure> {
    const answer = await this.ask((request) => ({ type: 'read', request, key, what, isGlance }), signal);
    return answer?.type === 'blob' ? answer.blob : 'storage-failed';
  }

  async #mustRead(key: TransferKey, index: number): Promise<Blob> {
    const blob = await this.#read(key, index);
    if (typeof blob === 'string') throw new Error(blob);
    return blob;
  }

  /** Asks the engine; resolves to its answer, or to `undefined` when there will be none or `signal` ends the wait. */
  ask(question: (request: number) => Question, signal?: AbortSignal): Promise<Answer | undefined> {
    this.#lastRequest += 1;
    const request = this.#lastRequest;
    return new Promise((resolve) => {
      const stop = () => {
        this.#post({ type: 'stop-reading', request });
        end(undefined);
      };
      const end = (answer: Answer | undefined) => {
        this.#open.delete(request);
        signal?.removeEventListener('abort', stop);
        resolve(answer);
      };
      this.#open.set(request, end);
      signal?.addEventListener('abort', stop);
      if (!this.#post(question(request))) end(undefined);
    });
  }
}

function failed(failure: unknown): SaveResult {
  return failure === 'storage-full' ? 'storage-full' : 'failed';
}
