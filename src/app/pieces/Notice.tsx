/** A plain message with a heading, in the place where something should have been. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';

export function Notice({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="notice">
      <h2>
        <Icon name="warning" />
        {title}
      </h2>
      {children}
    </section>
  );
}
