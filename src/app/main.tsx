/** Composition root of the page. */
import '../old-browsers/fill-in.ts';
import { render } from 'preact';
import { App } from './App.tsx';
import { ownDevice } from './device/device.ts';
import { type DeviceIdentity, handOver, isPlainPageOf, takeHandover } from './device/handover.ts';
import { friendlyName } from './device/names.ts';
import { answered } from './device/site-data.ts';
import { watchForgetting } from './forget/forgetting.ts';
import { createSpeech, whenSpoken } from './language/language.ts';
import { watchFaults } from './log/faults.ts';
import { People } from './people/people.ts';
import { startSession } from './session/session.ts';
import { watchInstall } from './shell/install.ts';
import { askRouter, watchSecureWay } from './shell/secure-way.ts';
import { startShell } from './shell/shell.ts';
import './styles/main.css';

watchFaults();

const url = new URL('signal', location.href);
url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element with the id app');
/** They stand in `root` until the app does, and again if it fails: better than nothing. */
const words = [...root.childNodes];
const install = watchInstall();
// By a link of the router's other pages, which go on in their own language.
const speech = createSpeech(undefined, new URLSearchParams(location.search).get('lang'));
const handover = takeHandover();
try {
  const people = new People();
  // Before the first call can come: who is blocked must not ring.
  const [own] = await Promise.all([
    ownDevice(() => friendlyName(navigator.language), handedOver),
    answered(people.load()),
  ]);
  const model = startSession(url.href, own, people, () => import('./late-answers.ts'));
  watchForgetting(() => model.end());
  const go = (to: string) =>
    handOver(to, { ...own.key.kept, name: model.ownName.value, groups: own.groups.kept.peek() });
  const secure = { found: watchSecureWay(model.connection), go };
  const shell = startShell(model, install);
  await whenSpoken(speech);
  root.replaceChildren();
  render(<App model={model} shell={shell} secure={secure} speech={speech} />, root);
} catch (error) {
  root.replaceChildren(...words);
  document.documentElement.classList.add('cannot-start');
  throw error;
}

/** This device's identity at the plain address, if it comes from there and its person agrees to keep it. */
async function handedOver(): Promise<DeviceIdentity | undefined> {
  if (handover === undefined || root === null) return undefined;
  const router = await askRouter();
  if (router === undefined || !isPlainPageOf(handover.from, router.plain, location.hostname)) return undefined;
  // If the router is gone by now, this device is a new one here.
  const question = await import('./frame/TakeOver.tsx').catch(() => undefined);
  const { identity, from } = handover;
  return (await question?.askToTakeOver(root, identity.name, from, speech)) ? identity : undefined;
}
