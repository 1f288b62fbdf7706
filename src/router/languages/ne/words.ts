import { portal } from './portal.ts';
import { poster } from './poster.ts';
import { status } from './status.ts';
import { trust } from './trust.ts';

export const words = { portal, poster, trust, status };
