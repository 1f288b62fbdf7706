/** Files that want to run in the app's origin, and some that are really as harmless as they look. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { film } from '../drive/samples.ts';

/** The mark that a trap leaves in the origin if it ever runs: in any of several places. */
export const MARK = 'trapped';

/** A script that leaves its mark in every possible way. */
const script = (name: string, router: string): string =>
  [
    `globalThis.${MARK} = '${name}'`,
    `try { opener.${MARK} = '${name}' } catch {}`,
    `try { parent.${MARK} = '${name}' } catch {}`,
    `try { localStorage.setItem('${MARK}', '${name}') } catch {}`,
    `try { new BroadcastChannel('${MARK}').postMessage('${name}') } catch {}`,
    `try { fetch('${router}${MARK}-${name}') } catch {}`,
    `try { alert('${name}') } catch {}`,
  ].join(';');

/** Runs a script when it is opened, and asks the viewer to send a request (PDF 32000-1, section 12.6.4). */
function pdf(router: string): string {
  const code = [
    `try { app.launchURL("${router}${MARK}-pdf", true) } catch (e) {}`,
    `try { this.submitForm("${router}${MARK}-pdf") } catch (e) {}`,
    `try { localStorage.setItem("${MARK}", "pdf") } catch (e) {}`,
    `try { app.alert("pdf") } catch (e) {}`,
  ].join('; ');
  const content = 'BT /F 24 Tf 20 100 Td (A notice) Tj ET';
  return [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 6 0 R>>>>>>endobj',
    `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
    `5 0 obj<</S/JavaScript/JS(${code.replaceAll('(', '\\(').replaceAll(')', '\\)')})>>endobj`,
    '6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R>>',
  ].join('\n');
}

/** A picture of one colour, as small as PNG allows (PNG, section 5). */
export function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8); // eight bits each of red, green and blue
  const rows = Buffer.alloc(height * (1 + 3 * width), 0x80);
  for (let row = 0; row < height; row++) rows[row * (1 + 3 * width)] = 0; // filter: none
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 氏名,年齢 / 山田太郎,42 in Shift_JIS, as Excel in Japan writes a CSV. */
export const SHIFT_JIS_LIST = Buffer.from('8e8196bc2c944e97ee0d0a8e52936391be98592c34320d0a', 'hex');

/** Writes all of them into `folder`; returns the paths by name. `router`: the address that they would call. */
export async function trapFiles(folder: string, router: string): Promise<ReadonlyMap<string, string>> {
  const page = `<!doctype html><title>x</title><script>${script('html', router)}</script><img src=x onerror="${script('img', router)}">`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="${script('svg', router)}"><script>${script('svg', router)}</script></svg>`;
  const contents: Readonly<Record<string, string | Buffer>> = {
    'evil.html': page,
    'evil.svg': svg,
    // Named like a picture, and looks like one to programs that read only the first bytes.
    'drawing.png': svg,
    'moving.gif': `GIF89a/*${page}*/=1;${script('gif', router)}`,
    // Begins like a film, and is none.
    'moving.webm': Buffer.concat([film().subarray(0, 48), Buffer.from(page)]),
    // Named like a film; a player would fetch what it names.
    'playlist.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${router}${MARK}-playlist.ts\n`,
    'film.webm': Buffer.from(film()),
    'x.pdf': pdf(router),
    'photo.png': png(640, 480),
    'list.csv': SHIFT_JIS_LIST,
    'program.bin': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]),
  };
  await mkdir(folder, { recursive: true });
  const paths = new Map<string, string>();
  for (const [name, content] of Object.entries(contents)) {
    const path = join(folder, name);
    await writeFile(path, content);
    paths.set(name, path);
  }
  return paths;
}
