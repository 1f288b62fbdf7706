/** Who this is, at a glance: picture and digits, kind and place of the device, and what is known of them. */
import { Fragment } from 'preact';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import type { Somebody } from '../people/standing.ts';
import { useGroupsOf } from '../pieces/groups.ts';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import { About } from './About.tsx';
import { Face } from './Face.tsx';
import { MakeSureButton } from './MakeSureButton.tsx';

type Props = { model: Pick<Model, 'devices' | 'people'>; somebody: Somebody };

export function PersonHead({ model, somebody }: Props) {
  return (
    <div class="person-head">
      <div class="person-face">
        <Face of={somebody.id} />
        <Device {...{ model, somebody }} />
      </div>
      <About people={model.people} somebody={somebody} />
      <MakeSureButton people={model.people} somebody={somebody} />
    </div>
  );
}

/** Its kind, the groups in which it is, and at which router, while it is here. */
function Device({ model: { devices, people }, somebody: { id } }: Props) {
  const { words } = useLateText();
  const groups = useGroupsOf()(id);
  const device = devices.value.find((one) => one.id === id && !one.hasLeft);
  if (device === undefined || people.isBlocked(id)) return null;
  return (
    <p class="hint">
      {groups.map(({ group, name }) => (
        <Fragment key={group}>
          <Phrase text={words.ofGroup}>
            <Name of={name} />
          </Phrase>{' '}
          ·{' '}
        </Fragment>
      ))}
      {words.kind[device.kind]}
      {device.away && <> · {words.away}</>}
      {device.router !== undefined && (
        <>
          {' '}
          ·{' '}
          <Phrase text={words.behind}>
            <Name of={device.router} />
          </Phrase>
        </>
      )}
    </p>
  );
}
