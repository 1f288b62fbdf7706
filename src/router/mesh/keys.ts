/** Derives the routers' keys from the mesh key that people share. Pure, but slow on purpose: call it once. */
import { hkdfSync, scryptSync } from 'node:crypto';

export type MeshKeys = {
  /**
   * Without a mesh key the same derivation runs on a public word: everybody may join, and a beacon is still checked for
   * damage.
   */
  readonly open: boolean;
  /** Tells meshes apart in the clear, and gives no cheaper way to guess the key than the key itself. */
  readonly id: Buffer;
  readonly beacon: Buffer;
  /** Pre-shared key of TLS between routers. */
  readonly link: Buffer;
  /** Password of the radio link between boxes (SAE). Whoever sees it has not seen the mesh key. */
  readonly radio: Buffer;
};

/** Stands in a beacon for the key's id when there is no key. */
export const OPEN_KEY_ID = Buffer.alloc(4);
export const KEY_ID_BYTES = OPEN_KEY_ID.length;
const OPEN_WORD = 'hikyaku: everybody is welcome';
const SALT = 'hikyaku mesh 1';
/** About 50 ms and 16 MB here, once at the start: the cost of one guess for an attacker with a recorded beacon. */
const SCRYPT = { N: 2 ** 14, r: 8, p: 1 };
const KEY_BYTES = 32;

export function deriveKeys(meshKey: string | undefined): MeshKeys {
  const master = scryptSync((meshKey ?? OPEN_WORD).normalize('NFC'), SALT, KEY_BYTES, SCRYPT);
  const derive = (purpose: string, bytes: number) => Buffer.from(hkdfSync('sha256', master, SALT, purpose, bytes));
  return {
    open: meshKey === undefined,
    id: meshKey === undefined ? OPEN_KEY_ID : derive('key id', KEY_ID_BYTES),
    beacon: derive('beacon', KEY_BYTES),
    link: derive('link', KEY_BYTES),
    radio: derive('radio', KEY_BYTES),
  };
}
