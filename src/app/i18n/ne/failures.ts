import type { FailureWords } from '../words/failures.ts';

const SEND = 'फेरि पठाउनुहोस्।';
const ASK = 'उहाँलाई फेरि पठाउन भन्नुहोस्।';
const BY_ITSELF = 'आफैं फेरि प्रयास हुन्छ।';
const GOES_ON = 'दुवै डिभाइस फेरि नजिक भएपछि आफैं जारी हुन्छ।';
const RELOAD_BOTH = 'दुवै डिभाइसमा पेज फेरि लोड गर्नुहोस्।';
const PRESS_RESUME = 'त्यसपछि “जारी राख्नुहोस्” थिच्नुहोस्।';
const SWITCH_OFF = 'त्यसलाई बन्द गर्नुहोस्।';
const HAVE_SWITCHED_OFF = 'त्यो बन्द गर्न उहाँलाई भन्नुहोस्।';
const BLOCKED_HERE = 'यो ब्राउजरले अर्को डिभाइसमा जाने बाटो भेटेन। यहाँको VPN, फिल्टर वा ब्राउजरको सेटिङले रोकेको छ।';
const BLOCKED_THERE = 'अर्को डिभाइसको VPN, फिल्टर वा ब्राउजरको सेटिङले जडान रोकेको छ।';
const NO_PATH = 'दुवै डिभाइस छन्, तर बीचमा केही जाँदैन। कसैमा VPN वा फिल्टर भए बन्द गर्नुहोस्।';
const NEARER = 'राउटरको नजिक जानुहोस्।';
const SAME_ADDRESS = 'दुई राउटरको ठेगाना एउटै छ, त्यसैले केही जाँदैन। राउटरको सञ्चालकलाई भन्नुहोस्। के गर्ने, राउटरको पेज /status मा छ।';
const OTHER_NETWORK = 'यो राउटरबाट अर्को राउटरसम्म बाटो छैन। राउटरको सञ्चालकलाई भन्नुहोस्। के गर्ने, राउटरको पेज /status मा छ।';
const SOMEBODY_BETWEEN = 'तपाईं र {name} को बीचमा अरू कोही छ, वा उहाँको ठाउँमा अरू कसैले जवाफ दिइरहेको छ।';
const NOT_SURE = '{name} को ठाउँमा जवाफ दिने डिभाइस कसको हो, थाहा भएन।';
const NOTHING_SENT = 'केही पठाइएन।';
const NOTHING_MORE_SENT = 'त्यसपछि केही पठाइएन।';
const NOTHING_TAKEN = 'त्यहाँबाट केही लिइएन।';
const ARRIVED_STAYS = 'आइपुगेको जति यहीँ छ।';
const MEET = '{name} लाई भेट्न जानुहोस्, वा अर्को राउटर चलाउनुहोस्।';
const WHEN_ANSWERED = '{name} ले जवाफ दिएपछि जारी हुन्छ।';
const BROKE_OFF = 'जडान टुट्यो।';
const NO_CHECK = 'पेजले फाइल जाँच्ने भाग लोड गर्न सकेन।';
const PAGE_FAILED = 'दुईमध्ये एउटा पेजमा केही गडबड भयो।';
const DAMAGED = 'फाइल बाटोमा बिग्रिए, त्यसैले फालिए।';
const NO_ANSWER = 'अर्को डिभाइसले जवाफ दिइरहेको छैन: स्क्रिन निभेको हुन सक्छ, वा त्यहाँसम्म केही पुगेको छैन। जवाफ आउनेबित्तिकै जारी हुन्छ।';
const LEFT = 'अर्को डिभाइस गयो वा पेज बन्द भयो। पेज फेरि खोल्न उहाँलाई भन्नुहोस्।';
const CONNECTIONS = 'यो ब्राउजरमा धेरै जडान खुला छन्। यो पेज फेरि लोड गर्नुहोस्।';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending: `अर्को डिभाइससँग जोडिएन। त्यसको पेज खुला र स्क्रिन बलेको छ कि हेर्नुहोस्। ${SEND}`,
      receiving: `अर्को डिभाइससँग जोडिएन। यो पेज खुला राख्नुहोस्। ${ASK}`,
    },
    'blocked-here': {
      sending: `${BLOCKED_HERE} ${SWITCH_OFF} ${SEND}`,
      receiving: `${BLOCKED_HERE} ${SWITCH_OFF} ${ASK}`,
    },
    'blocked-there': {
      sending: `${BLOCKED_THERE} ${HAVE_SWITCHED_OFF} त्यसपछि ${SEND}`,
      receiving: `${BLOCKED_THERE} ${HAVE_SWITCHED_OFF} त्यसपछि ${ASK}`,
    },
    'no-path': { sending: `${NO_PATH} ${NEARER} ${SEND}`, receiving: `${NO_PATH} ${NEARER} ${ASK}` },
    'peer-left': { sending: `${LEFT} त्यसपछि ${SEND}`, receiving: `${LEFT} त्यसपछि ${ASK}` },
    'connection-lost': {
      sending: `${BROKE_OFF} राउटरको नजिक जानुहोस् र स्क्रिन निभ्न नदिनुहोस्। ${SEND}`,
      receiving: `${BROKE_OFF} राउटरको नजिक जानुहोस् र स्क्रिन निभ्न नदिनुहोस्। ${ASK}`,
    },
    'no-webrtc': {
      sending: 'अर्को डिभाइसको ब्राउजरले फाइल पाउन सक्दैन। Safari, Chrome वा Firefox चलाउन उहाँलाई भन्नुहोस्।',
      receiving: 'यो ब्राउजरले फाइल पाउन सक्दैन। यो पेज Safari, Chrome वा Firefox मा खोल्नुहोस्।',
    },
    busy: {
      sending: `अर्को डिभाइसलाई अहिले धेरैले पठाउन खोजेका छन्। एकछिन पर्खनुहोस्। ${SEND}`,
      receiving: `यहाँ एकै पटक धेरैले पठाउन खोजे। ${ASK}`,
    },
    'no-more-connections': { sending: `${CONNECTIONS} त्यसपछि ${SEND}`, receiving: `${CONNECTIONS} त्यसपछि ${ASK}` },
    unproven: {
      sending: `${SOMEBODY_BETWEEN} ${NOTHING_SENT} ${MEET}`,
      receiving: `${SOMEBODY_BETWEEN} ${NOTHING_TAKEN}`,
    },
    'no-proof': { sending: `${NOT_SURE} ${NOTHING_SENT} ${SEND}`, receiving: `${NOT_SURE} ${NOTHING_TAKEN}` },
    'same-address': { sending: SAME_ADDRESS, receiving: SAME_ADDRESS },
    'other-network': { sending: OTHER_NETWORK, receiving: OTHER_NETWORK },
    'version-mismatch': {
      sending: `दुई पेज आपसमा मिल्दैनन्। ${RELOAD_BOTH} त्यसपछि ${SEND}`,
      receiving: `दुई पेज आपसमा मिल्दैनन्। ${RELOAD_BOTH} त्यसपछि ${ASK}`,
    },
    'protocol-violation': {
      sending: `अर्को डिभाइसको जवाफ बुझिएन। ${RELOAD_BOTH} त्यसपछि ${SEND}`,
      receiving: `अर्को डिभाइसले पठाएको कुरा बुझिएन, त्यसैले केही राखिएन। ${RELOAD_BOTH} त्यसपछि ${ASK}`,
    },
    'source-changed': {
      sending: `पठाउँदापठाउँदै तपाईंको डिभाइसको फाइल बदलियो। फाइल फेरि छानेर ${SEND}`,
      receiving: `पठाउँदापठाउँदै अर्को डिभाइसको फाइल बदलियो। ${ASK}`,
    },
    'source-unreadable': {
      sending: 'तपाईंको डिभाइसको एउटा फाइल अब पढ्न सकिँदैन: सारिएको वा मेटिएको हुन सक्छ। फाइल फेरि छान्नुहोस्।',
      receiving: 'अर्को डिभाइसमा एउटा फाइल अब पढ्न सकिँदैन। फाइल फेरि छान्न उहाँलाई भन्नुहोस्।',
    },
    'storage-full': {
      sending: `अर्को डिभाइस भरियो। केही ठाउँ खाली गर्न उहाँलाई भन्नुहोस्, त्यसपछि ${SEND}`,
      receiving: `तपाईंको डिभाइस भरियो। केही ठाउँ खाली गर्नुहोस्, त्यसपछि ${ASK}`,
    },
    'storage-failed': {
      sending: `अर्को डिभाइसले फाइल राख्न सकेन। पेज फेरि लोड गर्न उहाँलाई भन्नुहोस्, त्यसपछि ${SEND}`,
      receiving: `यो ब्राउजरले फाइल राख्न सकेन। निजी (प्राइभेट) विन्डो भए साधारण विन्डोमा खोल्नुहोस्, नभए पेज फेरि लोड गर्नुहोस्। त्यसपछि ${ASK}`,
    },
    'storage-refused': {
      sending: `अर्को डिभाइसको ब्राउजरले यो पेजका लागि केही राख्दैन, र यो त्यसको मेमोरीका लागि धेरै ठूलो छ। पेज अर्को ब्राउजरको साधारण विन्डोमा खोल्न उहाँलाई भन्नुहोस्। त्यसपछि ${SEND}`,
      receiving: `यो ब्राउजरले यो पेजका लागि केही राख्दैन, र यो यसको मेमोरीका लागि धेरै ठूलो छ। यो साइटलाई डाटा राख्न दिनुहोस्, वा पेज अर्को ब्राउजरको साधारण विन्डोमा खोल्नुहोस्। त्यसपछि ${ASK}`,
    },
    'digest-mismatch': { sending: `${DAMAGED} ${SEND}`, receiving: `${DAMAGED} ${ASK}` },
    'hash-failed': {
      sending: `${NO_CHECK} ${RELOAD_BOTH} त्यसपछि ${SEND}`,
      receiving: `${NO_CHECK} ${RELOAD_BOTH} त्यसपछि ${ASK}`,
    },
    'page-failed': {
      sending: `${PAGE_FAILED} ${RELOAD_BOTH} त्यसपछि ${SEND}`,
      receiving: `${PAGE_FAILED} ${RELOAD_BOTH} त्यसपछि ${ASK}`,
    },
  },
  interruption: {
    'connection-lost': { sending: `${BROKE_OFF} ${GOES_ON}`, receiving: `${BROKE_OFF} ${GOES_ON}` },
    'peer-left': {
      sending: 'अर्को डिभाइस गयो। त्यो फर्केर यो पेज खुलेपछि आफैं जारी हुन्छ।',
      receiving: 'अर्को डिभाइस गयो। त्यो फर्केर यो पेज खुलेपछि आफैं जारी हुन्छ।',
    },
    unreachable: {
      sending: `अहिले अर्को डिभाइससँग जोडिएन। ${BY_ITSELF}`,
      receiving: `अहिले अर्को डिभाइससँग जोडिएन। ${BY_ITSELF}`,
    },
    unproven: {
      sending: `${SOMEBODY_BETWEEN} ${NOTHING_MORE_SENT} ${WHEN_ANSWERED} ${MEET}`,
      receiving: `${SOMEBODY_BETWEEN} ${NOTHING_TAKEN} ${ARRIVED_STAYS} ${WHEN_ANSWERED}`,
    },
    'no-proof': {
      sending: `${NOT_SURE} ${NOTHING_MORE_SENT} ${BY_ITSELF}`,
      receiving: `${NOT_SURE} ${ARRIVED_STAYS} ${BY_ITSELF}`,
    },
    'blocked-here': {
      sending: `${BLOCKED_HERE} ${SWITCH_OFF} ${BY_ITSELF}`,
      receiving: `${BLOCKED_HERE} ${SWITCH_OFF} ${BY_ITSELF}`,
    },
    'blocked-there': {
      sending: `${BLOCKED_THERE} ${HAVE_SWITCHED_OFF} ${BY_ITSELF}`,
      receiving: `${BLOCKED_THERE} ${HAVE_SWITCHED_OFF} ${BY_ITSELF}`,
    },
    'no-path': { sending: `${NO_PATH} ${BY_ITSELF}`, receiving: `${NO_PATH} ${BY_ITSELF}` },
    'no-answer': { sending: NO_ANSWER, receiving: NO_ANSWER },
    'storage-failed': {
      sending: 'अर्को डिभाइसले थप राख्न सकेन। उहाँले “जारी राख्नुहोस्” थिचेपछि जारी हुन्छ।',
      receiving: 'यो ब्राउजरले थप राख्न सकेन। “जारी राख्नुहोस्” थिच्नुहोस्, वा पहिले पेज फेरि लोड गर्नुहोस्।',
    },
    'storage-full': {
      sending: 'अर्को डिभाइस भरियो। उहाँले केही ठाउँ खाली गरी “जारी राख्नुहोस्” थिचेपछि जारी हुन्छ।',
      receiving: `तपाईंको डिभाइस भरियो। केही ठाउँ खाली गर्नुहोस्। ${PRESS_RESUME}`,
    },
    'hash-failed': {
      sending: `${NO_CHECK} ${NEARER} ${RELOAD_BOTH} ${PRESS_RESUME}`,
      receiving: `${NO_CHECK} ${NEARER} ${RELOAD_BOTH} ${PRESS_RESUME}`,
    },
    'source-unreadable': {
      sending:
        'एउटा फाइल अब पढ्न सकिँदैन: सारिएको वा मेटिएको छ, वा त्यसको ड्राइभ निकालिएको छ। त्यो फेरि छान्नुहोस्। पुगिसकेको भाग फेरि पठाइँदैन।',
      receiving: 'अर्को डिभाइसमा एउटा फाइल अब पढ्न सकिँदैन। उहाँले फेरि छानेपछि जारी हुन्छ।',
    },
    'page-failed': {
      sending: `${PAGE_FAILED} ${RELOAD_BOTH} ${PRESS_RESUME}`,
      receiving: `${PAGE_FAILED} ${RELOAD_BOTH} ${PRESS_RESUME}`,
    },
  },
};
