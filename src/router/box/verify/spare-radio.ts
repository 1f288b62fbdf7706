/** A radio that has nothing to do, with which the Wi-Fi can be joined as a phone does; and what it is told for that. Pure. */
import type { Hardware, Radio } from '../hardware/hardware.ts';
import { frequencyMHz } from '../render/channel.ts';
import type { Box } from '../render/rendered.ts';

/** `leave`: interfaces that nobody may touch. */
export function spareRadio(
  { radios }: Hardware,
  { settings }: Pick<Box, 'settings'>,
  leave: readonly string[],
): Radio | undefined {
  const { accessPoint, meshPoint } = settings;
  if (accessPoint === undefined) return undefined;
  const mayUse = (radio: Radio): boolean =>
    ![accessPoint.radio, meshPoint?.radio].includes(radio.mac) &&
    !radio.isWayOut &&
    radio.usedBy === undefined &&
    radio.blocked === undefined &&
    radio.modes.includes('managed') &&
    ![radio.phy, ...radio.interfaces].some((name) => leave.includes(name)) &&
    radio.channels.some(({ number, isDisabled }) => number === accessPoint.channel && !isDisabled);
  return radios.find(mayUse);
}

/** For wpa_supplicant: the one Wi-Fi, on the one channel. `undefined` where this box has none. */
export function joinConf({ settings, config, password }: Box): string | undefined {
  const { accessPoint } = settings;
  if (accessPoint === undefined || config.wifi === undefined) return undefined;
  // In hexadecimal, so that nothing in a name is taken for something else. A password is printable ASCII, and ends at the last
  // quotation mark of its line.
  const ssid = Buffer.from(config.wifi.ssid, 'utf8').toString('hex');
  const key = password === undefined ? ['key_mgmt=NONE'] : ['key_mgmt=WPA-PSK', `psk="${password}"`];
  const lines = [`ssid=${ssid}`, ...key, `freq_list=${frequencyMHz(accessPoint.channel)}`];
  return ['network={', ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
}
