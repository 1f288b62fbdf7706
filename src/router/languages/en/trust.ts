/** English: how to trust this router. */
import type { TrustWords } from '../../tls/words.ts';

export const trust: TrustWords = {
  title: 'Trust this router',
  notNeeded: 'You can send and receive without this. Do it on your own device, if you use Hikyaku often.',
  gains: 'What you gain',
  gainList: [
    'The app can be installed and starts even without a network.',
    'Very large files are no problem.',
    'The screen stays on while files are on their way.',
  ],
  how: 'How to do it',
  systems: {
    apple: {
      name: 'iPhone, iPad',
      download: 'Get the profile',
      steps: [
        'Open this page in Safari. Press the button above, then “Allow”.',
        'Open the Settings app. Near the top press “Profile Downloaded”, then “Install”.',
        'In Settings go to General → About → Certificate Trust Settings.',
        'Switch on “Hikyaku”. Without this last step nothing changes.',
      ],
      remove: 'Settings → General → VPN & Device Management → Hikyaku → Remove Profile.',
    },
    android: {
      name: 'Android',
      download: 'Get the certificate',
      steps: [
        'Press the button above. The file goes to “Downloads”.',
        'Open the Settings app and search for “CA certificate”. It is under Security & privacy → More security & privacy → Encryption & credentials → Install a certificate.',
        'Choose “CA certificate”, then “Install anyway”. Your device needs a screen lock for this.',
        'Choose the file “hikyaku-ca.crt”.',
        'From now on Android says that the network may be monitored. It says so of every certificate that you add yourself.',
      ],
      remove:
        'Settings → Security & privacy → More security & privacy → Encryption & credentials → User credentials, or Trusted credentials → User: press Hikyaku, then Remove.',
    },
    windows: {
      name: 'Windows (Chrome, Edge)',
      download: 'Get the certificate',
      steps: [
        'Press the button above and open the file “hikyaku-ca.crt”.',
        'Press “Install Certificate”, choose “Current User”, press “Next”.',
        'Choose “Place all certificates in the following store”, “Browse”, “Trusted Root Certification Authorities”.',
        'Press “Next”, then “Finish”, and answer the warning with “Yes”.',
      ],
      remove: 'Start “certmgr.msc” → Trusted Root Certification Authorities → Certificates → Hikyaku → Delete.',
    },
    mac: {
      name: 'Mac (Safari, Chrome)',
      download: 'Get the certificate',
      steps: [
        'Press the button above and open the file “hikyaku-ca.crt”. Keychain Access opens: add it to “login”.',
        'Double-click “Hikyaku” in the list of certificates and open “Trust”.',
        'At “When using this certificate” choose “Always Trust”, and close the window.',
      ],
      remove: 'Keychain Access → login → Certificates → Hikyaku → Delete.',
    },
    firefox: {
      name: 'Firefox',
      download: 'Get the certificate',
      steps: [
        'On a computer: press the button above. If Firefox asks at once, go on with step 3.',
        'Settings → Privacy & Security → Certificates → View Certificates → Authorities → Import: choose “hikyaku-ca.crt”.',
        'Tick “Trust this CA to identify websites”, press “OK”.',
        'On Android: first do what is written under Android. Then in Firefox: Settings → About Firefox, press the logo several times, go back, Secret Settings, switch on “Use third party CA certificates”.',
      ],
      remove: 'In the same list under Authorities: Hikyaku → Delete or Distrust.',
    },
  },
  removing: 'To undo it',
  finally: 'Then open the secure address',
  open: 'Open it',
  refused:
    'Does the browser warn? Then the router is not trusted yet: look through the steps again, and check that the date of your device is right. Nothing is lost: the address without “s” always works.',
  why: 'Why it cannot be misused',
  whyList: [
    'The certificate says in itself what it is good for: only {name}, and private addresses such as 192.168.1.1. It cannot stand for your bank, your mail or any site on the Internet: browsers refuse that. We try it with Chrome’s engine and with Firefox.',
    'Its key never leaves the routers that run under this name.',
    'It does not let anybody read your files: they are sealed from device to device, with or without it.',
    'Still, do this only if you trust the people who run this router, and undo it when you no longer need it.',
  ],
  compare: 'Is it the right one?',
  compareHelp:
    'Ask whoever runs this router for its number and compare. The router prints it when it starts, and your device shows it as “SHA-256” among the details of the certificate.',
  back: 'Back to the app',
  known: 'Nothing has to be set up: the certificate of this router is one that every device knows.',
  off: 'The secure address of this router is switched off at the moment.',
};
