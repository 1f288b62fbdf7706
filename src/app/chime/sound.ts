/** Two soft notes, made here without a file. Browsers let a page sound only after its person has touched it. */

/** What has come: an offer asks, so its second note is the higher one; files end. */
export type Coming = 'offer' | 'files';

/** Frequencies of the two notes, in hertz: E5 and A5. */
const NOTES: Readonly<Record<Coming, readonly [number, number]>> = { offer: [659.26, 880], files: [880, 659.26] };
/** Of full volume: heard across a table, and by nobody who sleeps at the next one. */
const VOLUME = 0.06;
/** What an exponential fade can end at: it never reaches nothing. */
const SILENCE = 0.0001;
/** From one note to the next, and how long each rises and takes to fade, in seconds. */
const STEP_S = 0.16;
const RISE_S = 0.015;
const FADE_S = 0.5;

let audio: AudioContext | undefined;

/**
 * Prepares the sound in the first touch of the page, which allows it; Safari wants it begun within one. Until the returned
 * function is called.
 */
export function unlockSound(): () => void {
  const touches = ['pointerup', 'keydown'] as const;
  const stop = (): void => {
    for (const touch of touches) removeEventListener(touch, unlock, true);
  };
  const unlock = (): void => {
    stop();
    audio ??= new AudioContext();
    // Asleep until it is needed, for the battery's sake.
    audio.resume().then(rest, () => {});
  };
  for (const touch of touches) addEventListener(touch, unlock, { capture: true, passive: true });
  return stop;
}

/** Silent on a page that nobody has touched. */
export function playChime(what: Coming): void {
  const context = audio;
  context?.resume().then(
    () => play(context, NOTES[what]),
    () => {},
  );
}

function play(context: AudioContext, notes: readonly [number, number]): void {
  const begin = context.currentTime + RISE_S;
  for (const [n, frequency] of notes.entries()) {
    const at = begin + n * STEP_S;
    const tone = new OscillatorNode(context, { type: 'sine', frequency });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(VOLUME, at + RISE_S);
    loudness.gain.exponentialRampToValueAtTime(SILENCE, at + FADE_S);
    tone.connect(loudness).connect(context.destination);
    tone.start(at);
    tone.stop(at + FADE_S);
    if (n === notes.length - 1) tone.onended = rest;
  }
}

function rest(): void {
  audio?.suspend().catch(() => {});
}
