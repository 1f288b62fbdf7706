/** The Wi-Fi of this router, where that knows it and tells it: for others to join. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type JoinInfo, parseJoinInfo } from '../../protocol/join-info.ts';
import { textAt } from '../net/text-at.ts';

/** Longer than an answer takes on a busy Wi-Fi, in milliseconds. */
const PATIENCE_MS = 8_000;

export function useWifi(): JoinInfo['wifi'] {
  const wifi = useSignal<JoinInfo['wifi']>(undefined);
  useEffect(() => {
    void textAt('join.json', PATIENCE_MS).then((text) => {
      const parsed = text === undefined ? undefined : parseJoinInfo(text);
      if (parsed?.ok) wifi.value = parsed.value.wifi;
    });
  }, []);
  return wifi.value;
}
