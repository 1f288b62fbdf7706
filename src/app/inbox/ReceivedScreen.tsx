/** All received files that are still in the app, their size, and how to remove them. */
import { useRef } from 'preact/hooks';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import type { StorageState } from '../device/storage.ts';
import { clearsSoon } from '../device/storage.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Words } from '../i18n/words/words.ts';
import { Notice } from '../pieces/Notice.tsx';
import type { Navigation } from '../place/navigation.ts';
import { Chosen } from './Chosen.tsx';
import type { InboxCalls } from './calls.ts';
import { Days } from './Days.tsx';
import { Delete, useLoss } from './Delete.tsx';
import { DeletedLink } from './DeletedLink.tsx';
import { DeleteSpare, EmptyTrash } from './FreeRoom.tsx';
import { type Inbox, isShort, spare, sumOf } from './inbox.ts';
import { focusTitle, ScreenHead } from './ScreenHead.tsx';
import { Unfinished } from './Unfinished.tsx';
import { useChoice } from './useChoice.ts';
import { useStorage } from './useStorage.ts';
import { useTogether } from './useTogether.tsx';

type Props = { inbox: Inbox; model: InboxCalls; navigation: Navigation };

export function ReceivedScreen({ inbox, model, navigation }: Props) {
  const { words, format } = useLateText();
  const loss = useLoss();
  const storage = useStorage(inbox, model);
  const { saved, unfinished, deleted } = inbox;
  const sum = sumOf(saved);
  const deletable = spare(inbox);
  const deleteThese = (transfers: readonly TransferView[]) => {
    for (const { key } of transfers) model.remove(key);
    focusTitle();
  };
  const deleteSpare = deletable.length > 0 && (
    <DeleteSpare transfers={deletable} onDelete={() => deleteThese(deletable)} />
  );
  const short = isShort(storage, inbox);
  const choice = useChoice<TransferKey>();
  const listed = useListed(saved, choice.isOn);
  const together = useTogether(saved, model);
  return (
    <main class="page inbox">
      <ScreenHead
        title={words.inbox.title}
        onBack={() => navigation.back()}
        keepsFocus={navigation.left.value !== undefined}
      >
        {saved.length > 0 && (
          <p class="inbox-sum">
            {fill(words.inbox.sum, { files: format.count(words.files, sum.files), size: format.bytes(sum.bytes) })}
          </p>
        )}
        {saved.length > 0 && <p class="hint">{howLong(saved, storage, words)}</p>}
      </ScreenHead>
      {short && (
        <Notice title={words.inbox.short}>
          <p>{words.inbox.shortHelp}</p>
          {deleteSpare}
          {deleted.length > 0 && <EmptyTrash transfers={deleted} model={model} />}
        </Notice>
      )}
      {deleted.length > 0 && <DeletedLink transfers={deleted} navigation={navigation} />}
      {model.isRestored.value && saved.length === 0 && unfinished.length === 0 && (
        <div class="nobody">
          <p class="nobody-title">{words.inbox.empty}</p>
          <p>{words.inbox.emptyHelp}</p>
        </div>
      )}
      {together.outcome}
      {saved.length > 1 && !choice.isOn && (
        <button class="button quiet begin-choice" type="button" onClick={choice.begin}>
          {words.inbox.chooseSeveral}
        </button>
      )}
      <Days transfers={listed} model={model} navigation={navigation} choice={choice} />
      {choice.isOn && (
        <Chosen
          transfers={saved.filter(({ key }) => choice.chosen.has(key))}
          onSave={together.save}
          onDelete={deleteThese}
          onEnd={choice.end}
        />
      )}
      <Unfinished transfers={unfinished} onDelete={(key) => model.cancel(key)} />
      {(saved.length > 0 || storage) && (
        <section class="inbox-storage">
          <h3>{words.inbox.storage}</h3>
          {storage && <p>{fill(words.inbox.allowed, { size: format.bytes(storage.allowedBytes) })}</p>}
          {!short && deleteSpare}
          {saved.length > 0 && (
            <Delete label={words.inbox.removeAll} ask={loss(sum)} onDelete={() => deleteThese(saved)} />
          )}
        </section>
      )}
    </main>
  );
}

/** While some are being chosen, nothing comes between them: what arrives meanwhile would push a row under the finger. */
function useListed(saved: readonly TransferView[], isChoosing: boolean): readonly TransferView[] {
  const began = useRef<ReadonlySet<TransferKey> | undefined>(undefined);
  began.current = isChoosing ? (began.current ?? new Set(saved.map(({ key }) => key))) : undefined;
  const own = began.current;
  return own ? saved.filter(({ key }) => own.has(key)) : saved;
}

function howLong(saved: readonly TransferView[], storage: StorageState | undefined, words: Words): string {
  if (saved.some(({ kept }) => kept?.isFleeting)) return words.fleeting;
  if (storage?.isPersistent) return words.inbox.stays;
  return clearsSoon() ? words.inbox.mayGoSoon : words.inbox.mayGo;
}
