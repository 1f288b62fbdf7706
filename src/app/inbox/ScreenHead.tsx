/** Top of a screen of the inbox: the way back, and the heading, which gets the focus as the screen opens. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';

/** Moves the focus to the heading, when the focused element is about to go. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>('.screen-title')?.focus({ preventScroll: true });
}

/** `keepsFocus`: an element further down takes the focus instead. */
type Props = { title: ComponentChildren; onBack: () => void; keepsFocus?: boolean; children?: ComponentChildren };

export function ScreenHead({ title, onBack, keepsFocus = false, children }: Props) {
  const { words } = useLateText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (keepsFocus) return;
    scrollTo({ top: 0, behavior: 'instant' });
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="screen-head">
      <button class="button quiet back" type="button" onClick={onBack}>
        <Icon name="back" />
        {words.inbox.back}
      </button>
      <h2 ref={heading} class="screen-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </div>
  );
}
