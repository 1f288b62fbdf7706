import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Hikyaku मा सेयर गरिएको',
  byPage: 'वेब पेज {page} ले यो यहाँ राखेको हो।',
  help: 'के यो तपाईं आफैंले भर्खर सेयर गर्नुभएको हो? हो भने पठाउन सक्नुहुन्छ।',
  use: 'हो, यही पठाउने',
  drop: 'होइन, फाल्ने',
};
