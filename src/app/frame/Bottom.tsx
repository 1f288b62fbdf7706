/**
 * What stays at the lower edge of the screen, in the reach of a thumb, from top to bottom: a short note, what runs or has just
 * arrived, choosing, and the tabs. It covers the page and moves nothing on it.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  /** A sentence for a passing state. */
  note?: string | undefined;
  /** The slim bar: only while something runs or has arrived. */
  running?: ComponentChildren;
  /** What to send: the buttons for choosing, and what is chosen. */
  choose?: ComponentChildren;
  tabs?: ComponentChildren;
  /** Something is written there. */
  isWriting?: boolean;
};

/**
 * More of the screen than this, and the page itself would have too little: then it is the end of the page instead. What is
 * written stays in sight for longer.
 */
const LARGEST_SHARE = 1 / 3;
const LARGEST_WRITING = 1 / 2;

export function Bottom({ note, running, choose, tabs, isWriting }: Props) {
  const bottom = useStuck(isWriting ? LARGEST_WRITING : LARGEST_SHARE);
  return (
    <footer ref={bottom} class="bottom">
      {note !== undefined && <p class="bottom-note">{note}</p>}
      {running}
      {(choose || tabs) && (
        <div class="bottom-bars">
          {choose && <div class="choose-bar">{choose}</div>}
          {tabs}
        </div>
      )}
    </footer>
  );
}

/**
 * Lets it stick to the edge while it is low enough there, and keeps the height that it covers in `--bottom`: for whatever else
 * sticks to that edge, and so that it never covers what has the focus.
 */
function useStuck(share: number) {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const root = document.documentElement;
    const look = (): void => {
      const height = ref.current?.offsetHeight ?? 0;
      const isLow = height <= innerHeight * share;
      ref.current?.setAttribute('data-stuck', String(isLow));
      root.style.setProperty('--bottom', `${isLow ? height : 0}px`);
    };
    const observer = new ResizeObserver(look);
    if (ref.current) observer.observe(ref.current);
    addEventListener('resize', look);
    look();
    return () => {
      observer.disconnect();
      removeEventListener('resize', look);
      root.style.removeProperty('--bottom');
    };
  }, [share]);
  return ref;
}
