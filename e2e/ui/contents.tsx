/** What is in the files that the fake model has received. */
import type { Pictures, SavableFile } from '../../src/app/model/model.ts';
import { pictured } from '../../src/transfer/pictures.ts';
import type { TransferKey, TransferView } from '../../src/transfer/view.ts';
import { brokenFilm, film, heic, sound, zipOf } from '../drive/samples.ts';

const LIST =
  '氏名,年齢,場所,備考\r\n山田太郎,42,体育館 A,薬あり\r\n佐藤花子,67,教室 2-1,\r\n鈴木一郎,8,体育館 B,アレルギー（卵）\r\n';

/** A picture with something to see in it. */
export async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(1200, 900);
  const context = canvas.getContext('2d');
  if (!context) return new Blob();
  const sky = context.createLinearGradient(0, 0, 0, 900);
  for (const [stop, colour] of [
    [0, '#7fb2d9'],
    [0.55, '#f2d9b8'],
    [0.56, '#3c6e63'],
    [1, '#1d3b36'],
  ] as const)
    sky.addColorStop(stop, colour);
  context.fillStyle = sky;
  context.fillRect(0, 0, 1200, 900);
  context.fillStyle = '#fff8e8';
  context.beginPath();
  context.arc(860, 300, 90, 0, 7);
  context.fill();
  return canvas.convertToBlob({ type: 'image/jpeg' });
}

/** Small pictures of an offer, each of another colour. */
export async function smallPictures(entries: readonly { readonly path: string }[]): Promise<Pictures> {
  const made = pictured(entries).map(async (file): Promise<[number, Uint8Array<ArrayBuffer>]> => {
    const canvas = new OffscreenCanvas(file % 3 === 1 ? 150 : 200, file % 3 === 1 ? 200 : 150);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = `hsl(${(file * 47) % 360} 45% 62%)`;
      context.fillRect(0, 0, 200, 200);
      context.fillStyle = '#fff8e8';
      context.beginPath();
      context.arc(60 + ((file * 23) % 80), 50, 18, 0, 7);
      context.fill();
      context.fillStyle = `hsl(${(file * 47 + 120) % 360} 35% 30%)`;
      context.fillRect(0, 105, 200, 100);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
    return [file, new Uint8Array(await blob.arrayBuffer())];
  });
  return new Map(await Promise.all(made));
}
const PHOTOS = [10, 9, 100, 1].map((n) => [`写真/IMG_${n}.JPG`, 2_400_000 + n] as const);

export const CONTENTS: Readonly<Record<string, () => Promise<Blob>>> = {
  list: async () => new Blob([LIST]),
  notice: async () => new Blob(['%PDF-1.4']),
  page: async () => new Blob(['<!doctype html>\n<script>document.title = "owned"; alert("owned")</script>\n']),
  film: async () => new Blob([film()]),
  sound: async () => new Blob([sound()]),
  broken: async () => new Blob([brokenFilm()]),
  heic: async () => new Blob([heic()]),
  zip: async () => new Blob([zipOf([...PHOTOS, ['避難者名簿.xlsx', 18_400], ['読んでください.txt', 310]])]),
  table: async () => new Blob([zipOf([['[Content_Types].xml', 700]])]),
  override: async () => new Blob([Uint8Array.of(0x4d, 0x5a, 0, 1, 2, 3)]),
};

/** The files in each of these transfers; a folder of photos unless listed here. */
export function filesOf(transfers: readonly TransferView[], of: TransferKey): readonly SavableFile[] {
  const transfer = transfers.find(({ key: other }) => other === of);
  if (transfer?.title === 'Thousands')
    return Array.from({ length: 10_000 }, (_, index) => ({ index, path: `${index}.jpg`, size: 620_000 }));
  if (transfer?.files === 1) return [{ index: 0, path: transfer.title, size: transfer.totalBytes }];
  return Array.from({ length: 250 }, (_, index) => ({ index, path: `写真/海岸/IMG_${index}.JPG`, size: 620_000 }));
}
