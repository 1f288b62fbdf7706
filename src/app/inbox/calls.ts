/** What the screens of the inbox read, and what they can have done. */
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
