/** How somebody else gets here: the Wi-Fi, if the router tells it, and the plain address, each to be read by a camera or typed. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Address } from '../pieces/Address.tsx';
import { isCopied } from '../pieces/copied.ts';
import { Icon } from '../pieces/icons.tsx';
import { QrCode } from '../pieces/QrCode.tsx';
import { useWifi } from './useWifi.ts';
import '../styles/here.css';

/** `address`: the plain one, which needs no trust. `routerName`: for who is told by message. */
type Props = { address: string; routerName: string };

export function Invite({ address, routerName }: Props) {
  const { words } = useLateText();
  const said = words.here;
  const wifi = useWifi();
  return (
    <ol class="invite">
      {wifi && (
        <Step title={said.wifi}>
          <QrCode text={wifi.code} label={fill(said.wifiCode, { name: wifi.ssid })} />
          <dl class="wifi" translate={false}>
            <dt>{said.network}</dt>
            <dd>{wifi.ssid}</dd>
            <dt>{said.password}</dt>
            <dd>{wifi.password ?? said.noPassword}</dd>
          </dl>
        </Step>
      )}
      <Step title={said.open}>
        <QrCode text={`${address}/`} label={fill(said.openCode, { address })} />
        <Address of={address} />
        {!wifi && <p class="hint">{said.sameWifi}</p>}
        <PassOn address={`${address}/`} text={fill(said.shareText, { name: routerName })} />
      </Step>
    </ol>
  );
}

function Step({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <li class="invite-step">
      <h3>{title}</h3>
      {children}
    </li>
  );
}

function PassOn({ address, text }: { address: string; text: string }) {
  const { here } = useLateText().words;
  const said = useSignal('');
  const copy = async (): Promise<void> => {
    said.value = (await isCopied(address)) ? here.copied : here.notCopied;
  };
  // Whoever closes the share sheet again needs no words.
  const share = (): void => void navigator.share({ title: 'Hikyaku', text, url: address }).catch(() => {});
  return (
    <>
      <div class="actions">
        <button class="button" type="button" onClick={() => void copy()}>
          <Icon name="document" />
          {here.copy}
        </button>
        {'share' in navigator && (
          <button class="button" type="button" onClick={share}>
            <Icon name="share" />
            {here.share}
          </button>
        )}
      </div>
      <p class="hint" aria-live="polite">
        {said.value}
      </p>
    </>
  );
}
