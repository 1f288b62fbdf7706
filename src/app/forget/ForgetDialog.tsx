/** Says exactly what will be lost and what stays elsewhere, before anything is deleted. */

import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { ForgetWords } from '../i18n/words/forget.ts';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import { useModal } from '../pieces/useModal.ts';
import type { Loss } from './plan.ts';
import '../styles/extras.css';

type Props = {
  words: ForgetWords;
  loss: Loss;
  /** True when files wait to be sent. */
  holdsUnsent: boolean;
  /** How many people are kept, known and blocked. */
  people: number;
  groups: number;
  /** There are messages, posts of one's own, or something is carried. */
  holdsWords: boolean;
  ownName: string;
  onYes: () => void;
  onNo: () => void;
};

export function ForgetDialog({ words, loss, holdsUnsent, people, groups, holdsWords, ownName, onYes, onNo }: Props) {
  const { format } = useLateText();
  const dialog = useModal(onNo);
  const { received, underWay } = loss;
  return (
    <dialog ref={dialog} class="offer" aria-labelledby="forget-title" aria-describedby="forget-lost">
      <div class="offer-body forget">
        <h2 id="forget-title" tabIndex={-1}>
          {words.title}
        </h2>
        <p>{fill(words.where, { address: location.host })}</p>
        <div id="forget-lost">
          <h3>{words.lost}</h3>
          <ul>
            {received === undefined && <li>{words.receivedUnknown}</li>}
            {received !== undefined && received.unsaved > 0 && (
              <li>
                <strong>{format.count(words.unsaved, received.unsaved)}</strong>
              </li>
            )}
            {received !== undefined && received.files > received.unsaved && (
              <li>{format.count(words.saved, received.files - received.unsaved)}</li>
            )}
            {underWay > 0 && <li>{format.count(words.underWay, underWay)}</li>}
            {holdsUnsent && <li>{words.unsent}</li>}
            {people > 0 && <li>{format.count(words.people, people)}</li>}
            {groups > 0 && <li>{format.count(words.groups, groups)}</li>}
            {holdsWords && <li>{words.words}</li>}
            <li>
              <Phrase text={words.name}>
                <Name of={ownName} />
              </Phrase>
            </li>
            <li>{words.app}</li>
          </ul>
        </div>
        <h3>{words.stays}</h3>
        <ul>
          {words.staying.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
      <div class="offer-answer">
        <div class="actions">
          <button class="button big" type="button" onClick={onNo}>
            {words.no}
          </button>
          <button class="button big" type="button" onClick={onYes}>
            {words.yes}
          </button>
        </div>
      </div>
    </dialog>
  );
}
