/** Test page around the parts of the app that need a real browser's storage. Driven through `window.storeTest`. */
import { downloadBlob, type FolderFile, saveToFolder, writeInto } from '../../../src/app/files/save.ts';
import type { Command, Request, Response } from './commands.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const waiting = new Map<number, (response: Response) => void>();
let lastId = 0;
let chosen: File | undefined;

worker.onmessage = ({ data }: MessageEvent<Response>) => waiting.get(data.id)?.(data);
document.querySelector('#file')?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) chosen = target.files?.[0];
});

async function inWorker(command: Command): Promise<unknown> {
  lastId += 1;
  const id = lastId;
  const request: Request = { id, command, ...(chosen && { file: chosen }) };
  chosen = undefined;
  const { answer } = await new Promise<Response>((resolve) => {
    waiting.set(id, resolve);
    worker.postMessage(request);
  });
  if ('error' in answer) throw new Error(answer.error);
  return answer.value;
}

/**
 * Writes into a folder of the origin private file system, which has the interface of a picked one; answers its content.
 */
async function intoFolder(existing: readonly string[], files: readonly (readonly [path: string, text: string])[]) {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('picked', { create: true });
  for (const name of existing) await folder.getFileHandle(name, { create: true });
  const given: FolderFile[] = files.map(([path, text]) => ({ path, read: async () => new Blob([text]) }));
  const result = await writeInto(folder, given);
  const found: Record<string, string> = {};
  await list(folder, '', found);
  await root.removeEntry('picked', { recursive: true });
  return { result, found };
}

async function list(folder: FileSystemDirectoryHandle, prefix: string, found: Record<string, string>): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory') {
      await list(await folder.getDirectoryHandle(name), `${prefix}${name}/`, found);
    } else {
      const file = await (await folder.getFileHandle(name)).getFile();
      found[prefix + name] = await file.text();
    }
  }
}

function downloadOnClick(name: string, text: string): void {
  const button = document.querySelector<HTMLButtonElement>('#download');
  if (button) button.onclick = () => downloadBlob(new Blob([text]), name);
}

declare global {
  interface Window {
    storeTest: typeof storeTest;
  }
}
const storeTest = { inWorker, intoFolder, downloadOnClick, canPickFolder: saveToFolder !== undefined };
window.storeTest = storeTest;
