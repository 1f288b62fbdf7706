/** The name of a transfer on the screen; when that is only a count, its first file stands below. */
import type { Summary } from '../../transfer/contents.ts';
import { useLateText } from '../i18n/context.ts';
import { Name } from './Name.tsx';
import { Phrase } from './Phrase.tsx';
import { datedOf } from './titles.ts';

type Props = { transfer: Summary };

export function Title({ transfer }: Props) {
  const text = useLateText();
  return transfer.contents === 'named' ? <Name of={transfer.title} /> : datedOf(transfer, text);
}

/** "IMG_2041.JPG and 29 more"; nothing when the title already names everything. */
export function FirstName({ transfer: { contents, title, files } }: Props) {
  const { words, format } = useLateText();
  if (contents === 'named') return null;
  return (
    <Phrase text={format.count(words.firstAndMore, files - 1)}>
      <Name of={title} />
    </Phrase>
  );
}
