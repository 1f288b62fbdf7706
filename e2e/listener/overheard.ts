/** What a listener on the Wi-Fi understands of what it hears: the sockets of all pages. Pure. */

import { parseRouterMessage, type RouterMessage } from '../../src/protocol/signaling.ts';
import { tcpConnections } from '../lab/tcp-streams.ts';
import { webSocketTexts } from '../lab/web-socket-texts.ts';

/** A page's talk with its router, frame by frame. */
export type Talk = { readonly said: readonly string[]; readonly heard: readonly string[] };
export type Overheard = { readonly talks: readonly Talk[] };

export function overheardIn(pcap: Buffer): Overheard {
  const talks = tcpConnections(pcap).map(({ sent, received }) => ({
    said: webSocketTexts(sent),
    heard: webSocketTexts(received),
  }));
  return { talks: talks.filter(({ said }) => said.length > 0) };
}

/** The messages of this type that the page was told. */
export function told<T extends RouterMessage['type']>(
  { heard }: Talk,
  type: T,
): readonly Extract<RouterMessage, { type: T }>[] {
  return heard.flatMap((frame) => {
    const parsed = parseRouterMessage(frame);
    return parsed.ok && parsed.value.type === type ? [parsed.value as Extract<RouterMessage, { type: T }>] : [];
  });
}

/** The frames of this type that the page said. */
export const saidOf = ({ said }: Talk, type: string): readonly string[] =>
  said.filter((frame) => (JSON.parse(frame) as { readonly type: string }).type === type);

/** The talks of the device that is known by this id. */
export const talksOf = ({ talks }: Overheard, id: string): readonly Talk[] =>
  talks.filter((talk) => told(talk, 'welcome').some(({ self }) => self === id));
