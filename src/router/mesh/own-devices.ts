/** The devices of this router as it lists them to others, each with the hello that it signed. Pure. */
import type { Membership } from '../../protocol/groups.ts';
import type { SignedHello } from '../../protocol/hello-event.ts';
import type { DeviceId, ToldKind } from '../../protocol/signaling.ts';
import type { Self } from './bus.ts';
import type { Candidate } from './candidates.ts';
import type { Listed } from './messages.ts';

/** A device of this router. */
export type Local = {
  readonly id: DeviceId;
  readonly name: string;
  readonly kind: ToldKind;
  readonly away: boolean;
  /** Its last one, and the id of this router to which it was said. */
  readonly hello: SignedHello;
  readonly saidTo: string;
  /** Said together with the hello, and checked. */
  readonly groups?: readonly Membership[] | undefined;
  readonly onlyGroups?: boolean;
};

/** The changes for the other routers. */
type Difference = { readonly put: readonly Listed[]; readonly gone: readonly DeviceId[] };

export class OwnDevices {
  #self: Self;
  readonly #all = new Map<DeviceId, Listed>();

  constructor(self: Self) {
    this.#self = self;
  }

  get self(): Self {
    return this.#self;
  }

  ids(): Iterable<DeviceId> {
    return this.#all.keys();
  }

  has(id: DeviceId): boolean {
    return this.#all.has(id);
  }

  /** All devices; those that are present come first. */
  list(): readonly Listed[] {
    return [...this.#all.values()].sort((a, b) => Number(a.away === true) - Number(b.away === true));
  }

  candidateOf(id: DeviceId): Candidate | undefined {
    const own = this.#all.get(id);
    return own && { router: this.#self.id, away: own.away === true, entry: own };
  }

  /** This router has a new id, for which no device has signed anything yet. */
  rename(self: Self): void {
    this.#self = self;
    this.#all.clear();
  }

  /** Brings the list up to date. What was said to an earlier id of this router is no claim of this one. */
  update(locals: Iterable<Local>): Difference {
    const put: Listed[] = [];
    const seen = new Set<DeviceId>();
    for (const local of locals) {
      if (local.saidTo !== this.#self.id) continue;
      seen.add(local.id);
      const known = this.#all.get(local.id);
      if (known !== undefined && isSame(known, local)) continue;
      const own = listed(local);
      this.#all.set(local.id, own);
      put.push(own);
    }
    const gone = [...this.#all.keys()].filter((id) => !seen.has(id));
    for (const id of gone) this.#all.delete(id);
    return { put, gone };
  }
}

function isSame(own: Listed, { name, kind, away, hello }: Local): boolean {
  return own.name === name && own.kind === kind && (own.away === true) === away && own.signature === hello.signature;
}

const listed = ({ id, name, kind, away, hello, groups, onlyGroups }: Local): Listed => ({
  id,
  name,
  kind,
  ...(away && { away }),
  ...hello,
  ...(groups && { groups }),
  ...(onlyGroups && { onlyGroups }),
});
