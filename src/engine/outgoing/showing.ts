/** The small pictures of one outgoing transfer: asked for by its receiver, made by the page, told while its person is asked. */
import { toBase64url } from '../../protocol/base64url.ts';
import { MAX_PICTURE_BYTES } from '../../protocol/limits.ts';
import type { TransferId } from '../../protocol/peer.ts';
import { pictured } from '../../transfer/pictures.ts';
import type { TransferKey } from '../../transfer/view.ts';
import type { EngineMessage, SourceFile } from '../api/api.ts';
import type { Link } from '../link/link.ts';

export class Showing {
  readonly #named: { readonly key: TransferKey; readonly id: TransferId };
  readonly #post: (message: EngineMessage) => void;
  /** The link over which they were asked for: once is enough on each. */
  #asked: Link | undefined;
  /** Those that are still to be told there. */
  #due = new Set<number>();

  constructor(named: { readonly key: TransferKey; readonly id: TransferId }, post: (message: EngineMessage) => void) {
    this.#named = named;
    this.#post = post;
  }

  /** The receiver asks for them over `link`; true if it had not yet. */
  asked(link: Link, sources: readonly SourceFile[]): boolean {
    if (this.#asked === link) return false;
    this.#asked = link;
    const files = pictured(sources.map(({ entry }) => entry)).flatMap((file) => {
      const source = sources[file];
      return source ? [{ file, blob: source.file }] : [];
    });
    this.#due = new Set(files.map(({ file }) => file));
    this.#post({ type: 'want-pictures', key: this.#named.key, files });
    return true;
  }

  /** The page has made one; `link`: that of the offer. */
  made(link: Link, file: number, jpeg: Uint8Array): void {
    if (link !== this.#asked || jpeg.length > MAX_PICTURE_BYTES || !this.#due.delete(file)) return;
    link.tell({ type: 'picture', transfer: this.#named.id, file, jpeg: toBase64url(jpeg) });
  }
}
