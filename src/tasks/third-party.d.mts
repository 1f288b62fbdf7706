/** Types for the test; the tasks themselves are plain Node. */
export function folderOf(id: string): string | undefined;
export function thirdParty(): {
  readonly plugin: {
    readonly name: string;
    generateBundle(
      options: unknown,
      bundle: Readonly<Record<string, { readonly moduleIds?: readonly string[] }>>,
    ): void;
  };
  readonly folders: ReadonlySet<string>;
};
export function thirdPartyText(folders: Iterable<string>): string;
