/** Types for the test; the tasks themselves are plain Node, which runs before anything is installed. */
export type Lack = { readonly at: number; readonly what: string };
export function lacking(code: string, file?: string): readonly Lack[];
