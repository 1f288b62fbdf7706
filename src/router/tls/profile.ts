/** The authority as a configuration profile for iOS, iPadOS and macOS. Pure: the same authority, the same bytes. */
import { createHash } from 'node:crypto';
import { html } from '../pages/html.ts';
import type { Authority } from './authority.ts';

const IDENTIFIER = 'internal.hikyaku.router';

/**
 * Payload keys as in Apple's Device Management documentation (TopLevel, CertificateRoot). The identifiers come from the
 * certificate, so that installing the same one twice replaces it, and another router's stands beside it.
 */
export function appleProfile({ certificate, hostname, fingerprint, commonName }: Authority): string {
  const profile = uuidOf(`profile ${fingerprint}`);
  const payload = uuidOf(`payload ${fingerprint}`);
  const description = `Lets this device open https://${hostname} and private addresses of Hikyaku routers. It is good for nothing else.`;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>${IDENTIFIER}.${profile}</string>
  <key>PayloadUUID</key><string>${profile}</string>
  <key>PayloadDisplayName</key><string>${commonName}</string>
  <key>PayloadDescription</key><string>${description}</string>
  <key>PayloadOrganization</key><string>Hikyaku</string>
  <key>PayloadRemovalDisallowed</key><false/>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>${IDENTIFIER}.${payload}</string>
      <key>PayloadUUID</key><string>${payload}</string>
      <key>PayloadDisplayName</key><string>${commonName}</string>
      <key>PayloadCertificateFileName</key><string>hikyaku-ca.crt</string>
      <key>PayloadContent</key><data>${certificate.raw.toString('base64')}</data>
    </dict>
  </array>
</dict>
</plist>
`.html;
}

/** RFC 9562, version 8: made from a digest. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
