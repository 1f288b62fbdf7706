/** Small real files of several kinds, for pages and for the disk: a film, a sound, a zip, and two that no browser here reads. */

/** One teal frame of 16 pixels in VP8, which every browser since 2010 plays (`ffmpeg -f lavfi -i color=teal:s=16x16`). */
const FILM = [
  'GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQJChYECGFOAZwH/////////EU2bdKtNu4tTq4QVSalmU6yBoU27i1OrhBZUrmtTrIG7',
  'TbuMU6uEElTDZ1OsggEB7AEAAAAAAABoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmlSrXsYMPQkBNgIRMYXZmV0GETGF2ZhZUrmvBrgEA',
  'AAAAAAA414EBc8WIAAAAAAAAAAGcgQAitZyDdW5kiIEAhoVWX1ZQOIOBASPjg4Q7msoA4ImwgRC6gRCagQISVMNnrHNzqWPAi2PFiAAAAAAA',
  'AAABZ8iYRaOHRU5DT0RFUkSHi0xhdmMgbGlidnB4H0O2dcHngQCjvIEAAICwAgCdASoQABAAAEcIhYWImYSIAgICdaoD+AIM/cQA/vtol/9J',
  's8TZ4mz5JH/7R9+0fftH3/tBIA==',
].join('');

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const number = (value: number, length: number): number[] =>
  Array.from({ length }, (_, at) => Math.floor(value / 256 ** at) % 256);

export const film = (): Uint8Array<ArrayBuffer> => bytes(atob(FILM));

/** A tenth of a second of 440 Hz, 8 bits, 8 kHz (RIFF). */
export function sound(): Uint8Array<ArrayBuffer> {
  const wave = Array.from({ length: 800 }, (_, at) => 128 + Math.round(60 * Math.sin((2 * Math.PI * 440 * at) / 8000)));
  const format = [
    ...number(1, 2),
    ...number(1, 2),
    ...number(8000, 4),
    ...number(8000, 4),
    ...number(1, 2),
    ...number(8, 2),
  ];
  const body = [
    ...bytes('WAVEfmt '),
    ...number(16, 4),
    ...format,
    ...bytes('data'),
    ...number(wave.length, 4),
    ...wave,
  ];
  return Uint8Array.from([...bytes('RIFF'), ...number(body.length, 4), ...body]);
}

/** Begins like a film of a phone, and has nothing that could be played. */
export const brokenFilm = (): Uint8Array<ArrayBuffer> =>
  bytes('\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x10mdat12345678');

/** Begins like a photo of an iPhone. */
export const heic = (): Uint8Array<ArrayBuffer> => bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x10mdat12345678');

/** A zip with these names, in UTF-8 without saying so; each stands for so many bytes, which are not there. */
export function zipOf(files: readonly (readonly [name: string, size: number])[]): Uint8Array<ArrayBuffer> {
  const entries = files.flatMap(([name, size]) => {
    const letters = [...new TextEncoder().encode(name)];
    const fixed = [...number(size, 4), ...number(letters.length, 2), ...Array(16).fill(0)];
    return [...bytes('PK\x01\x02'), ...Array(20).fill(0), ...fixed, ...letters];
  });
  const end = [...number(files.length, 2), ...number(files.length, 2), ...number(entries.length, 4), ...number(4, 4)];
  return Uint8Array.from([...bytes('PK\x03\x04'), ...entries, ...bytes('PK\x05\x06'), 0, 0, 0, 0, ...end, 0, 0]);
}
