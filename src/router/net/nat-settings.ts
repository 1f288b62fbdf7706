/** Turns flags and networks into the input of nft.ts, or says what is missing. Pure. */
import type { Config } from '../config/config.ts';
import { MESH_PORT } from '../config/ports.ts';
import type { Networks } from './networks.ts';
import type { NatSettings } from './nft.ts';

export function natSettings(config: Config, networks: Networks): NatSettings | { readonly problem: string } {
  const [problem] = networks.problems;
  if (problem !== undefined) return { problem };
  const { lan, backhaul } = networks;
  if (config.lan === undefined || config.backhaul === undefined || lan === undefined || backhaul === undefined)
    return { problem: 'nat needs both --lan and --backhaul: the networks this machine stands between' };
  if (lan.interface === backhaul.interface)
    return { problem: `nat needs two interfaces; --lan and --backhaul are both on ${lan.interface}` };
  if (config.publicPort !== undefined && config.port === 0)
    return { problem: `nat needs a fixed --port to lead --public-port ${config.publicPort} to` };
  const web = [config.port, ...(config.https ? [config.https.port] : [])].filter((port) => port !== 0);
  const mesh = config.mesh === 'off' ? [] : [MESH_PORT];
  return {
    lan,
    backhaul,
    kind: config.nat,
    turnPort: config.turnPort,
    openTcp: [...web, ...mesh, ...config.open.tcp],
    openUdp: [...mesh, ...config.open.udp],
    ...(config.publicPort !== undefined &&
      config.publicPort !== config.port && { web: { public: config.publicPort, own: config.port } }),
  };
}
