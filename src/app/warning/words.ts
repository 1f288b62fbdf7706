/** The words of the warning about a device that did not prove who it is, in every language: they come late, with it. */
import type { Forms } from '../i18n/forms.ts';
import type { LanguageTag } from '../i18n/language.ts';
import type { NotProven } from '../model/model.ts';

type WarningMessages = {
  /** `{name}`: somebody, as they are shown elsewhere. */
  readonly title: Readonly<Record<NotProven['cause'], string>>;
  /** How many more devices are not shown. */
  readonly more: Forms;
  /** Below the title. */
  readonly what: Readonly<Record<NotProven['cause'], string>>;
  /** What always holds. */
  readonly nothing: string;
  readonly todo: Readonly<Record<NotProven['cause'], readonly string[]>>;
  readonly read: string;
};

export const warningWords: Readonly<Record<LanguageTag, WarningMessages>> = {
  en: {
    title: {
      unproven: 'That was not {name}',
      'no-proof': 'We could not tell if it was {name}',
    },
    more: { one: 'The same happened with # more device.', other: 'The same happened with # more devices.' },
    what: {
      unproven: 'Another device answered in their place, or put itself between the two of you.',
      'no-proof': 'What answered in their place did not show who it is. Perhaps it only went to sleep.',
    },
    nothing: 'This device stopped it in time: nothing more was sent, and nothing that came from there is shown.',
    todo: {
      unproven: [
        'Go to each other, look at both screens, and try again.',
        'If it happens again, both connect to another router, and try there.',
        'Tell the people who look after this Wi-Fi.',
      ],
      'no-proof': ['Keep this page open on both screens, and try again.'],
    },
    read: 'I have read this',
  },
  ja: {
    title: {
      unproven: '{name} ではない端末が答えました',
      'no-proof': '{name} の端末かどうか、確かめられませんでした',
    },
    more: { other: 'ほかに # 台の端末でも、同じことが起きました。' },
    what: {
      unproven: '別の端末が代わりに答えたか、2人の間に入ろうとしました。',
      'no-proof': '代わりに答えた端末が、だれの端末かを示しませんでした。画面が消えただけかもしれません。',
    },
    nothing: 'すぐに止めました。そのあとは何も送っていません。そこから来たものは何も表示していません。',
    todo: {
      unproven: [
        '相手のところへ行き、2人の画面を見ながら、もう一度試してください。',
        'くり返すときは、2人とも別のルーターにつないで、そこで試してください。',
        'このWi-Fiを世話している人に伝えてください。',
      ],
      'no-proof': ['両方の画面でこのページを開いたまま、もう一度試してください。'],
    },
    read: '読みました',
  },
};
