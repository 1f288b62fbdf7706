/** All words of the operator's page as a type, so that a language in which one is missing does not compile. */
import type { Refusal } from '../limits/refusals.ts';
import type { Finding, FindingCode, Level } from './findings.ts';
import type { Unit } from './time.ts';

export type Advice = {
  readonly what: string;
  readonly todo?: string;
  /** To be typed as it stands. */
  readonly command?: string;
};

export type Words = {
  readonly language: string;
  readonly title: string;
  readonly verdict: Readonly<Record<Level, { readonly word: string; readonly sentence: string }>>;
  readonly findings: { readonly [C in FindingCode]: (finding: Extract<Finding, { readonly code: C }>) => Advice };
  readonly numbers: { readonly router: string; readonly all: string; readonly routers: string };

  readonly open: string;
  readonly openHelp: string;
  readonly openOthers: string;
  readonly poster: string;
  readonly qrCode: (url: string) => string;

  readonly reach: string;
  readonly picture: (routers: number) => string;
  readonly pictureHelp: string;
  readonly legend: { readonly self: string; readonly direct: string; readonly lost: string; readonly missing: string };
  readonly onlyThis: string;
  readonly table: {
    readonly caption: string;
    readonly name: string;
    readonly address: string;
    readonly devices: string;
    readonly heard: string;
    readonly way: string;
    readonly key: string;
    readonly clock: string;
  };
  readonly self: string;
  readonly direct: string;
  readonly lost: string;
  readonly gone: (ago: string) => string;
  readonly keyed: string;
  readonly openMesh: string;
  readonly sameClock: string;
  readonly ahead: (time: string) => string;
  readonly behind: (time: string) => string;
  readonly unknown: string;

  readonly checklist: { readonly title: string; readonly steps: readonly string[] };

  readonly facts: {
    readonly title: string;
    readonly devices: string;
    readonly devicesOf: (here: number, most: number) => string;
    readonly refused: string;
    /** How often it happened, and what people see when it does. */
    readonly refusedFor: { readonly [R in Refusal]: (count: number) => string };
    readonly relay: string;
    readonly relayState: Readonly<Record<'running' | 'off' | 'failed', string>>;
    readonly relayed: (count: number) => string;
    readonly secure: string;
    readonly secureState: Readonly<Record<'off' | 'failed', string>>;
    readonly secureCertificate: Readonly<Record<'own' | 'operator', string>>;
    readonly secureUntil: (date: string, daysLeft: number) => string;
    readonly secureTrust: string;
    readonly mesh: string;
    readonly meshState: Readonly<Record<'off' | 'alone' | 'joined', string>>;
    readonly trust: Readonly<Record<'key' | 'open', string>>;
    readonly memory: string;
    readonly memoryOf: (own: string, free?: string) => string;
    readonly disk: string;
    readonly diskOf: (free: string, whole: string) => string;
    readonly uptime: string;
    readonly time: string;
    readonly version: string;
    readonly id: string;
    readonly digests: string;
    readonly digestsHelp: string;
  };

  readonly refreshes: (seconds: number) => string;
  readonly stopRefreshing: string;
  readonly startRefreshing: string;
  readonly privacy: string;
  readonly asJson: string;

  /** Numbers with units: the largest unit first. */
  readonly duration: (parts: readonly (readonly [number, Unit])[]) => string;
  readonly seconds: (seconds: string) => string;
  readonly ago: (time: string) => string;
  readonly list: (items: readonly string[]) => string;
};
