/** The shell around the app: empty, unless a state needs more. Calls are only recorded. */
import { signal } from '@preact/signals';
import type { Arrival } from '../../src/app/arrivals/arrival.ts';
import type { Share } from '../../src/app/arrivals/shares.ts';
import type { SiteData } from '../../src/app/device/site-data.ts';
import type { Shell } from '../../src/app/shell/shell.ts';

const fakeNotices = (consent: 'unknown' | 'on' | 'off', calls: unknown[][]): Shell['notices'] => ({
  consent: signal(consent),
  ask: async () => void calls.push(['ask']),
  show: async (...words) => void calls.push(['show', ...words]),
  clear: async () => {},
});

export type FakeShell = Shell & { readonly calls: unknown[][] };

export function fakeShell(
  over: {
    canRenew?: boolean;
    install?: 'dialog' | 'by-hand';
    consent?: 'unknown' | 'on' | 'off';
    lastRouter?: string;
    isShareLost?: boolean;
    address?: string;
    shares?: readonly Share[];
    siteData?: SiteData;
    keepsScreenOn?: boolean;
  } = {},
): FakeShell {
  const calls: unknown[][] = [];
  const waiting = signal<readonly Arrival[]>([]);
  const shares = signal<readonly Share[]>(over.shares ?? []);
  const { lastRouter } = over;
  return {
    calls,
    canRenew: signal(over.canRenew ?? false),
    renew: () => void calls.push(['renew']),
    hasChosen: signal(false),
    isOutrun: signal(false),
    install: { way: signal(over.install), open: () => void calls.push(['install']) },
    notices: fakeNotices(over.consent ?? 'off', calls),
    address: signal(over.address ?? location.origin),
    lastRouter: signal(lastRouter === undefined ? undefined : { name: lastRouter, address: location.origin }),
    arrivals: {
      waiting,
      shares,
      useShares() {
        waiting.value = shares.value.flatMap(({ items }) => items);
        shares.value = [];
      },
      dropShares() {
        shares.value = [];
      },
      take: () => waiting.value,
      isLost: signal(over.isShareLost ?? false),
      choices: signal(0),
    },
    siteData: signal(over.siteData ?? 'kept'),
    keepsScreenOn: over.keepsScreenOn ?? true,
  };
}
