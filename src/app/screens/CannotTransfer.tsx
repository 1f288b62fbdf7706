/** This browser has no WebRTC: say so, and where it works. */
import { Address } from '../components/Address.tsx';
import { Notice } from '../components/Notice.tsx';
import { useText } from '../i18n/context.ts';
import { whyNoWebRtc } from '../no-webrtc.ts';

export function CannotTransfer({ address }: { address: string }) {
  const { words } = useText();
  return (
    <Notice title={words.cannotTransfer}>
      <p>{words.cannotTransferHelp[whyNoWebRtc()]}</p>
      <Address of={address} />
    </Notice>
  );
}
