/** Where journeys begin: a router, photos to send, and phones whose pages are open. */
import { join } from 'node:path';
import { temporaryFolder } from '../../../drive/files.ts';
import type { Target } from '../../../drive/page/screen.ts';
import { Phone } from '../../../drive/phone.ts';
import { takePhotos } from '../../../drive/photos.ts';
import { Router } from '../../../drive/router.ts';
import { AS_PHONE } from '../../../pictures/shot.ts';
import { Finger } from '../finger.ts';
import { fillRoom, type Room } from '../room.ts';

/** Most photos that any journey sends. */
export const PHOTOS = 30;

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;
export type Size = { readonly width: number; readonly height: number };

export const button = (name: string, within?: Target): Target =>
  within === undefined ? { role: 'button', name } : { role: 'button', name, in: within };
export const link = (prefix: string): Target => ({ role: 'link', prefix });
const DEVICES: Target = { role: 'list', name: 'Devices' };
/** The row of a person on the first screen. */
export const person = (name: string): Target => ({ role: 'button', prefix: name, in: DEVICES });
export const OFFER: Target = { role: ['dialog', 'alertdialog'], name: 'Incoming files' };

/** Photos that lie on a disk until the last journey has been walked. */
export class Album {
  readonly photos: readonly string[];
  readonly #folder: Folder;

  private constructor(photos: readonly string[], folder: Folder) {
    this.photos = photos;
    this.#folder = folder;
  }

  static async take(): Promise<Album> {
    const folder = await temporaryFolder('journeys');
    const camera = await Phone.start('camera');
    try {
      return new Album(await takePhotos(camera, join(folder.path, 'DCIM'), PHOTOS), folder);
    } finally {
      await camera.close();
    }
  }

  /** A path beside the photos. */
  path(...parts: readonly string[]): string {
    return join(this.#folder.path, ...parts);
  }

  remove(): Promise<void> {
    return this.#folder.remove();
  }
}

/** For one journey: on the next one's router nobody is left who has just gone. */
export class Ground {
  readonly photos: readonly string[];
  readonly #size: Size;
  readonly #router: Router;
  readonly #folder: string;
  #phones: Phone[] = [];
  #rooms: Room[] = [];

  private constructor(size: Size, router: Router, { photos }: Album, folder: string) {
    this.#size = size;
    this.#router = router;
    this.photos = photos;
    this.#folder = folder;
  }

  /** `number`: no two journeys have the same. */
  static async prepare(size: Size, album: Album, number: number): Promise<Ground> {
    const router = await Router.start([
      '--name',
      'East Gym',
      '--ssid',
      'hikyaku-east',
      '--wifi-password',
      'courier-1945',
    ]);
    return new Ground(size, router, album, album.path(`journey-${number}`));
  }

  get address(): string {
    return this.#router.plainUrl;
  }

  path(...parts: readonly string[]): string {
    return join(this.#folder, ...parts);
  }

  /** Phones with open pages, each of which sees all the others. */
  async phones(...names: readonly string[]): Promise<readonly Finger[]> {
    const opened = await Promise.all(
      names.map((name) => Phone.open(name, this.address, { viewport: this.#size, initScript: AS_PHONE })),
    );
    this.#phones.push(...opened);
    for (const phone of opened) for (const other of opened) if (other !== phone) await phone.waitForDevice(other.name);
    return opened.map((phone) => new Finger(phone));
  }

  async room(people: number): Promise<Room> {
    const room = await fillRoom(this.#router.url, people);
    this.#rooms.push(room);
    return room;
  }

  async end(): Promise<void> {
    for (const room of this.#rooms) room.leave();
    await Promise.all(this.#phones.map((phone) => phone.close()));
    await this.#router.stop();
  }
}
