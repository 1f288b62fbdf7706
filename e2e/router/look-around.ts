/**
 * A machine on the LAN that asks a router for all that it serves, and writes as JSON what it got: `look-around.ts ADDRESS`. The
 * certificate is not checked: that is another test.
 */
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { get as getSecurely } from 'node:https';
import {
  checkFingerprint,
  decodeMessage,
  METHOD,
  mappedAddress,
  withFingerprint,
} from '../../src/router/relay/stun/message.ts';

const [address = ''] = process.argv.slice(2);
type Answer = { readonly status: number | undefined; readonly body: string };

async function ask(url: string): Promise<Answer> {
  const options = { agent: false, rejectUnauthorized: false } as const;
  const request = url.startsWith('https:') ? getSecurely(url, options) : get(url, options);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let body = '';
  for await (const piece of response.setEncoding('utf8')) body += piece;
  return { status: response.statusCode, body };
}

async function stun() {
  const socket = createSocket('udp4');
  const request = { class: 'request', method: METHOD.binding, transactionId: randomBytes(12), attributes: [] } as const;
  socket.send(withFingerprint(request), 3478, address);
  const [datagram] = (await once(socket, 'message')) as [Buffer];
  socket.close();
  const answer = decodeMessage(datagram);
  return answer && { seen: mappedAddress(answer)?.address, fingerprint: checkFingerprint(datagram, answer) };
}

const base = `http://${address}:8080`;
const status = JSON.parse((await ask(`${base}/status.json`)).body);
const result = {
  page: await ask(`${base}/`),
  health: await ask(`${base}/healthz`),
  operator: (await ask(`${base}/status`)).status,
  secure: await ask(`https://${address}:${status.tls.port}/healthz`),
  words: status.words.state,
  stun: await stun(),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
