/** Burmese, as it is spoken, with -ပါ. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: 'ဘာသာစကား',
  connection: {
    connecting: 'ချိတ်ဆက်နေပါတယ်',
    online: 'ချိတ်ဆက်ပြီး',
    reconnecting: 'ပြန်ချိတ်ဆက်နေပါတယ်',
    offline: 'ချိတ်ဆက်မထားပါ',
    outdated: 'ချိတ်ဆက်မထားပါ',
    replaced: 'ချိတ်ဆက်မထားပါ',
  },
  connectionHelp: {
    connecting: 'Wi-Fi ရောက်တာကို ရှာနေပါတယ်။',
    reconnecting: 'Wi-Fi ရောက်တာနဲ့ ခဏ ပြတ်သွားလို့ ပြန်ချိတ်နေပါတယ်။ ပို့နေတာ၊ လက်ခံနေတာတွေ ဆက်သွားပါတယ်။',
  },
  withoutInternet: 'အင်တာနက် မရှိပါ',
  tabs: 'မျက်နှာပြင်များ',
  people: 'လူများ',
  bringIn: 'တခြားလူကို ဖိတ်ပါ',
  sections: { known: 'အသိများ', recent: 'မကြာသေးခင်က', here: 'ဒီမှာ ရှိသူများ', new: 'အခုမှ ရောက်သူများ' },
  board: 'သင်ပုန်း',
  received: 'လက်ခံထားတာ',
  notSavedYet: { other: '# ခု မသိမ်းရသေးပါ' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name} ({mark})',
  yourMark: 'တခြားလူ မြင်ရမယ့် ကိုယ့်အမှတ်အသား',
  alike: 'နာမည်ဆင်တူ ရှိပါတယ်။ ရုပ်ပုံနဲ့ ဂဏန်းကို တိုက်ကြည့်ပါ။',
  known: 'အသိ',
  ofGroup: 'အဖွဲ့ {name}',
  notThem: 'ကိုယ်သိတဲ့ {name} မဟုတ်ပါ။',
  aboutPerson: '{name} အကြောင်း',
  callsItself: 'သုံးတဲ့ နာမည်: {name}',

  yourName: 'ကိုယ့်နာမည်: {name}',

  chooseFiles: 'ဖိုင်ရွေးပါ',
  chooseFolder: 'ဖိုင်တွဲရွေးပါ',
  takePhoto: 'ဓာတ်ပုံရိုက်ပါ',
  dropHint: 'သို့မဟုတ် ဖိုင်တွေကို ဒီစာမျက်နှာပေါ် ဆွဲချပါ',
  looking: 'ဖိုင်တွေကို ကြည့်နေပါတယ်…',
  files: { other: 'ဖိုင် # ခု' },
  more: { other: 'နောက်ထပ် # ခု' },

  devices: 'စက်များ',
  pressToChoose: 'ပို့ချင်တဲ့သူရဲ့ နာမည်ကို နှိပ်ပါ။',
  pressToSend: 'ဖိုင်လက်ခံမယ့်သူကို နှိပ်ပါ။',
  several: 'လူအများဆီ ပို့ပါ',
  hasLeft: 'ထွက်သွားပါပြီ',
  kind: { phone: 'ဖုန်း', tablet: 'တက်ဘလက်', computer: 'ကွန်ပျူတာ', device: 'စက်' },
  away: 'ခဏ လိုင်းပြတ်နေပါတယ်',
  behind: '{router} မှာ',
  devicesLater: 'ချိတ်ဆက်ပြီးရင် စက်တွေကို ဒီမှာ မြင်ရပါမယ်။',

  outdated: 'ဒီစာမျက်နှာက Wi-Fi ရောက်တာထက် ဟောင်းနေပါတယ်',
  outdatedHelp: 'လက်ခံထားတဲ့ ဖိုင်တွေကို သိမ်းပြီးမှ စာမျက်နှာကို ပြန်တင်ပါ။',
  reload: 'ပြန်တင်ပါ',
  replaced: 'Hikyaku ကို တခြားမှာ ဖွင့်ထားပါတယ်',
  replacedHelp: 'တခြားတက်ဘ်၊ တခြားလိပ်စာ၊ သို့မဟုတ် ဒီစက်ရဲ့ အချက်အလက်ကို ကူးထားတဲ့ စက်မှာ ဖွင့်ထားပါတယ်။ တစ်ချိန်မှာ တစ်နေရာကပဲ ပို့နိုင်၊ လက်ခံနိုင်ပါတယ်။',
  useHere: 'ဒီမှာ သုံးပါ',

  shell,
};
