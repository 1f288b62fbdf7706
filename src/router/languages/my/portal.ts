/** Burmese, as it is spoken: the welcome page. iPhones have no Burmese menus, so their words are English. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'ဒီလိပ်စာကို Safari သို့မဟုတ် Chrome မှာ ဖွင့်ပါ',
  why: 'ဒီ Wi-Fi မှာ အင်တာနက် မရှိပါ။ ဒါပေမယ့် အနီးက လူတွေနဲ့ ဓာတ်ပုံ၊ ဖိုင်တွေ ပို့နိုင်၊ လက်ခံနိုင်ပါတယ်။',
  notHere: 'ဒီဝင်းဒိုးအသေးမှာ သုံးလို့ မရပါ။',
  agree: 'နားလည်ပါပြီ',
  apple: 'iPhone: ညာဘက်အပေါ်က “Done” ကို နှိပ်ပါ',
  android: 'Android: “အင်တာနက် မရှိပါ” လို့ ပေါ်လာရင် “Yes” ကို ရွေးပါ',
  open: 'Safari သို့မဟုတ် Chrome ကို ဖွင့်ပြီး လိပ်စာ ရိုက်ထည့်ပါ',
  next: 'ဒီဝင်းဒိုးကို ပိတ်ပြီး Safari သို့မဟုတ် Chrome ကို ဖွင့်ပါ',
  enter: 'ဖွင့်ပါ',
  otherName: 'အခု ဖွင့်လိုက်တဲ့ နာမည်နဲ့ ဒီရောက်တာကို သုံးလို့ မရပါ။ အပေါ်က လိပ်စာကို သုံးပါ။ (တာဝန်ခံသို့: ဒီနာမည်ကို သုံးချင်ရင် {option} နဲ့ ရောက်တာမှာ သတ်မှတ်ပါ။)',
  short: 'ဒီလိပ်စာကို Safari သို့မဟုတ် Chrome မှာ ဖွင့်ပါ။ အင်တာနက် မရှိပေမယ့် အနီးက လူတွေကို ဖိုင်ပို့နိုင်ပါတယ်။',
};
