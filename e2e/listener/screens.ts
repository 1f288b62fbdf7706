/** What the screens of people tell of somebody whom a listener wants to be. */
import type { Phone } from '../drive/phone.ts';
import { devicesSeen, watchDevices } from '../lab/device-lists.ts';

const ALERTS = `[...document.querySelectorAll('[role=alert], [role=alertdialog], dialog[open]')].map((alert) => alert.textContent)`;

/** Watches screens from now on. */
export class Screens {
  readonly #phones: readonly Phone[];
  /** What the screens warned of before. */
  readonly #before: ReadonlySet<string>;

  private constructor(phones: readonly Phone[], before: ReadonlySet<string>) {
    this.#phones = phones;
    this.#before = before;
  }

  static async watch(phones: readonly Phone[]): Promise<Screens> {
    await Promise.all(phones.map(watchDevices));
    return new Screens(phones, new Set((await Promise.all(phones.map(alertsOf))).flat()));
  }

  /** Everything that has changed about `name`, in words, and every warning that has come. */
  async newsOf(name: string): Promise<string> {
    const news = await Promise.all(
      this.#phones.map(async (phone) => {
        const lists = (await devicesSeen(phone)).map(({ devices }) => devices.filter((one) => one.startsWith(name)));
        const shown = [...new Set(lists.map((list) => list.join(' and ') || `no ${name}`))];
        const alerts = (await alertsOf(phone)).filter((alert) => !this.#before.has(alert));
        return [...(shown.length > 1 ? [shown.join(', then ')] : []), ...alerts].map(
          (what) => `${phone.name}: ${what}`,
        );
      }),
    );
    return news.flat().join('; ') || 'nothing';
  }
}

const alertsOf = async (phone: Phone): Promise<readonly string[]> => (await phone.evaluate(ALERTS)) as string[];
