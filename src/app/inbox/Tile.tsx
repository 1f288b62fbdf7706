/** One of several pictures: itself, small, and whether it is saved. */
import { useEffect, useRef } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { shownName } from '../model/shown-name.ts';
import { Icon } from '../pieces/icons.tsx';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import { whereabouts } from '../saving/whereabouts.ts';
import type { FileItem } from './Files.tsx';

/** The widest that a tile gets, in CSS pixels; `.inbox-grid` in inbox.css sets it. */
const SIDE_PX = 120;

export function Tile({ transfer, file: { index, path }, read, wasOpen, tick, onOpen }: FileItem) {
  const { words, format } = useLateText();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasOpen) button.current?.focus();
  }, []);
  const is = whereabouts(transfer, index);
  const name = format.list([shownName(path), words.inbox.where[is]]);
  const shown = (
    <>
      <Thumbnail path={path} read={read} side={SIDE_PX} />
      <span class={`tile-mark ${is}`} aria-hidden="true">
        {is === 'saved' && <Icon name="check" />}
      </span>
    </>
  );
  return (
    <li>
      {tick ? (
        <label class="tile">
          <input type="checkbox" checked={tick.isOn} onChange={tick.toggle} aria-label={name} />
          {shown}
        </label>
      ) : (
        <button ref={button} class="tile" type="button" aria-label={name} onClick={onOpen}>
          {shown}
        </button>
      )}
    </li>
  );
}
