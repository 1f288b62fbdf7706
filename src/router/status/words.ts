/**
 * All words of the operator's page as a type, so that a language in which one is missing does not compile. Each language is
 * one object of it (src/router/languages). Places in braces are the same in every language; `#` is the number.
 */
import type { Forms } from '../../languages/forms.ts';
import type { Refusal } from '../limits/refusals.ts';
import type { StrangerReason } from '../mesh/bus.ts';
import type { TurnStatus } from '../relay/turn-status.ts';
import type { FindingCode, Level } from './findings.ts';
import type { Unit } from './time.ts';

/** What is so, and what to do. What is to be typed stands below (advice.ts). */
export type Advice = { readonly what: string | Forms; readonly todo?: string };

export type StatusWords = {
  readonly title: string;
  readonly verdict: Readonly<Record<Level, { readonly word: string; readonly sentence: string }>>;
  readonly findings: Readonly<Record<Exclude<FindingCode, 'strangers'>, Advice>>;
  /** Routers that are kept out; `{addresses}` are theirs. */
  readonly strangers: Readonly<Record<StrangerReason, Advice>>;
  readonly numbers: { readonly router: string; readonly all: string; readonly routers: string };

  readonly open: string;
  readonly openHelp: string;
  readonly openOthers: string;
  readonly poster: string;
  readonly qrCode: string;

  readonly reach: string;
  /** `#` other routers. */
  readonly picture: Forms;
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
  readonly gone: string;
  readonly keyed: string;
  readonly openMesh: string;
  readonly sameClock: string;
  readonly ahead: string;
  readonly behind: string;
  readonly unknown: string;

  readonly checklist: { readonly title: string; readonly steps: readonly string[] };

  readonly facts: {
    readonly title: string;
    readonly devices: string;
    readonly devicesOf: string;
    readonly refused: string;
    /** How often it happened, and what people see when it does. */
    readonly refusedFor: Readonly<Record<Refusal, Forms>>;
    readonly relay: string;
    readonly relayState: Readonly<Record<'running' | 'off' | 'failed', string>>;
    /** Why it is off. */
    readonly relayCause: Readonly<Record<NonNullable<TurnStatus['cause']>, string>>;
    readonly relayed: Forms;
    readonly secure: string;
    readonly secureState: Readonly<Record<'off' | 'failed', string>>;
    readonly secureCertificate: Readonly<Record<'own' | 'operator', string>>;
    /** `#` days are left. */
    readonly secureUntil: Forms;
    readonly secureEnded: string;
    /** Its certificate is for any time, because nobody knows what time it is. */
    readonly secureClock: string;
    readonly secureTrust: string;
    readonly mesh: string;
    readonly meshState: Readonly<Record<'off' | 'alone' | 'joined', string>>;
    readonly trust: Readonly<Record<'key' | 'open', string>>;
    /** What is known of the radio, for each interface of it. `#` routers are reached through another radio. */
    readonly radio: {
      readonly title: string;
      readonly channel: string;
      readonly inUse: string;
      readonly stations: Forms;
      readonly peers: Forms;
      readonly through: Forms;
    };
    readonly memory: string;
    readonly memoryOf: string;
    readonly disk: string;
    readonly diskOf: string;
    /** What is held for those who are not here. */
    readonly held: {
      readonly title: string;
      readonly posts: Forms;
      readonly letters: Forms;
      readonly files: Forms;
      readonly room: string;
      readonly days: Forms;
      readonly off: string;
      readonly opening: string;
      readonly failed: string;
    };
    readonly uptime: string;
    readonly time: string;
    readonly version: string;
    readonly id: string;
    readonly digests: string;
    readonly digestsHelp: string;
  };

  /** `#` seconds. */
  readonly refreshes: Forms;
  readonly stopRefreshing: string;
  readonly startRefreshing: string;
  readonly privacy: string;
  readonly asJson: string;

  /** Short: several stand one after the other, "3 d 2 h". */
  readonly units: Readonly<Record<Unit, Forms>>;
  readonly ago: string;
  /** At the end of a list of names: `#` more. */
  readonly more: Forms;
};
