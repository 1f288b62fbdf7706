/** A QR code as a drawing: dark on light in every colour scheme, because many readers do not know the reverse. */
import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import '../styles/qr-code.css';

/** Readers need so many light modules around the code (ISO/IEC 18004 section 9.1). */
const QUIET_MODULES = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = useMemo(() => encode(text, { ecc: 'M', border: QUIET_MODULES }), [text]);
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path
        fill="#000"
        d={data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')}
      />
    </svg>
  );
}
