/** The visible app: one model in, everything on the screen out. */
import { useEffect, useMemo } from 'preact/hooks';
import { createDesk } from './desk.ts';
import { forgetting } from './forget/forgetting.ts';
import { Masthead } from './frame/Masthead.tsx';
import type { Secure } from './here/HereScreen.tsx';
import { TextContext } from './i18n/context.ts';
import type { Speech } from './language/language.ts';
import { useSpoken } from './language/useSpoken.ts';
import { fetchLateParts, LateForgotten } from './late-parts.tsx';
import type { Model } from './model/model.ts';
import { GroupsContext } from './pieces/groups.ts';
import { PeopleContext } from './pieces/people.ts';
import { Screens } from './Screens.tsx';
import type { Shell } from './shell/shell.ts';

type Props = {
  model: Model;
  shell: Shell;
  /** Absent when there is no other address to look for. */
  secure?: Secure;
  speech: Speech;
};

export function App({ model, shell, secure, speech }: Props) {
  // Created here, so that chosen files stay, and the list stays as it is, while a person looks at another screen.
  const desk = useMemo(() => createDesk(model, shell), [model]);
  const spoken = useSpoken(speech);
  useEffect(fetchLateParts, []);
  if (spoken === undefined) return null;
  const end = forgetting.value;
  if (end.state !== 'no')
    return (
      <TextContext.Provider value={spoken}>
        <Masthead speech={speech} />
        <LateForgotten forgetting={end} />
      </TextContext.Provider>
    );
  return (
    <TextContext.Provider value={spoken}>
      <PeopleContext.Provider value={model.people}>
        <GroupsContext.Provider value={model.groupsOf}>
          <Screens desk={desk} secure={secure} speech={speech} />
        </GroupsContext.Provider>
      </PeopleContext.Provider>
    </TextContext.Provider>
  );
}
