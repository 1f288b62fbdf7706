/** Both sides of a box, as `net` knows them: they follow from the settings, before there is any interface. Pure. */
import { rangeOf, toText } from '../../machine/ipv4.ts';
import type { Side } from '../../net/networks.ts';
import { BACKHAUL, type BoxSettings, LAN_BRIDGE } from '../settings/settings.ts';

export function networksOfBox(settings: BoxSettings): { readonly lan: Side; readonly backhaul: Side } {
  return { lan: sideOf(LAN_BRIDGE, settings.lanAddress), backhaul: sideOf(BACKHAUL, settings.backhaulAddress) };
}

function sideOf(name: string, withPrefix: string): Side {
  const [address = '', prefix = ''] = withPrefix.split('/');
  return { interface: name, address, cidr: `${toText(rangeOf(withPrefix).first)}/${prefix}` };
}
