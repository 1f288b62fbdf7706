/** A photo that a person took, as pixels of a size in which a code is found. Works on plain HTTP: it is a chosen file. */

/**
 * Longest sides that are tried, in pixels. A code that fills a sixth of the photo or more is found in the smallest one in
 * some dozen milliseconds, because noise and the stripes of a screen are gone there; one that was far away (a tenth) only
 * in the larger ones.
 */
const LONGEST_SIDES = [640, 1000, 1600, 2600];

/** What a photo says; `unreadable`: it is no picture that this browser can open. */
export type PhotoText = { readonly code: string } | { readonly is: 'nothing' | 'unreadable' };

/** Calls `read` with smaller and larger versions of `photo` until it finds something. */
export async function readPhoto(photo: Blob, read: (picture: ImageData) => string | undefined): Promise<PhotoText> {
  const url = URL.createObjectURL(photo);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    for (const side of LONGEST_SIDES) {
      await new Promise(requestAnimationFrame); // the page says what it does meanwhile
      const code = read(pixelsOf(picture, side));
      if (code !== undefined) return { code };
    }
    return { is: 'nothing' };
  } catch {
    return { is: 'unreadable' };
  } finally {
    URL.revokeObjectURL(url);
  }
}

function pixelsOf(picture: HTMLImageElement, longest: number): ImageData {
  const { naturalWidth, naturalHeight } = picture;
  const scale = Math.min(1, longest / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(naturalHeight * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
