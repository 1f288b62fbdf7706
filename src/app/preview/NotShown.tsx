/** Stands in place of a file that is not shown, and says why, or how it can be. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../pieces/icons.tsx';

export function NotShown({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <div class="preview not-shown">
      <Icon name={icon} />
      {children}
    </div>
  );
}
