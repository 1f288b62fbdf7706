/** Makes this device a member of a group. Loaded late: the first screen has nothing to compute for groups. */
import { CODE_BYTES, type GroupCode, newCode } from '../../protocol/group-code.ts';
import { enrolled, secretOf } from '../../protocol/group-secret.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { OwnGroup } from './own-group.ts';

export const madeCode = (): GroupCode => newCode(crypto.getRandomValues(new Uint8Array(CODE_BYTES)));

/** Takes up to a second on a cheap phone, and does not hold the page up. */
export async function enrol(code: GroupCode, device: PublicKey, name: string): Promise<OwnGroup> {
  const secret = await secretOf(code);
  return { code, secret, membership: enrolled(secret, device), device, name };
}
