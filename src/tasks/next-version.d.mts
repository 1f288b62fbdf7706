/** Types for the test; the tasks themselves are plain Node, which runs before anything is installed. */
export function nextVersion(
  current: string,
  wanted: string,
  isFirst?: boolean,
): { readonly version: string } | { readonly problem: string };
