/**
 * wpa_supplicant's configuration of the link to other boxes: 802.11s for finding and encrypting neighbours, while batman-adv finds
 * the ways (`mesh_fwding=0`). Pure; 2.10, Debian 12.
 */
import { deriveKeys } from '../../mesh/keys.ts';
import { type OnRadio, RUN_DIRECTORY } from '../settings/settings.ts';
import { BASIC_RATES, BEACON_INTERVAL, frequencyMHz } from './channel.ts';

/** Boxes with a key and open ones do not try each other: after failed attempts SAE shuts the other out for five minutes. */
const MESH_IDS = { open: 'hikyaku', locked: 'hikyaku-key' } as const;

/** The longest that is always kept as a neighbour without a frame of it; as an access point does. */
const INACTIVE_S = 300;

export function meshPointConf({ channel }: OnRadio, country: string, meshKey: string | undefined): string {
  return [
    `ctrl_interface=${RUN_DIRECTORY}/wpa`,
    'update_config=0',
    // Else it makes an interface for phones that ask for a direct link, where the driver knows of such.
    'p2p_disabled=1',
    `country=${country}`,
    // Without it the kernel would do the peering, which knows no encryption.
    'user_mpm=1',
    `mesh_max_inactivity=${INACTIVE_S}`,
    'network={',
    `\tssid="${meshKey === undefined ? MESH_IDS.open : MESH_IDS.locked}"`,
    '\tmode=5',
    `\tfrequency=${frequencyMHz(channel)}`,
    ...(meshKey === undefined
      ? ['\tkey_mgmt=NONE']
      : ['\tkey_mgmt=SAE', '\tieee80211w=2', `\tsae_password="${deriveKeys(meshKey).radio.toString('hex')}"`]),
    '\tmesh_fwding=0',
    '\tdisable_ht40=1',
    '\tdisable_vht=1',
    `\tbeacon_int=${BEACON_INTERVAL}`,
    `\tmesh_basic_rates=${BASIC_RATES.join(' ')}`,
    '}',
    '',
  ].join('\n');
}
