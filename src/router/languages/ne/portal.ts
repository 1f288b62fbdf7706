/** Nepali: the welcome page. iPhones have no Nepali menus, so their words are English. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'यो ठेगाना Safari वा Chrome मा खोल्नुहोस्',
  why: 'यो Wi-Fi मा इन्टरनेट छैन। यसबाट नजिकका मानिसलाई फोटो र फाइल पठाउन सकिन्छ।',
  notHere: 'यो सानो विन्डोमा काम गर्दैन।',
  agree: 'बुझेँ',
  apple: 'iPhone: माथि दायाँपट्टिको “Done” थिच्नुहोस्',
  android: 'Android: “इन्टरनेट छैन” भनेर सोधेमा “हो” छान्नुहोस्',
  open: 'Safari वा Chrome खोलेर ठेगाना टाइप गर्नुहोस्',
  next: 'यो विन्डो बन्द गरी Safari वा Chrome खोल्नुहोस्',
  enter: 'खोल्नुहोस्',
  otherName:
    'तपाईंले भर्खर खोलेको नामले यो राउटर चल्दैन। माथिको ठेगाना प्रयोग गर्नुहोस्। (सञ्चालकलाई: यो नाम चलाउन राउटरलाई {option} बाट नाम दिनुहोस्।)',
  short: 'यो ठेगाना Safari वा Chrome मा खोल्नुहोस्। यहाँ इन्टरनेट छैन, तर नजिकका मानिसलाई फाइल पठाउन सकिन्छ।',
};
