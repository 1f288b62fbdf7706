/** The names of persons, routers and files that an error may quote: those that the page knows, and has known in this visit. */
import { spacedCode } from '../../protocol/group-code.ts';
import type { Arrivals } from '../arrivals/arrivals.ts';
import type { Model } from '../model/model.ts';
import type { Compose } from '../send/compose.ts';

/** Where the page keeps names. */
export type NameSources = {
  readonly model: Pick<Model, 'ownName' | 'router' | 'devices' | 'offers' | 'transfers'> & {
    readonly people: Pick<Model['people'], 'all'>;
    readonly groups: Pick<Model['groups'], 'kept'>;
  };
  readonly compose: { readonly files: Compose['files']; readonly departures: Pick<Compose['departures'], 'waiting'> };
  readonly arrivals: Pick<Arrivals, 'waiting' | 'shares'>;
};

/** Most names of persons and of files that are remembered after the page has forgotten them; the newest stay. */
const MOST_PERSONS = 2_000;
const MOST_FILES = 10_000;

/** Parts of a path that are shorter than this are words of any sentence. In characters. */
const SHORTEST_PART = 3;

export class KnownNames {
  readonly #sources: NameSources;
  readonly #persons = new Set<string>();
  readonly #files = new Set<string>();

  constructor(sources: NameSources) {
    this.#sources = sources;
  }

  /** Remembers what is known now. Call it in an effect: it reads signals. */
  meetPersons(): void {
    remember(this.#persons, personsIn(this.#sources), MOST_PERSONS);
  }

  meetFiles(): void {
    remember(this.#files, filesIn(this.#sources), MOST_FILES);
  }

  all(): ReadonlySet<string> {
    const sources = this.#sources;
    const paths = [...this.#files, ...filesIn(sources), ...transferredIn(sources)];
    const parts = paths.flatMap((path) => path.split('/')).filter(({ length }) => length >= SHORTEST_PART);
    return new Set([...this.#persons, ...personsIn(sources), ...paths, ...parts]);
  }
}

function remember(known: Set<string>, names: readonly string[], most: number): void {
  for (const name of names) {
    known.delete(name); // a set is in the order of insertion: what was met last goes last
    known.add(name);
  }
  for (const name of known) {
    if (known.size <= most) return;
    known.delete(name);
  }
}

function personsIn({ model }: NameSources): readonly string[] {
  return [
    model.ownName.value,
    model.router.value?.name ?? '',
    ...model.devices.value.map(({ name }) => name),
    ...model.offers.value.map(({ peerName }) => peerName),
    ...model.groups.kept.value.all.flatMap(({ name, code }) => [name, code, spacedCode(code)]),
    ...[...model.people.all.value.values()].flatMap((one) =>
      one.is === 'known' ? [one.label, one.called] : one.label,
    ),
  ];
}

/** Files that are offered, chosen, shared, or about to leave. */
function filesIn({ model, compose, arrivals }: NameSources): readonly string[] {
  const departing = compose.departures.waiting.value.flatMap(({ files }) => files);
  const arrived = [...arrivals.waiting.value, ...arrivals.shares.value.flatMap(({ items }) => items)];
  return [
    ...model.offers.value.flatMap(({ entries }) => entries.map(({ path }) => path)),
    ...[...compose.files.value, ...departing].map(({ path }) => path),
    ...arrived.map((arrival) => (arrival.kind === 'file' ? arrival.chosen.path : arrival.text.title)),
  ];
}

/** Transfers stay in the list, so nothing of them must be remembered. */
function transferredIn({ model }: NameSources): readonly string[] {
  return model.transfers.value.flatMap(({ title, peerName, failedOn = '', missing }) => [
    title,
    peerName,
    failedOn,
    ...(missing?.names ?? []),
    ...(missing?.changed ?? []),
  ]);
}
