/**
 * The key by which the operator speaks on the board. Routers of one mesh make it from the mesh key, so all of them believe a word that
 * was said at one; a router without a mesh key has one of its own.
 */
import { hkdfSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret, type SecretKey, secretFrom } from '../../protocol/keys.ts';
import { readIfThere, replaceFile } from '../machine/files.ts';
import { meshSecret, proofOf, proves } from '../tls/mesh-secret.ts';

const FILE = 'operator-key';
const KEY_BYTES = 32;
const PURPOSE = 'hikyaku operator of the board 1';
const BY_CHANCE = 'chance';

/**
 * Kept in the data directory with a proof of what it was made from, because it is slow to make: its public half is on every label, and
 * guesses at the mesh key can be tested against it. One that cannot be kept is made again at the next start.
 */
export async function operatorKey(dataDirectory: string, meshKey: string | undefined): Promise<SecretKey> {
  const path = join(dataDirectory, FILE);
  const [from = '', written = ''] = readIfThere(path).trim().split('\n');
  const kept = secretFrom(written);
  const isRight = meshKey === undefined ? from === BY_CHANCE : await proves(from, meshKey);
  if (kept !== undefined && isRight) return kept;
  const secret = meshKey === undefined ? newSecret() : secretOf(await meshSecret(meshKey));
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    replaceFile(path, `${meshKey === undefined ? BY_CHANCE : await proofOf(meshKey)}\n${secret}\n`);
  } catch {
    // A directory that cannot be written is reported with the router's id.
  }
  return secret;
}

/** The first of a row of digests that is a key of the curve: all but one in 2^127 are. */
function secretOf(master: Uint8Array): SecretKey {
  for (let count = 0; ; count += 1) {
    const bytes = Buffer.from(hkdfSync('sha256', master, `${count}`, PURPOSE, KEY_BYTES));
    const secret = secretFrom(bytes.toString('base64url'));
    if (secret !== undefined) return secret;
  }
}
