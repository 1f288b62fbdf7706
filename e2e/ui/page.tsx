/** Shows the app over a fake model: `?state=devices`. For looking at, and for component checks; never shipped. */
import { render } from 'preact';
import { App } from '../../src/app/App.tsx';
import '../../src/app/styles/main.css';
import { type FakeModel, STATES } from './states.tsx';

declare global {
  interface Window {
    model: FakeModel;
  }
}

const name = new URLSearchParams(location.search).get('state') ?? 'devices';
const state = STATES[name] ?? STATES['devices'];
const root = document.getElementById('app');
if (state && root) {
  window.model = state();
  render(<App model={window.model} />, root);
}
