/**
 * Small pictures for an offer: made by its sender from the pixels of a photo, so that nothing else of the file goes along.
 */
import type { EngineMessage, SendMessage } from '../../engine/api/api.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURE_SIDE } from '../../protocol/limits.ts';
import { headOf } from '../preview/head.ts';
import { thumbnail } from '../preview/thumbnails.ts';

/** The first of these with which a picture is small enough. */
const QUALITIES = [0.75, 0.6, 0.45, 0.3];
/** How many are kept, for the others of the people to whom the same photos are sent. */
const KEPT = 48;

const kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();

type Wanted = Extract<EngineMessage, { readonly type: 'want-pictures' }>;
type Made = Extract<SendMessage, { readonly type: 'picture' }>;

/** Makes those that can be made, one after the other, as long as somebody `waits` for them. */
export async function makePictures(
  { key, files }: Wanted,
  tell: (made: Made) => void,
  waits: () => boolean,
): Promise<void> {
  for (const { file, blob } of files) {
    if (!waits()) return;
    const jpeg = await smallOf(blob);
    if (jpeg) tell({ type: 'picture', key, file, jpeg });
  }
}

/** A small picture of a file, if there can be one. Of a file that was chosen twice it is made once. */
export async function smallOf(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const head = await headOf(file).catch(() => undefined);
  if (!head) return undefined;
  // Two photos may have the same name and date: nobody must see the other one.
  const name = `${file.name}/${file.size}/${file.lastModified}/${checksum(head)}`;
  const made = kept.get(name) ?? make(file);
  kept.delete(name);
  kept.set(name, made);
  for (const [oldest] of kept) if (kept.size > KEPT) kept.delete(oldest);
  const small = await made;
  if (!small) kept.delete(name); // the decoder may have been late only
  return small;
}

/** FNV-1a, 32 bits. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

async function make(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const picture = await thumbnail(async () => file, MAX_PICTURE_SIDE, new AbortController().signal, 'whole');
  if (!picture || !canRead()) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d');
  if (context) context.fillStyle = '#fff'; // behind what is transparent
  context?.fillRect(0, 0, canvas.width, canvas.height);
  context?.drawImage(picture, 0, 0);
  picture.close();
  return encode(canvas);
}

async function encode(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    if (blob?.type !== 'image/jpeg') return undefined;
    if (blob.size <= MAX_PICTURE_BYTES) return new Uint8Array(await blob.arrayBuffer());
  }
  return undefined;
}

/** False in a browser that hides what is on a canvas, and gives noise in its place (Tor Browser). */
function canRead(): boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return false;
  context.fillStyle = '#808080';
  context.fillRect(0, 0, 4, 4);
  return context.getImageData(0, 0, 4, 4).data.every((value, at) => at % 4 === 3 || Math.abs(value - 0x80) < 8);
}
