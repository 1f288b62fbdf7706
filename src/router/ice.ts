/** Which ICE servers serve a pair of devices. Pure: addresses and credentials come in, a list goes out. */
import type { DeviceId, IceServer } from '../protocol/signaling.ts';

/** The servers that `device` shall use to reach `peer`. */
export type IceServersFor = (device: DeviceId, peer: DeviceId) => readonly IceServer[];

/** On one LAN without STUN the host candidates must do: nothing is offered, and never a server in the Internet. */
export const noIceServers: IceServersFor = () => [];
