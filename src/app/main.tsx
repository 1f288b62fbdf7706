/** Composition root of the page. */
import { render } from 'preact';
import { App } from './App.tsx';
import { ownDevice } from './device.ts';
import { takeHandover } from './handover.ts';
import { friendlyName } from './names.ts';
import { goTo, watchSecureWay } from './secure-way.ts';
import { startSession } from './session.ts';
import './styles/main.css';

const url = new URL('/signal', location.href);
url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element with the id app');
const own = await ownDevice(() => friendlyName(navigator.language), takeHandover());
const model = startSession(url.href, own);
const go = (to: string) => goTo(to, { secret: own.secret, name: model.ownName.value });
render(<App model={model} secure={{ found: watchSecureWay(model.connection), go }} />, place);
