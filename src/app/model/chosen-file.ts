/** What a person chooses to send. */

/**
 * A file that a person chose, with its path in the chosen folder (`/` between folders; just the name for a single
 * file). `handle`, if the browser gave one: of the file itself, or of the folder that is the first segment of `path`.
 * With it the file can be read again after a reload.
 */
export type ChosenFile = { readonly file: File; readonly path: string; readonly handle?: FileSystemHandle };
