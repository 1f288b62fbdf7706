/** Who and where the owner of this device is, and what they want; as the page and the router have said last. */
import type { HexKey } from '../protocol/event.ts';
import { hexOf } from '../protocol/event.ts';
import { type PublicKey, publicKeyOf, type SecretKey } from '../protocol/keys.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import type { OwnRouter } from './api/api.ts';
import type { HolderState } from './api/views.ts';
import { type Holder, USUAL } from './line/holder-facts.ts';
import type { Stored } from './stored.ts';

export type Own = { readonly secret: SecretKey; readonly name: string };

export class Situation {
  readonly secret: SecretKey;
  readonly self: HexKey;
  name: string;
  /** The one at which the page is, or was last. */
  router: OwnRouter | undefined;
  state: HolderState = 'waiting';
  /** What the router says of itself at which this device is, or was last. */
  holder: Holder;
  /** Whose labels count: the operator of the router at which this device is, or was last. */
  operator: HexKey | undefined;
  takesLetters: boolean;
  /** All that earlier visits have left was read. */
  readonly isWhole: boolean;
  /** The browser does not store all of this. */
  isFleeting: boolean;
  present: ReadonlySet<DeviceId> = new Set();
  known: ReadonlySet<PublicKey> = new Set();
  blocked: ReadonlySet<DeviceId> = new Set();
  /** While strangers are kept out: those who are none, beside those with whom words were exchanged. */
  letIn: ReadonlySet<DeviceId> | undefined;

  constructor(
    { secret, name }: Own,
    {
      takesLetters,
      operator,
      days = USUAL.days,
      unread,
    }: Pick<Stored, 'takesLetters' | 'operator' | 'days' | 'unread'>,
  ) {
    this.secret = secret;
    this.self = hexOf(publicKeyOf(secret));
    this.name = name;
    this.takesLetters = takesLetters;
    this.operator = operator;
    this.holder = { ...USUAL, days };
    this.isWhole = unread.size === 0;
    this.isFleeting = !this.isWhole;
  }
}
