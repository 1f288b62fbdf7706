import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing: 'ဒီစာမျက်နှာရဲ့ တချို့အပိုင်း မရောက်ပါ။ ပြန်တင်ပါ။ အဲဒီအထိ တခြားလူ ပို့တဲ့ ဖိုင်တွေ မပေါ်နိုင်ပါ။',
  sharedText: 'မျှဝေထားတဲ့ စာ',
};
