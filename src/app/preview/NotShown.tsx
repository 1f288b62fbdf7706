/** In place of a file that is not shown: says why, or how it can be shown. */
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
