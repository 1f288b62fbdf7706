/** This browser has no WebRTC: say so, and where it works. */

import { whyNoWebRtc } from '../device/no-webrtc.ts';
import { useText } from '../i18n/context.ts';
import { Address } from '../pieces/Address.tsx';
import { Notice } from '../pieces/Notice.tsx';

export function CannotTransfer({ address }: { address: string }) {
  const { words } = useText();
  return (
    <Notice title={words.cannotTransfer}>
      <p>{words.cannotTransferHelp[whyNoWebRtc()]}</p>
      <Address of={address} />
    </Notice>
  );
}
