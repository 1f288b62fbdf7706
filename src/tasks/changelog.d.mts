/** Types for the test; the tasks themselves are plain Node, which runs before anything is installed. */
export type Release = {
  readonly version: string;
  readonly date: string;
  readonly since?: string | undefined;
  readonly commits?: readonly string[];
};
export function released(
  text: string,
  release: Release,
): { readonly text: string; readonly section: string } | { readonly problem: string };
