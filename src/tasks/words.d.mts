/** Types for the test; the tasks themselves are plain Node. */
export function holdsWords(path: string): boolean;
export function pageOf(tag: string): string;
export function writePages(directory: string): void;
