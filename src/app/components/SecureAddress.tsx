/** At the end of the page: the way to the secure address, if there is one; or the way back, if its certificate has ended. */
import type { ComponentChildren } from 'preact';
import { useText } from '../i18n/context.ts';
import type { SecureWay } from '../secure-way.ts';
import { Icon } from './icons.tsx';
import { Notice } from './Notice.tsx';

type Props = {
  found: SecureWay | undefined;
  /** Whether something is on its way that could not go on at another address. */
  busy: boolean;
  onGo: (url: string) => void;
};

export function SecureAddress({ found, busy, onGo }: Props) {
  const { words } = useText();
  const { secure } = words;
  switch (found?.way) {
    case undefined:
      return null;
    case 'untrusted':
      return (
        <footer class="secure-hint">
          <a href="/trust">{secure.trust}</a>
        </footer>
      );
    case 'expired':
      return (
        <Aside>
          <Notice title={secure.expired}>
            <p>{secure.expiredHelp}</p>
            <a class="button big primary" href={found.plain}>
              {found.plain}
            </a>
          </Notice>
        </Aside>
      );
    case 'open':
      return (
        <Aside>
          <section class="secure">
            <h2>
              <Icon name="lock" />
              {secure.title}
            </h2>
            <p>{secure.works}</p>
            <p class="hint">{busy ? secure.busy : secure.stays}</p>
            <button class="button" type="button" disabled={busy} onClick={() => onGo(found.url)}>
              {secure.go}
            </button>
          </section>
        </Aside>
      );
  }
}

function Aside({ children }: { children: ComponentChildren }) {
  return <footer class="secure-place">{children}</footer>;
}
