/** What a listener says again of a session that it has overheard. Data; pure. */
import { CLOSE, type DeviceId } from '../../src/protocol/signaling.ts';
import type { Replay } from './orders.ts';
import { type Overheard, saidOf, type Talk, talksOf, told } from './overheard.ts';

export type Try = {
  readonly what: string;
  /** The router to which it is said. */
  readonly at: string;
  readonly replay: Replay;
  /** The code with which the router must refuse it; `own`: it may stay, as itself. */
  readonly wanted: number | 'own';
  /** It takes the victim's name, as anybody may: lists then show two of that name. */
  readonly takesName?: true;
};

/** More at once counts as a flood. */
const MOST_FRAMES = 40;

/** `heard`: what was overheard at each router, by its name. */
export function replaysOf(heard: ReadonlyMap<string, Overheard>, victim: DeviceId): readonly Try[] {
  const routers = [...heard.keys()];
  return [...heard].flatMap(([from, overheard]) => {
    const talks = talksOf(overheard, victim);
    const hellos = talks.flatMap((talk) => saidOf(talk, 'hello'));
    const everywhere = (what: string, frames: readonly string[]): readonly Try[] =>
      routers.map((at) => ({
        what: `${what}, said to ${from}`,
        at,
        replay: { as: 'nobody', frames },
        wanted: CLOSE.notProven,
      }));
    return [
      ...hellos.flatMap((hello, index) => everywhere(`hello ${index + 1}`, [hello])),
      ...hellos
        .slice(-1)
        .flatMap((hello) => [
          ...everywhere('the last hello with a later claim', [changed(hello, { claim: Date.now() })]),
          ...everywhere('the last hello under another name', [changed(hello, { name: 'Mallory' })]),
        ]),
      ...talks.slice(-1).flatMap(({ said }) => everywhere('all', said.slice(0, MOST_FRAMES))),
      ...talks.flatMap((talk) => withoutHello(talk, from)),
    ];
  });
}

/** What the victim says once it is known, by somebody who is not, and by somebody who is known as another. */
function withoutHello(talk: Talk, at: string): readonly Try[] {
  const kinds = ['rename', 'connect', 'signal'].flatMap((type) => {
    const frames = saidOf(talk, type);
    return frames.length === 0 ? [] : [{ type, frames }];
  });
  const call = [...saidOf(talk, 'connect'), ...saidOf(talk, 'signal')].slice(0, MOST_FRAMES);
  const answers = answersTo(talk).slice(0, MOST_FRAMES);
  const itself = (what: string, frames: readonly string[]): readonly Try[] =>
    frames.length === 0 ? [] : [{ what: `as itself: ${what}`, at, replay: { as: 'itself', frames }, wanted: 'own' }];
  return [
    ...kinds.map(
      ({ type, frames }): Try => ({
        what: `${type} without a hello`,
        at,
        replay: { as: 'nobody', frames },
        wanted: CLOSE.badMessage,
      }),
    ),
    ...itself('its call, with its connection id and descriptions', call),
    ...itself("its friend's answers, to itself", answers),
    ...itself('its new name', saidOf(talk, 'rename')).map((tried): Try => ({ ...tried, takesName: true })),
  ];
}

/** What the victim was told by others, as whoever wants to pass for them would say it. */
function answersTo(talk: Talk): readonly string[] {
  const [welcome] = told(talk, 'welcome');
  return told(talk, 'signal').map(({ connection, signal }) =>
    JSON.stringify({ type: 'signal', to: welcome?.self, connection, signal }),
  );
}

const changed = (frame: string, change: object): string => JSON.stringify({ ...JSON.parse(frame), ...change });

/** As a router would list the victim that had heard this very hello: for another router to believe. */
export function listingOf(talk: Talk, victim: DeviceId): object | undefined {
  const [hello] = saidOf(talk, 'hello');
  const [asked] = told(talk, 'challenge');
  if (hello === undefined || asked === undefined) return undefined;
  const { key, claim, signature, name, kind } = JSON.parse(hello) as Record<string, unknown>;
  return { id: victim, name, kind, key, challenge: asked.challenge, claim, signature };
}
