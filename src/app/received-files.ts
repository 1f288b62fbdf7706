/** Asks the engine about files: fetches stored ones and hands them to the person. */
import type { Failure } from '../protocol/failure.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { title } from '../transfer/manifest.ts';
import type { TransferKey } from '../transfer/view.ts';
import type { EngineMessage, PageMessage } from '../worker/api.ts';
import type { SavableFile, SaveResult } from './model.ts';
import { downloadBlob, mustShare, saveToFolder, shareFiles } from './save.ts';

export type Question = Extract<PageMessage, { readonly request: number }>;
export type Answer = Extract<EngineMessage, { readonly request: number }>;

export class ReceivedFiles {
  readonly #post: (question: Question) => void;
  readonly #open = new Map<number, (answer: Answer) => void>();
  #lastRequest = 0;

  constructor(post: (question: Question) => void) {
    this.#post = post;
  }

  /** To be called with each answer of the engine. */
  answered(answer: Answer): void {
    this.#open.get(answer.request)?.(answer);
    this.#open.delete(answer.request);
  }

  async list(key: TransferKey): Promise<readonly SavableFile[]> {
    return (await this.#entries(key)).map(({ path, size }, index) => ({ index, path, size }));
  }

  async save(key: TransferKey, index: number): Promise<SaveResult> {
    const entry = (await this.#entries(key))[index];
    const blob = await this.#read(key, index);
    return entry && typeof blob !== 'string' ? handOver(blob, entry.path) : failed(blob);
  }

  async saveAll(key: TransferKey): Promise<SaveResult> {
    const entries = await this.#entries(key);
    if (entries.length < 2) return this.save(key, 0);
    const blob = await this.#read(key, 'zip');
    return typeof blob !== 'string' ? handOver(blob, `${title(entries)}.zip`) : failed(blob);
  }

  async saveToFolder(key: TransferKey): Promise<SaveResult> {
    const entries = await this.#entries(key);
    const files = entries.map(({ path }, index) => ({ path, read: () => this.#mustRead(key, index) }));
    return (await saveToFolder?.(files)) ?? 'failed';
  }

  async #entries(key: TransferKey): Promise<readonly ManifestEntry[]> {
    const answer = await this.ask((request) => ({ type: 'list', request, key }));
    return answer.type === 'listing' ? answer.entries : [];
  }

  async #read(key: TransferKey, what: number | 'zip'): Promise<Blob | Failure> {
    const answer = await this.ask((request) => ({ type: 'read', request, key, what }));
    return answer.type === 'blob' ? answer.blob : 'storage-failed';
  }

  async #mustRead(key: TransferKey, index: number): Promise<Blob> {
    const blob = await this.#read(key, index);
    if (typeof blob === 'string') throw new Error(blob);
    return blob;
  }

  /** Asks the engine; resolves to its answer. */
  ask(question: (request: number) => Question): Promise<Answer> {
    this.#lastRequest += 1;
    const request = this.#lastRequest;
    return new Promise((resolve) => {
      this.#open.set(request, resolve);
      this.#post(question(request));
    });
  }
}

async function handOver(blob: Blob, path: string): Promise<SaveResult> {
  return mustShare ? shareFiles([{ path, blob }]) : downloadBlob(blob, path);
}

function failed(failure: unknown): SaveResult {
  return failure === 'storage-full' ? 'storage-full' : 'failed';
}
