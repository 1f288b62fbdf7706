/** A group of the owner of this device, as it is stored: how to tell others of it, and what shows that this device belongs to it. */
import { type GroupCode, typedCode } from '../../protocol/group-code.ts';
import { type GroupSecret, groupSecretFrom, MAX_GROUPS, type Membership } from '../../protocol/groups.ts';
import { type PublicKey, publicKeyFrom, signatureFrom } from '../../protocol/keys.ts';
import { cleanName } from '../../protocol/name.ts';

export type OwnGroup = {
  readonly code: GroupCode;
  readonly secret: GroupSecret;
  readonly membership: Membership;
  /** The device to which the membership was given: another key needs another one. */
  readonly device: PublicKey;
  /** What the owner of this device calls it; others may call it anything else. */
  readonly name: string;
};

export type KeptGroups = {
  readonly all: readonly OwnGroup[];
  /** Nobody but members may see this device, and those whom it calls. */
  readonly onlyGroups: boolean;
};

export const NO_GROUPS: KeptGroups = { all: [], onlyGroups: false };

/** What is no group in `value`, from the storage, is left out. Who has none does not hide: nobody would see them. */
export function keptGroups(value: unknown): KeptGroups {
  if (typeof value !== 'object' || value === null) return NO_GROUPS;
  const { all, onlyGroups } = value as Readonly<Record<string, unknown>>;
  const groups = Array.isArray(all) ? all.flatMap((one) => keptGroup(one) ?? []).slice(0, MAX_GROUPS) : [];
  return { all: groups, onlyGroups: onlyGroups === true && groups.length > 0 };
}

function keptGroup(value: unknown): OwnGroup | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { code, secret, group, signature, device, name } = value as Readonly<Record<string, unknown>>;
  const texts = [code, secret, group, signature, device, name];
  if (!texts.every((text): text is string => typeof text === 'string')) return undefined;
  const [typed = '', kept = '', key = '', written = '', of = '', called = ''] = texts;
  const own = {
    code: typedCode(typed),
    secret: groupSecretFrom(kept),
    group: publicKeyFrom(key),
    signature: signatureFrom(written),
    device: publicKeyFrom(of),
  };
  const { code: read, secret: shared, group: named, signature: signed, device: holder } = own;
  if (!read || !shared || !named || !signed || !holder) return undefined;
  const membership = { group: named, signature: signed };
  return { code: read, secret: shared, membership, device: holder, name: cleanName(called) };
}

/** As it is stored. */
export const stored = ({ all, onlyGroups }: KeptGroups) => ({
  all: all.map(({ code, secret, membership, device, name }) => ({ code, secret, ...membership, device, name })),
  onlyGroups,
});
