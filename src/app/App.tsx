/** The visible app: one model in, everything on the screen out. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Announcer } from './components/Announcer.tsx';
import { CertificateEnded } from './components/CertificateEnded.tsx';
import { Masthead } from './components/Masthead.tsx';
import { OfferDialog } from './components/OfferDialog.tsx';
import { SecureAddress } from './components/SecureAddress.tsx';
import { Sign } from './components/Sign.tsx';
import { Transfers } from './components/Transfers.tsx';
import { TextContext } from './i18n/context.ts';
import { createLanguage } from './i18n/language.ts';
import type { Model } from './model.ts';
import { Home } from './screens/Home.tsx';
import { Stopped } from './screens/Stopped.tsx';
import { isUnfinished, type SecureWay } from './secure-way.ts';

type Props = {
  model: Model;
  /** Another address of the same router, and how to go there; absent where there is no other one to look for. */
  secure?: { readonly found: ReadonlySignal<SecureWay | undefined>; readonly go: (url: string) => void };
};

export function App({ model, secure }: Props) {
  const language = useMemo(createLanguage, []);
  const text = language.text.value;
  useEffect(() => {
    if (text) document.documentElement.lang = text.tag;
  }, [text]);
  if (text === undefined) return null;
  return (
    <TextContext.Provider value={text}>
      <Masthead onLanguage={language.choose} />
      {secure && <Ended found={secure.found} />}
      <Main model={model} />
      {secure && <Secure model={model} found={secure.found} go={secure.go} />}
      <Offers model={model} />
    </TextContext.Provider>
  );
}

function Main({ model }: { model: Model }) {
  const connection = model.connection.value;
  const sign = (
    <Sign
      connection={connection}
      router={model.router.value}
      ownName={model.ownName.value}
      onRename={(name) => model.rename(name)}
    />
  );
  const transfers = <Running model={model} />;
  return connection === 'outdated' || connection === 'replaced' ? (
    <Stopped why={connection} sign={sign} transfers={transfers} onUseHere={() => model.takeOver()} />
  ) : (
    <Home model={model} sign={sign} transfers={transfers} />
  );
}

function Ended({ found }: Pick<NonNullable<Props['secure']>, 'found'>) {
  const way = found.value;
  return way?.way === 'expired' ? <CertificateEnded plain={way.plain} /> : null;
}

function Secure({ model, found, go }: { model: Model } & NonNullable<Props['secure']>) {
  const busy = model.offers.value.length > 0 || model.transfers.value.some(isUnfinished);
  return <SecureAddress found={found.value} busy={busy} onGo={go} />;
}

/** Apart from the rest, so that a tick of progress draws nothing else again. */
function Running({ model }: { model: Model }) {
  return <Transfers transfers={model.transfers.value} calls={model} />;
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
