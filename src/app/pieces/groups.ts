/** Hands the groups in which somebody is, of those of the owner of this device, to every component that shows somebody. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PublicKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';

/** With the names by which the owner of this device calls them; read signals, so that what is drawn with them follows. */
export type GroupsOf = (id: DeviceId) => readonly { readonly group: PublicKey; readonly name: string }[];

export const GroupsContext = createContext<GroupsOf>(() => []);
export const useGroupsOf = (): GroupsOf => useContext(GroupsContext);
