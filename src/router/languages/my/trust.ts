/** Burmese, as it is spoken: how to trust this router. Menus in English, as most phones and computers show them. */
import type { TrustWords } from '../../tls/words.ts';

export const trust: TrustWords = {
  title: 'ဒီရောက်တာကို ယုံကြည်ပါ',
  notNeeded: 'ဖိုင် ပို့ဖို့၊ လက်ခံဖို့ပဲဆိုရင် ဒါ မလိုပါ။ Hikyaku ကို မကြာခဏ သုံးရင် ကိုယ့်စက်မှာပဲ လုပ်ပါ။',
  gains: 'ရလာမယ့် အကျိုး',
  gainList: ['အက်ပ် ထည့်သွင်းနိုင်ပြီး ကွန်ရက် မရှိလည်း ပွင့်ပါတယ်။', 'အလွန်ကြီးတဲ့ ဖိုင်တွေလည်း လက်ခံနိုင်ပါတယ်။', 'ပို့နေတုန်း၊ လက်ခံနေတုန်း မျက်နှာပြင် မပိတ်ပါ။'],
  how: 'လုပ်နည်း',
  systems: {
    apple: {
      name: 'iPhone, iPad',
      download: 'ပရိုဖိုင် ယူပါ',
      steps: [
        'ဒီစာမျက်နှာကို Safari မှာ ဖွင့်ပါ။ အပေါ်က ခလုတ်ကို နှိပ်ပြီး “Allow” ကို နှိပ်ပါ။',
        '“Settings” ကို ဖွင့်ပါ။ အပေါ်နားက “Profile Downloaded” ကို နှိပ်ပြီး “Install” ကို နှိပ်ပါ။',
        '“Settings” ထဲမှာ “General” → “About” → “Certificate Trust Settings” ကို သွားပါ။',
        '“Hikyaku” ကို ဖွင့်ပါ။ ဒီနောက်ဆုံးအဆင့် မလုပ်ရင် ဘာမှ မပြောင်းပါ။',
      ],
      remove: '“Settings” → “General” → “VPN & Device Management” → “Hikyaku” → “Remove Profile”။',
    },
    android: {
      name: 'Android',
      download: 'အသိအမှတ်ပြုလက်မှတ် ယူပါ',
      steps: [
        'အပေါ်က ခလုတ်ကို နှိပ်ပါ။ ဖိုင်က “Downloads” ထဲ ရောက်ပါတယ်။',
        'ဆက်တင်များကို ဖွင့်ပြီး “CA” လို့ ရှာပါ။ “Security & privacy” → “More security & privacy” → “Encryption & credentials” → “Install a certificate” ထဲမှာ ရှိပါတယ်။',
        '“CA certificate” ကို ရွေးပြီး “Install anyway” ကို နှိပ်ပါ။ စက်မှာ မျက်နှာပြင်လော့ခ် ရှိရပါမယ်။',
        'ဖိုင် “hikyaku-ca.crt” ကို ရွေးပါ။',
        'အဲဒီနောက် Android က ကွန်ရက်ကို စောင့်ကြည့်နေနိုင်တယ်လို့ ပြောပါမယ်။ ကိုယ်တိုင် ထည့်တဲ့ လက်မှတ်တိုင်းအတွက် ဒီလို ပြောပါတယ်။',
      ],
      remove:
        'ဆက်တင်များ → “Security & privacy” → “More security & privacy” → “Encryption & credentials” → “User credentials” သို့မဟုတ် “Trusted credentials” → “User”: “Hikyaku” ကို နှိပ်ပြီး “Remove” ကို နှိပ်ပါ။',
    },
    windows: {
      name: 'Windows (Chrome, Edge)',
      download: 'အသိအမှတ်ပြုလက်မှတ် ယူပါ',
      steps: [
        'အပေါ်က ခလုတ်ကို နှိပ်ပြီး ဖိုင် “hikyaku-ca.crt” ကို ဖွင့်ပါ။',
        '“Install Certificate” ကို နှိပ်ပါ၊ “Current User” ကို ရွေးပါ၊ “Next” ကို နှိပ်ပါ။',
        '“Place all certificates in the following store” → “Browse” → “Trusted Root Certification Authorities” ကို ရွေးပါ။',
        '“Next” → “Finish” ကို နှိပ်ပြီး သတိပေးချက် ပေါ်ရင် “Yes” ကို နှိပ်ပါ။',
      ],
      remove:
        '“certmgr.msc” ကို ဖွင့်ပါ → “Trusted Root Certification Authorities” → “Certificates” → “Hikyaku” → “Delete”။',
    },
    mac: {
      name: 'Mac (Safari, Chrome)',
      download: 'အသိအမှတ်ပြုလက်မှတ် ယူပါ',
      steps: [
        'အပေါ်က ခလုတ်ကို နှိပ်ပြီး ဖိုင် “hikyaku-ca.crt” ကို ဖွင့်ပါ။ “Keychain Access” ပွင့်လာရင် “login” ထဲ ထည့်ပါ။',
        'လက်မှတ်စာရင်းထဲက “Hikyaku” ကို နှစ်ချက်နှိပ်ပြီး “Trust” ကို ဖွင့်ပါ။',
        '“When using this certificate” မှာ “Always Trust” ကို ရွေးပြီး ဝင်းဒိုးကို ပိတ်ပါ။',
      ],
      remove: '“Keychain Access” → “login” → “Certificates” → “Hikyaku” → “Delete”။',
    },
    firefox: {
      name: 'Firefox',
      download: 'အသိအမှတ်ပြုလက်မှတ် ယူပါ',
      steps: [
        'ကွန်ပျူတာမှာ: အပေါ်က ခလုတ်ကို နှိပ်ပါ။ Firefox က ချက်ချင်း မေးရင် အဆင့် 3 ကနေ ဆက်လုပ်ပါ။',
        '“Settings” → “Privacy & Security” → “Certificates” → “View Certificates” → “Authorities” → “Import”: “hikyaku-ca.crt” ကို ရွေးပါ။',
        '“Trust this CA to identify websites” ကို အမှန်ခြစ်ပြီး “OK” ကို နှိပ်ပါ။',
        'Android မှာ: Android မှာ ရေးထားတာကို အရင် လုပ်ပါ။ ပြီးရင် Firefox မှာ “Settings” → “About Firefox” ကို သွားပြီး လိုဂိုကို ခဏခဏ နှိပ်ပါ၊ ပြန်ထွက်ပါ၊ “Secret Settings” ထဲက “Use third party CA certificates” ကို ဖွင့်ပါ။',
      ],
      remove: 'အဲဒီ “Authorities” စာရင်းထဲမှာပဲ: “Hikyaku” → “Delete or Distrust”။',
    },
  },
  removing: 'မူလအတိုင်း ပြန်ထားရန်',
  finally: 'နောက်ဆုံး လုံခြုံတဲ့ လိပ်စာကို ဖွင့်ပါ',
  open: 'ဖွင့်ပါ',
  refused:
    'ဘရောက်ဇာက သတိပေးနေလား။ ဒါဆို ရောက်တာကို မယုံကြည်သေးပါ။ အဆင့်တွေကို ပြန်ကြည့်ပါ၊ စက်ရဲ့ ရက်စွဲ မှန်မမှန် ကြည့်ပါ။ ဘာမှ မဆုံးရှုံးပါ: “s” မပါတဲ့ လိပ်စာက အမြဲ သုံးလို့ ရပါတယ်။',
  why: 'ဘာကြောင့် အလွဲသုံးလို့ မရသလဲ',
  whyList: [
    'ဒီလက်မှတ်ကို ဘယ်မှာ သုံးလို့ရလဲဆိုတာ လက်မှတ်ထဲမှာ ရေးထားပါတယ်: {name} နဲ့ 192.168.1.1 လို အတွင်းလိပ်စာတွေပဲ ဖြစ်ပါတယ်။ ဘဏ်၊ အီးမေးလ်၊ အင်တာနက်ပေါ်က ဆိုက်တွေအဖြစ် ဟန်ဆောင်လို့ မရပါ: ဘရောက်ဇာက ငြင်းပါတယ်။ ဒါကို Chrome ရဲ့ အင်ဂျင်နဲ့ Firefox မှာ စမ်းသပ်ပါတယ်။',
    'ဒီလက်မှတ်ရဲ့ သော့က ဒီနာမည်သုံးတဲ့ ရောက်တာတွေ အပြင်ကို ဘယ်တော့မှ မထွက်ပါ။',
    'ဒီလက်မှတ် ရှိလို့ တခြားလူက ကိုယ့်ဖိုင်ကို ဖတ်နိုင်လာတာ မဟုတ်ပါ: လက်မှတ် ရှိရှိ မရှိရှိ စက်တစ်ခုကနေ တစ်ခုအထိ လျှို့ဝှက်ကုဒ်နဲ့ သွားပါတယ်။',
    'ဒါပေမယ့် ဒီရောက်တာရဲ့ တာဝန်ခံကို ယုံမှသာ လုပ်ပါ၊ မလိုတော့ရင် မူလအတိုင်း ပြန်ထားပါ။',
  ],
  compare: 'အစစ် ဟုတ်ရဲ့လား',
  compareHelp:
    'ဒီရောက်တာရဲ့ တာဝန်ခံကို နံပါတ်မေးပြီး တိုက်ကြည့်ပါ။ ရောက်တာ စဖွင့်ချိန်မှာ နံပါတ်ပြပါတယ်၊ စက်မှာတော့ လက်မှတ်ရဲ့ အသေးစိတ်ထဲမှာ “SHA-256” အဖြစ် ပြပါတယ်။',
  back: 'အက်ပ်သို့ ပြန်သွားပါ',
  known: 'ဘာမှ လုပ်စရာ မလိုပါ: ဒီရောက်တာရဲ့ လက်မှတ်ကို စက်တိုင်းက သိပါတယ်။',
  off: 'ဒီရောက်တာရဲ့ လုံခြုံတဲ့ လိပ်စာကို အခု ပိတ်ထားပါတယ်။',
};
