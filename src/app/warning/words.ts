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
  readonly todo: readonly string[];
  readonly read: string;
};

export const warningWords: Readonly<Record<LanguageTag, WarningMessages>> = {
  en: {
    title: {
      unproven: 'That was not {name}',
      'no-proof': 'Nobody knows if that was {name}',
    },
    more: { one: 'The same happened with # more device.', other: 'The same happened with # more devices.' },
    what: {
      unproven: 'Another device answered in their place, or put itself between the two of you.',
      'no-proof': 'What answered in their place did not show who it is. Perhaps it only went to sleep.',
    },
    nothing: 'This device stopped it in time: nothing was sent, and nothing that came from there is shown.',
    todo: [
      'Go to each other, look at both screens, and try again.',
      'If it happens again, both connect to another router, and try there.',
      'Tell the people who run this router.',
    ],
    read: 'I have read this',
  },
  ja: {
    title: {
      unproven: '{name} ではない端末が答えました',
      'no-proof': '{name} かどうか分かりませんでした',
    },
    more: { other: 'ほかに # 台の端末でも、同じことが起きました。' },
    what: {
      unproven: '別の端末が代わりに答えたか、二人の間に入ろうとしました。',
      'no-proof': '代わりに答えた端末が、だれの端末かを示しませんでした。画面が消えただけかもしれません。',
    },
    nothing: 'すぐに止めました。何も送っていません。そこから来たものは何も表示していません。',
    todo: [
      '相手のところへ行き、二人の画面を見ながら、もう一度試してください。',
      'くり返すときは、二人とも別のルーターにつないで、そこで試してください。',
      'このルーターを管理している人に伝えてください。',
    ],
    read: '読みました',
  },
};
