import { expect, test } from 'vitest';
import type { Kept, TransferView } from '../../transfer/view.ts';
import { questionOf } from './question.ts';
import type { Outcome, Save } from './work.ts';

const photos = (kept: Partial<Kept> = {}): TransferView =>
  ({ phase: 'saved', files: 30, kept: { at: 0, handedOver: [], elsewhere: [], ...kept } }) as unknown as TransferView;

const three: Save = { files: [[0, 2]], isZip: false, save: async () => 'handed' };
const given = (result: Outcome['result'] = 'handed'): Outcome => ({ of: three, result });

test('the share sheet leaves no marks: of three photos out of thirty it is asked of those three', () => {
  expect(questionOf(photos(), given())).toEqual({ files: [[0, 2]], of: three });
});

test('an earlier zip of everything, of which nobody knows, is not meant by an answer about three', () => {
  const zipped = photos({ handedOver: [[0, 29]] });
  expect(questionOf(zipped, given())?.files).toEqual([[0, 2]]);
  const answered = photos({ handedOver: [[0, 29]], elsewhere: [[0, 2]] });
  expect(questionOf(answered, given())).toEqual({ files: [[3, 29]] });
});

test('once they are known to be there, nothing is asked any more', () => {
  expect(questionOf(photos({ elsewhere: [[0, 2]] }), given())).toBeUndefined();
});

test('what was not handed over is not asked about, nor what nobody has saved', () => {
  expect(questionOf(photos(), given('failed'))).toBeUndefined();
  expect(questionOf(photos(), undefined)).toBeUndefined();
});

test('of a single file only that one is asked', () => {
  expect(questionOf(photos({ handedOver: [[0, 4]] }), undefined, 3)).toEqual({ files: [[3, 3]] });
});
