/** The sign for a kind of file, by the ending of its name. */
import { type FileSort, sortOf } from '../../transfer/media-type.ts';
import type { IconName } from './icons.tsx';

const ICONS: Readonly<Record<FileSort, IconName>> = {
  image: 'picture',
  document: 'document',
  table: 'table',
  video: 'film',
  sound: 'sound',
  archive: 'archive',
  file: 'file',
};

export const iconOf = (path: string): IconName => ICONS[sortOf(path)];
