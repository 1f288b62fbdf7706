/** Composition root of the page. */
import { render } from 'preact';
import { App } from './App.tsx';
import { ownDevice } from './device.ts';
import { watchInstall } from './install.ts';
import { friendlyName } from './names.ts';
import { startSession } from './session.ts';
import { startShell } from './shell.ts';
import './styles/main.css';

const url = new URL('/signal', location.href);
url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element with the id app');
const install = watchInstall();
const own = await ownDevice(() => friendlyName(navigator.language));
const model = startSession(url.href, own);
render(<App model={model} shell={startShell(model, install)} />, place);
