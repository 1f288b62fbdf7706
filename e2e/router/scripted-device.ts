/** A device that a test controls, and what it was told of the others. */
import type { ClientMessage, Device, DeviceId, RouterMessage } from '../../src/protocol/signaling.ts';
import type { Command, Page } from './mesh-agent.ts';

export class ScriptedDevice {
  readonly name: string;
  id: DeviceId | undefined;
  closed: number | undefined;
  readonly devices = new Map<DeviceId, Device>();
  /** Every device that was ever reported as gone. */
  readonly gone: DeviceId[] = [];
  /** Everything it was ever told about single devices, in words. */
  readonly news: { readonly of: DeviceId; readonly is: string }[] = [];
  /** The device walked out of the Wi-Fi: its socket stays open, and nobody answers. */
  isOutOfReach = false;
  readonly #page: Page;
  readonly #frames: RouterMessage[] = [];
  readonly #do: (command: Command) => void;
  #wake: (() => void)[] = [];

  constructor(name: string, page: Page, act: (command: Command) => void) {
    this.name = name;
    this.#page = page;
    this.#do = act;
  }

  say(message: ClientMessage): void {
    this.#do({ do: 'say', page: this.#page, message });
  }

  /** The battery is empty. */
  drop(): void {
    this.#do({ do: 'drop', page: this.#page });
  }

  named(name: string): Device | undefined {
    return [...this.devices.values()].find((device) => device.name === name);
  }

  /** Resolves when the list meets the condition, with the time in milliseconds. */
  until(wanted: (device: ScriptedDevice) => boolean, withinMs: number): Promise<number> {
    const start = performance.now();
    return this.#wait(() => (wanted(this) ? performance.now() - start : undefined), withinMs);
  }

  /** The next frame of this type; earlier frames are dropped. */
  next<T extends RouterMessage['type']>(type: T, withinMs = 10_000): Promise<RouterMessage & { type: T }> {
    return this.#wait(() => {
      const index = this.#frames.findIndex((frame) => frame.type === type);
      if (index < 0) return undefined;
      return this.#frames.splice(0, index + 1)[index] as RouterMessage & { type: T };
    }, withinMs);
  }

  hear(frame: RouterMessage): void {
    if (frame.type === 'welcome') {
      this.id = frame.self;
      this.devices.clear();
      for (const device of frame.devices) this.devices.set(device.id, device);
    } else if (frame.type === 'delta') {
      for (const device of frame.put ?? []) {
        this.devices.set(device.id, device);
        this.news.push({ of: device.id, is: `${device.away ? 'away' : 'here'} at ${device.router ?? 'home'}` });
      }
      for (const id of frame.gone ?? []) this.devices.delete(id);
      this.gone.push(...(frame.gone ?? []));
      for (const id of frame.gone ?? []) this.news.push({ of: id, is: 'gone' });
    } else if (frame.type === 'ping' && !this.isOutOfReach) this.say({ type: 'pong' });
    this.#frames.push(frame);
    this.#notify();
  }

  end(code: number): void {
    this.closed = code;
    this.#notify();
  }

  #wait<T>(look: () => T | undefined, withinMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const give = (): void => {
        const found = look();
        if (found === undefined) this.#wake.push(give);
        else {
          clearTimeout(timer);
          resolve(found);
        }
      };
      const timer = setTimeout(
        () =>
          reject(
            new Error(`${this.name} waited ${withinMs} ms and knows ${JSON.stringify([...this.devices.values()])}`),
          ),
        withinMs,
      );
      give();
    });
  }

  #notify(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
