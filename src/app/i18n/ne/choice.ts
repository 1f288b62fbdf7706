import type { ChoiceWords } from '../words/choice.ts';

export const choice: ChoiceWords = {
  unreadable: {
    one: '{names} पढ्न सकिएन, त्यसैले पठाइँदैन: त्यो हराएको छ, वा पढ्ने अनुमति छैन।',
    other: '# फाइल पढ्न सकिएन, त्यसैले पठाइँदैन। ती हराएका छन्, वा पढ्ने अनुमति छैन: {names}',
  },
  nameTooLong: {
    one: '{names} पठाइँदैन: यसको नाम धेरै लामो छ।',
    other: '# फाइल पठाइँदैनन्। नाम धेरै लामो छ: {names}',
  },
  emptyFolders: {
    one: '{names} पठाइँदैन: खाली फोल्डर पठाउन मिल्दैन।',
    other: '# खाली फोल्डर पठाइँदैनन्: {names}',
  },
  withoutContent: {
    one: '{names} भित्र केही छैन: 0 बाइट।',
    other: '# फाइलभित्र केही छैन, सबै 0 बाइट: {names}',
  },
  tooMuch: '{count} एकै पटकमा धेरै भयो: बढीमा {most}। पहिले केही छान्नुहोस्, बाँकी त्यसपछि।',
  namesTooMuch: 'यी फाइलका नाम जोड्दा एकै पटक पठाउन धेरै लामो भयो। पहिले केही छान्नुहोस्, बाँकी त्यसपछि।',
  nothingThere: 'त्यहाँ कुनै फाइल भेटिएन।',
  count: {
    photos: { other: '# फोटो' },
    videos: { other: '# भिडियो' },
    media: { one: '# फोटो वा भिडियो', other: '# फोटो र भिडियो' },
  },
  dated: '{files} ({days})',
  span: '{from} – {to}',
  firstAndMore: { other: '{name} र अरू #' },
  onlyFiles: 'खाली फोल्डर र फोल्डरभित्रका लिङ्क पठाइँदैनन्।',
  tray: 'पठाउन तयार',
  trayLeaving: 'केही बेरमा पठाइन्छ',
  remove: '{name} हटाउनुहोस्',
  removeAll: 'सबै हटाउनुहोस्',
  lookAtFiles: 'फाइल हेर्नुहोस्',
  trayDone: 'भयो',
  everybody: 'सबै जना',
  allOf: '{place} का सबै',
  selected: { other: '# डिभाइस छानियो' },
  send: 'पठाउनुहोस्',
  undo: 'अन्डू गर्नुहोस्',
  sendNow: 'अहिले पठाउनुहोस्',
  leavesIn: '{time} पछि जान्छ',
  leftNow: 'अब यहाँ नभएका: {names}।',

  sayDeparting: '{names} लाई {files}, {time} पछि जान्छ। अन्डू गर्न Escape थिच्नुहोस्।',
  madeOfText: 'तपाईंको टेक्स्ट अब {name} फाइल बन्यो।',
  namesAndMore: { other: '{names} र अरू #' },
  toPeople: { other: '# जनालाई: {names}' },
  addNote: 'सन्देश थप्नुहोस्',
  note: 'फाइलसँगै जाने छोटो सन्देश',

  nameLabel: 'तपाईंको नाम',
  nameHint: 'अरूले तपाईंलाई यही नामले चिन्छन्।',
  nameSave: 'नाम सेभ गर्नुहोस्',
  nameBack: 'फर्कनुहोस्',

  missed: 'अब यहाँ नभएकाले {names} लाई केही पठाइएन।',
  moreDevices: { other: 'नजिकै अरू # डिभाइस छन्, तर सूची भरिएकाले देखाइएको छैन।' },
  shareLost: 'सेयर गरिएको कुरा यो डिभाइसमा राख्न सकिएन। यहाँ फाइल छान्नुहोस्।',
};
