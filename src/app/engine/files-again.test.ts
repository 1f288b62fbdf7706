import { expect, test } from 'vitest';
import type { TransferKey } from '../../transfer/view.ts';
import { type Ask, reopen } from './files-again.ts';

const KEY = 's-peer-1' as TransferKey;
const NEWS = { isSame: false, isNews: true };
const NOTHING = { isSame: false, isNews: false };

/** A handle whose browser gives this answer, or throws this. `asked` grows with each question. */
function handle(answer: PermissionState | DOMException, asked: unknown[] = []): FileSystemHandle {
  const requestPermission = async (): Promise<PermissionState> => {
    asked.push(answer);
    if (answer instanceof DOMException) throw answer;
    return answer;
  };
  return { requestPermission } as unknown as FileSystemHandle;
}

/** An engine that has these handles, and this result when it opens them. */
const engine =
  (handles: readonly FileSystemHandle[], found: typeof NEWS): Ask =>
  async (question) => {
    const { type, request } = question(1);
    return type === 'handles' ? { type, request, handles } : { type: 'attached', request, ...found };
  };

test('every handle is asked about, whatever the other answers, and the allowed ones are opened', async () => {
  const asked: unknown[] = [];
  const gone = new DOMException('', 'NotFoundError');
  const handles = [handle('denied', asked), handle(gone, asked), handle('granted', asked)];
  expect(await reopen(engine(handles, NEWS), KEY)).toBe('some');
  expect(asked).toEqual(['denied', gone, 'granted']);
});

test.each<[string, PermissionState | DOMException, string]>([
  ['refused', 'denied', 'denied'],
  ['closed without an answer', 'prompt', 'denied'],
  ['too long after the tap', new DOMException('', 'SecurityError'), 'denied'],
  ['about a file that is gone', new DOMException('', 'NotFoundError'), 'none'],
  ['answered with yes, but the file is gone', 'granted', 'none'],
])('a question that was %s', async (_, answer, outcome) => {
  expect(await reopen(engine([handle(answer)], NOTHING), KEY)).toBe(outcome);
});

test('a browser without this question allows it', async () => {
  const all = { isSame: true, isNews: true };
  expect(await reopen(engine([{} as FileSystemHandle], all), KEY)).toBe('all');
});

test('a stopped engine has no files', async () => {
  expect(await reopen(async () => undefined, KEY)).toBe('none');
});
