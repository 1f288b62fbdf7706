import type { FailureWords } from '../words/failures.ts';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending:
        'Hindi makakonekta sa kabilang device. Tiyaking bukas ang page nito at naka-on ang screen, at ipadala ulit.',
      receiving:
        'Hindi makakonekta sa kabilang device. Hayaang bukas ang page na ito at hilinging ipadala ulit ang mga file.',
    },
    'blocked-here': {
      sending:
        'Walang mahanap na daan ang browser na ito papunta sa ibang device. May humaharang dito: VPN, filter, o setting ng browser. I-off ang humaharang, at ipadala ulit.',
      receiving:
        'Walang mahanap na daan ang browser na ito papunta sa ibang device. May humaharang dito: VPN, filter, o setting ng browser. I-off ang humaharang, at hilinging ipadala ulit ang mga file.',
    },
    'blocked-there': {
      sending:
        'May humaharang sa kabilang device: VPN, filter, o setting ng browser nito. Ipa-off sa may-ari ang humaharang, at saka mo ipadala ulit.',
      receiving:
        'May humaharang sa kabilang device: VPN, filter, o setting ng browser nito. Sabihin sa may-ari na i-off ang humaharang at ipadala ulit ang mga file.',
    },
    'no-path': {
      sending:
        'Narito ang dalawang device, pero walang makadaan sa pagitan nila. Kung may VPN o filter, i-off ito; lumapit sa router, at ipadala ulit.',
      receiving:
        'Narito ang dalawang device, pero walang makadaan sa pagitan nila. Kung may VPN o filter, i-off ito; lumapit sa router, at hilinging ipadala ulit ang mga file.',
    },
    'peer-left': {
      sending: 'Umalis ang kabilang device o isinara ang page nito. Ipabukas ulit ito sa tao, at saka mo ipadala ulit.',
      receiving: 'Umalis ang kabilang device o isinara ang page nito. Sabihin sa tao na buksan ito at ipadala ulit.',
    },
    'connection-lost': {
      sending: 'Naputol ang koneksyon. Lumapit sa router, panatilihing naka-on ang screen, at ipadala ulit.',
      receiving:
        'Naputol ang koneksyon. Lumapit sa router, panatilihing naka-on ang screen, at hilinging ipadala ulit ang mga file.',
    },
    'no-webrtc': {
      sending:
        'Hindi makatanggap ng file ang browser ng kabilang device. Sabihin sa tao na gumamit ng Safari, Chrome, o Firefox.',
      receiving: 'Hindi makatanggap ng file ang browser na ito. Buksan ang page na ito sa Safari, Chrome, o Firefox.',
    },
    busy: {
      sending: 'Sobrang daming dumarating sa kabilang device ngayon. Maghintay sandali, at ipadala ulit.',
      receiving: 'Sobrang daming sabay-sabay na dumating dito. Hilinging ipadala ulit ang mga file.',
    },
    'no-more-connections': {
      sending: 'Sobrang daming bukas na koneksyon sa browser na ito. I-reload ang page na ito, at ipadala ulit.',
      receiving:
        'Sobrang daming bukas na koneksyon sa browser na ito. I-reload ang page na ito, at hilinging ipadala ulit ang mga file.',
    },
    unproven: {
      sending:
        'May nasa pagitan ninyo ni {name}, o may nagpapanggap na siya. Walang naipadala. Puntahan si {name}, o gumamit ng ibang router.',
      receiving: 'May nasa pagitan ninyo ni {name}, o may nagpapanggap na siya. Walang tinanggap mula roon.',
    },
    'no-proof': {
      sending: 'Hindi matiyak kung si {name} nga ang sumasagot. Walang naipadala. Subukan ulit.',
      receiving: 'Hindi matiyak kung si {name} nga ang sumasagot. Walang tinanggap mula roon.',
    },
    'same-address': {
      sending:
        'Pareho ang address ng dalawang router, kaya walang makadaan. Sabihin sa namamahala; nasa page na /status ang gagawin.',
      receiving:
        'Pareho ang address ng dalawang router, kaya walang makadaan. Sabihin sa namamahala; nasa page na /status ang gagawin.',
    },
    'other-network': {
      sending:
        'Walang daan mula sa router na ito papunta sa kabila. Sabihin sa namamahala; nasa page na /status ang gagawin.',
      receiving:
        'Walang daan mula sa router na ito papunta sa kabila. Sabihin sa namamahala; nasa page na /status ang gagawin.',
    },
    'version-mismatch': {
      sending: 'Magkaiba ang bersyon ng page sa dalawang device. I-reload ito sa dalawa, at ipadala ulit.',
      receiving:
        'Magkaiba ang bersyon ng page sa dalawang device. I-reload ito sa dalawa, at hilinging ipadala ulit ang mga file.',
    },
    'protocol-violation': {
      sending: 'Mali ang isinagot ng kabilang device. I-reload ang page na ito sa dalawang device, at ipadala ulit.',
      receiving:
        'Mali ang ipinadala ng kabilang device, kaya walang na-save. I-reload ang page na ito sa dalawang device, at hilinging ipadala ulit.',
    },
    'source-changed': {
      sending: 'May file sa device mo na nagbago habang ipinapadala. Piliin ulit ang mga file at ipadala ulit.',
      receiving: 'May file sa kabilang device na nagbago habang ipinapadala. Hilinging ipadala ito ulit.',
    },
    'source-unreadable': {
      sending: 'May file sa device mo na hindi na mabasa; baka inilipat o na-delete. Piliin ulit ang mga file.',
      receiving: 'May file na hindi na mabasa sa kabilang device. Sabihin sa tao na piliin ulit ang mga file.',
    },
    'storage-full': {
      sending: 'Puno na ang kabilang device. Sabihin sa tao na magbakante ng espasyo, at saka mo ipadala ulit.',
      receiving: 'Puno na ang device mo. Magbakante ng espasyo, at hilinging ipadala ulit ang mga file.',
    },
    'storage-failed': {
      sending:
        'Hindi na-save ng kabilang device ang mga file. Sabihin sa tao na i-reload ang page, at saka mo ipadala ulit.',
      receiving:
        'Hindi na-save ng browser na ito ang mga file. Kung naka-Incognito o private browsing, lumabas muna rito, i-reload, at hilinging ipadala ulit ang mga file.',
    },
    'storage-refused': {
      sending:
        'Walang itinatabi ang browser ng kabilang device para sa page na ito, at sobrang laki ng padala para sa memory nito. Sabihin sa tao na buksan ang page sa ibang browser, hindi sa Incognito o private window, at saka mo ipadala ulit.',
      receiving:
        'Walang itinatabi ang browser na ito para sa page na ito, at sobrang laki ng padala para sa memory nito. Payagan ang site na ito na mag-save ng data, o buksan ang page sa ibang browser, hindi sa Incognito o private window. Pagkatapos, hilinging ipadala ulit ang mga file.',
    },
    'digest-mismatch': {
      sending: 'Sira nang dumating ang mga file kaya itinapon. Ipadala ulit.',
      receiving: 'Sira nang dumating ang mga file kaya itinapon. Hilinging ipadala ulit ang mga ito.',
    },
    'hash-failed': {
      sending:
        'Hindi na-load ang bahaging sumusuri ng mga file. I-reload ang page sa dalawang device, at ipadala ulit.',
      receiving:
        'Hindi na-load ang bahaging sumusuri ng mga file. I-reload ang page sa dalawang device, at hilinging ipadala ulit.',
    },
    'page-failed': {
      sending: 'Nagkaproblema ang isa sa dalawang page. I-reload ito sa dalawang device, at ipadala ulit.',
      receiving: 'Nagkaproblema ang isa sa dalawang page. I-reload ito sa dalawang device, at hilinging ipadala ulit.',
    },
  },
  interruption: {
    'connection-lost': {
      sending: 'Naputol ang koneksyon. Kusa itong tutuloy kapag abot na ulit ng dalawang device ang isa’t isa.',
      receiving: 'Naputol ang koneksyon. Kusa itong tutuloy kapag abot na ulit ng dalawang device ang isa’t isa.',
    },
    'peer-left': {
      sending: 'Umalis ang kabilang device. Kusa itong tutuloy kapag bumalik iyon at bukas ang page na ito.',
      receiving: 'Umalis ang kabilang device. Kusa itong tutuloy kapag bumalik iyon at bukas ang page na ito.',
    },
    unreachable: {
      sending: 'Hindi maabot ang kabilang device ngayon. Kusa itong susubukan ulit.',
      receiving: 'Hindi maabot ang kabilang device ngayon. Kusa itong susubukan ulit.',
    },
    unproven: {
      sending:
        'May nasa pagitan ninyo ni {name}, o may nagpapanggap na siya. Wala nang iba pang naipadala. Tutuloy ito kapag si {name} na mismo ang sumagot. Puntahan si {name}, o gumamit ng ibang router.',
      receiving:
        'May nasa pagitan ninyo ni {name}, o may nagpapanggap na siya. Walang tinanggap mula roon; narito pa ang dumating na. Tutuloy ito kapag si {name} na mismo ang sumagot.',
    },
    'no-proof': {
      sending:
        'Hindi matiyak kung si {name} nga ang sumasagot. Wala nang iba pang naipadala. Kusa itong susubukan ulit.',
      receiving:
        'Hindi matiyak kung si {name} nga ang sumasagot. Narito pa ang dumating na. Kusa itong susubukan ulit.',
    },
    'blocked-here': {
      sending:
        'Walang mahanap na daan ang browser na ito papunta sa ibang device ngayon: may humaharang na VPN, filter, o setting ng browser. I-off ang humaharang; kusa itong susubukan ulit.',
      receiving:
        'Walang mahanap na daan ang browser na ito papunta sa ibang device ngayon: may humaharang na VPN, filter, o setting ng browser. I-off ang humaharang; kusa itong susubukan ulit.',
    },
    'blocked-there': {
      sending:
        'May humaharang sa kabilang device: VPN, filter, o setting ng browser nito. Ipa-off sa may-ari ang humaharang; kusa itong susubukan ulit.',
      receiving:
        'May humaharang sa kabilang device: VPN, filter, o setting ng browser nito. Ipa-off sa may-ari ang humaharang; kusa itong susubukan ulit.',
    },
    'no-path': {
      sending:
        'Narito ang dalawang device, pero walang makadaan sa pagitan nila. Kung may VPN o filter, i-off ito. Kusa itong susubukan ulit.',
      receiving:
        'Narito ang dalawang device, pero walang makadaan sa pagitan nila. Kung may VPN o filter, i-off ito. Kusa itong susubukan ulit.',
    },
    'no-answer': {
      sending:
        'Hindi sumasagot ang kabilang device: baka patay ang screen nito, o walang nakakarating doon. Tutuloy ito kapag sumagot na.',
      receiving:
        'Hindi sumasagot ang kabilang device: baka patay ang screen nito, o walang nakakarating doon. Tutuloy ito kapag sumagot na.',
    },
    'storage-failed': {
      sending: 'Hindi na makapag-save pa ang kabilang device. Tutuloy ito kapag pinindot ng tao roon ang “Ituloy”.',
      receiving: 'Hindi na makapag-save pa ang browser na ito. Pindutin ang “Ituloy”, o i-reload muna ang page.',
    },
    'storage-full': {
      sending:
        'Puno na ang kabilang device. Tutuloy ito kapag nagbakante ng espasyo ang tao roon at pinindot ang “Ituloy”.',
      receiving: 'Puno na ang device mo. Magbakante ng espasyo, at pindutin ang “Ituloy”.',
    },
    'hash-failed': {
      sending:
        'Hindi na-load ang bahaging sumusuri ng mga file. I-reload ang page sa dalawang device malapit sa router, at pindutin ang “Ituloy”.',
      receiving:
        'Hindi na-load ang bahaging sumusuri ng mga file. I-reload ang page sa dalawang device malapit sa router, at pindutin ang “Ituloy”.',
    },
    'source-unreadable': {
      sending:
        'May file na hindi na mabasa: inilipat o na-delete, o tinanggal ang drive nito. Piliin ulit ito; hindi na uulitin ang dumating na.',
      receiving: 'May file na hindi na mabasa sa kabilang device. Tutuloy ito kapag pinili ulit ito ng tao roon.',
    },
    'page-failed': {
      sending: 'Nagkaproblema ang isa sa dalawang page. I-reload ito sa dalawang device, at pindutin ang “Ituloy”.',
      receiving: 'Nagkaproblema ang isa sa dalawang page. I-reload ito sa dalawang device, at pindutin ang “Ituloy”.',
    },
  },
};
