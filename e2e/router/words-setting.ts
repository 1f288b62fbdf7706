/** A router that holds, sockets of words to it, and files that are brought to it: what tests of the counter share. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { finalizeEvent, type VerifiedEvent } from 'nostr-tools/pure';
import { WebSocket } from 'ws';
import { permitToUpload } from '../../src/protocol/blob.ts';
import { hexOf } from '../../src/protocol/event.ts';
import { bytesOf, publicKeyOf } from '../../src/protocol/keys.ts';
import { authDraft } from '../../src/protocol/words-auth.ts';
import { createLog } from '../../src/router/machine/log.ts';
import { openHolder } from '../../src/router/words/holder.ts';
import { HOST, PHONE, secretOf, start, temporaryDirectory } from './setting.ts';

export const ROUTER = 'router-of-a-test';
export const ann = secretOf('ann');
export const bob = secretOf('bob');
export const operator = secretOf('the operator');
export const NOW = 1_764_150_000;
/** To be done at the end of each test, the last one first. */
export const cleaning: (() => Promise<unknown>)[] = [];
export async function holdingRouter(more: Parameters<typeof start>[0] = {}, bytesAtMost = 10_000_000) {
  const directory = await temporaryDirectory();
  cleaning.push(directory.remove);
  const holder = await openHolder(directory.path, {
    log: createLog('debug', () => {}),
    bytesAtMost,
    days: 14,
    operator,
  });
  const hold = { ...holder, operator: hexOf(publicKeyOf(operator)), blobBytes: 100_000 };
  const { port, router } = await start(more, { hold });
  cleaning.push(() => router.stop());
  /** What lies in the folder of files, once nothing is under way. */
  const filesLeft = async (): Promise<readonly string[]> => {
    await holder.stop();
    return readdir(join(directory.path, 'blobs'));
  };
  return { port, filesLeft, ...holder };
}

/** What a router asks over a socket of that device, which then says who it is; closed at the end of the test. */
export async function asked(port: number, secret = ann): Promise<{ challenge: string; socket: WebSocket }> {
  const options = { origin: `http://${HOST}:${port}`, localAddress: PHONE };
  const socket = new WebSocket(`ws://${HOST}:${port}/words`, options);
  cleaning.push(async () => socket.close());
  const [frame] = await once(socket, 'message');
  const [, challenge = ''] = JSON.parse(String(frame)) as string[];
  socket.send(JSON.stringify(['AUTH', finalizeEvent(mutable(authDraft(ROUTER, challenge, NOW)), bytesOf(secret))]));
  await once(socket, 'message');
  return { challenge, socket };
}

export const mutable = ({ kind, created_at, tags, content }: ReturnType<typeof authDraft>) => ({
  kind,
  created_at,
  tags: tags.map((tag) => [...tag]),
  content,
});
export const note = (content: string, secret = ann, tags: string[][] = [['t', 'notice']]): VerifiedEvent =>
  finalizeEvent({ kind: 1, created_at: NOW, tags, content }, bytesOf(secret));

type Put = { readonly headers?: Record<string, string>; readonly sha256?: string };

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function upload(port: number, bytes: Buffer, { headers, sha256 = digestOf(bytes) }: Put = {}): ClientRequest {
  return httpRequest({
    host: HOST,
    port,
    path: '/upload',
    method: 'PUT',
    agent: false,
    localAddress: PHONE,
    headers: {
      'x-sha-256': sha256,
      'content-length': String(bytes.length),
      ...headers,
    },
  });
}

/** With a permit, where `headers` do not say another one. */
export async function put(port: number, bytes: Buffer, { headers, sha256 = digestOf(bytes) }: Put = {}) {
  const authorization = headers?.['authorization'] ?? (await permitted(port, sha256));
  const request = upload(port, bytes, { sha256, headers: { ...headers, authorization } });
  request.end(bytes);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let body = '';
  for await (const piece of response.setEncoding('utf8')) body += piece;
  return { status: response.statusCode, said: JSON.parse(body) };
}

export async function permitted(port: number, sha256: string, secret = ann): Promise<string> {
  const { challenge } = await asked(port, secret);
  return permitToUpload(secret, sha256, { router: ROUTER, challenge }, NOW);
}
