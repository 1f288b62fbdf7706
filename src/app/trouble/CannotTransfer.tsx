/** This browser has no WebRTC: say so, and where it works. */

import { whyNoWebRtc } from '../device/no-webrtc.ts';
import { useLateText } from '../i18n/context.ts';
import { Address } from '../pieces/Address.tsx';
import { Notice } from '../pieces/Notice.tsx';

export function CannotTransfer({ address }: { address: string }) {
  const words = useLateText().words.trouble;
  return (
    <Notice title={words.cannotTransfer}>
      <p>{words.cannotTransferHelp[whyNoWebRtc()]}</p>
      <Address of={address} />
    </Notice>
  );
}
