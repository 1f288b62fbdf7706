/** Asks the engine about files: fetches stored ones and hands them to the person, gives back chosen ones. */
import type { Failure } from '../protocol/failure.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { title } from '../transfer/manifest.ts';
import type { TransferKey } from '../transfer/view.ts';
import type { EngineMessage, PageMessage, SourceFile } from '../worker/api.ts';
import type { SavableFile, SaveResult } from './model.ts';
import { downloadBlob, mustShare, saveToFolder, shareFiles } from './save.ts';

type Question = Extract<PageMessage, { readonly type: 'read' | 'list' | 'attach' }>;
type Answer = Extract<EngineMessage, { readonly type: 'blob' | 'listing' | 'attached' }>;

export class ReceivedFiles {
  readonly #ask: (question: Question) => void;
  readonly #open = new Map<number, (answer: Answer) => void>();
  #lastRequest = 0;

  constructor(ask: (question: Question) => void) {
    this.#ask = ask;
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

  /** Gives the engine files that a person chose again; whether they were the right ones. */
  async attach(key: TransferKey, sources: readonly SourceFile[]): Promise<boolean> {
    const answer = await this.#answer((request) => ({ type: 'attach', request, key, sources }));
    return answer.type === 'attached' && answer.isSame;
  }

  async #entries(key: TransferKey): Promise<readonly ManifestEntry[]> {
    const answer = await this.#answer((request) => ({ type: 'list', request, key }));
    return answer.type === 'listing' ? answer.entries : [];
  }

  async #read(key: TransferKey, what: number | 'zip'): Promise<Blob | Failure> {
    const answer = await this.#answer((request) => ({ type: 'read', request, key, what }));
    return answer.type === 'blob' ? answer.blob : 'storage-failed';
  }

  async #mustRead(key: TransferKey, index: number): Promise<Blob> {
    const blob = await this.#read(key, index);
    if (typeof blob === 'string') throw new Error(blob);
    return blob;
  }

  #answer(question: (request: number) => Question): Promise<Answer> {
    this.#lastRequest += 1;
    const request = this.#lastRequest;
    return new Promise((resolve) => {
      this.#open.set(request, resolve);
      this.#ask(question(request));
    });
  }
}

async function handOver(blob: Blob, path: string): Promise<SaveResult> {
  return mustShare ? shareFiles([{ path, blob }]) : downloadBlob(blob, path);
}

function failed(failure: unknown): SaveResult {
  return failure === 'storage-full' ? 'storage-full' : 'failed';
}
