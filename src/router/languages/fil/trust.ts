/** Filipino: how to trust this router. Menus in English, as most phones show them. */
import type { TrustWords } from '../../tls/words.ts';

export const trust: TrustWords = {
  title: 'Pagkatiwalaan ang router na ito',
  notNeeded:
    'Hindi ito kailangan para magpadala at tumanggap. Gawin ito sa sarili mong device kung madalas kang gumamit ng Hikyaku.',
  gains: 'Ano ang makukuha mo',
  gainList: [
    'Puwedeng i-install ang app at bubukas ito kahit walang network.',
    'Walang problema kahit sa napakalaking file.',
    'Hindi namamatay ang screen habang nagpapadala o tumatanggap.',
  ],
  how: 'Paano ito gagawin',
  systems: {
    apple: {
      name: 'iPhone, iPad',
      download: 'Kunin ang profile',
      steps: [
        'Buksan ang page na ito sa Safari. Pindutin ang button sa itaas, at pagkatapos ang “Allow”.',
        'Buksan ang Settings. Sa bandang itaas, pindutin ang “Profile Downloaded”, at pagkatapos ang “Install”.',
        'Sa Settings, pumunta sa “General” → “About” → “Certificate Trust Settings”.',
        'I-on ang “Hikyaku”. Kung wala ang huling hakbang na ito, walang magbabago.',
      ],
      remove: '“Settings” → “General” → “VPN & Device Management” → “Hikyaku” → “Remove Profile”.',
    },
    android: {
      name: 'Android',
      download: 'Kunin ang certificate',
      steps: [
        'Pindutin ang button sa itaas. Mapupunta ang file sa “Downloads”.',
        'Buksan ang Settings at hanapin ang “CA certificate”. Nasa “Security & privacy” → “More security & privacy” → “Encryption & credentials” → “Install a certificate” ito.',
        'Piliin ang “CA certificate”, at pagkatapos ang “Install anyway”. Kailangang may screen lock ang device.',
        'Piliin ang file na “hikyaku-ca.crt”.',
        'Mula noon, sasabihin ng Android na maaaring sinusubaybayan ang network. Sinasabi nito iyon sa bawat certificate na ikaw mismo ang nagdagdag.',
      ],
      remove:
        '“Settings” → “Security & privacy” → “More security & privacy” → “Encryption & credentials” → “User credentials”, o “Trusted credentials” → “User”: pindutin ang “Hikyaku”, at pagkatapos ang “Remove”.',
    },
    windows: {
      name: 'Windows (Chrome, Edge)',
      download: 'Kunin ang certificate',
      steps: [
        'Pindutin ang button sa itaas at buksan ang file na “hikyaku-ca.crt”.',
        'Pindutin ang “Install Certificate”, piliin ang “Current User”, pindutin ang “Next”.',
        'Piliin ang “Place all certificates in the following store” → “Browse” → “Trusted Root Certification Authorities”.',
        'Pindutin ang “Next” → “Finish”, at sagutin ng “Yes” ang babala.',
      ],
      remove:
        'Buksan ang “certmgr.msc” → “Trusted Root Certification Authorities” → “Certificates” → “Hikyaku” → “Delete”.',
    },
    mac: {
      name: 'Mac (Safari, Chrome)',
      download: 'Kunin ang certificate',
      steps: [
        'Pindutin ang button sa itaas at buksan ang file na “hikyaku-ca.crt”. Bubukas ang “Keychain Access”: idagdag ito sa “login”.',
        'I-double-click ang “Hikyaku” sa listahan ng mga certificate at buksan ang “Trust”.',
        'Sa “When using this certificate”, piliin ang “Always Trust”, at isara ang window.',
      ],
      remove: '“Keychain Access” → “login” → “Certificates” → “Hikyaku” → “Delete”.',
    },
    firefox: {
      name: 'Firefox',
      download: 'Kunin ang certificate',
      steps: [
        'Sa computer: pindutin ang button sa itaas. Kung magtanong agad ang Firefox, magpatuloy sa hakbang 3.',
        '“Settings” → “Privacy & Security” → “Certificates” → “View Certificates” → “Authorities” → “Import”: piliin ang “hikyaku-ca.crt”.',
        'Lagyan ng tsek ang “Trust this CA to identify websites”, pindutin ang “OK”.',
        'Sa Android: gawin muna ang nakasulat sa Android. Pagkatapos, sa Firefox: “Settings” → “About Firefox”, pindutin nang ilang beses ang logo, bumalik, buksan ang “Secret Settings”, at i-on ang “Use third party CA certificates”.',
      ],
      remove: 'Sa listahan ding iyon sa “Authorities”: “Hikyaku” → “Delete or Distrust”.',
    },
  },
  removing: 'Para ibalik sa dati',
  finally: 'Panghuli, buksan ang secure na address',
  open: 'Buksan',
  refused:
    'Nagbababala ang browser? Ibig sabihin, hindi pa pinagkakatiwalaan ang router. Tingnan ulit ang mga hakbang, at tiyaking tama ang petsa ng device mo. Walang nawala: laging gumagana ang address na walang “s”.',
  why: 'Bakit hindi ito magagamit sa masama',
  whyList: [
    'Nakasulat mismo sa certificate kung saan lang ito puwede: sa {name}, at sa mga pribadong address tulad ng 192.168.1.1. Hindi ito makakapagpanggap na bangko, email, o anumang site sa Internet: tinatanggihan iyon ng mga browser. Sinusubukan namin ito sa engine ng Chrome at sa Firefox.',
    'Hindi lumalabas ang key nito sa mga router na gumagamit ng pangalang ito.',
    'Walang makakabasa ng mga file mo dahil dito: mayroon man nito o wala, naka-encrypt ang mga ito mula sa device ng nagpadala hanggang sa device ng tumanggap.',
    'Gayunman, gawin lang ito kung pinagkakatiwalaan mo ang mga namamahala sa router na ito, at ibalik sa dati kapag hindi na kailangan.',
  ],
  compare: 'Ito ba ang tunay?',
  compareHelp:
    'Itanong sa namamahala ng router na ito ang numero nito at paghambingin. Ipinapakita ito ng router kapag nagsimula, at nasa mga detalye ng certificate sa device mo bilang “SHA-256”.',
  back: 'Bumalik sa app',
  known: 'Walang kailangang i-set up: kilala ng bawat device ang certificate ng router na ito.',
  off: 'Hindi magagamit sa ngayon ang secure na address ng router na ito.',
};
