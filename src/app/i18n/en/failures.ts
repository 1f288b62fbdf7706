import type { FailureWords } from '../words/failures.ts';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending:
        'Could not connect to the other device. Check that its page is open and its screen is on, then send again.',
      receiving: 'Could not connect to the other device. Keep this page open and ask for the files again.',
    },
    'blocked-here': {
      sending:
        'This browser could find no way to another device. Something here prevents it: a VPN, a filter, or a setting of the browser. Switch it off, then send again.',
      receiving:
        'This browser could find no way to another device. Something here prevents it: a VPN, a filter, or a setting of the browser. Switch it off and ask for the files again.',
    },
    'blocked-there': {
      sending:
        'Something on the other device prevents a connection: a VPN, a filter, or a setting of its browser. Ask the person to switch it off. Then send your files again.',
      receiving:
        'Something on the other device prevents a connection: a VPN, a filter, or a setting of its browser. Ask the person to switch it off and to send the files again.',
    },
    'no-path': {
      sending:
        'Both devices are there, but nothing gets through between them. If one of them has a VPN or a filter, switch it off; move closer to the router, then send again.',
      receiving:
        'Both devices are there, but nothing gets through between them. If one of them has a VPN or a filter, switch it off; move closer to the router and ask for the files again.',
    },
    'peer-left': {
      sending:
        'The other device left or its page was closed. Ask the person to open it again. Then send your files again.',
      receiving:
        'The other device left or its page was closed. Ask the person to open it again and to send the files again.',
    },
    'connection-lost': {
      sending: 'The connection broke off. Move closer to the router, keep the screen on, then send again.',
      receiving:
        'The connection broke off. Move closer to the router, keep the screen on, and ask for the files again.',
    },
    'no-webrtc': {
      sending: 'The browser of the other device cannot receive files. Ask the person to use Safari, Chrome or Firefox.',
      receiving: 'This browser cannot receive files. Open this page in Safari, Chrome or Firefox.',
    },
    busy: {
      sending: 'The other device has too many requests open just now. Wait a moment, then send again.',
      receiving: 'Too many requests were open here at once. Ask for the files again.',
    },
    'no-more-connections': {
      sending: 'This browser has too many connections open. Reload this page, then send again.',
      receiving: 'This browser has too many connections open. Reload this page and ask for the files again.',
    },
    unproven: {
      sending:
        'Somebody stands between you and {name}, or answers in their place. Nothing was sent. Go to {name}, or use another router.',
      receiving: 'Somebody stands between you and {name}, or answers in their place. Nothing was taken from them.',
    },
    'no-proof': {
      sending: 'What answers in the place of {name} does not prove who it is. Nothing was sent. Try again.',
      receiving: 'What answers in the place of {name} does not prove who it is. Nothing was taken from it.',
    },
    'same-address': {
      sending:
        'Two routers have the same address, so nothing gets through. Tell whoever runs them; their page /status says what to do.',
      receiving:
        'Two routers have the same address, so nothing gets through. Tell whoever runs them; their page /status says what to do.',
    },
    'other-network': {
      sending:
        'No way leads from this router to the other one. Tell whoever runs them; their page /status says what to do.',
      receiving:
        'No way leads from this router to the other one. Tell whoever runs them; their page /status says what to do.',
    },
    'version-mismatch': {
      sending: 'The two pages do not fit together. Reload this page on both devices, then send again.',
      receiving: 'The two pages do not fit together. Reload this page on both devices and ask for the files again.',
    },
    'protocol-violation': {
      sending:
        'The other device answered with something that makes no sense. Reload this page on both devices, then send again.',
      receiving:
        'The other device sent something that makes no sense, so nothing was kept. Reload this page on both devices and ask again.',
    },
    'source-changed': {
      sending: 'A file changed on your device while it was being sent. Choose the files again and send them again.',
      receiving: 'A file changed on the other device while it was being sent. Ask the person to send it again.',
    },
    'source-unreadable': {
      sending:
        'A file on your device can no longer be read; it may have been moved or deleted. Choose the files again.',
      receiving: 'A file can no longer be read on the other device. Ask the person to choose the files again.',
    },
    'storage-full': {
      sending: 'The other device is full. Ask the person to free some space. Then send your files again.',
      receiving: 'Your device is full. Free some space and ask for the files again.',
    },
    'storage-failed': {
      sending:
        'The other device could not store the files. Ask the person to reload the page. Then send your files again.',
      receiving:
        'This browser could not store the files. Leave private browsing if it is on, reload, and ask for the files again.',
    },
    'storage-refused': {
      sending:
        'The browser of the other device keeps nothing for this page, and this is too much for its memory. Ask the person to open the page in another browser, not in a private window. Then send your files again.',
      receiving:
        'This browser keeps nothing for this page, and this is too much for its memory. Allow this site to keep data, or open the page in another browser, not in a private window. Then ask for the files again.',
    },
    'digest-mismatch': {
      sending: 'The files arrived damaged and were thrown away. Send them again.',
      receiving: 'The files arrived damaged and were thrown away. Ask for them again.',
    },
    'hash-failed': {
      sending: 'A page could not load the part that checks files. Reload it on both devices, then send again.',
      receiving: 'A page could not load the part that checks files. Reload it on both devices and ask again.',
    },
    'page-failed': {
      sending: 'Something went wrong in one of the two pages. Reload it on both devices, then send again.',
      receiving: 'Something went wrong in one of the two pages. Reload it on both devices and ask again.',
    },
  },
  interruption: {
    'connection-lost': {
      sending: 'The connection broke off. It goes on by itself when both devices are in reach again.',
      receiving: 'The connection broke off. It goes on by itself when both devices are in reach again.',
    },
    'peer-left': {
      sending: 'The other device left. It goes on by itself when the device is back with this page open.',
      receiving: 'The other device left. It goes on by itself when the device is back with this page open.',
    },
    unreachable: {
      sending: 'The other device cannot be reached just now. This is tried again by itself.',
      receiving: 'The other device cannot be reached just now. This is tried again by itself.',
    },
    unproven: {
      sending:
        'Somebody stands between you and {name}, or answers in their place. Nothing more was sent. It goes on when {name} answers. Go to {name}, or use another router.',
      receiving:
        'Somebody stands between you and {name}, or answers in their place. Nothing was taken from them; what has arrived is kept. It goes on when {name} answers.',
    },
    'no-proof': {
      sending:
        'What answers in the place of {name} does not prove who it is. Nothing more was sent. This is tried again by itself.',
      receiving:
        'What answers in the place of {name} does not prove who it is. What has arrived is kept. This is tried again by itself.',
    },
    'blocked-here': {
      sending:
        'This browser can find no way to another device just now: a VPN, a filter, or a setting of the browser prevents it. Switch it off; this is tried again by itself.',
      receiving:
        'This browser can find no way to another device just now: a VPN, a filter, or a setting of the browser prevents it. Switch it off; this is tried again by itself.',
    },
    'blocked-there': {
      sending:
        'Something on the other device prevents a connection: a VPN, a filter, or a setting of its browser. Ask the person to switch it off; this is tried again by itself.',
      receiving:
        'Something on the other device prevents a connection: a VPN, a filter, or a setting of its browser. Ask the person to switch it off; this is tried again by itself.',
    },
    'no-path': {
      sending:
        'Both devices are there, but nothing gets through between them. If one of them has a VPN or a filter, switch it off. This is tried again by itself.',
      receiving:
        'Both devices are there, but nothing gets through between them. If one of them has a VPN or a filter, switch it off. This is tried again by itself.',
    },
    'no-answer': {
      sending:
        'The other device is not answering: its screen may be off, or nothing gets through to it. It goes on as soon as it answers.',
      receiving:
        'The other device is not answering: its screen may be off, or nothing gets through to it. It goes on as soon as it answers.',
    },
    'storage-failed': {
      sending: 'The other device could not store more. It goes on when the person there presses Resume.',
      receiving: 'This browser could not store more. Press Resume, or reload the page first.',
    },
    'storage-full': {
      sending: 'The other device is full. It goes on when the person there has freed some space and presses Resume.',
      receiving: 'Your device is full. Free some space, then press Resume.',
    },
    'hash-failed': {
      sending:
        'A page could not load the part that checks files. Reload it on both devices near a router, then press Resume.',
      receiving:
        'A page could not load the part that checks files. Reload it on both devices near a router, then press Resume.',
    },
    'source-unreadable': {
      sending:
        'A file can no longer be read: it was moved or deleted, or its drive was taken out. Choose it again; what has already arrived is not sent twice.',
      receiving:
        'A file can no longer be read on the other device. It goes on when the person there has chosen it again.',
    },
    'page-failed': {
      sending: 'Something went wrong in one of the two pages. Reload it on both devices, then press Resume.',
      receiving: 'Something went wrong in one of the two pages. Reload it on both devices, then press Resume.',
    },
  },
};
