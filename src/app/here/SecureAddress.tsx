/** The way to the secure address, if there is one, or how to get one. */
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import type { SecureWay } from '../shell/secure-way.ts';

type Props = {
  found: SecureWay | undefined;
  /** True while something is under way that could not go on at another address. */
  busy: boolean;
  onGo: (url: string) => void;
};

export function SecureAddress({ found, busy, onGo }: Props) {
  const { tag, words } = useLateText();
  const { secure } = words.here;
  if (found?.way === 'untrusted')
    return (
      <p class="secure-hint">
        <a href={`/trust?lang=${tag}`}>{secure.trust}</a>
      </p>
    );
  if (found?.way !== 'open') return null;
  return (
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
  );
}
