/** The visible app: one model in, everything on the screen out. */
import { useEffect, useMemo } from 'preact/hooks';
import { createDesk } from './desk.ts';
import { forgetting } from './forget/forgetting.ts';
import { Masthead } from './frame/Masthead.tsx';
import type { Secure } from './here/HereScreen.tsx';
import { TextContext } from './i18n/context.ts';
import { createLanguage } from './i18n/language.ts';
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
};

export function App({ model, shell, secure }: Props) {
  const language = useMemo(createLanguage, []);
  // Created here, so that chosen files stay, and the list stays as it is, while a person looks at another screen.
  const desk = useMemo(() => createDesk(model, shell), [model]);
  const text = language.text.value;
  useEffect(fetchLateParts, []);
  useEffect(() => {
    if (text) document.documentElement.lang = text.tag;
  }, [text]);
  if (text === undefined) return null;
  const end = forgetting.value;
  if (end.state !== 'no')
    return (
      <TextContext.Provider value={text}>
        <Masthead onLanguage={language.choose} />
        <LateForgotten forgetting={end} />
      </TextContext.Provider>
    );
  return (
    <TextContext.Provider value={text}>
      <PeopleContext.Provider value={model.people}>
        <GroupsContext.Provider value={model.groupsOf}>
          <Screens desk={desk} secure={secure} onLanguage={language.choose} />
        </GroupsContext.Provider>
      </PeopleContext.Provider>
    </TextContext.Provider>
  );
}
