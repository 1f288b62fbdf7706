/** Groups of the person at the fake page, and people in them. */
import type { OwnGroup } from '../../src/app/groups/own-group.ts';
import { OwnGroups } from '../../src/app/groups/own-groups.ts';
import type { GroupCode } from '../../src/protocol/group-code.ts';
import { enrolled } from '../../src/protocol/group-secret.ts';
import type { GroupSecret } from '../../src/protocol/groups.ts';
import { OWN_KEY } from './people.tsx';

function group(code: string, name: string): OwnGroup {
  const secret = code.padEnd(43, 'A') as GroupSecret;
  return { code: code as GroupCode, secret, membership: enrolled(secret, OWN_KEY), device: OWN_KEY, name };
}

const FAMILY = group('H1KYAK0GR0VP', '伊藤家');
const DESK = group('0DESK0F7HE3A', 'Volunteers of the East Gym');

export const ofNone = () => new OwnGroups(OWN_KEY);
export const ofTwo = (onlyGroups = false) => new OwnGroups(OWN_KEY, { all: [FAMILY, DESK], onlyGroups });
export const ofOne = (onlyGroups = false) => new OwnGroups(OWN_KEY, { all: [FAMILY], onlyGroups });
