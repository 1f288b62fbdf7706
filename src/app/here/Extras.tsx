/** Extras that a person may want, or want to remove. */
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { isReceived } from '../../transfer/about-view.ts';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { Extra } from '../pieces/Extra.tsx';
import type { Shell } from '../shell/shell.ts';
import { InstallHint } from './InstallHint.tsx';
import '../styles/extras.css';

/** `children`: the others. */
type Props = { model: Model; shell: Shell; children: ComponentChildren };

export function Extras({ model, shell, children }: Props) {
  const { words } = useLateText();
  const { install, notices } = shell;
  // Before anything has arrived the question makes no sense, and browsers are reluctant to ask a second time.
  const hasReceived = useComputed(() => model.transfers.value.some(isReceived)).value;
  const mayTell = notices.consent.value === 'unknown' && hasReceived;
  const way = install.way.value;
  return (
    <div class="extras">
      {/* The browser asks once more, in its own words. */}
      {mayTell && (
        <Extra
          icon="bell"
          label={words.here.extras.tellMe}
          help={words.here.extras.tellMeHelp}
          onPress={() => void notices.ask()}
        />
      )}
      {way !== undefined && <InstallHint way={way} words={words.here.extras} onPress={install.open} />}
      {children}
    </div>
  );
}
