/** Nepali: how to trust this router. Menus in English where the systems have no Nepali ones, or many keep the English. */
import type { TrustWords } from '../../tls/words.ts';

export const trust: TrustWords = {
  title: 'यो राउटरलाई विश्वास गर्ने',
  notNeeded: 'पठाउन र पाउन मात्र यो चाहिँदैन। Hikyaku धेरै चलाउनुहुन्छ भने आफ्नै डिभाइसमा मात्र यो गर्नुहोस्।',
  gains: 'यसबाट के फाइदा हुन्छ',
  gainList: ['एप इन्स्टल गर्न सकिन्छ, र नेटवर्क नभए पनि खुल्छ।', 'धेरै ठूला फाइल पनि पाउन सकिन्छ।', 'पठाउँदा र पाउँदा स्क्रिन निभ्दैन।'],
  how: 'कसरी गर्ने',
  systems: {
    apple: {
      name: 'iPhone, iPad',
      download: 'प्रोफाइल लिनुहोस्',
      steps: [
        'यो पेज Safari मा खोल्नुहोस्। माथिको बटन थिचेर “Allow” थिच्नुहोस्।',
        '“Settings” एप खोल्नुहोस्। माथितिरको “Profile Downloaded” थिचेर “Install” थिच्नुहोस्।',
        '“Settings” मा “General” → “About” → “Certificate Trust Settings” खोल्नुहोस्।',
        '“Hikyaku” अन गर्नुहोस्। यो अन्तिम काम नगरी केही हुँदैन।',
      ],
      remove: '“Settings” → “General” → “VPN & Device Management” → “Hikyaku” → “Remove Profile”।',
    },
    android: {
      name: 'Android',
      download: 'प्रमाणपत्र लिनुहोस्',
      steps: [
        'माथिको बटन थिच्नुहोस्। फाइल “डाउनलोड” मा जान्छ।',
        'सेटिङ एप खोलेर “CA” खोज्नुहोस्। यो “Security & privacy” → “More security & privacy” → “Encryption & credentials” → “Install a certificate” मा छ।',
        '“CA certificate” छानेर “Install anyway” थिच्नुहोस्। डिभाइसमा स्क्रिन लक हुनुपर्छ।',
        'फाइल “hikyaku-ca.crt” छान्नुहोस्।',
        'त्यसपछि Android ले नेटवर्क निगरानीमा हुन सक्छ भन्छ। आफैंले थपेको हरेक प्रमाणपत्रमा यस्तै भन्छ।',
      ],
      remove:
        'सेटिङ → “Security & privacy” → “More security & privacy” → “Encryption & credentials” → “User credentials”, वा “Trusted credentials” → “User”: “Hikyaku” थिचेर “Remove” थिच्नुहोस्।',
    },
    windows: {
      name: 'Windows (Chrome, Edge)',
      download: 'प्रमाणपत्र लिनुहोस्',
      steps: [
        'माथिको बटन थिचेर फाइल “hikyaku-ca.crt” खोल्नुहोस्।',
        '“Install Certificate” थिचेर “Current User” छान्नुहोस्, “Next” थिच्नुहोस्।',
        '“Place all certificates in the following store” → “Browse” → “Trusted Root Certification Authorities” छान्नुहोस्।',
        '“Next” → “Finish” थिच्नुहोस्, र चेतावनी आएमा “Yes” थिच्नुहोस्।',
      ],
      remove:
        '“certmgr.msc” खोल्नुहोस् → “Trusted Root Certification Authorities” → “Certificates” → “Hikyaku” → “Delete”।',
    },
    mac: {
      name: 'Mac (Safari, Chrome)',
      download: 'प्रमाणपत्र लिनुहोस्',
      steps: [
        'माथिको बटन थिचेर फाइल “hikyaku-ca.crt” खोल्नुहोस्। “Keychain Access” खुल्छ: “login” मा थप्नुहोस्।',
        'प्रमाणपत्रको सूचीमा “Hikyaku” दुई पटक थिचेर “Trust” खोल्नुहोस्।',
        '“When using this certificate” मा “Always Trust” छानेर विन्डो बन्द गर्नुहोस्।',
      ],
      remove: '“Keychain Access” → “login” → “Certificates” → “Hikyaku” → “Delete”।',
    },
    firefox: {
      name: 'Firefox',
      download: 'प्रमाणपत्र लिनुहोस्',
      steps: [
        'कम्प्युटरमा: माथिको बटन थिच्नुहोस्। Firefox ले तुरुन्तै सोध्यो भने 3 नम्बरबाट गर्नुहोस्।',
        '“Settings” → “Privacy & Security” → “Certificates” → “View Certificates” → “Authorities” → “Import”: “hikyaku-ca.crt” छान्नुहोस्।',
        '“Trust this CA to identify websites” मा चिन्ह लगाएर “OK” थिच्नुहोस्।',
        'Android मा: पहिले Android मा लेखिएको गर्नुहोस्। त्यसपछि Firefox मा “Settings” → “About Firefox” मा गएर लोगो धेरै पटक थिच्नुहोस्, फर्केर “Secret Settings” मा “Use third party CA certificates” अन गर्नुहोस्।',
      ],
      remove: 'त्यही “Authorities” सूचीमा: “Hikyaku” → “Delete or Distrust”।',
    },
  },
  removing: 'पहिले जस्तै बनाउन',
  finally: 'अन्तमा, सुरक्षित ठेगाना खोल्नुहोस्',
  open: 'खोल्नुहोस्',
  refused:
    'ब्राउजरले चेतावनी दियो? त्यसो भए राउटरलाई अझै विश्वास गरिएको छैन। माथिका कुरा फेरि हेर्नुहोस्, र डिभाइसको मिति ठिक छ कि छैन हेर्नुहोस्। केही हराउँदैन: “s” नभएको ठेगाना सधैं चल्छ।',
  why: 'यसको दुरुपयोग किन हुन सक्दैन',
  whyList: [
    'यो प्रमाणपत्र केका लागि हो भनी यसैमा लेखिएको छ: {name}, र 192.168.1.1 जस्ता भित्री ठेगाना मात्र। यसले बैंक, इमेल वा इन्टरनेटका कुनै साइटको रूप लिन सक्दैन: ब्राउजरले मान्दैन। हामी यो Chrome को इन्जिन र Firefox मा जाँच्छौं।',
    'यसको साँचो यो नाममा चल्ने राउटरबाट बाहिर जाँदैन।',
    'यसले कसैलाई तपाईंको फाइल पढ्न दिँदैन: यो भए पनि नभए पनि फाइल डिभाइसदेखि डिभाइससम्म गोप्य (इन्क्रिप्ट) रहन्छ।',
    'तैपनि, यो राउटर चलाउने मानिसलाई विश्वास छ भने मात्र गर्नुहोस्, र नचाहिएपछि पहिले जस्तै बनाउनुहोस्।',
  ],
  compare: 'यो सही हो?',
  compareHelp:
    'यो राउटर चलाउने मानिससँग यसको नम्बर सोधेर मिलाउनुहोस्। राउटर सुरु हुँदा नम्बर देखाउँछ, र डिभाइसमा प्रमाणपत्रको विवरणमा “SHA-256” भनेर देखिन्छ।',
  back: 'एपमा फर्कनुहोस्',
  known: 'केही मिलाउनु पर्दैन: यो राउटरको प्रमाणपत्र सबै डिभाइसले चिन्छन्।',
  off: 'यो राउटरको सुरक्षित ठेगाना अहिले चल्दैन।',
};
