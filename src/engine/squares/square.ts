/** Decodes a picture into a small square one. */

/** A square, `size` pixels wide, cut from the middle of the picture in `blob`. Rejects when it cannot be decoded. */
export async function square(blob: Blob, size: number): Promise<ImageBitmap> {
  const whole = await createImageBitmap(blob);
  try {
    // A photo may be stored on its side, and only the decoded picture shows which side is up.
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
