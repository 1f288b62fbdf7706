/** The data that the screens of the inbox read, and the actions that they call. */
import type { Model } from '../model/model.ts';

export type InboxCalls = Pick<
  Model,
  | 'cancel'
  | 'remove'
  | 'restore'
  | 'purge'
  | 'confirm'
  | 'savableFiles'
  | 'saveFile'
  | 'saveAll'
  | 'saveEach'
  | 'saveToFolder'
  | 'glance'
  | 'canShare'
  | 'shareFile'
  | 'storage'
  | 'transfers'
  | 'isRestored'
>;
