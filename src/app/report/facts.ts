/** The facts of this page for a report. */

import { noted } from '../log/log.ts';
import type { Model } from '../model/model.ts';
import { textAt } from '../net/text-at.ts';
import type { Facts } from './report.ts';

declare const HIKYAKU_APP_VERSION: string;

/** How long the router may take to state its version, in milliseconds: the person waits for the report. */
const ANSWER_MS = 2_000;

/** `names`: gives all that an error may quote. */
export async function gatherFacts(model: Model, names: () => Iterable<string>): Promise<Facts> {
  const [router, storage] = await Promise.all([routerVersion(), model.storage()]);
  const devices = model.devices.peek();
  return {
    app: HIKYAKU_APP_VERSION,
    router,
    userAgent: navigator.userAgent,
    isSecure: isSecureContext,
    display: matchMedia('(display-mode: standalone)').matches ? 'standalone' : 'browser',
    connection: model.connection.peek(),
    whyOffline: model.whyOffline.peek(),
    hasWebRtc: model.canTransfer,
    storage,
    devices: { here: devices.filter(({ away }) => !away).length, away: devices.filter(({ away }) => away).length },
    offers: model.offers.peek().length,
    transfers: model.transfers.peek(),
    lines: [...noted()].sort((one, other) => one.atMs - other.atMs),
    names: names(),
  };
}

async function routerVersion(): Promise<string | undefined> {
  try {
    const status: unknown = JSON.parse((await textAt('status.json', ANSWER_MS)) ?? '');
    return versionOf(status);
  } catch {
    return undefined;
  }
}

/** From `/status.json`; anything that is not a version counts as no answer. */
export function versionOf(status: unknown): string | undefined {
  const version = field(field(status, 'router'), 'version');
  return typeof version === 'string' && /^\d[\w.+-]{0,30}$/.test(version) ? version : undefined;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
