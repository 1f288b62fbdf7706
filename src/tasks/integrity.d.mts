/** Types for the test; the tasks themselves are plain Node. */
export function addIntegrity(
  directory: string,
  output: readonly { readonly type: 'chunk' | 'asset'; readonly fileName: string }[],
): void;
export function renewIntegrity(directory: string): void;
