/** The visible app: one model in, everything on the screen out. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Announcer } from './components/Announcer.tsx';
import { createCompose } from './components/compose.ts';
import { Masthead } from './components/Masthead.tsx';
import { OfferDialog } from './components/OfferDialog.tsx';
import { Sign } from './components/Sign.tsx';
import { Transfers } from './components/Transfers.tsx';
import { TextContext } from './i18n/context.ts';
import { createLanguage } from './i18n/language.ts';
import { useAtHome } from './inbox/at-home.ts';
import { InboxScreen } from './inbox/InboxScreen.tsx';
import { createNavigation, type Navigation } from './inbox/navigation.ts';
import { ReceivedLink } from './inbox/ReceivedLink.tsx';
import type { Model } from './model.ts';
import { Home } from './screens/Home.tsx';
import { Stopped } from './screens/Stopped.tsx';

export function App({ model }: { model: Model }) {
  const language = useMemo(createLanguage, []);
  const navigation = useMemo(createNavigation, []);
  const text = language.text.value;
  useEffect(() => {
    if (text) document.documentElement.lang = text.tag;
  }, [text]);
  if (text === undefined) return null;
  return (
    <TextContext.Provider value={text}>
      <Masthead onLanguage={language.choose} />
      <Main model={model} navigation={navigation} />
      <Offers model={model} />
    </TextContext.Provider>
  );
}

function Main({ model, navigation }: { model: Model; navigation: Navigation }) {
  const input = useRef<HTMLInputElement>(null);
  // Here, so that chosen files wait while one looks at received ones.
  const compose = useMemo(() => createCompose(model, () => input.current?.click()), [model]);
  const connection = model.connection.value;
  const place = navigation.place.value;
  const sign = (
    <Sign
      connection={connection}
      router={model.router.value}
      ownName={model.ownName.value}
      onRename={(name) => model.rename(name)}
    />
  );
  const transfers = <Running model={model} />;
  if (connection === 'outdated' || connection === 'replaced')
    return <Stopped why={connection} sign={sign} transfers={transfers} onUseHere={() => model.takeOver()} />;
  if (place.screen !== 'home') return <InboxScreen place={place} model={model} navigation={navigation} />;
  const received = <ReceivedLink model={model} navigation={navigation} />;
  return <Home model={model} compose={compose} input={input} sign={sign} received={received} transfers={transfers} />;
}

/** Apart from the rest, so that a tick of progress draws nothing else again. */
function Running({ model }: { model: Model }) {
  return <Transfers transfers={useAtHome(model.transfers.value)} calls={model} />;
}

function Offers({ model }: { model: Model }) {
  const offers = model.offers.value;
  const [offer] = offers;
  return (
    <>
      <Announcer offers={offers} transfers={model.transfers.value} />
      {offer && (
        <OfferDialog
          key={offer.key}
          offer={offer}
          waiting={offers.length - 1}
          onAccept={(files) => model.accept(offer.key, files)}
          onDecline={() => model.decline(offer.key)}
        />
      )}
    </>
  );
}
