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
  onOpen: () => void;
};

export function Row({ picture, name, about, badge, wasOpen, onOpen }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasOpen) button.current?.focus();
  }, []);
  return (
    <li>
      <button ref={button} class="inbox-row" type="button" onClick={onOpen}>
        {picture}
        <span class="inbox-text">
          <strong class="inbox-name">{name}</strong> <span class="figures">{about}</span> {badge}
        </span>
        <Icon name="forward" />
      </button>
    </li>
  );
}
