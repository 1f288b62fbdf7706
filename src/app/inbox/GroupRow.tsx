/** One transfer in the inbox: a file, or several that came together. */
import { useCallback } from 'preact/hooks';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { FirstName, Title } from '../pieces/Title.tsx';
import type { Navigation } from '../place/navigation.ts';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import { Badge } from '../saving/Badge.tsx';
import type { InboxCalls } from './calls.ts';
import { From } from './From.tsx';
import { Row } from './Row.tsx';

type Props = {
  transfer: TransferView;
  model: InboxCalls;
  navigation: Navigation;
  tick: { readonly isOn: boolean; readonly toggle: () => void } | undefined;
};

export function GroupRow({ transfer, model, navigation, tick }: Props) {
  const { words, format } = useLateText();
  const { key, title, contents, files, totalBytes } = transfer;
  const read = useCallback(() => model.glance(key, 0), [key]);
  const left = navigation.left.value;
  return (
    <Row
      picture={
        files === 1 || contents === 'photos' || contents === 'media' ? (
          <Thumbnail path={title} read={read} />
        ) : (
          <span class="thumbnail">
            <Icon name={contents === 'named' ? 'folder' : contents === 'videos' ? 'film' : 'file'} />
          </span>
        )
      }
      name={<Title transfer={transfer} />}
      about={
        <>
          <From transfer={transfer} />
          {contents !== 'named' && (
            <>
              <FirstName transfer={transfer} /> ·{' '}
            </>
          )}
          {files > 1 && contents === 'named' && <>{format.count(words.files, files)} · </>}
          {format.bytes(totalBytes)}
        </>
      }
      badge={<Badge transfer={transfer} />}
      tick={tick}
      wasOpen={left !== undefined && 'key' in left && left.key === key}
      onOpen={() => navigation.go(files === 1 ? { screen: 'file', key, index: 0 } : { screen: 'group', key })}
    />
  );
}
