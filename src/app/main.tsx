/** Composition root of the page. */
import '../engines/fill-in.ts';
import { render } from 'preact';
import { App } from './App.tsx';
import { ownDevice } from './device.ts';
import { handOver, takeHandover } from './handover.ts';
import { watchInstall } from './install.ts';
import { friendlyName } from './names.ts';
import { watchSecureWay } from './secure-way.ts';
import { startSession } from './session.ts';
import { startShell } from './shell.ts';
import './styles/main.css';

const url = new URL('signal', location.href);
url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element with the id app');
/** Stand in `place` until the app does, and again should it fail: better than nothing. */
const words = [...place.childNodes];
const install = watchInstall();
try {
  const own = await ownDevice(() => friendlyName(navigator.language), takeHandover());
  const model = startSession(url.href, own);
  const go = (to: string) => handOver(to, { secret: own.secret, name: model.ownName.value });
  const secure = { found: watchSecureWay(model.connection), go };
  place.replaceChildren();
  render(<App model={model} shell={startShell(model, install)} secure={secure} />, place);
} catch (error) {
  place.replaceChildren(...words);
  document.documentElement.classList.add('cannot-start');
  throw error;
}
