/** Routers with HTTPS in this process, and handshakes with them. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect, type TLSSocket } from 'node:tls';
import { parseCommand } from '../../src/router/config/command.ts';
import type { Config } from '../../src/router/config/config.ts';
import { createLog } from '../../src/router/machine/log.ts';
import type { RouterOptions } from '../../src/router/server.ts';
import type { Certified } from '../../src/router/tls/https.ts';
import { certifiedOf } from '../../src/router/tls/start.ts';
import { HOST, PHONE, type Response, type Running, start } from './setting.ts';

export const HOSTNAME = 'hikyaku.internal';
export const BUILT = new Date('2026-01-01T00:00:00Z');
export const quiet = createLog('error', () => {});

export function configOf(...flags: readonly string[]): Config {
  const command = parseCommand(['--port', '0', '--host', HOST, ...flags], {}, 'host');
  if (command.do !== 'run') throw new Error(JSON.stringify(command));
  return command.config;
}

/** The certificates that a router with these flags uses. */
export async function certified(flags: readonly string[], meshKey?: string): Promise<Certified> {
  const result = await certifiedOf({ config: configOf(...flags), meshKey, built: BUILT, log: quiet });
  if (result === undefined || 'problem' in result) throw new Error(result?.problem ?? 'HTTPS is off');
  return result;
}

export type RunningSecurely = Running & { readonly securePort: number };

export async function startSecurely(
  what: Certified,
  more: Partial<RouterOptions> = {},
  port = 0,
): Promise<RunningSecurely> {
  const running = await start({}, { https: { host: HOST, port, ...what }, ...more });
  const { https } = running.router;
  return { ...running, securePort: https.state === 'on' ? https.port : 0 };
}

/** The certificate that is shown for a name, checked against `ca`; rejects when it does not hold. */
export async function handshake(
  port: number,
  ca: string,
  servername = HOSTNAME,
): Promise<ReturnType<TLSSocket['getPeerCertificate']>> {
  const socket = connect({ host: HOST, port, ca, servername });
  await once(socket, 'secureConnect');
  const certificate = socket.getPeerCertificate();
  socket.destroy();
  return certificate;
}

export async function getSecurely(
  port: number,
  path: string,
  ca: string,
  headers: Record<string, string> = {},
  servername = HOSTNAME,
): Promise<Response> {
  const options = { host: HOST, localAddress: PHONE, port, path, ca, servername, agent: false };
  const asked = request({ ...options, headers: { Host: `${servername}:${port}`, ...headers } }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let body = '';
  for await (const piece of response.setEncoding('utf8')) body += piece;
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}
