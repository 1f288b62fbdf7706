/** Rasters only: an SVG is a document that may hold scripts, and counts as text here. */
export type ImageType =
  | 'image/avif'
  | 'image/bmp'
  | 'image/gif'
  | 'image/heic'
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp';
