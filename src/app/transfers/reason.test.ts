import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { contentsOf } from '../../transfer/contents.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { en } from '../i18n/testing/words.ts';
import { reason } from './reason.ts';

const SAID = { tag: 'en', words: en, name: 'Grandma' } as const;

const stopped = (storedBytes: number): TransferView => ({
  phase: 'interrupted',
  cause: 'storage-failed',
  key: 'r-peer-id' as TransferKey,
  direction: 'receiving',
  peer: 'peer' as DeviceId,
  peerName: 'Aki',
  title: 'a.jpg',
  contents: contentsOf([{ path: 'a.jpg' }]),
  files: 1,
  totalBytes: 10,
  storedBytes,
  verified: false,
});

test('the arrived part is called kept only if there is one', () => {
  expect(reason(stopped(5), SAID)).toContain(en.arrivedIsKept);
  expect(reason(stopped(0), SAID)).not.toContain('kept');
});

test('among several files the failed one is named, whatever is in its name', () => {
  const { cause: _, ...rest } = stopped(5) as Extract<TransferView, { phase: 'interrupted' }>;
  const failed: TransferView = { ...rest, phase: 'failed', reason: 'source-changed', failedOn: 'DCIM/b\u202egpj.jpg' };
  expect(reason({ ...failed, files: 3 }, SAID)).toMatch(
    /^It stopped at .*b.*gpj\.jpg.*\. A file changed on the other device/,
  );
  expect(reason({ ...failed, files: 3 }, SAID)).not.toContain('\u202e');
  expect(reason(failed, SAID)).toMatch(/^A file changed/);
});

test('the other person has the name that stands above, not the one they give themselves', () => {
  const gone = { ...stopped(0), cause: 'unproven' } as TransferView;
  const text = reason({ ...gone, direction: 'sending' }, SAID);
  expect(text).toContain('Grandma');
  expect(text).not.toContain('Aki');
});
