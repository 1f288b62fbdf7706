/** Why a browser has no WebRTC, as far as it can be told: what helps differs. */

/**
 * `firefox`: switched off in its settings or by an add-on. `safari`: Lockdown Mode takes it away, which can be lifted for one
 * site. `other`: a browser inside of another app, mostly, or an old one.
 */
export type WithoutWebRtc = 'firefox' | 'safari' | 'other';

export function whyNoWebRtc(userAgent: string = navigator.userAgent): WithoutWebRtc {
  if (/Firefox\/\d/.test(userAgent)) return 'firefox';
  // A view inside of another app on iOS has no `Version`.
  return /Version\/\d.* Safari\/\d/.test(userAgent) && !/Chrom|Android/.test(userAgent) ? 'safari' : 'other';
}
