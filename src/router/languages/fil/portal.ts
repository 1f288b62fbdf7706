/** Filipino, with the English words that phones show: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'Buksan ang address na ito sa Safari o Chrome',
  why: 'Walang Internet ang Wi-Fi na ito. Dito, makakapagpalitan ka ng mga larawan at file sa mga taong malapit.',
  notHere: 'Hindi ito gumagana sa maliit na window na ito.',
  agree: 'OK',
  apple: 'iPhone: pindutin ang “Done” sa kanang itaas',
  android: 'Android: kapag may lumabas na “no Internet”, piliin ang “Oo” o “Yes”',
  open: 'Buksan ang Safari o Chrome, at i-type ang address',
  next: 'Isara ang window na ito, at buksan ang Safari o Chrome',
  enter: 'Buksan',
  otherName:
    'Hindi gumagana sa router na ito ang pangalang binuksan mo. Gamitin ang address sa itaas. (Para sa namamahala: para magamit ang pangalang ito, sabihin ito sa router gamit ang {option}.)',
  short:
    'Buksan ang address na ito sa Safari o Chrome. Walang Internet dito, pero makakapagpadala ka ng file sa mga taong malapit.',
};
