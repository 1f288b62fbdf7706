/** Gives files back to transfers of an earlier visit: chosen again by a person, or reopened with their permission. */

import type { SourceFile } from '../../engine/api/api.ts';
import type { TransferKey } from '../../transfer/view.ts';
import type { Attached, Reopened } from '../model/model.ts';
import type { Answer, Question } from './engine-calls.ts';

/**
 * Asks the engine something; `request` is the number of its answer. Resolves to `undefined` when the engine was
 * stopped.
 */
export type Ask = (question: (request: number) => Question) => Promise<Answer | undefined>;

declare global {
  interface FileSystemHandle {
    /** File System Access, section 2.3; Chromium only. Needs a tap that is less than five seconds old. */
    requestPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
  }
}

export async function attachAgain(ask: Ask, key: TransferKey, sources: readonly SourceFile[]): Promise<Attached> {
  return attached(await ask((request) => ({ type: 'attach', request, key, sources })));
}

/** Opens the files of `key` through their handles. The browser asks the person, once for everything or for each handle. */
export async function reopen(ask: Ask, key: TransferKey): Promise<Reopened> {
  const answer = await ask((request) => ({ type: 'handles', request, key }));
  const handles = answer?.type === 'handles' ? answer.handles : [];
  let isRefused = false;
  for (const handle of handles) if (!(await allows(handle))) isRefused = true;
  const outcome = attached(await ask((request) => ({ type: 'reopen', request, key })));
  return outcome === 'none' && isRefused ? 'denied' : outcome;
}

/** `prompt` means that the person closed the question without an answer: then the file cannot be read. */
async function allows(handle: FileSystemHandle): Promise<boolean> {
  try {
    return ((await handle.requestPermission?.({ mode: 'read' })) ?? 'granted') === 'granted';
  } catch (error) {
    // The tap was too long ago. Other errors mean that the file is gone, which opening it will show.
    return !(error instanceof DOMException && error.name === 'SecurityError');
  }
}

function attached(answer: Answer | undefined): Attached {
  if (answer?.type !== 'attached') return 'none';
  if (answer.isSame) return 'all';
  return answer.isNews ? 'some' : 'none';
}
