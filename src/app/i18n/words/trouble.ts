/** Words for when nothing comes of it: no router, one that lets nobody in, or a browser that keeps nothing. */
import type { WithoutWebRtc } from '../../device/no-webrtc.ts';

export type TroubleWords = {
  /** The certificate of the secure address. */
  readonly expired: string;
  readonly expiredHelp: string;
  readonly away: string;
  readonly about: string;
  readonly wifiOn: string;
  /** With the last router that was reached, and when none is known. */
  readonly join: string;
  readonly joinAny: string;
  readonly comeBack: string;
  readonly keptHere: string;
  readonly turnedAway: Readonly<Record<'title' | 'no-socket' | 'crowded', string>>;
  readonly siteData: Readonly<Record<'refused' | 'refusedHelp' | 'silent' | 'silentHelp', string>>;
  readonly cannotTransfer: string;
  readonly cannotTransferHelp: Readonly<Record<WithoutWebRtc, string>>;
};
