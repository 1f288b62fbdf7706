/** For a router that answers but accepts no connection: says that it is not the Wi-Fi, and whom to ask. */
import { useLateText } from '../i18n/context.ts';
import type { WhyOffline } from '../model/model.ts';
import { Notice } from '../pieces/Notice.tsx';

export function TurnedAway({ why }: { why: Exclude<WhyOffline, 'none'> }) {
  const { turnedAway } = useLateText().words.trouble;
  return (
    <Notice title={turnedAway.title}>
      <p>{turnedAway[why]}</p>
    </Notice>
  );
}
