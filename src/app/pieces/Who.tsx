/** Somebody in a line of text: what they are called here, their mark, and if they are known. */
import { Fragment } from 'preact';
import { useLateText } from '../i18n/context.ts';
import { type Somebody, standingOf } from '../people/standing.ts';
import { useGroupsOf } from './groups.ts';
import { Icon } from './icons.tsx';
import { Name } from './Name.tsx';
import { PersonMark } from './PersonMark.tsx';
import { Phrase } from './Phrase.tsx';
import { usePeople } from './people.ts';

/** `href`: of their screen; without it the name is no link. */
export function Who({ id, name, href }: Somebody & { href?: string }) {
  const { words } = useLateText();
  const standing = standingOf(usePeople(), { id, name });
  const groups = useGroupsOf()(id);
  const shown = (
    <>
      <strong>
        <Name of={standing.label} />
      </strong>{' '}
      <PersonMark of={id} />
    </>
  );
  return (
    <>
      {href === undefined ? (
        shown
      ) : (
        <a class="who" href={href}>
          {shown}
        </a>
      )}
      {standing.is === 'known' && (
        <>
          {' '}
          <span class="who-known">
            <Icon name="check" />
            {words.known}
          </span>
        </>
      )}
      {groups.map(({ group, name: called }) => (
        <Fragment key={group}>
          {' '}
          <span class="who-group">
            <Phrase text={words.ofGroup}>
              <Name of={called} />
            </Phrase>
          </span>
        </Fragment>
      ))}
    </>
  );
}

/** In a line of its own, when a stranger has the name of a known person. */
export function NotThem({ id, name }: Somebody) {
  const { words } = useLateText();
  const standing = standingOf(usePeople(), { id, name });
  if (standing.is !== 'stranger' || standing.isNot === undefined) return null;
  return (
    <p class="not-them">
      <Phrase text={words.notThem}>
        <Name of={standing.isNot} />
      </Phrase>
    </p>
  );
}
