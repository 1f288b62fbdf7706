import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{name} ဆီ {title}',
  receiving: '{name} ဆီက {title}',
  several: { other: 'အပို့အယူ # ခု' },
  keepOn: 'ပြီးတဲ့အထိ မျက်နှာပြင်ကို ဖွင့်ထားပါ။',
  from: '{name} ဆီက: {title}',
  arrived: '{name} ဆီက ရောက်ပါပြီ: {title}',
  save: {
    photos: { other: 'ဓာတ်ပုံ # ပုံ သိမ်းပါ' },
    videos: { other: 'ဗီဒီယို # ခု သိမ်းပါ' },
    media: { other: 'ဓာတ်ပုံနဲ့ ဗီဒီယို # ခု သိမ်းပါ' },
    files: { other: 'ဖိုင် # ခုကို zip တစ်ခုအဖြစ် သိမ်းပါ' },
  },
  saveShort: 'သိမ်းပါ',
  later: 'နောက်မှ',
  close: 'ပိတ်ပါ',
  more: { other: 'နောက်ထပ် # ခု ရောက်ပါပြီ' },
  stays: '“{received}” ထဲမှာ မဖျက်မချင်း ရှိနေပါမယ်။',
};
