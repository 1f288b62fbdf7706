/** What a phone's camera would make of a picture on another screen: 12 megapixels, askew, blurred, noisy, with glare. */
import type { BrowserContext } from 'playwright-core';

/** Pixels of a usual phone camera, held upright. */
const PHOTO = { width: 3000, height: 4000 };
/** As phones write it. */
const JPEG_QUALITY = 70;

export type Shot = {
  /** Width of the picture in the photo, in pixels. */
  readonly width: number;
  /** Turned in its plane, and tilted to both sides, in degrees. */
  readonly turn: number;
  readonly tilt: readonly [x: number, y: number];
  /** Radius, in pixels. */
  readonly blur: number;
  /** How much of each pixel is chance, from 0 to 1. */
  readonly noise: number;
};

/** A JPEG, the same each time. `context`: of any Chromium; it gets a page for a moment. */
export async function photoOf(context: BrowserContext, png: Buffer, shot: Shot): Promise<Buffer> {
  const page = await context.newPage();
  const [x, y] = shot.tilt;
  try {
    await page.setViewportSize(PHOTO);
    await page.setContent(`
      <body style="margin:0;background:linear-gradient(120deg,#6b5c4a,#b9ac97)">
        <div style="display:grid;place-items:center;height:${PHOTO.height}px;perspective:4000px">
          <div style="transform:rotateX(${x}deg) rotateY(${y}deg) rotateZ(${shot.turn}deg);background:#15110e;padding:120px;border-radius:80px">
            <img style="display:block;width:${shot.width}px;filter:blur(${shot.blur}px) brightness(0.86) contrast(0.8)"
              src="data:image/png;base64,${png.toString('base64')}">
          </div>
        </div>
        <div style="position:fixed;inset:0;background:radial-gradient(circle at 70% 25%,rgb(255 255 255/.35),transparent 45%)"></div>
        <svg style="position:fixed;inset:0;opacity:${shot.noise}" width="100%" height="100%">
          <filter id="chance"><feTurbulence type="fractalNoise" baseFrequency="0.7" seed="7" stitchTiles="stitch"/></filter>
          <rect width="100%" height="100%" filter="url(#chance)"/>
        </svg>`);
    await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
    return await page.screenshot({ type: 'jpeg', quality: JPEG_QUALITY, timeout: 120_000 });
  } finally {
    await page.close();
  }
}
