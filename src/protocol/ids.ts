/** How ids, secrets and digests are written: the patterns that both ends of a wire, and this visit and the next, agree on. */
import { matching } from './parse.ts';

/** So many bytes as base64url without padding (RFC 4648 section 5), to stand within a larger pattern. */
export const base64url = (bytes: number): string => `[\\w-]{${Math.ceil((bytes * 4) / 3)}}`;
/** So many bytes as hexadecimal digits in small letters. */
export const hexadecimal = (bytes: number): string => `[0-9a-f]{${bytes * 2}}`;
/** The text is that as a whole. */
export const only = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

/** 96 bits of a public key: nobody finds another key with the same ones. */
export const DEVICE_ID = base64url(12);
/** 96 bits, chosen anew each time: of a connection, of a transfer, of a router. */
export const RANDOM_ID = base64url(12);
export const SHA256 = hexadecimal(32);

export const digest = matching(only(SHA256), 'a SHA-256 digest');
