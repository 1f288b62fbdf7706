/** The four pictures and six digits that both screens show, and what the two people say of them. */
import type { ComparisonView } from '../../engine/api/comparison-view.ts';
import type { Verdict } from '../../protocol/compare.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { PICTURES } from '../model/mark.ts';
import { isolated } from '../model/shown-name.ts';
import { useSettled } from '../pieces/useSettled.ts';
import { Answer, Sheet } from './Sheet.tsx';

/**
 * The code stands this long before it can be answered, in milliseconds: "Accept" was just pressed in this place, and an
 * answer without a look is worth nothing.
 */
const LOOK_MS = 1_000;

type Props = {
  comparison: Extract<ComparisonView, { readonly phase: 'code' }>;
  name: string;
  onVerdict: (verdict: Verdict) => void;
};

export function SameCode({ comparison: { code, saidHere, saidThere }, name, onVerdict }: Props) {
  const { words } = useLateText();
  const { code: said, cancel } = words.makeSure;
  const settled = useSettled(LOOK_MS);
  const shown = { name: isolated(name) };
  const { digits } = code;
  return (
    <Sheet
      {...(saidHere ? { title: said.saidHere, name } : { title: said.title, help: said.help })}
      answers={
        <>
          {/* Neither looks like the one to press: the screens decide. */}
          {!saidHere && (
            <div class="actions make-sure-answers">
              <Answer text={said.same} disabled={!settled} onPress={() => onVerdict('same')} />
              <Answer text={said.different} disabled={!settled} onPress={() => onVerdict('different')} />
            </div>
          )}
          <Answer text={cancel} kind="quiet" onPress={() => onVerdict('cancelled')} />
        </>
      }
    >
      <ol class="code-pictures" aria-label={said.pictures}>
        {code.pictures.map((picture, place) => (
          <li key={place}>
            <span class="code-picture" aria-hidden="true">
              {PICTURES[picture]}
            </span>
            <span>{words.pictures[picture]}</span>
          </li>
        ))}
      </ol>
      <p class="code-digits">
        <span aria-hidden="true">
          {digits.slice(0, 3)} {digits.slice(3)}
        </span>
        <span class="hidden">{fill(said.number, { digits: [...digits].join(' ') })}</span>
      </p>
      <p role="status">{saidThere && !saidHere && fill(said.saidThere, shown)}</p>
    </Sheet>
  );
}
