/** The question to a person whom somebody wants to send something: what it shows, and how it is answered. */
import { describe, expect, test } from 'vitest';
import type { makePictures as Making } from '../../src/app/offer/small-pictures.ts';
import { fakeApp } from './fake-app.ts';

type Make = typeof Making;

const ui = fakeApp();
const { open, button, calls } = ui;
const dialog = () => ui.page.getByRole('dialog', { name: 'Incoming files' });
const tiles = () => dialog().getByRole('list', { name: 'Pictures' }).getByRole('button');
const drawn = () =>
  ui.page.evaluate(
    () => [...document.querySelectorAll<HTMLCanvasElement>('.tiles canvas')].filter(({ width }) => width > 0).length,
  );
const focused = () => ui.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => ui.page.keyboard.press(key)), Promise.resolve());
const isReady = (name: string) => expect.poll(() => button(name).isEnabled()).toBe(true);

describe('small pictures', () => {
  test('of somebody who has sent before are asked for at once, and twelve are drawn', async () => {
    await open('offer-photos');
    await dialog().getByText('30 photos · 72.1 MB').waitFor();
    expect(await calls()).toEqual([['look', 'o4']]);
    await expect.poll(drawn).toBe(12);
    await dialog().getByText('and 18 more').waitFor();
    expect(await ui.page.evaluate(() => document.querySelectorAll('.incoming img').length)).toBe(0);
  });

  test('of a stranger are asked for when the person presses, and not before', async () => {
    await open('offer-mixed');
    await dialog().getByText('You have not met before').waitFor();
    expect(await dialog().textContent()).toContain('避難所の地図.pdf');
    expect(await tiles().count()).toBe(0);
    expect(await calls()).toEqual([]);
    await button('Show pictures').click();
    expect(await calls()).toEqual([['look', 'o5']]);
    await expect.poll(drawn).toBe(1);
    expect(await dialog().textContent()).toContain('避難所の地図.pdf');
  });

  test('that are no small JPEG are left out, and the others shown', async () => {
    await open('offer-photos');
    await expect.poll(drawn).toBe(12);
    await ui.page.evaluate(async () => {
      const jpeg = async (side: number) => {
        const canvas = new OffscreenCanvas(side, 2);
        canvas.getContext('2d');
        return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
      };
      const text = (words: string) => new TextEncoder().encode(words);
      const cut = (await jpeg(200)).slice(0, 180);
      const bad = [
        text('<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>'),
        await jpeg(201),
        cut,
        text('x'),
      ];
      const model = Reflect.get(window, 'model');
      const all = [...bad, await jpeg(200)].map((one, file): [number, unknown] => [file, one]);
      model.pictures.value = new Map([['o4', new Map(all)]]);
    });
    await expect
      .poll(() =>
        ui.page.evaluate(() => [...document.querySelectorAll('canvas')].slice(0, 5).map(({ height }) => height)),
      )
      .toEqual([150, 200, 150, 150, 2]);
  });

  test('one of them is looked at larger, and the keyboard comes back to it', async () => {
    await open('offer-photos');
    await expect.poll(drawn).toBe(12);
    await press('Tab', 'ArrowRight', 'ArrowRight', 'Enter');
    await dialog().locator('figure', { hasText: 'IMG_2002.JPG' }).waitFor();
    await expect.poll(focused).toBe('Back');
    await press('Enter');
    await expect.poll(focused).toBe('IMG_2002.JPG');
  });
});

describe('what a sender makes of its photos', () => {
  /**
   * Small pictures of files that are made in the page; each as its size and what is in its bytes. `most`: after so many the
   * offer is answered.
   */
  const made = (names: readonly string[], most = 9) =>
    ui.page.evaluate(
      async ({ wanted, most }) => {
        const photo = async (fill: (context: OffscreenCanvasRenderingContext2D) => void, type = 'image/jpeg') => {
          const canvas = new OffscreenCanvas(1500, 1000);
          const context = canvas.getContext('2d');
          if (context) fill(context);
          return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.95 })).arrayBuffer());
        };
        const plain = await photo((context) => context.fillRect(0, 0, 700, 500));
        // The segment of a camera, with a place in it, behind the first two bytes.
        const camera = new TextEncoder().encode('..Exif..GPS 35.6895 N');
        const exif = [0xff, 0xe1, 0, camera.length + 2, ...camera];
        const files: Record<string, Uint8Array<ArrayBuffer>> = {
          plain,
          exif: Uint8Array.of(...plain.slice(0, 2), ...exif, ...plain.slice(2)),
          noise: await photo((context) => {
            const pixels = context.createImageData(1500, 1000);
            for (let at = 0; at < pixels.data.length; at += 1) pixels.data[at] = (at * 2_654_435_761) >>> 24;
            context.putImageData(pixels, 0, 0);
          }),
          png: await photo((context) => context.fillRect(0, 0, 9, 9), 'image/png'),
          text: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        };
        // A PNG that claims sixty thousand pixels each way.
        const bomb = files['png']?.slice() ?? new Uint8Array();
        new DataView(bomb.buffer).setUint32(16, 60_000);
        new DataView(bomb.buffer).setUint32(20, 60_000);
        files['bomb'] = bomb;
        const asked = wanted.map((name, file) => ({ file, blob: new File([files[name] ?? ''], `${name}.jpg`) }));
        const all: { name: string; bytes: number; width: number; height: number; text: string }[] = [];
        const told: Promise<void>[] = [];
        const makePictures: Make = Reflect.get(window, 'makePictures');
        const tell: Parameters<Make>[1] = ({ file, jpeg }) => {
          told.push(
            createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' })).then(({ width, height }) => {
              all.push({
                name: wanted[file] ?? '',
                bytes: jpeg.length,
                width,
                height,
                text: String.fromCharCode(...jpeg),
              });
            }),
          );
        };
        await makePictures({ type: 'want-pictures', key: 'k' as never, files: asked }, tell, () => told.length < most);
        await Promise.all(told);
        return all;
      },
      { wanted: names, most },
    );

  test('is small, a JPEG, and holds nothing of what a camera wrote beside the pixels', async () => {
    await open('devices');
    const all = await made(['plain', 'exif', 'noise', 'png']);
    expect(all.map(({ name }) => name).sort()).toEqual(['exif', 'noise', 'plain', 'png']);
    for (const { name, bytes, width, height, text } of all) {
      expect([width, height], name).toEqual([200, 133]);
      expect(bytes, name).toBeLessThanOrEqual(6 * 1024);
      expect(text, name).not.toMatch(/Exif|GPS/);
    }
  });

  test('is for each its own, also where name, size and date are the same', async () => {
    await open('devices');
    const shades = await ui.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(64, 64);
      const context = canvas.getContext('2d');
      const photos: Uint8Array<ArrayBuffer>[] = [];
      for (const shade of ['#fff', '#000']) {
        if (context) context.fillStyle = shade;
        context?.fillRect(0, 0, 64, 64);
        photos.push(new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer()));
      }
      const size = Math.max(...photos.map(({ length }) => length));
      const files = photos.map((bytes, file) => {
        const filled = new Uint8Array(size);
        filled.set(bytes);
        return { file, blob: new File([filled], 'IMG_1.jpg', { lastModified: 1 }) };
      });
      const all: Uint8Array[] = [];
      const makePictures: Make = Reflect.get(window, 'makePictures');
      const tell: Parameters<Make>[1] = ({ jpeg }) => void all.push(jpeg);
      await makePictures({ type: 'want-pictures', key: 'k' as never, files }, tell, () => true);
      return all.map(String);
    });
    expect(new Set(shades).size).toBe(2);
  });

  test('is made no longer once the offer is answered', async () => {
    await open('devices');
    expect((await made(['plain', 'exif', 'png'], 1)).map(({ name }) => name)).toEqual(['plain']);
  });

  test('is nothing for what is no picture, or claims to be a vast one', async () => {
    await open('devices');
    expect(await made(['text', 'bomb'])).toEqual([]);
  });
});

describe('the sender', () => {
  test('is shown with picture, name, standing, kind of device and place', async () => {
    await open('offer-photos');
    const text = (await dialog().textContent()) ?? '';
    for (const part of ['Hana’s phone', 'balloon 26', 'You have met before', 'Phone · at East Gym', 'They write:'])
      expect(text).toContain(part);
    await open('offer-mixed');
    await dialog().getByText('Phone · at Clinic').waitFor();
    await open('grouped-offer');
    await dialog().getByText('Group 伊藤家').waitFor();
    expect(await dialog().textContent()).not.toContain('You have');
  });

  test('can be blocked from here, after a question', async () => {
    await open('offer-mixed');
    await button('Who is this?').click();
    await button('Block').click();
    await dialog()
      .getByText(/^Then nothing of/)
      .waitFor();
  });
});

describe('the answers', () => {
  test.each([
    'offer1',
    'offer-photos',
    'offer-mixed',
  ])('%s: three stops of the keyboard lead to Accept at most', async (state) => {
    await open(state);
    await isReady('Accept');
    for (let stop = 1; (await focused()) !== 'Accept'; stop += 1) {
      expect(stop).toBeLessThanOrEqual(3);
      await press('Tab');
    }
    await press('Enter');
    expect((await calls()).at(-1)?.[0]).toBe('accept');
  });

  test('Receive and save hands over what has arrived, once, without another press', async () => {
    await open('offer-photo');
    await isReady('Receive and save');
    await button('Receive and save').click();
    const arrives = (phase: string) =>
      ui.page.evaluate((now) => {
        const { transfers } = Reflect.get(window, 'model');
        const view = {
          key: 'o6',
          phase: now,
          direction: 'receiving',
          peer: 'b',
          peerName: 'B',
          title: 'IMG_2002.JPG',
          contents: 'named',
        };
        const figures = {
          files: 1,
          totalBytes: 9,
          storedBytes: 9,
          verified: now === 'saved',
          kept: { at: 0, handedOver: [], elsewhere: [] },
        };
        transfers.value = [{ ...view, ...figures }];
      }, phase);
    await arrives('receiving');
    expect(await calls()).toEqual([
      ['look', 'o6'],
      ['accept', 'o6', [[0, 0]]],
    ]);
    await arrives('saved');
    const saves = async () => (await calls()).filter(([name]) => String(name).startsWith('save')).map(([, key]) => key);
    await expect.poll(saves).toEqual(['o6']);
    await arrives('saved');
    expect(await saves()).toEqual(['o6']);
  });

  test('Accept saves nothing by itself', async () => {
    await open('offer-photo');
    await isReady('Accept');
    await button('Accept').click();
    expect((await calls()).map(([name]) => name)).toEqual(['look', 'accept']);
  });

  test('some can be chosen: by name, in the order in which people look for names', async () => {
    await open('offer-mixed');
    await button('Choose some').click();
    const names = () =>
      dialog()
        .getByRole('checkbox')
        .evaluateAll((boxes) => boxes.map((box) => box.closest('label')?.textContent?.split(' ')[0]));
    expect(await names()).toEqual(['IMG_2001.JPG', 'people.xlsx', '避難所の地図.pdf']);
    await dialog().getByRole('checkbox').first().uncheck();
    await isReady('Accept');
    await button('Accept').click();
    expect(await calls()).toEqual([['accept', 'o5', [[1, 2]]]]);
  });

  test('what was unticked stays so when all offers come anew', async () => {
    await open('offer-mixed');
    await button('Choose some').click();
    await dialog().getByRole('checkbox').first().uncheck();
    await ui.page.evaluate(() => {
      const { offers } = Reflect.get(window, 'model');
      offers.value = structuredClone(offers.value);
    });
    await isReady('Accept');
    await button('Accept').click();
    expect(await calls()).toEqual([['accept', 'o5', [[1, 2]]]]);
  });
});

describe('files and answers are both in sight', () => {
  const isSeen = (selector: string) =>
    ui.page.evaluate((wanted) => {
      const part = document.querySelector(wanted);
      if (!part) return false;
      const { left, top, width, height } = part.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
      return seen !== null && (part.contains(seen) || seen.contains(part));
    }, selector);
  const answersShare = () =>
    ui.page.evaluate(() => {
      const fixed = [...document.querySelectorAll('.offer-answer, .offer-answers')].filter(
        (part) => getComputedStyle(part).position === 'sticky',
      );
      return Math.max(0, ...fixed.map((part) => part.getBoundingClientRect().height)) / innerHeight;
    });

  test.each([
    ['a phone', { width: 360, height: 740 }, 100],
    ['a small phone', { width: 320, height: 568 }, 100],
    ['a phone with letters of twice the size', { width: 360, height: 740 }, 200],
  ])('on %s', async (_, viewport, percent) => {
    for (const locale of ['en-US', 'ja-JP']) {
      await open('offer1', { viewport, locale });
      await ui.page.addStyleTag({ content: `html { font-size: ${percent}% }` });
      await expect.poll(() => isSeen('.offer-sum')).toBe(true);
      await expect.poll(() => isSeen('.offer-answers .button:nth-child(2)'), { message: locale }).toBe(true);
      await expect.poll(answersShare).toBeLessThanOrEqual(0.36);
      if (percent === 100) expect(await isSeen('.offered .row')).toBe(true);
    }
  });

  test('on a phone that lies on its side the answers stand beside the files', async () => {
    await open('offer-photos', { viewport: { width: 844, height: 390 } });
    await expect.poll(() => isSeen('.tile')).toBe(true);
    for (const place of [1, 2, 3]) expect(await isSeen(`.offer-answers .button:nth-child(${place})`)).toBe(true);
    expect(await isSeen('.offer-more .button:last-child')).toBe(true);
  });
});
