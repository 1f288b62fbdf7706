/** The names and secrets of a box: proposed, and checked as the router checks its flags. Pure. */
import { meshKey, personalName, type Reader, ssid, wifiPassword } from '../../config/values.ts';
import type { Hardware } from '../hardware/hardware.ts';
import { DEFAULT_SSID } from '../settings/settings.ts';
import type { RouterWishes, Wishes } from './plan.ts';

/** Host names that systems come with: several boxes would be called so. */
const EVERYBODYS = /^(?:raspberrypi|debian|localhost|armbian|dietpi|ubuntu|orangepi\w*|bananapi\w*)?$/i;

/** The host name where somebody chose one; else one with the end of a MAC address, which is on the device's label. */
export function proposedName({ hostName, radios, cables }: Hardware): string {
  const host = hostName.split('.')[0] ?? '';
  const name = personalName(host);
  if (!EVERYBODYS.test(host) && 'value' in name) return name.value;
  const mac = radios[0]?.mac ?? cables[0]?.mac ?? '';
  return `Hikyaku ${mac.replaceAll(':', '').slice(-4)}`.trim();
}

export type Named = { readonly router: RouterWishes; readonly problems: readonly string[] };

/**
 * The Wi-Fi is open unless a password is wished: whoever comes in from the rain has no password, a password on the poster keeps
 * nobody out, and what phones send each other is encrypted between them in either case.
 */
export function namesFor(wishes: Wishes, hardware: Hardware, hasAccessPoint: boolean): Named {
  const problems: string[] = [];
  const read = <T>(reader: Reader<T>, flag: string, text: string | undefined, isSecret = false): T | undefined => {
    if (text === undefined) return undefined;
    const result = reader(text);
    if ('value' in result) return result.value;
    problems.push(`${flag}${isSecret ? '' : ` ${JSON.stringify(text)}`}: expected ${result.wanted}.`);
    return undefined;
  };
  const given = typeof wishes.password === 'object' ? wishes.password.key : undefined;
  const key = read(meshKey, '--mesh-key', wishes.meshKey, true);
  const network = read(ssid, '--ssid', wishes.ssid) ?? DEFAULT_SSID;
  const password = read(wifiPassword, '--wifi-password', given, true);
  return {
    router: {
      name: read(personalName, '--name', wishes.name) ?? proposedName(hardware),
      // The poster shows it as well where the access point is somebody else's.
      ...((hasAccessPoint || wishes.ssid !== undefined) && {
        ssid: network,
        ...(password !== undefined && { password }),
      }),
      ...(key !== undefined && { meshKey: key }),
    },
    problems,
  };
}
