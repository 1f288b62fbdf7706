/** One device: its name first, then its mark, kind and place. A drop finds its target by `data-device`. */
import { Fragment } from 'preact';
import { useText } from '../i18n/context.ts';
import { markOf, PICTURES } from '../model/mark.ts';
import type { Listed } from '../model/presence.ts';
import type { Standing } from '../people/standing.ts';
import { useGroupsOf } from '../pieces/groups.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { markInWords } from '../pieces/PersonMark.tsx';
import { Phrase } from '../pieces/Phrase.tsx';

type Props = {
  device: Listed;
  /** How its person stands to the owner of this device. */
  standing: Standing;
  /** Absent when a press sends. */
  marked: boolean | undefined;
  /** Another device here has a similar name: the mark tells them apart. */
  isAlike: boolean;
  /** Their place is said above them. */
  isUnderPlace: boolean;
  disabled: boolean;
  onPress: () => void;
};

export function DeviceButton({ device, standing, marked, isAlike, isUnderPlace, disabled, onPress }: Props) {
  const { words } = useText();
  const mark = markOf(device.id);
  const groups = useGroupsOf()(device.id);
  const isAway = device.hasLeft ?? device.away ?? false;
  return (
    <button
      class="device"
      type="button"
      data-device={device.id}
      data-away={isAway}
      data-alike={isAlike || (standing.is === 'stranger' && standing.isNot !== undefined)}
      aria-pressed={marked}
      disabled={disabled}
      aria-disabled={device.hasLeft}
      onClick={onPress}
    >
      <span class="device-icon" aria-hidden="true">
        {marked ? <Icon name="check" /> : <span class="device-picture">{PICTURES[mark.picture]}</span>}
      </span>
      <span class="device-text">
        <span class="device-name">
          <Name of={standing.label} />
        </span>{' '}
        <span class="device-about">
          <span class="device-mark">{markInWords(mark, words)}</span> ·{' '}
          {standing.is === 'known' && (
            <>
              <span class="device-known">{words.known}</span> ·{' '}
            </>
          )}
          {groups.map(({ group, name: called }) => (
            <Fragment key={group}>
              <span class="device-group">
                <Phrase text={words.ofGroup}>
                  <Name of={called} />
                </Phrase>
              </span>{' '}
              ·{' '}
            </Fragment>
          ))}
          {words.kind[device.kind]}
          {isAway && <> · {device.hasLeft ? words.hasLeft : words.away}</>}
          {device.router !== undefined && !isUnderPlace && (
            <>
              {' '}
              ·{' '}
              <Phrase text={words.behind}>
                <Name of={device.router} />
              </Phrase>
            </>
          )}
          {standing.is === 'known' && standing.callsItself !== undefined && (
            <>
              {' '}
              ·{' '}
              <Phrase text={words.callsItself}>
                <Name of={standing.callsItself} />
              </Phrase>
            </>
          )}
        </span>
        <Warning standing={standing} isAlike={isAlike} />
      </span>
      {marked === undefined && (
        <span class="device-go">
          <Icon name="forward" />
        </span>
      )}
    </button>
  );
}

/** What may be confused about this name; nothing when nothing can. */
function Warning({ standing, isAlike }: Pick<Props, 'standing' | 'isAlike'>) {
  const { words } = useText();
  if (standing.is === 'stranger' && standing.isNot !== undefined)
    return (
      <>
        {' '}
        <strong class="not-them">
          <Phrase text={words.notThem}>
            <Name of={standing.isNot} />
          </Phrase>
        </strong>
      </>
    );
  if (!isAlike) return null;
  return (
    <>
      {' '}
      <span class="device-alike">{words.alike}</span>
    </>
  );
}
