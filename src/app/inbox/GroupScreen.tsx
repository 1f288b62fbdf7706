/** Several files that came together: each with its picture; all can be saved or deleted at once. */
import { toRanges } from '../../transfer/ranges.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { FirstName, Title } from '../pieces/Title.tsx';
import type { Navigation } from '../place/navigation.ts';
import { Badge } from '../saving/Badge.tsx';
import { SaveButtons } from '../saving/SaveButtons.tsx';
import { mainSave } from '../saving/saving.ts';
import { useSaving } from '../saving/useSaving.tsx';
import { ChoiceBar } from './ChoiceBar.tsx';
import type { InboxCalls } from './calls.ts';
import { Delete, useLoss } from './Delete.tsx';
import { Files } from './Files.tsx';
import { From } from './From.tsx';
import { sumOf } from './inbox.ts';
import { ScreenHead } from './ScreenHead.tsx';
import { useChoice } from './useChoice.ts';

type Props = { transfer: TransferView; model: InboxCalls; navigation: Navigation };

export function GroupScreen({ transfer, model, navigation }: Props) {
  const { words, format } = useLateText();
  const loss = useLoss();
  const { key, files, totalBytes } = transfer;
  const main = mainSave(transfer, model);
  const saving = useSaving(transfer, {
    main,
    confirm: (which) => model.confirm(key, which),
  });
  const choice = useChoice<number>();
  const { saveEach } = model;
  const saveChosen =
    saveEach &&
    (() => {
      const some = [...choice.chosen];
      choice.end();
      void saving.run({ files: toRanges(some), isZip: false, save: () => saveEach(key, some) });
    });
  return (
    <main class="page inbox">
      <ScreenHead
        title={<Title transfer={transfer} />}
        onBack={() => navigation.back()}
        keepsFocus={navigation.left.value !== undefined}
      >
        <p class="figures">
          <From transfer={transfer} />
          {transfer.contents === 'named' ? format.count(words.files, files) : <FirstName transfer={transfer} />} ·{' '}
          {format.bytes(totalBytes)}
        </p>
        <p>
          <Badge transfer={transfer} />
        </p>
      </ScreenHead>
      <div class="actions inbox-actions">
        <SaveButtons transfer={transfer} calls={model} saving={saving} isBig />
        <Delete
          label={words.inbox.remove}
          ask={loss(sumOf([transfer]))}
          onDelete={() => {
            model.remove(key);
            navigation.back();
          }}
        />
      </div>
      {saving.outcome}
      {saveEach && !choice.isOn && (
        <button class="button quiet begin-choice" type="button" onClick={choice.begin}>
          {words.inbox.chooseSeveral}
        </button>
      )}
      <Files transfer={transfer} model={model} navigation={navigation} choice={choice} />
      {choice.isOn && <ChoiceBar files={choice.chosen.size} onSave={saveChosen} onEnd={choice.end} />}
    </main>
  );
}
