/** The name of a transfer on the screen; when that is only a count, its first file stands below. */
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

/** "IMG_2041.JPG and 29 more"; nothing when the title already names everything. */
export function FirstName({ transfer: { contents, title, files } }: Props) {
  const { words, format } = useText();
  if (contents === 'named') return null;
  return (
    <Phrase text={format.count(words.firstAndMore, files - 1)}>
      <Name of={title} />
    </Phrase>
  );
}
