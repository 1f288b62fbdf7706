import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{name} लाई {title}',
  receiving: '{name} बाट {title}',
  several: { other: '# काम हुँदैछ' },
  keepOn: 'नसकिएसम्म स्क्रिन निभ्न नदिनुहोस्।',
  from: '{name} बाट {title}',
  arrived: '{name} बाट आइपुग्यो: {title}',
  save: {
    photos: { other: '# फोटो सेभ गर्नुहोस्' },
    videos: { other: '# भिडियो सेभ गर्नुहोस्' },
    media: { one: '# फोटो वा भिडियो सेभ गर्नुहोस्', other: '# फोटो र भिडियो सेभ गर्नुहोस्' },
    files: { one: '# फाइल सेभ गर्नुहोस्', other: '# फाइल एउटै zip मा सेभ गर्नुहोस्' },
  },
  saveShort: 'सेभ',
  later: 'पछि',
  close: 'बन्द गर्नुहोस्',
  more: { one: 'अरू # आइपुग्यो', other: 'अरू # आइपुगे' },
  stays: 'तपाईंले नमेटेसम्म यो “{received}” मा रहन्छ।',
};
