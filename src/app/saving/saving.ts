/** Which way of saving comes first for a transfer. */
import type { TransferView } from '../../transfer/view.ts';
import type { Model, SaveResult } from '../model/model.ts';

/**
 * Most files that are saved one by one. Chromium asks once whether a page may download several files, and again after
 * 50 (`kMaxDownloadsAtOnce`); and nobody wants to be asked more often elsewhere either.
 */
const MAX_ONE_BY_ONE = 50;

export type SaveCalls = Pick<Model, 'saveFile' | 'saveAll' | 'saveEach' | 'saveToFolder'>;

/** A zip of pictures helps nobody with a phone: its gallery shows what was saved as a picture. */
export function savesOneByOne({ contents, files }: TransferView): boolean {
  return (contents === 'photos' || contents === 'videos' || contents === 'media') && files <= MAX_ONE_BY_ONE;
}

/** `isZip`: all in one file, which is given up with the signal. */
export type MainSave = { readonly isZip: boolean; save(signal?: AbortSignal): Promise<SaveResult> };

/** What the main button does. */
export function mainSave(transfer: TransferView, calls: SaveCalls): MainSave {
  const { key, files } = transfer;
  const { saveEach } = calls;
  if (files > 1 && saveEach && savesOneByOne(transfer)) return { isZip: false, save: () => saveEach(key) };
  return { isZip: files > 1, save: (signal) => calls.saveAll(key, signal) };
}
