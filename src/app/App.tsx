/** The visible app: one model in, everything on the screen out. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Announcer } from './components/Announcer.tsx';
import { CertificateEnded } from './components/CertificateEnded.tsx';
import { Doorbell } from './components/Doorbell.tsx';
import { Footer } from './components/Footer.tsx';
import { Masthead } from './components/Masthead.tsx';
import { OfferDialog } from './components/OfferDialog.tsx';
import { SecureAddress } from './components/SecureAddress.tsx';
import { Sign } from './components/Sign.tsx';
import { Transfers } from './components/Transfers.tsx';
import { UpdateBar } from './components/UpdateBar.tsx';
import { TextContext } from './i18n/context.ts';
import { createLanguage } from './i18n/language.ts';
import type { Model } from './model.ts';
import type { Notices } from './notices.ts';
import { Home } from './screens/Home.tsx';
import { Stopped } from './screens/Stopped.tsx';
import { isUnfinished, type SecureWay } from './secure-way.ts';
import type { Shell } from './shell.ts';

type Props = {
  model: Model;
  shell: Shell;
  /** Another address of the same router, and how to go there; absent where there is no other one to look for. */
  secure?: { readonly found: ReadonlySignal<SecureWay | undefined>; readonly go: (url: string) => void };
};

export function App({ model, shell, secure }: Props) {
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
      <UpdateBar shell={shell} />
      <Main model={model} shell={shell} />
      {secure && <Secure model={model} found={secure.found} go={secure.go} />}
      <Footer model={model} shell={shell} />
      <Offers model={model} notices={shell.notices} />
    </TextContext.Provider>
  );
}

function Main({ model, shell }: Props) {
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
    <Stopped
      why={connection}
      sign={sign}
      transfers={transfers}
      onReload={shell.renew}
      onUseHere={() => (shell.isOutrun.value ? shell.renew() : model.takeOver())}
    />
  ) : (
    <Home model={model} shell={shell} sign={sign} transfers={transfers} />
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

function Offers({ model, notices }: { model: Model; notices: Notices }) {
  const offers = model.offers.value;
  const [offer] = offers;
  return (
    <>
      <Announcer offers={offers} transfers={model.transfers.value} />
      <Doorbell offers={offers} notices={notices} />
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
