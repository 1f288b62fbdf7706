/**
 * The text of a QR code that joins a Wi-Fi, as ZXing defined it and phones' cameras read it:
 * https://github.com/zxing/zxing/wiki/Barcode-Contents#wi-fi-network-config-android-ios-11. Pure.
 */

export type Wifi = {
  readonly ssid: string;
  /** None: the network is open. */
  readonly password?: string;
};

export function wifiCode({ ssid, password }: Wifi): string {
  const key = password === undefined ? 'T:nopass;' : `T:WPA;P:${escaped(password)};`;
  return `WIFI:${key}S:${named(ssid)};;`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,":]/g, '\\$&');
}

/**
 * Readers take a name of nothing but hexadecimal digits for bytes written in hexadecimal, and take quotation marks
 * around a name away; so such names get a pair of their own. Passwords need none: only 64 digits are read as bytes, and
 * a password has 63 characters at most.
 */
function named(ssid: string): string {
  const misread = /^[\da-f]+$/i.test(ssid) || /^".*"$/.test(ssid);
  return misread ? `"${escaped(ssid)}"` : escaped(ssid);
}
