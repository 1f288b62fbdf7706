/**
 * Shows the app over a fake model: `?state=devices`, with `&language=ar` in a language for tests (`test-languages.ts`). For people to look at, and for component checks; never shipped.
 */
import { render } from 'preact';
import { App } from '../../src/app/App.tsx';
import { watchForgetting } from '../../src/app/forget/forgetting.ts';
import { DICTIONARIES } from '../../src/app/language/dictionaries.ts';
import { createSpeech, type Speech } from '../../src/app/language/language.ts';
import { makePictures } from '../../src/app/offer/small-pictures.ts';
import { watchTouches } from '../../src/app/session/rest.ts';
import '../../src/app/styles/main.css';
import type { FakeModel } from './fake-model.tsx';
import { type FakeShell, fakeShell } from './fake-shell.tsx';
import { SHELLS, STATES } from './states.tsx';

declare global {
  interface Window {
    model: FakeModel;
    shell: FakeShell;
    speech: Speech;
    /** What a sender does for a receiver that asks for small pictures. */
    makePictures: typeof makePictures;
  }
}

const asked = new URLSearchParams(location.search);
const name = asked.get('state') ?? 'devices';
const state = STATES[name] ?? STATES['devices'];
const root = document.getElementById('app');
if (state && root) {
  window.model = state();
  window.shell = (SHELLS[name] ?? fakeShell)();
  window.makePictures = makePictures;
  const { model } = window;
  watchTouches();
  watchForgetting(() => model.end());
  window.speech = await testSpeech(asked.get('language'));
  render(<App model={window.model} shell={window.shell} speech={window.speech} />, root);
}

async function testSpeech(tag: string | null): Promise<Speech> {
  if (tag === null) return createSpeech();
  const { TEST_LANGUAGES } = await import('./test-languages.ts');
  const speech = createSpeech([...TEST_LANGUAGES, ...DICTIONARIES]);
  speech.choose(tag);
  return speech;
}
