/**
 * hostapd's configuration of the access point (2.10, Debian 12). Pure.
 *
 * WPA2 with AES and a password, which phones of every age know. Not WPA3 beside it: some old phones stay away from a network that
 * offers both, firmware of some radios cannot do it, and it protects the password from being guessed, which hangs on the wall here.
 * Where the radio can, phones that want it have their management frames protected (802.11w), so that nobody throws them out.
 */
import { type AccessPoint, AP_INTERFACE, LAN_BRIDGE, RUN_DIRECTORY } from '../settings/settings.ts';
import { BASIC_RATES, BEACON_INTERVAL, isOf5GHz, RATES } from './channel.ts';

export type HostapdSettings = {
  readonly accessPoint: AccessPoint;
  readonly country: string;
  readonly ssid: string;
  readonly password?: string;
  readonly radio: { readonly hasHt: boolean; readonly canSae: boolean };
};

export function hostapdConf({ accessPoint, country, ssid, password, radio }: HostapdSettings): string {
  const { channel, isolates } = accessPoint;
  return [
    `interface=${AP_INTERFACE}`,
    `bridge=${LAN_BRIDGE}`,
    'driver=nl80211',
    `ctrl_interface=${RUN_DIRECTORY}/hostapd`,
    // Who joined when is nobody's business, and the card is small. hikyaku-ap.service turns off what says it besides.
    'logger_syslog=0',
    'logger_stdout=-1',
    'logger_stdout_level=3',
    `country_code=${country}`,
    'ieee80211d=1',
    ...(isOf5GHz(channel) ? ['ieee80211h=1', 'hw_mode=a'] : ['hw_mode=g']),
    `channel=${channel}`,
    `beacon_int=${BEACON_INTERVAL}`,
    `supported_rates=${RATES.join(' ')}`,
    `basic_rates=${BASIC_RATES.join(' ')}`,
    ...(radio.hasHt ? ['ieee80211n=1'] : []),
    'wmm_enabled=1',
    `ap_isolate=${isolates ? 1 : 0}`,
    // In hexadecimal: whatever stands in a name, it can be nothing but the name.
    `ssid2=${Buffer.from(ssid, 'utf8').toString('hex')}`,
    'utf8_ssid=1',
    'auth_algs=1',
    ...(password === undefined ? [] : protection(password, radio.canSae)),
    '',
  ].join('\n');
}

/** `password`: printable ASCII, as its reader sees to; it ends with the line. */
const protection = (password: string, canProtectFrames: boolean): readonly string[] => [
  'wpa=2',
  'wpa_key_mgmt=WPA-PSK',
  'rsn_pairwise=CCMP',
  `ieee80211w=${canProtectFrames ? 1 : 0}`,
  `wpa_passphrase=${password}`,
];
