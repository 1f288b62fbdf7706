/** Extras that a person may want, or want to remove, at the end of the page, where they are in nobody's way. */
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { isReceived } from '../../transfer/about-view.ts';
import { useText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { Extra } from '../pieces/Extra.tsx';
import type { Shell } from '../shell/shell.ts';
import { InstallHint } from './InstallHint.tsx';

/** `children`: the last part. */
type Props = { model: Model; shell: Shell; children: ComponentChildren };

export function Footer({ model, shell, children }: Props) {
  const { words } = useText();
  const { install, notices } = shell;
  // Before anything has arrived the question makes no sense, and browsers are reluctant to ask a second time.
  const hasReceived = useComputed(() => model.transfers.value.some(isReceived)).value;
  const mayTell = notices.consent.value === 'unknown' && hasReceived;
  const way = install.way.value;
  return (
    <footer class="extras">
      {/* The browser asks once more, in its own words. */}
      {mayTell && (
        <Extra
          icon="bell"
          label={words.shell.tellMe}
          help={words.shell.tellMeHelp}
          onPress={() => void notices.ask()}
        />
      )}
      {way !== undefined && <InstallHint way={way} words={words.shell} onPress={install.open} />}
      {children}
    </footer>
  );
}
