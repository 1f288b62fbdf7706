/** The way to deleted transfers, for people who deleted by mistake. */
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Icon } from '../pieces/icons.tsx';
import type { Navigation } from '../place/navigation.ts';
import { sumOf } from './inbox.ts';

export function DeletedLink({ transfers, navigation }: { navigation: Navigation; transfers: readonly TransferView[] }) {
  const { words, format } = useLateText();
  const { files, bytes } = sumOf(transfers);
  return (
    <button class="inbox-row deleted-link" type="button" onClick={() => navigation.go({ screen: 'deleted' })}>
      <span class="thumbnail">
        <Icon name="bin" />
      </span>
      <span class="inbox-text">
        <strong>{words.inbox.deleted}</strong>{' '}
        <span class="figures">
          {fill(words.inbox.sum, { files: format.count(words.files, files), size: format.bytes(bytes) })}
        </span>
      </span>
      <Icon name="forward" />
    </button>
  );
}
