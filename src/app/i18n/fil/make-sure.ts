import type { MakeSureWords } from '../words/make-sure.ts';

export const makeSure: MakeSureWords = {
  button: 'Tiyakin kung siya nga',
  ways: {
    title: 'Tiyakin kung ito nga si {name}',
    help: 'Magtabi kayo, para makita ninyo ang dalawang screen.',
    compare: 'Paghambingin ang mga larawan',
    compareHelp: 'Sampung segundo lang, at sigurado na kayong dalawa.',
    photo: 'Kunan ng larawan ang code niya',
    photoHelp:
      'Pipindutin niya ang “Tiyakin kung siya nga”, at ang “Ipakita ang code ko”. Ikaw lang muna ang magiging sigurado.',
    mine: 'Ipakita ang code ko',
    mineHelp: 'Para kunan ng larawan ng iba.',
  },
  waysAny: {
    title: 'Tiyakin gamit ang larawan',
    help: 'Magtabi kayo. Para paghambingin ang mga larawan, piliin muna ang tao sa listahan ng mga device.',
  },

  calling: { title: 'Kumokonekta kay {name}', help: 'Tatagal ito nang ilang segundo.' },
  asking: { title: 'Tingnan ang screen ni {name}', help: 'May tanong doon. Sabihing pindutin ang “Tanggapin”.' },
  asked: {
    title: 'Gustong tiyakin ni {name} na ikaw nga ito',
    help: 'Magtabi kayo. Lalabas sa dalawang screen ang apat na larawan at isang numero, at paghahambingin ninyo.',
    accept: 'Tanggapin',
    notNow: 'Hindi muna',
  },
  agreed: { title: 'Sandali lang', help: 'Lalabas ang mga larawan sa dalawang screen.' },
  code: {
    title: 'Pareho ba ang nasa dalawang screen?',
    help: 'Tingnan ang dalawang screen, o basahin nang malakas sa isa’t isa: ang apat na larawan, at ang numero.',
    pictures: 'Mga larawan',
    number: 'Numero: {digits}',
    same: 'Pareho',
    different: 'Hindi pareho',
    saidHere: 'Sagot mo: pareho. Hinihintay si {name}.',
    saidThere: 'Sagot ni {name}: pareho. Ikaw?',
  },
  known: {
    title: 'Kilala mo na si {name}',
    help: 'Mula ngayon, makikilala ng device na ito ang device ni {name}, anuman ang pangalang gamitin ng iba.',
    oneSided: 'Hindi pa sigurado sa iyo si {name}: ipakita ang code mo, o paghambingin ang mga larawan.',
    label: 'Tawag mo sa kanya',
    labelHint: 'Ikaw lang ang nakakakita ng pangalang ito.',
    done: 'Tapos na',
  },

  different: {
    title: 'Huwag magpadala ng anuman sa device na ito',
    me: 'Hindi pareho ang dalawang screen. Baka hindi sa kanya ang device na pinangalanang {name} dito: baka may nasa pagitan ninyo, at binabasa o binabago ang ipinapadala ninyo sa isa’t isa.',
    peer: 'Sabi ni {name}, hindi pareho ang dalawang screen. Baka hindi sa kanya ang device na pinangalanang {name} dito: baka may nasa pagitan ninyo, at binabasa o binabago ang ipinapadala ninyo sa isa’t isa.',
    broken:
      'Hindi tama ang sagot ng device na pinangalanang {name} dito. Baka hindi ito sa kanya: baka may nasa pagitan ninyo, at binabasa o binabago ang ipinapadala ninyo sa isa’t isa.',
    unproven:
      'Hindi ang device na pinangalanang {name} ang sumasagot dito. Baka may nasa pagitan ninyo, at binabasa o binabago ang ipinapadala ninyo sa isa’t isa.',
    other:
      'Code ito ng ibang device, hindi ng pinangalanang {name} dito. Baka hindi sa kanya ang device na narito: baka may nasa pagitan ninyo, at binabasa o binabago ang ipinapadala ninyo sa isa’t isa.',
    nothingSent: 'Walang naipadala ngayon.',
    what: 'Ang gagawin',
    steps: [
      'Sabihin agad kay {name}.',
      'Baka may nagkamali ng tingin: subukan ulit, at basahin nang malakas.',
      'Kung hindi pa rin pareho, ibigay ang mga file sa ibang paraan, at sabihin sa namamahala ng Wi-Fi na ito.',
    ],
  },
  block: 'I-block ang device na ito',
  failed: {
    refused: { title: 'Hindi tinanggap ni {name}', help: 'Kausapin siya, at subukan ulit.' },
    cancelled: {
      title: 'Itinigil ni {name}',
      help: 'Hindi pa kayo sigurado sa isa’t isa. Kausapin siya, at subukan ulit.',
    },
    late: {
      title: 'Masyadong natagalan',
      help: 'Hindi pa kayo sigurado sa isa’t isa. Subukan ulit kapag magkatabi kayo.',
    },
    lost: {
      title: 'Naputol ang koneksyon',
      help: 'Hindi pa kayo sigurado sa isa’t isa. Hayaang bukas ang page na ito sa dalawang screen, at subukan ulit.',
    },
    unreachable: {
      title: 'Hindi maabot si {name}',
      help: 'Hayaang bukas ang page na ito sa dalawang screen, at subukan ulit.',
    },
    outdated: {
      title: 'Luma ang isa sa dalawang page',
      help: 'I-reload ang page sa dalawang device, at subukan ulit.',
    },
  },

  mine: {
    title: 'Code ko',
    help: 'Pipindutin ng kasama mo ang “Tiyakin kung siya nga” at kukunan ito ng larawan. Pagkatapos, sigurado na siyang ikaw nga ito. Para makasigurado ka rin sa kanya, kunan mo rin ng larawan ang code niya.',
    picture: 'Code ng device na ito',
  },
  photo: {
    title: 'Kunan ng larawan ang code niya',
    help: 'Sa screen niya: “Tiyakin kung siya nga”, at “Ipakita ang code ko”. Dapat sakop ng code ang kalahati ng larawan.',
    take: 'Kumuha ng larawan',
    looking: 'Tinitingnan ang larawan…',
  },
  noPerson: {
    nothing: {
      title: 'Walang nakitang code sa larawang ito',
      help: 'Lumapit, hanggang masakop ng code ang kalahati ng larawan. Huwag gumalaw, iwasan ang silaw ng ilaw at araw, at liwanagan ang kabilang screen.',
    },
    unreadable: { title: 'Hindi mabuksan ang larawang ito', help: 'Kumuha ng isa pa.' },
    missing: {
      title: 'May bahagi ng page na hindi dumating',
      help: 'Hindi mababasa ang larawan kung wala ito. Manatiling malapit sa router at i-reload ang page na ito, o paghambingin ang mga larawan.',
    },
    foreign: {
      title: 'Ibang uri ng code ito',
      help: 'Sa screen niya: “Tiyakin kung siya nga”, at “Ipakita ang code ko”.',
    },
    own: { title: 'Sarili mong code ito', help: 'Kunan ng larawan ang screen ng kasama mo.' },
    absent: {
      title: 'Wala rito ang taong ito',
      help: 'Tama ang code, pero hindi abot ang device niya. Buksan ninyong dalawa ang page na ito sa iisang Wi-Fi.',
    },
    blocked: { title: 'Na-block mo ang taong ito', help: 'I-unblock muna siya, sa “Mga tao”.' },
  },

  again: 'Subukan ulit',
  cancel: 'Kanselahin',
  close: 'Isara',
};
