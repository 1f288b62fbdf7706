/**
 * What other programs must leave alone, told in /run, which each of them reads besides its own folder of /etc: nothing of theirs is
 * edited, and a boot without us knows nothing of it. Pure.
 */
import { AP_INTERFACE, BACKHAUL, CLIENT, LAN_BRIDGE, MESH_INTERFACE } from '../settings/settings.ts';
import type { RenderedFile } from './rendered.ts';

const NETWORK_MANAGER = '/run/NetworkManager/conf.d/hikyaku.conf';
const NETWORKD = '/run/systemd/network/05-hikyaku.network';
export const OTHERS_FILES: readonly string[] = [NETWORK_MANAGER, NETWORKD];
/** The inner ones first. They are made where the program is not there. */
export const OTHERS_FOLDERS: readonly string[] = [
  '/run/NetworkManager/conf.d',
  '/run/NetworkManager',
  '/run/systemd/network',
];

/** `taken`: interfaces of the machine that the box uses or silences. Interface names can have no separators of these files. */
export function filesForOthers(taken: readonly string[]): readonly RenderedFile[] {
  const names = [AP_INTERFACE, MESH_INTERFACE, LAN_BRIDGE, BACKHAUL, ...taken];
  // `=`: this name as it is; without it, `*` stands for anything.
  const keyfile = [...names.map((name) => `interface-name:=${name}`), `interface-name:${CLIENT}*`];
  return [
    {
      path: NETWORK_MANAGER,
      mode: 0o644,
      // `+=` adds to what others have said; `=` would replace it.
      text: `# While hikyaku-links.service runs.\n[keyfile]\nunmanaged-devices+=${keyfile.join(';')}\n`,
    },
    {
      // The first file that fits an interface counts, by name among all folders.
      path: NETWORKD,
      mode: 0o644,
      text: `# While hikyaku-links.service runs.\n[Match]\nName=${[...names, `${CLIENT}*`].join(' ')}\n\n[Link]\nUnmanaged=yes\n`,
    },
  ];
}
