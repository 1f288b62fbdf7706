/**
 * Films and sounds, recognised by their first bytes. The type decides which element plays them and which of the browser's
 * readers they reach: it is one of a few that hold no scripts and fetch nothing, whatever the file calls itself. A
 * playlist, for instance, is text here and never reaches a player, which would fetch what it names.
 */
import { ascii, isAt } from './bytes.ts';

export type MediaType =
  | 'audio/flac'
  | 'audio/mp4'
  | 'audio/mpeg'
  | 'audio/ogg'
  | 'audio/wav'
  | 'video/mp4'
  | 'video/ogg'
  | 'video/webm';

/** ISO base media files (ISO/IEC 14496-12) by the brand that comes first; QuickTime's (`qt  `) are read as MP4. */
const FILMS =
  /^(?:isom|iso[2-9a-c]|mp4[12v]|avc1|qt {2}|M4V[ HP]|f4v |3g[2egprs][0-9a-c]|dash|MSNV|NDS[CHS]|mmp4|XAVC)$/;
const SOUNDS = /^M4[ABP] $/;

export function mediaType(head: Uint8Array): MediaType | undefined {
  if (isAt(head, 4, ascii('ftyp'))) {
    const brand = String.fromCharCode(...head.subarray(8, 12));
    if (FILMS.test(brand)) return 'video/mp4';
    return SOUNDS.test(brand) ? 'audio/mp4' : undefined;
  }
  if (isAt(head, 0, [0x1a, 0x45, 0xdf, 0xa3])) return matroska(head);
  if (isAt(head, 0, [...ascii('OggS'), 0])) return isTheora(head) ? 'video/ogg' : 'audio/ogg';
  if (isAt(head, 0, ascii('RIFF')) && isAt(head, 8, ascii('WAVE'))) return 'audio/wav';
  if (isAt(head, 0, [...ascii('fLaC'), 0]) || isAt(head, 0, [...ascii('fLaC'), 0x80])) return 'audio/flac';
  return isMp3(head) ? 'audio/mpeg' : undefined;
}

/** The document type (RFC 8794, section 11.2.7) stands in the first header. Several browsers play Matroska as WebM. */
function matroska(head: Uint8Array): 'video/webm' | undefined {
  const start = String.fromCharCode(...head.subarray(0, 64));
  return /B\x82.(?:webm|matroska)/su.test(start) ? 'video/webm' : undefined;
}

/** The first packet of a stream of pictures (Theora, section 6.2) begins behind the page's header of 27 bytes and its table. */
const isTheora = (head: Uint8Array): boolean => isAt(head, 27 + (head[26] ?? 0), [0x80, ...ascii('theora')]);

/** A tag (ID3v2), or two frames one behind the other: a single one begins with as few as eleven bits. */
function isMp3(head: Uint8Array): boolean {
  if (isAt(head, 0, ascii('ID3')) && [2, 3, 4].includes(head[3] ?? 0) && head[4] === 0) return true;
  const length = frameLength(head, 0);
  return length !== undefined && frameLength(head, length) !== undefined;
}

const KBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES_1 = [44_100, 48_000, 32_000];

/** Of a frame of MPEG 1, 2 or 2.5, layer III, in bytes (ISO/IEC 11172-3, section 2.4.1.3). */
function frameLength(head: Uint8Array, at: number): number | undefined {
  const [first, second = 0, third = 0] = head.subarray(at, at + 3);
  const version = (second >> 3) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  if (first !== 0xff || second >> 5 !== 7 || version === 1 || ((second >> 1) & 3) !== 1) return undefined;
  const kbits = (version === 3 ? KBITS_1 : KBITS_2)[third >> 4];
  const rate = RATES_1[(third >> 2) & 3];
  if (!kbits || rate === undefined) return undefined;
  const slower = { 3: 1, 2: 2, 0: 4 }[version] ?? 1;
  return Math.floor(((version === 3 ? 144_000 : 72_000) * kbits * slower) / rate) + ((third >> 1) & 1);
}
