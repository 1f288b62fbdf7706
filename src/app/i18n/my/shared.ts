import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Hikyaku ဆီ မျှဝေထားတာ',
  byPage: 'ဝက်ဘ်စာမျက်နှာ {page} က ဒါကို ဒီမှာ ထားပါတယ်။',
  help: 'အခုလေးတင် ကိုယ်တိုင် မျှဝေခဲ့တာလား။ ဟုတ်ရင် ပို့နိုင်ပါတယ်။',
  use: 'ဟုတ်ပါတယ်၊ သုံးပါ',
  drop: 'မဟုတ်ပါ၊ ဖယ်ပါ',
};
