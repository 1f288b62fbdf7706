/** People who fill a room: on the router's list, and nothing more. */
import { createHash } from 'node:crypto';
import { WebSocket } from 'ws';
import type { SecretKey } from '../../../src/protocol/keys.ts';
import { parseRouterMessage } from '../../../src/protocol/signaling.ts';
import { answerTo } from '../../drive/wire/hello.ts';

const FIRST = 'Sora Yuki Ren Aoi Haruto Mei Riku Hina Daichi Sakura Kaito Emi'.split(' ');
const LAST = 'Abe Endo Goto Hara Ikeda Kato Mori Noda Oki Saito Ueda Wada'.split(' ');

/** The name of person `index`: no two of the first 144 are called the same. */
function nameOf(index: number): string {
  const round = Math.floor(index / FIRST.length);
  return `${FIRST[index % FIRST.length]} ${LAST[(index + round) % LAST.length]}`;
}

export type Room = { readonly names: readonly string[]; leave(): void };

/** Resolves when all of them are on the list. `url`: of the router. */
export async function fillRoom(url: string, people: number): Promise<Room> {
  const sockets = await Promise.all(Array.from({ length: people }, (_, index) => join(url, index)));
  return {
    names: sockets.map((_, index) => nameOf(index)),
    leave() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

function join(url: string, index: number): Promise<WebSocket> {
  const { host, hostname } = new URL(url);
  const secret = createHash('sha256').update(`room ${index}`).digest('base64url') as SecretKey;
  // Each has an address of its own, as phones have: all of 127.0.0.0/8 is this machine.
  const localAddress = hostname === '127.0.0.1' ? `127.2.0.${index + 1}` : undefined;
  const socket = new WebSocket(`ws://${host}/signal`, { origin: `http://${host}`, localAddress });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.on('message', (data) => {
      const said = parseRouterMessage(String(data));
      if (!said.ok) return;
      if (said.value.type === 'challenge') socket.send(JSON.stringify(answerTo(said.value, secret, nameOf(index))));
      if (said.value.type === 'welcome') resolve(socket);
      if (said.value.type === 'ping') socket.send(JSON.stringify({ type: 'pong' }));
    });
  });
}
