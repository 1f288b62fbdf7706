/** Asks the router of this machine how it is, by HTTP as everybody does. */
import { request } from 'node:http';
import type { Config } from '../../config/config.ts';
import type { OnBackhaul } from '../../net/backhaul-address.ts';

/** It answers in a few milliseconds, unless its event loop stands still. */
const ANSWER_WITHIN_MS = 3_000;
/** A status of a hundred routers has 30 kB. */
const MAX_BYTES = 1_000_000;

export type Answer = { readonly status: number; readonly json: unknown };

/** `undefined`: nobody answers, or not in JSON. Never rejects. */
export function askRouter({ port, host }: Pick<Config, 'port' | 'host'>, path: string): Promise<Answer | undefined> {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return new Promise((resolve) => {
    const asked = request({ host: address, port, path, timeout: ANSWER_WITHIN_MS, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
        if (text.length > MAX_BYTES) asked.destroy();
      });
      response.on('end', () => resolve(answerOf(response.statusCode ?? 0, text)));
      response.on('error', () => resolve(undefined));
      response.on('close', () => resolve(undefined));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}

function answerOf(status: number, text: string): Answer | undefined {
  try {
    return { status, json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The routers that `/status.json` lists, this one first; what is none is left out. Pure. */
export function routersIn(json: unknown): readonly (OnBackhaul & { readonly name: string })[] {
  const { mesh } = (json ?? {}) as { mesh?: { routers?: unknown } };
  const list: readonly unknown[] = Array.isArray(mesh?.routers) ? mesh.routers : [];
  return list.flatMap((one) => {
    const { id, name, backhaul } = (one ?? {}) as { id?: unknown; name?: unknown; backhaul?: unknown };
    if (typeof id !== 'string') return [];
    return [{ id, name: typeof name === 'string' ? name : '', ...(typeof backhaul === 'string' && { backhaul }) }];
  });
}
