/** The rules of nft, from the settings alone: `net/nft.ts` has them. Pure. */
import { natSettings } from '../../net/nat-settings.ts';
import { natRules, removal } from '../../net/nft.ts';
import { networksOfBox } from './networks-of-box.ts';
import type { Box } from './rendered.ts';

/** Or why there can be none, in words. */
export function rulesOf({ settings, config }: Box): { readonly rules: string } | { readonly problem: string } {
  const { lan, backhaul } = networksOfBox(settings);
  const nat = natSettings(config, { lan, backhaul, own: [lan.address, backhaul.address], problems: [] });
  // Whoever stands nearby may join the Wi-Fi, and the mesh where it has no key: setup promises to give no Internet and to take none.
  return 'problem' in nat ? nat : { rules: natRules({ ...nat, isClosed: true }) };
}

/** For a command line: nft takes `;` as the end of a command. */
export const removalInOneLine = (): string => removal().trim().replaceAll('\n', '; ');
