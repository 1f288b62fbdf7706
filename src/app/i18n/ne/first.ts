/** Nepali: तपाईं and -नुहोस्, everyday words, with the English ones that phones show. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: 'भाषा',
  connection: {
    connecting: 'जोडिँदैछ',
    online: 'जोडिएको छ',
    reconnecting: 'फेरि जोडिँदैछ',
    offline: 'जोडिएको छैन',
    outdated: 'जोडिएको छैन',
    replaced: 'जोडिएको छैन',
  },
  connectionHelp: {
    connecting: 'यो Wi-Fi को राउटर खोजिँदैछ।',
    reconnecting: 'राउटरसँगको जडान एकछिन टुट्यो, फेरि जोडिँदैछ। पठाउने र पाउने काम रोकिँदैन।',
  },
  withoutInternet: 'इन्टरनेट छैन',
  tabs: 'पेजहरू',
  people: 'मानिसहरू',
  bringIn: 'अरूलाई बोलाउनुहोस्',
  sections: { known: 'चिनेका', recent: 'हालै सम्पर्क भएका', here: 'यहाँ भएका', new: 'भर्खर आएका' },
  board: 'सूचना पाटी',
  received: 'पाएका फाइल',
  notSavedYet: { other: '# सेभ हुन बाँकी' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name} ({mark})',
  yourMark: 'अरूले देख्ने तपाईंको चिन्ह',
  alike: 'यहाँ उस्तै नाम छ: चित्र र अंक दाँज्नुहोस्।',
  known: 'चिनेका',
  ofGroup: 'समूह {name}',
  notThem: 'यो तपाईंले चिनेको {name} होइन।',
  aboutPerson: '{name} को विवरण',
  callsItself: 'डिभाइसको नाम {name}',

  yourName: 'तपाईंको नाम: {name}',

  chooseFiles: 'फाइल छान्नुहोस्',
  chooseFolder: 'फोल्डर छान्नुहोस्',
  takePhoto: 'फोटो खिच्नुहोस्',
  dropHint: 'वा फाइल तानेर यो पेजमा छोड्नुहोस्',
  looking: 'फाइल हेरिँदैछ…',
  files: { other: '# फाइल' },
  more: { other: 'र अरू #' },

  devices: 'डिभाइसहरू',
  pressToChoose: 'केही पठाउन कसैको नाम थिच्नुहोस्।',
  pressToSend: 'अब फाइल पाउनेको नाम थिच्नुहोस्।',
  several: 'धेरैलाई पठाउनुहोस्',
  hasLeft: 'अब यहाँ छैन',
  kind: { phone: 'फोन', tablet: 'ट्याब्लेट', computer: 'कम्प्युटर', device: 'डिभाइस' },
  away: 'एकछिन छैन',
  behind: 'राउटर: {router}',
  devicesLater: 'जोडिएपछि डिभाइसहरू यहाँ देखिन्छन्।',

  outdated: 'यो पेज राउटरभन्दा पुरानो छ',
  outdatedHelp: 'पाएका फाइल सेभ गर्नुहोस्, अनि पेज फेरि लोड गर्नुहोस्।',
  reload: 'फेरि लोड गर्नुहोस्',
  replaced: 'Hikyaku अन्तै खुला छ',
  replacedHelp:
    'यो अर्को ट्याबमा, अर्को ठेगानामा, वा यो डिभाइसको डाटा सारिएको अर्को डिभाइसमा खुला छ। एक पटकमा एउटैले मात्र पठाउन र पाउन सक्छ।',
  useHere: 'यहीँ चलाउनुहोस्',

  shell,
};
