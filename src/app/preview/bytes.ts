/** Looking for known bytes in a file's beginning. */

/** The bytes of letters of one byte each. */
export const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

export function isAt(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte);
}
