/** Types for the test; the test runner is plain Node, since it runs before anything is installed. */
export type Memory = Readonly<Record<string, string>>;
export const FILE: string;
export function judge(
  memory: Memory,
  secondTries: readonly string[],
  today: string,
): { readonly offenders: readonly string[]; readonly memory: Memory; readonly added: readonly string[] };
export function countedAsPassed(offenders: readonly string[]): number;
export function linesOf(memory: Memory, names: readonly string[]): readonly string[];
export function remembered(root: string): Memory;
export function remember(root: string, memory: Memory): void;
