/** Which candidates two browsers chose. */
import { callOf } from '../drive/page/inject.ts';
import type { Phone } from '../drive/phone.ts';
import type { Candidate, ConnectionReport, Pair } from './connections.ts';

const IN_PAGE = '../../lab/connections.ts';

/** For `PhoneOptions.initScript`. */
export const rememberConnections = (): Promise<string> => callOf(IN_PAGE, 'remember', []);

/** The connections of a page that are not closed, the oldest first. */
export async function connectionsOf(phone: Phone): Promise<readonly ConnectionReport[]> {
  return (await phone.evaluate(await callOf(IN_PAGE, 'report', []))) as ConnectionReport[];
}

export const isRelayed = ({ local, remote }: Pair): boolean => local.type === 'relay' || remote.type === 'relay';

function show({ type, address }: Candidate): string {
  return address === '' ? type : `${type} ${address}`;
}
export const showPair = ({ local, remote }: Pair): string => `${show(local)} -> ${show(remote)}`;
