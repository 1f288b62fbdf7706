import type { FailureWords } from '../words/failures.ts';

/** What both sides read alike. */
const both = (text: string) => ({ sending: text, receiving: text });
const NO_CONNECTION = 'တစ်ဖက်က စက်နဲ့ ချိတ်လို့ မရခဲ့ပါ။';
const NOTHING_PASSES = 'စက်နှစ်လုံးစလုံး ရှိပေမယ့် ကြားမှာ ဘာမှ မဖြတ်နိုင်ပါ။ တစ်လုံးလုံးမှာ VPN သို့မဟုတ် စစ်ထုတ်စနစ် ရှိရင် ပိတ်ပါ။';
const PREVENTED_HERE =
  'ဒီဘရောက်ဇာက တစ်ဖက်က စက်ဆီ သွားစရာလမ်း မတွေ့ပါ။ ဒီက တစ်ခုခုက တားနေပါတယ်: VPN၊ စစ်ထုတ်စနစ် သို့မဟုတ် ဘရောက်ဇာရဲ့ ဆက်တင်။ အဲဒါကို ပိတ်ပါ။';
const PREVENTED_THERE = 'တစ်ဖက်က စက်မှာ တစ်ခုခုက ချိတ်ဆက်မှုကို တားနေပါတယ်: VPN၊ စစ်ထုတ်စနစ် သို့မဟုတ် ဘရောက်ဇာရဲ့ ဆက်တင်။ ပိတ်ဖို့ သူ့ကို ပြောပါ။';
const SAME_ADDRESS = 'ရောက်တာနှစ်လုံးရဲ့ လိပ်စာ တူနေလို့ ဘာမှ မဖြတ်နိုင်ပါ။ တာဝန်ခံကို ပြောပါ။ ဘာလုပ်ရမလဲ ရောက်တာရဲ့ /status စာမျက်နှာမှာ ရှိပါတယ်။';
const OTHER_NETWORK =
  'ဒီရောက်တာကနေ တစ်ဖက်က ရောက်တာဆီ သွားစရာလမ်း မရှိပါ။ တာဝန်ခံကို ပြောပါ။ ဘာလုပ်ရမလဲ ရောက်တာရဲ့ /status စာမျက်နှာမှာ ရှိပါတယ်။';
const THEY_LEFT = 'တစ်ဖက်က စက် ထွက်သွားပါတယ်၊ သို့မဟုတ် သူ့စာမျက်နှာ ပိတ်သွားပါတယ်။';
const BROKE_OFF = 'ချိတ်ဆက်မှု ပြတ်သွားပါတယ်။ Wi-Fi ရောက်တာနား သွားပြီး မျက်နှာပြင်ကို ဖွင့်ထားပါ။';
const BETWEEN = 'ကိုယ်နဲ့ {name} ကြားမှာ တစ်ယောက်ယောက် ဝင်နေပါတယ်၊ သို့မဟုတ် သူ့နေရာမှာ ဖြေနေပါတယ်။';
const NO_PROOF = '{name} ရဲ့ နေရာမှာ ဖြေနေတဲ့စက်က ဘယ်သူလဲဆိုတာ သက်သေမပြပါ။';
const NOTHING_SENT = 'ဘာမှ မပို့ခဲ့ပါ။';
const NOTHING_TAKEN = 'အဲဒီက ဘာမှ လက်မခံခဲ့ပါ။';
const NO_MORE_SENT = 'ထပ်မပို့တော့ပါ။';
const ARRIVED_STAYS = 'ရောက်ပြီးသားတွေ မပျောက်ပါ။';
const GOES_ON = '{name} ဖြေရင် ဆက်သွားပါမယ်။';
const RELOAD_BOTH = 'စက်နှစ်လုံးစလုံးမှာ ဒီစာမျက်နှာကို ပြန်တင်ပါ။';
const DO_NOT_FIT = 'စာမျက်နှာနှစ်ခု ဗားရှင်း မတူပါ။';
const NO_CHECKING = 'ဖိုင်စစ်တဲ့ အပိုင်းကို တင်လို့ မရပါ။';
const WENT_WRONG = 'စာမျက်နှာတစ်ခုမှာ တစ်ခုခု မှားသွားပါတယ်။';
const THERE_FULL = 'တစ်ဖက်က စက်မှာ နေရာ ပြည့်နေပါတယ်။';
const HERE_FULL = 'ဒီစက်မှာ နေရာ ပြည့်နေပါတယ်။';
const SEND_AGAIN = 'ပြီးရင် ထပ်ပို့ပါ။';
const ASK_AGAIN = 'ပြီးရင် ဖိုင်တွေ ထပ်ပို့ဖို့ ပြောပါ။';
const RESUME = 'ပြီးရင် “ဆက်လုပ်ပါ” ကို နှိပ်ပါ။';
const BY_ITSELF = 'အလိုအလျောက် ထပ်စမ်းပါမယ်။';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending: `${NO_CONNECTION} သူ့စာမျက်နှာ ပွင့်မပွင့်၊ မျက်နှာပြင် လင်းမလင်း ကြည့်ပါ။ ${SEND_AGAIN}`,
      receiving: `${NO_CONNECTION} ဒီစာမျက်နှာကို ဖွင့်ထားပါ။ ${ASK_AGAIN}`,
    },
    'blocked-here': { sending: `${PREVENTED_HERE} ${SEND_AGAIN}`, receiving: `${PREVENTED_HERE} ${ASK_AGAIN}` },
    'blocked-there': { sending: `${PREVENTED_THERE} ${SEND_AGAIN}`, receiving: `${PREVENTED_THERE} ${ASK_AGAIN}` },
    'no-path': {
      sending: `${NOTHING_PASSES} Wi-Fi ရောက်တာနား သွားပါ။ ${SEND_AGAIN}`,
      receiving: `${NOTHING_PASSES} Wi-Fi ရောက်တာနား သွားပါ။ ${ASK_AGAIN}`,
    },
    'peer-left': {
      sending: `${THEY_LEFT} ပြန်ဖွင့်ဖို့ သူ့ကို ပြောပါ။ ${SEND_AGAIN}`,
      receiving: `${THEY_LEFT} ပြန်ဖွင့်ပြီး ထပ်ပို့ဖို့ သူ့ကို ပြောပါ။`,
    },
    'connection-lost': { sending: `${BROKE_OFF} ${SEND_AGAIN}`, receiving: `${BROKE_OFF} ${ASK_AGAIN}` },
    'no-webrtc': {
      sending: 'တစ်ဖက်က ဘရောက်ဇာက ဖိုင် လက်မခံနိုင်ပါ။ Safari, Chrome သို့မဟုတ် Firefox သုံးဖို့ သူ့ကို ပြောပါ။',
      receiving: 'ဒီဘရောက်ဇာက ဖိုင် လက်မခံနိုင်ပါ။ ဒီစာမျက်နှာကို Safari, Chrome သို့မဟုတ် Firefox မှာ ဖွင့်ပါ။',
    },
    busy: {
      sending: 'တစ်ဖက်က စက်မှာ တောင်းဆိုမှု များနေပါတယ်။ ခဏစောင့်ပါ။ ပြီးရင် ထပ်ပို့ပါ။',
      receiving: 'ဒီမှာ တောင်းဆိုမှု တစ်ပြိုင်တည်း များလွန်းပါတယ်။ ဖိုင်တွေ ထပ်ပို့ဖို့ ပြောပါ။',
    },
    'no-more-connections': {
      sending: `ဒီဘရောက်ဇာမှာ ချိတ်ဆက်မှု များလွန်းပါတယ်။ ဒီစာမျက်နှာကို ပြန်တင်ပါ။ ${SEND_AGAIN}`,
      receiving: `ဒီဘရောက်ဇာမှာ ချိတ်ဆက်မှု များလွန်းပါတယ်။ ဒီစာမျက်နှာကို ပြန်တင်ပါ။ ${ASK_AGAIN}`,
    },
    unproven: {
      sending: `${BETWEEN} ${NOTHING_SENT} {name} ဆီ သွားပါ၊ သို့မဟုတ် တခြားရောက်တာ သုံးပါ။`,
      receiving: `${BETWEEN} ${NOTHING_TAKEN}`,
    },
    'no-proof': { sending: `${NO_PROOF} ${NOTHING_SENT} ထပ်စမ်းပါ။`, receiving: `${NO_PROOF} ${NOTHING_TAKEN}` },
    'same-address': both(SAME_ADDRESS),
    'other-network': both(OTHER_NETWORK),
    'version-mismatch': {
      sending: `${DO_NOT_FIT} ${RELOAD_BOTH} ${SEND_AGAIN}`,
      receiving: `${DO_NOT_FIT} ${RELOAD_BOTH} ${ASK_AGAIN}`,
    },
    'protocol-violation': {
      sending: `တစ်ဖက်က စက်က နားမလည်နိုင်တာကို ဖြေပါတယ်။ ${RELOAD_BOTH} ${SEND_AGAIN}`,
      receiving: `တစ်ဖက်က စက်က နားမလည်နိုင်တာကို ပို့လို့ ဘာမှ မထားပါ။ ${RELOAD_BOTH} ${ASK_AGAIN}`,
    },
    'source-changed': {
      sending: 'ပို့နေတုန်း ဒီစက်က ဖိုင်တစ်ခု ပြောင်းသွားပါတယ်။ ဖိုင်တွေကို ပြန်ရွေးပြီး ထပ်ပို့ပါ။',
      receiving: 'ပို့နေတုန်း တစ်ဖက်က စက်မှာ ဖိုင်တစ်ခု ပြောင်းသွားပါတယ်။ ထပ်ပို့ဖို့ သူ့ကို ပြောပါ။',
    },
    'source-unreadable': {
      sending: 'ဒီစက်က ဖိုင်တစ်ခုကို ဖတ်လို့ မရတော့ပါ။ ရွှေ့ထားတာ၊ ဖျက်ထားတာ ဖြစ်နိုင်ပါတယ်။ ဖိုင်တွေကို ပြန်ရွေးပါ။',
      receiving: 'တစ်ဖက်က စက်မှာ ဖိုင်တစ်ခုကို ဖတ်လို့ မရတော့ပါ။ ဖိုင်တွေကို ပြန်ရွေးဖို့ သူ့ကို ပြောပါ။',
    },
    'storage-full': {
      sending: `${THERE_FULL} မလိုတာတွေ ဖျက်ဖို့ သူ့ကို ပြောပါ။ ${SEND_AGAIN}`,
      receiving: `${HERE_FULL} မလိုတာတွေ ဖျက်ပါ။ ${ASK_AGAIN}`,
    },
    'storage-failed': {
      sending: `တစ်ဖက်က စက်က ဖိုင်တွေကို မထားနိုင်ပါ။ စာမျက်နှာကို ပြန်တင်ဖို့ သူ့ကို ပြောပါ။ ${SEND_AGAIN}`,
      receiving: `ဒီဘရောက်ဇာက ဖိုင်တွေကို မထားနိုင်ပါ။ private ဝင်းဒိုးဆိုရင် ထွက်ပြီး ပြန်တင်ပါ။ ${ASK_AGAIN}`,
    },
    'storage-refused': {
      sending: `တစ်ဖက်က ဘရောက်ဇာက ဒီစာမျက်နှာအတွက် ဘာမှ မထားပေးပါ၊ မမ်မိုရီအတွက် ဖိုင်က ကြီးလွန်းပါတယ်။ private ဝင်းဒိုး မဟုတ်တဲ့ တခြားဘရောက်ဇာမှာ ဖွင့်ဖို့ သူ့ကို ပြောပါ။ ${SEND_AGAIN}`,
      receiving: `ဒီဘရောက်ဇာက ဒီစာမျက်နှာအတွက် ဘာမှ မထားပေးပါ၊ မမ်မိုရီအတွက် ဖိုင်က ကြီးလွန်းပါတယ်။ ဒီဆိုက်ကို အချက်အလက် ထားခွင့် ပေးပါ၊ သို့မဟုတ် private ဝင်းဒိုး မဟုတ်တဲ့ တခြားဘရောက်ဇာမှာ ဖွင့်ပါ။ ${ASK_AGAIN}`,
    },
    'digest-mismatch': {
      sending: 'ဖိုင်တွေ ပျက်ပြီး ရောက်လို့ ဖျက်လိုက်ပါတယ်။ ထပ်ပို့ပါ။',
      receiving: 'ဖိုင်တွေ ပျက်ပြီး ရောက်လို့ ဖျက်လိုက်ပါတယ်။ ထပ်ပို့ဖို့ ပြောပါ။',
    },
    'hash-failed': {
      sending: `${NO_CHECKING} ${RELOAD_BOTH} ${SEND_AGAIN}`,
      receiving: `${NO_CHECKING} ${RELOAD_BOTH} ${ASK_AGAIN}`,
    },
    'page-failed': {
      sending: `${WENT_WRONG} ${RELOAD_BOTH} ${SEND_AGAIN}`,
      receiving: `${WENT_WRONG} ${RELOAD_BOTH} ${ASK_AGAIN}`,
    },
  },
  interruption: {
    'connection-lost': both('ချိတ်ဆက်မှု ပြတ်သွားပါတယ်။ စက်နှစ်လုံး ပြန်ဆက်သွယ်လို့ ရရင် အလိုအလျောက် ဆက်သွားပါမယ်။'),
    'peer-left': both('တစ်ဖက်က စက် ထွက်သွားပါတယ်။ ပြန်ရောက်ပြီး ဒီစာမျက်နှာကို ဖွင့်ရင် အလိုအလျောက် ဆက်သွားပါမယ်။'),
    unreachable: both(`တစ်ဖက်က စက်ကို အခု ဆက်သွယ်လို့ မရပါ။ ${BY_ITSELF}`),
    unproven: {
      sending: `${BETWEEN} ${NO_MORE_SENT} ${GOES_ON} {name} ဆီ သွားပါ၊ သို့မဟုတ် တခြားရောက်တာ သုံးပါ။`,
      receiving: `${BETWEEN} ${NOTHING_TAKEN} ${ARRIVED_STAYS} ${GOES_ON}`,
    },
    'no-proof': {
      sending: `${NO_PROOF} ${NO_MORE_SENT} ${BY_ITSELF}`,
      receiving: `${NO_PROOF} ${ARRIVED_STAYS} ${BY_ITSELF}`,
    },
    'blocked-here': both(`${PREVENTED_HERE} ${BY_ITSELF}`),
    'blocked-there': both(`${PREVENTED_THERE} ${BY_ITSELF}`),
    'no-path': both(`${NOTHING_PASSES} ${BY_ITSELF}`),
    'no-answer': both('တစ်ဖက်က စက် မဖြေပါ: မျက်နှာပြင် ပိတ်နေတာ၊ သို့မဟုတ် သူ့ဆီ မရောက်တာ ဖြစ်နိုင်ပါတယ်။ ဖြေတာနဲ့ ဆက်သွားပါမယ်။'),
    'storage-failed': {
      sending: 'တစ်ဖက်က စက်က ထပ်မထားနိုင်ပါ။ တစ်ဖက်လူက “ဆက်လုပ်ပါ” ကို နှိပ်ရင် ဆက်သွားပါမယ်။',
      receiving: 'ဒီဘရောက်ဇာက ထပ်မထားနိုင်ပါ။ “ဆက်လုပ်ပါ” ကို နှိပ်ပါ၊ သို့မဟုတ် စာမျက်နှာကို အရင် ပြန်တင်ပါ။',
    },
    'storage-full': {
      sending: `${THERE_FULL} တစ်ဖက်လူက မလိုတာတွေ ဖျက်ပြီး “ဆက်လုပ်ပါ” ကို နှိပ်ရင် ဆက်သွားပါမယ်။`,
      receiving: `${HERE_FULL} မလိုတာတွေ ဖျက်ပါ။ ${RESUME}`,
    },
    'hash-failed': both(`${NO_CHECKING} Wi-Fi ရောက်တာနား သွားပါ။ ${RELOAD_BOTH} ${RESUME}`),
    'source-unreadable': {
      sending:
        'ဖိုင်တစ်ခုကို ဖတ်လို့ မရတော့ပါ: ရွှေ့ထားတာ၊ ဖျက်ထားတာ၊ သို့မဟုတ် မမ်မိုရီကတ် ဖြုတ်ထားတာ ဖြစ်နိုင်ပါတယ်။ ပြန်ရွေးပါ။ ရောက်ပြီးသားတွေကို နှစ်ခါ မပို့ပါ။',
      receiving: 'တစ်ဖက်က စက်မှာ ဖိုင်တစ်ခုကို ဖတ်လို့ မရတော့ပါ။ တစ်ဖက်လူက ပြန်ရွေးရင် ဆက်သွားပါမယ်။',
    },
    'page-failed': both(`${WENT_WRONG} ${RELOAD_BOTH} ${RESUME}`),
  },
};
