/** Decodes a picture into a small one: a square cut from its middle, or the whole of it. */

export type Cut = 'square' | 'whole';

/**
 * Of the picture in `blob`: a square, `size` pixels wide, or the whole, at most `size` pixels on its longer side. Rejects when
 * it cannot be decoded.
 */
export async function reduced(blob: Blob, size: number, cut: Cut): Promise<ImageBitmap> {
  const whole = await createImageBitmap(blob);
  try {
    const { width, height } = whole;
    if (cut === 'whole') {
      const scale = Math.min(1, size / Math.max(width, height));
      return await createImageBitmap(whole, 0, 0, width, height, {
        resizeWidth: Math.max(1, Math.round(width * scale)),
        resizeHeight: Math.max(1, Math.round(height * scale)),
        resizeQuality: 'medium',
      });
    }
    // A photo may be stored on its side, and only the decoded picture shows which side is up.
    const side = Math.min(width, height);
    const [left, top] = [(width - side) / 2, (height - side) / 2];
    return await createImageBitmap(whole, left, top, side, side, {
      resizeWidth: size,
      resizeHeight: size,
      resizeQuality: 'medium',
    });
  } finally {
    whole.close();
  }
}
