/** Which way of saving comes first for a transfer. */
import type { Ranges } from '../../protocol/peer.ts';
import { sortOf } from '../../transfer/media-type.ts';
import type { TransferView } from '../../transfer/view.ts';
import { mustShare, severalAtOnce } from '../files/save.ts';
import type { Model, SaveResult } from '../model/model.ts';
import type { Save } from './work.ts';

/**
 * Most files that are saved one by one. Chromium asks once if a page may download several files, and again after 50
 * (`kMaxDownloadsAtOnce`); in other browsers nobody wants to be asked more often either.
 */
const MAX_ONE_BY_ONE = 50;

/** False where files leave through the share sheet: it opens at a tap alone, once for each. */
export const canSaveSeveral: boolean = !mustShare && severalAtOnce === 'downloads';

export type SaveCalls = Pick<Model, 'saveFile' | 'saveAll' | 'saveEach' | 'saveToFolder'>;

/**
 * A zip of pictures is useless on a phone: its gallery only shows files that were saved as pictures. One alone counts as
 * well, because on an iPhone a download never gets there, and the share sheet does.
 */
export function savesOneByOne({ contents, files, title }: TransferView): boolean {
  if (files === 1) return ['image', 'video'].includes(sortOf(title));
  return (contents === 'photos' || contents === 'videos' || contents === 'media') && files <= MAX_ONE_BY_ONE;
}

/** Saves one of the files; pictures in the way that gets them into the gallery. */
export function saveOne({ key }: TransferView, index: number, path: string, calls: SaveCalls): Promise<SaveResult> {
  const isSeen = ['image', 'video'].includes(sortOf(path));
  return isSeen && calls.saveEach ? calls.saveEach(key, [index]) : calls.saveFile(key, index);
}

/** What the main button does. */
export function mainSave(transfer: TransferView, calls: SaveCalls): Save {
  const { key } = transfer;
  const { saveEach } = calls;
  if (saveEach && savesOneByOne(transfer)) return { files: allOf(transfer), isZip: false, save: () => saveEach(key) };
  return zipSave(transfer, calls);
}

/** All in one file; one alone as it is. */
export function zipSave(transfer: TransferView, { saveAll }: SaveCalls): Save {
  return {
    files: allOf(transfer),
    isZip: transfer.files > 1,
    save: (signal) => saveAll(transfer.key, signal),
  };
}

export const allOf = ({ files }: TransferView): Ranges => [[0, files - 1]];
