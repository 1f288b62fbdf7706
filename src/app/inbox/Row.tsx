/** One row of the inbox that opens something: picture, name, facts, and if it is on the device. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../pieces/icons.tsx';

type Props = {
  picture: ComponentChildren;
  name: ComponentChildren;
  about: ComponentChildren;
  badge: ComponentChildren;
  /** The person was there and came back: the focus returns here. */
  wasOpen: boolean;
  /** While several are being chosen, the row is ticked instead of opened. */
  tick?: { readonly isOn: boolean; readonly toggle: () => void } | undefined;
  onOpen: () => void;
};

export function Row({ picture, name, about, badge, wasOpen, tick, onOpen }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasOpen) button.current?.focus();
  }, []);
  const shown = (
    <>
      {picture}
      <span class="inbox-text">
        <strong class="inbox-name">{name}</strong> <span class="figures">{about}</span> {badge}
      </span>
    </>
  );
  return (
    <li>
      {tick ? (
        <label class="inbox-row tick">
          <input type="checkbox" checked={tick.isOn} onChange={tick.toggle} />
          {shown}
        </label>
      ) : (
        <button ref={button} class="inbox-row" type="button" onClick={onOpen}>
          {shown}
          <Icon name="forward" />
        </button>
      )}
    </li>
  );
}
