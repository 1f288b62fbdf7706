/**
 * A thumb on a phone: it counts what it touches and types, and how often it had to look for something that was not on the
 * screen. The system's picker and the browser's own questions are not counted: they are not ours.
 */
import type { Target } from '../../drive/page/screen.ts';
import type { Phone } from '../../drive/phone.ts';

export class Finger {
  readonly phone: Phone;
  taps = 0;
  letters = 0;
  /** What was touched only after scrolling to it. */
  readonly unseen: string[] = [];

  constructor(phone: Phone) {
    this.phone = phone;
  }

  async tap(target: Target): Promise<void> {
    await this.#look(target);
    this.taps++;
    await this.phone.press(target);
  }

  /** Taps what opens the system's picker, which answers with these files. */
  async pick(target: Target, paths: readonly string[]): Promise<void> {
    await this.#look(target);
    this.taps++;
    await this.phone.pick(target, paths);
  }

  /** Waits for something to be looked at, and says where it is not in sight. */
  async see(target: Target): Promise<void> {
    await this.#look(target);
  }

  /** Opens a list of the system, and takes the entry of that value: two taps. */
  async choose(target: Target, value: string): Promise<void> {
    await this.#look(target);
    this.taps += 2;
    await this.phone.chooseEntry(target, value);
  }

  /** Types into the field that has the focus. */
  async type(letters: string): Promise<void> {
    for (const letter of letters) {
      this.letters++;
      await this.phone.key(letter);
    }
  }

  async #look(target: Target): Promise<void> {
    const sight = await this.phone.sightOf(target);
    if (sight !== 'in sight') this.unseen.push(`${target.name ?? target.prefix ?? String(target.role)} (${sight})`);
  }
}
