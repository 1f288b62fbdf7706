/** The bytes of files that hang on messages and posts: from this device, or from the router, and in both cases what they should be. */
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { EventId, HexKey } from '../protocol/event.ts';
import { attachmentsIn } from '../words/attachment.ts';
import { openedFile, TAG_BYTES } from '../words/letters/sealed-file.ts';
import type { OwnRouter } from './api/api.ts';
import type { AttachmentView } from './api/views.ts';
import type { BlobStore } from './blobs/blob-store.ts';
import type { HeldFiles } from './blobs/held-files.ts';
import type { Carried } from './carried/carried.ts';
import type { Messages } from './letters/messages.ts';
import { fileOf, pictureIn } from './letters/record.ts';

/** Small pictures of other clients may be larger than ours; this is what a slow radio brings in a moment. In bytes. */
const MOST_THUMB_BYTES = 64 * 1024;
/** A router that is told to may hold more than usual. What its author says of a file is no bound for the memory of this device. */
const MOST_FILE_BYTES = 256 * 1024 * 1024;
/** What a browser only draws or plays. Anything else could be a page that runs here, so it is bytes and nothing more. */
const HARMLESS = /^(?:image\/(?:jpeg|png|gif|webp|avif|bmp)|(?:audio|video)\/[a-z0-9.+-]+)$/;

export type AttachedPorts = {
  readonly carried: Carried;
  readonly messages: Messages;
  readonly blobs: BlobStore;
  readonly files: HeldFiles;
  readonly router: () => OwnRouter | undefined;
  readonly self: HexKey;
  /** The file of a message is here. */
  readonly hasFile: (id: EventId) => Promise<void>;
};

export class Attached {
  readonly #ports: AttachedPorts;
  readonly #coming = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();

  constructor(ports: AttachedPorts) {
    this.#ports = ports;
  }

  /** `undefined` when nobody in reach has it, or it is not what was said. */
  async file(of: EventId, { sha256, type }: AttachmentView): Promise<Blob | undefined> {
    const { messages, carried, blobs, self, hasFile } = this.#ports;
    const record = messages.get(of);
    if (record !== undefined) {
      const file = fileOf(record, self);
      if (file?.sha256 !== sha256) return undefined;
      const sealed = await this.#bytes(sha256, file.size + TAG_BYTES);
      const bytes = sealed && openedFile(sealed, file.opens);
      if (sealed === undefined || bytes?.length !== file.size) return undefined;
      if (record.direction === 'sent') await blobs.keep(sha256, sealed);
      // Every other copy may go now: only when this one is written.
      else if (await blobs.keepMine(sha256, sealed)) await hasFile(of);
      return blobOf(bytes, type);
    }
    const event = carried.get(of)?.event;
    const attached = event && attachmentsIn(event).find((one) => one.sha256 === sha256);
    const bytes = attached && (await this.#bytes(sha256, attached.size));
    if (bytes) await blobs.keep(sha256, bytes);
    return bytes && blobOf(bytes, type);
  }

  async thumb(of: EventId, { thumb }: AttachmentView): Promise<Blob | undefined> {
    const { messages, carried, blobs, self } = this.#ports;
    const record = messages.get(of);
    if (record !== undefined) {
      const small = pictureIn(fileOf(record, self)?.picture ?? '');
      return small && bytesToHex(hash(small)) === thumb ? blobOf(small, 'image/jpeg') : undefined;
    }
    const event = carried.get(of)?.event;
    if (event === undefined || !attachmentsIn(event).some((one) => one.thumb === thumb)) return undefined;
    const bytes = thumb === undefined ? undefined : await this.#bytes(thumb, MOST_THUMB_BYTES);
    if (thumb && bytes) await blobs.keep(thumb, bytes);
    return bytes && blobOf(bytes, 'image/jpeg');
  }

  /** Once, however many ask at a time. */
  #bytes(sha256: string, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const coming = this.#coming.get(sha256) ?? this.#find(sha256, most).finally(() => this.#coming.delete(sha256));
    this.#coming.set(sha256, coming);
    return coming;
  }

  async #find(sha256: string, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { blobs, files, router } = this.#ports;
    const here = await blobs.open(sha256);
    if (here) return here;
    const base = router()?.base;
    return base === undefined ? undefined : files.get(base, sha256, Math.min(most, MOST_FILE_BYTES));
  }
}

const blobOf = (bytes: Uint8Array<ArrayBuffer>, type: string): Blob =>
  new Blob([bytes], { type: HARMLESS.test(type) ? type : 'application/octet-stream' });
