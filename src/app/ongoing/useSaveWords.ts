/** What the button says that saves all of a transfer: how much it is, and of what kind. */
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { titleOf } from '../pieces/titles.ts';
import { savesOneByOne } from '../saving/saving.ts';

/** `spoken`: which one is meant, for who hears it among others. */
export function useSaveWords(transfer: TransferView): { readonly shown: string; readonly spoken: string } {
  const text = useLateText();
  const { words, format } = text;
  const { contents, files } = transfer;
  if (files === 1)
    return { shown: words.saveToDevice, spoken: fill(words.saveNamed, { name: titleOf(transfer, text) }) };
  const { save } = words.ongoing;
  const sort = contents === 'named' || !savesOneByOne(transfer) ? 'files' : contents;
  const shown = format.count(save[sort], files);
  return { shown, spoken: shown };
}
