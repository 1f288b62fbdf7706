/** Decodes a picture into a small square one. */

/** A square `size` pixels wide, cut from the middle of the picture in `blob`. Rejects where nothing can be decoded. */
export async function square(blob: Blob, size: number): Promise<ImageBitmap> {
  const whole = await createImageBitmap(blob);
  try {
    // A photo may be stored lying on its side, so only the decoded picture says what is up.
    const side = Math.min(whole.width, whole.height);
    const [left, top] = [(whole.width - side) / 2, (whole.height - side) / 2];
    return await createImageBitmap(whole, left, top, side, side, {
      resizeWidth: size,
      resizeHeight: size,
      resizeQuality: 'medium',
    });
  } finally {
    whole.close();
  }
}
