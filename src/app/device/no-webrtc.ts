/** Why a browser has no WebRTC, as far as that can be known: the remedies differ. */

/**
 * `firefox`: switched off in its settings or by an add-on. `safari`: removed by Lockdown Mode, which can be lifted for
 * one site. `other`: usually a browser inside another app, or an old one.
 */
export type WithoutWebRtc = 'firefox' | 'safari' | 'other';

export function whyNoWebRtc(userAgent: string = navigator.userAgent): WithoutWebRtc {
  if (/Firefox\/\d/.test(userAgent)) return 'firefox';
  // A web view inside another app on iOS has no `Version`.
  return /Version\/\d.* Safari\/\d/.test(userAgent) && !/Chrom|Android/.test(userAgent) ? 'safari' : 'other';
}
