/** Random identifiers. `crypto.randomUUID` is missing on plain HTTP; `getRandomValues` is everywhere. */

/** `bytes` random bytes as base64url without padding. */
export function randomToken(bytes: number): string {
  const binary = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
