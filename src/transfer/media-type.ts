/**
 * The apparent type of a file by the ending of its name: enough for a picture beside it and for the system's share
 * sheet, which refuses files without a type. Never used to show anything.
 */

export type FileSort = 'image' | 'document' | 'table' | 'video' | 'sound' | 'archive' | 'file';

const TYPES = new Map<string, readonly [sort: FileSort, type: string]>(
  Object.entries({
    avif: ['image', 'image/avif'],
    bmp: ['image', 'image/bmp'],
    gif: ['image', 'image/gif'],
    heic: ['image', 'image/heic'],
    heif: ['image', 'image/heif'],
    jpeg: ['image', 'image/jpeg'],
    jpg: ['image', 'image/jpeg'],
    png: ['image', 'image/png'],
    svg: ['image', 'image/svg+xml'],
    webp: ['image', 'image/webp'],
    pdf: ['document', 'application/pdf'],
    txt: ['document', 'text/plain'],
    html: ['document', 'text/html'],
    doc: ['document', 'application/msword'],
    docx: ['document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    csv: ['table', 'text/csv'],
    xls: ['table', 'application/vnd.ms-excel'],
    xlsx: ['table', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    '3gp': ['video', 'video/3gpp'],
    avi: ['video', 'video/x-msvideo'],
    m4v: ['video', 'video/mp4'],
    mkv: ['video', 'video/x-matroska'],
    mp4: ['video', 'video/mp4'],
    mov: ['video', 'video/quicktime'],
    webm: ['video', 'video/webm'],
    m4a: ['sound', 'audio/mp4'],
    mp3: ['sound', 'audio/mpeg'],
    wav: ['sound', 'audio/wav'],
    zip: ['archive', 'application/zip'],
  }),
);

const of = (path: string) => TYPES.get(/\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '');

export function sortOf(path: string): FileSort {
  return of(path)?.[0] ?? 'file';
}

/** Empty where it is unknown. */
export function mediaType(path: string): string {
  return of(path)?.[1] ?? '';
}
