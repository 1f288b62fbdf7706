/** Asks, before anything else, if this device should keep its identity from the router's plain address. */
import { render } from 'preact';
import { TextContext } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { type Speech, whenSpoken } from '../language/language.ts';
import { useSpoken } from '../language/useSpoken.ts';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import '../styles/take-over.css';

type Props = {
  name: string;
  /** Its address until now. */
  from: string;
  speech: Speech;
  onAnswer: (isWanted: boolean) => void;
};

/** Shows the question in `place`, and empties that after the answer. */
export async function askToTakeOver(place: HTMLElement, name: string, from: string, speech: Speech): Promise<boolean> {
  await whenSpoken(speech);
  place.replaceChildren();
  const isWanted = await new Promise<boolean>((answer) => {
    render(<TakeOver name={name} from={from} speech={speech} onAnswer={answer} />, place);
  });
  render(null, place);
  return isWanted;
}

function TakeOver({ name, from, speech, onAnswer }: Props) {
  const spoken = useSpoken(speech);
  const said = spoken?.late.value?.words.here.takeOver;
  if (spoken === undefined || said === undefined) return null;
  return (
    <TextContext.Provider value={spoken}>
      <main class="page take-over">
        <h1>
          <Phrase text={said.ask}>
            <Name of={name} />
          </Phrase>
        </h1>
        <p>{fill(said.help, { address: from })}</p>
        <div class="actions">
          <button class="button primary big" type="button" onClick={() => onAnswer(true)}>
            {said.yes}
          </button>
          <button class="button big" type="button" onClick={() => onAnswer(false)}>
            {said.no}
          </button>
        </div>
      </main>
    </TextContext.Provider>
  );
}
