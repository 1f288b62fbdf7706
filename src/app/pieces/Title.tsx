/** What a transfer is called, on screen; and below it, where the title is only a count, what is in it. */
import type { TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { Name } from './Name.tsx';
import { Phrase } from './Phrase.tsx';
import { countOf } from './titles.ts';

type Props = { transfer: TransferView };

export function Title({ transfer: { contents, title, files } }: Props) {
  const text = useText();
  return contents === 'named' ? <Name of={title} /> : countOf(contents, files, text);
}

/** "IMG_2041.JPG and 29 more"; nothing where the title names everything. */
export function FirstName({ transfer: { contents, title, files } }: Props) {
  const { words, format } = useText();
  if (contents === 'named') return null;
  return (
    <Phrase text={format.count(words.firstAndMore, files - 1)}>
      <Name of={title} />
    </Phrase>
  );
}
