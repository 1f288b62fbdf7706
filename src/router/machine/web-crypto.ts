/**
 * The Web's `crypto` as a global, on which the libraries for signatures rely: Node has it there since 19, and 18 (Debian 12's) has the
 * same under another name. Imported first, for this effect.
 */
import { webcrypto } from 'node:crypto';

if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
