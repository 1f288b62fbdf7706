import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing: 'यो पेजको केही भाग आएन। पेज फेरि लोड गर्नुहोस्। त्यतिन्जेल अरूले पठाउन खोजेका फाइल नदेखिन सक्छन्।',
  sharedText: 'सेयर गरिएको टेक्स्ट',
  shareLost: 'सेयर गरिएको कुरा यो डिभाइसमा राख्न सकिएन। यहाँ फाइल छान्नुहोस्।',
};
