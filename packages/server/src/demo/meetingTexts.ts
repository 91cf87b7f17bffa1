/** Words of invented conferences and panels, in the language of each state. Nobody in them is real. */
import type { DemoState } from './types.ts'

export interface MeetingWords {
  purpose: readonly [string, string]
  agenda: readonly [string, string]
  place: string
  teacher: string
  school: string
  family: string
  notHeard: string
  decisions: readonly [string, string]
  dissent: string
  added: string
  calledOff: string
  /** A grandmother who brings a child up asks for guardianship. */
  guardianship: Scenario
  /** A father comes home from prison. */
  return: Scenario
  opinions: readonly [string, string, string]
  differs: string
  decision: string
  why: string
  followUps: readonly [string, string]
  back: string
}
export interface Scenario {
  matter: string
  child: string
  carer: string
  school: string
  first: Way
  second: Way
  reasons: string
}
interface Way {
  words: string
  safety: string
  family: string
  development: string
  /** What speaks against it. */
  against: string
}

export const meetingTexts: Readonly<Record<DemoState, MeetingWords>> = {
  kz: {
    purpose: ['Мектеп пен отбасына не көмектесетінін бірге шешу', 'Үй мен жұмыс мәселесін бірге қарау'],
    agenda: ['Бала сабаққа қалай қайта оралады?', 'Отбасына кім, қашан барады?'],
    place: 'Орталықтың кіші залы',
    teacher: 'Сынып жетекшісі',
    school: '12-мектеп (ойдан шығарылған)',
    family:
      'Анасы: «Қызым түстен кейінгі сыныпқа барса, мен жұмыс таба алар едім». Қызы: «Құрбым отырған сыныпта болғым келеді».',
    notHeard: 'Анасы ауырып қалды, онымен дүйсенбіде сөйлесеміз.',
    decisions: ['Мектеппен сынып туралы келісу', 'Жәрдемақы құжатын бірге жинау'],
    dissent: 'Алдымен тіл курсы аяқталғаны дұрыс деп ойлаймын.',
    added: 'Мектеп дүйсенбіден бастап орын бар деді.',
    calledOff: 'Отбасы сол күні ауылға кетеді.',
    guardianship: {
      matter:
        'Әжесі баланы екі жыл бағып отыр, қамқоршы болғысы келеді. Мектепке жазу үшін ай соңына дейін шешу керек.',
      child: '«Мен әжеммен және мысығыммен қалғым келеді. Мектебімді де ауыстырғым келмейді».',
      carer: '«Денім сау, зейнетақым жетеді. Құжат болмағандықтан дәрігерге апара алмаймын».',
      school: 'Бала соңғы тоқсанда ашылды, достары бар.',
      first: {
        words: 'Әжесі қамқоршы болады, орталық айына бір рет барады',
        safety: 'Екі жыл бірге, үйі жылы.',
        family: 'Ең жақын адамы, әпкесі де осында.',
        development: 'Мектебі, достары, тілі өзгермейді.',
        against: 'Әжесіне күтім ауыр болуы мүмкін.',
      },
      second: {
        words: 'Бала басқа аудандағы тәтесіне көшеді',
        safety: 'Тәтесінің үйі кең, өзі жас.',
        family: 'Тәтесімен сирек көрісіп жүр.',
        development: 'Мектебін ауыстыру керек.',
        against: 'Әжесі мен әпкесінен айырылады.',
      },
      reasons: 'Баланың сөзімен үйлеседі, үйреніскен өмірі сақталады. Әжесіне көмек керек, ол жоспарда бар.',
    },
    return: {
      matter: 'Әкесі босап келді, баласымен бірге тұрғысы келеді. Бала қазір анасымен.',
      child: '«Әкемді сағындым. Бірақ алдымен сенбі күндері кездескім келеді».',
      carer: 'Анасы: «Баяу бастасақ, қарсы емеспін».',
      school: 'Бала сабағын жақсы оқиды, алаңдаулы күндері болады.',
      first: {
        words: 'Сенбі сайын кездесу, үш айдан кейін қайта қарау',
        safety: 'Кездесу орталықта, маман жанында.',
        family: 'Әкесімен байланыс баяу қалпына келеді.',
        development: 'Күнделікті өмірі өзгермейді.',
        against: 'Әкесіне күту қиын.',
      },
      second: {
        words: 'Бірден бірге тұру',
        safety: 'Үйде әлі реттелмеген жай бар.',
        family: 'Отбасы бірге болады.',
        development: 'Өзгеріс тым тез.',
        against: 'Бала әзірге мұны қаламайды.',
      },
      reasons: 'Бала өзі баяу бастағысы келеді, анасы да келіседі.',
    },
    opinions: [
      'Баланың сөзі анық. Әжесімен өмірі тұрақты.',
      'Екі жылда бала орнықты, үзбеген жөн.',
      'Тәтесінің мүмкіндігін толық қарамадық.',
    ],
    differs: 'Тәтесіне де барып көру керек еді. Әжесінің денсаулығы мені алаңдатады.',
    decision: 'Бала әжесінің қамқорлығында қалады. Орталық айына бір рет барады.',
    why: 'Баланың өз сөзі, екі жылдық тұрақты өмірі, әпкесінің жанында болуы.',
    followUps: ['Қамқоршылық құжатын рәсімдеуге көмектесу', 'Әжесіне дәрігер уақытын алу'],
    back: 'Тәтесінің пікірін де жазыңыз.',
  },
  kg: {
    purpose: [
      'Мектеп менен үй-бүлөгө эмне жардам берерин чогуу чечүү',
      'Үй жана жумуш маселесин чогуу кароо',
    ],
    agenda: ['Бала сабакка кантип кайра келет?', 'Үй-бүлөгө ким, качан барат?'],
    place: 'Борбордун кичи залы',
    teacher: 'Класс жетекчи',
    school: '12-мектеп (ойдон чыгарылган)',
    family:
      'Апасы: «Кызым түштөн кийинки класска барса, мен жумуш табат элем». Кызы: «Курбум отурган класста болгум келет».',
    notHeard: 'Апасы ооруп калды, аны менен дүйшөмбүдө сүйлөшөбүз.',
    decisions: ['Мектеп менен класс тууралуу макулдашуу', 'Жөлөк пул кагаздарын чогуу чогултуу'],
    dissent: 'Адегенде тил курсу бүтсө туура болот деп ойлойм.',
    added: 'Мектеп дүйшөмбүдөн баштап орун бар деди.',
    calledOff: 'Үй-бүлө ошол күнү айылга кетет.',
    guardianship: {
      matter:
        'Чоң энеси баланы эки жылдан бери багып жатат, камкорчу болгусу келет. Мектепке жазуу үчүн ай аягына чейин чечүү керек.',
      child: '«Мен чоң энем жана мышыгым менен калгым келет. Мектебимди да алмаштыргым келбейт».',
      carer: '«Ден соолугум жакшы, пенсиям жетет. Кагаз жок болгондуктан доктурга алып бара албайм».',
      school: 'Бала акыркы чейректе ачылды, достору бар.',
      first: {
        words: 'Чоң энеси камкорчу болот, борбор айына бир жолу барат',
        safety: 'Эки жыл чогуу, үйү жылуу.',
        family: 'Эң жакын адамы, эжеси да ушул жерде.',
        development: 'Мектеби, достору, тили өзгөрбөйт.',
        against: 'Чоң энесине кароо оор болушу мүмкүн.',
      },
      second: {
        words: 'Бала башка райондогу таежесине көчөт',
        safety: 'Таежесинин үйү кең, өзү жаш.',
        family: 'Таежеси менен сейрек көрүшөт.',
        development: 'Мектебин алмаштыруу керек.',
        against: 'Чоң энеси менен эжесинен ажырайт.',
      },
      reasons:
        'Баланын сөзүнө туура келет, көнгөн жашоосу сакталат. Чоң энесине жардам керек, ал планда бар.',
    },
    return: {
      matter: 'Атасы бошонуп келди, баласы менен чогуу жашагысы келет. Бала азыр апасы менен.',
      child: '«Атамды сагындым. Бирок адегенде ишемби күндөрү жолуккум келет».',
      carer: 'Апасы: «Акырын баштасак, каршы эмесмин».',
      school: 'Бала жакшы окуйт, тынчсызданган күндөрү болот.',
      first: {
        words: 'Ишемби сайын жолугушуу, үч айдан кийин кайра кароо',
        safety: 'Жолугушуу борбордо, адис жанында.',
        family: 'Атасы менен байланыш акырын калыбына келет.',
        development: 'Күнүмдүк жашоосу өзгөрбөйт.',
        against: 'Атасына күтүү кыйын.',
      },
      second: {
        words: 'Дароо чогуу жашоо',
        safety: 'Үйдө али жөнгө салынбаган иштер бар.',
        family: 'Үй-бүлө чогуу болот.',
        development: 'Өзгөрүү өтө тез.',
        against: 'Бала азырынча муну каалабайт.',
      },
      reasons: 'Бала өзү акырын баштагысы келет, апасы да макул.',
    },
    opinions: [
      'Баланын сөзү ачык. Чоң энеси менен жашоосу туруктуу.',
      'Эки жылда бала орношту, үзбөгөн оң.',
      'Таежесинин мүмкүнчүлүгүн толук карабадык.',
    ],
    differs: 'Таежесине да барып көрүү керек эле. Чоң энесинин ден соолугу мени тынчсыздандырат.',
    decision: 'Бала чоң энесинин камкордугунда калат. Борбор айына бир жолу барат.',
    why: 'Баланын өз сөзү, эки жылдык туруктуу жашоосу, эжесинин жанында болушу.',
    followUps: ['Камкордук кагазын тариздөөгө жардам берүү', 'Чоң энесине доктурга убакыт алуу'],
    back: 'Таежесинин пикирин да жазыңыз.',
  },
  tj: {
    purpose: ['Якҷоя ҳал кардан, ки ба мактаб ва оила чӣ кумак мекунад', 'Якҷоя дидани масъалаи хона ва кор'],
    agenda: ['Кӯдак чӣ тавр ба дарс бармегардад?', 'Ба оила кӣ ва кай меравад?'],
    place: 'Толори хурди марказ',
    teacher: 'Роҳбари синф',
    school: 'Мактаби 12 (бофта)',
    family:
      'Модар: «Агар духтарам ба синфи баъд аз нисфирӯзӣ равад, ман кор меёфтам». Духтар: «Мехоҳам дар синфи дугонаам бошам».',
    notHeard: 'Модар бемор шуд, бо ӯ рӯзи душанбе гап мезанем.',
    decisions: ['Бо мактаб дар бораи синф мувофиқа кардан', 'Ҳуҷҷатҳои кӯмакпулиро якҷоя ҷамъ кардан'],
    dissent: 'Ба фикрам, аввал бояд курси забон тамом шавад.',
    added: 'Мактаб гуфт, ки аз душанбе ҷой ҳаст.',
    calledOff: 'Оила он рӯз ба деҳа меравад.',
    guardianship: {
      matter:
        'Бибӣ кӯдакро ду сол боз нигоҳубин мекунад ва мехоҳад васӣ шавад. Барои номнавис дар мактаб то охири моҳ ҳал кардан лозим.',
      child: '«Мехоҳам бо бибиям ва гурбаам монам. Мактабамро низ иваз кардан намехоҳам».',
      carer: '«Саломатам, нафақаам мерасад. Аз набудани ҳуҷҷат ба духтур бурда наметавонам».',
      school: 'Кӯдак дар чоряки охир кушода шуд, дӯстон дорад.',
      first: {
        words: 'Бибӣ васӣ мешавад, марказ моҳе як бор меравад',
        safety: 'Ду сол якҷоя, хонааш гарм.',
        family: 'Наздиктарин касаш, хоҳараш ҳам ҳамин ҷост.',
        development: 'Мактаб, дӯстон ва забонаш иваз намешаванд.',
        against: 'Нигоҳубин барои бибӣ вазнин шуданаш мумкин.',
      },
      second: {
        words: 'Кӯдак ба назди холааш ба ноҳияи дигар мекӯчад',
        safety: 'Хонаи хола васеъ аст, худаш ҷавон.',
        family: 'Бо хола кам вомехӯрад.',
        development: 'Мактабро иваз кардан лозим.',
        against: 'Аз бибӣ ва хоҳараш ҷудо мешавад.',
      },
      reasons:
        'Бо суханони кӯдак мувофиқ аст ва зиндагии одаткардааш мемонад. Ба бибӣ кумак лозим, он дар нақша ҳаст.',
    },
    return: {
      matter: 'Падар озод шуд ва мехоҳад бо фарзандаш зиндагӣ кунад. Кӯдак ҳоло бо модар аст.',
      child: '«Падарамро ёд кардам. Аммо аввал мехоҳам рӯзҳои шанбе вохӯрам».',
      carer: 'Модар: «Агар оҳиста сар кунем, муқобил нестам».',
      school: 'Кӯдак хуб мехонад, рӯзҳои ноором дорад.',
      first: {
        words: 'Вохӯрӣ ҳар шанбе, баъди се моҳ аз нав дидан',
        safety: 'Вохӯрӣ дар марказ, мутахассис дар паҳлӯ.',
        family: 'Робита бо падар оҳиста барқарор мешавад.',
        development: 'Зиндагии ҳаррӯзааш иваз намешавад.',
        against: 'Барои падар интизорӣ душвор аст.',
      },
      second: {
        words: 'Якбора якҷоя зистан',
        safety: 'Дар хона корҳои ҳалношуда ҳаст.',
        family: 'Оила якҷоя мешавад.',
        development: 'Тағйирот хеле тез аст.',
        against: 'Кӯдак ҳоло инро намехоҳад.',
      },
      reasons: 'Кӯдак худаш мехоҳад оҳиста сар кунад, модар ҳам розӣ аст.',
    },
    opinions: [
      'Сухани кӯдак равшан аст. Зиндагиаш бо бибӣ устувор аст.',
      'Дар ду сол кӯдак ором шуд, беҳтар аст қатъ нашавад.',
      'Имконияти холаро пурра надидем.',
    ],
    differs: 'Ба назди хола ҳам рафта дидан лозим буд. Саломатии бибӣ маро ноором мекунад.',
    decision: 'Кӯдак дар васояти бибӣ мемонад. Марказ моҳе як бор меравад.',
    why: 'Сухани худи кӯдак, зиндагии устувори дусола, дар паҳлӯи хоҳар буданаш.',
    followUps: ['Кумак дар тартиб додани ҳуҷҷати васоят', 'Барои бибӣ вақти духтур гирифтан'],
    back: 'Фикри холаро низ нависед.',
  },
  uz: {
    purpose: [
      'Maktab va oilaga nima yordam berishini birga hal qilish',
      'Uy va ish masalasini birga koʻrish',
    ],
    agenda: ['Bola darsga qanday qaytadi?', 'Oilaga kim, qachon boradi?'],
    place: 'Markazning kichik zali',
    teacher: 'Sinf rahbari',
    school: '12-maktab (oʻylab topilgan)',
    family:
      'Onasi: «Qizim tushdan keyingi sinfga borsa, men ish topar edim». Qizi: «Dugonam oʻtirgan sinfda boʻlgim keladi».',
    notHeard: 'Onasi kasal boʻlib qoldi, u bilan dushanba kuni gaplashamiz.',
    decisions: ['Maktab bilan sinf haqida kelishish', 'Nafaqa hujjatlarini birga yigʻish'],
    dissent: 'Avval til kursi tugasa toʻgʻri boʻladi deb oʻylayman.',
    added: 'Maktab dushanbadan joy bor dedi.',
    calledOff: 'Oila oʻsha kuni qishloqqa ketadi.',
    guardianship: {
      matter:
        'Buvisi bolani ikki yildan beri boqmoqda, vasiy boʻlmoqchi. Maktabga yozish uchun oy oxirigacha hal qilish kerak.',
      child: '«Men buvim va mushugim bilan qolgim keladi. Maktabimni ham almashtirgim kelmaydi».',
      carer: '«Sogʻligʻim yaxshi, pensiyam yetadi. Hujjat yoʻqligi uchun shifokorga olib bora olmayman».',
      school: 'Bola oxirgi chorakda ochildi, doʻstlari bor.',
      first: {
        words: 'Buvisi vasiy boʻladi, markaz oyiga bir marta boradi',
        safety: 'Ikki yil birga, uyi issiq.',
        family: 'Eng yaqin odami, opasi ham shu yerda.',
        development: 'Maktabi, doʻstlari, tili oʻzgarmaydi.',
        against: 'Buvisiga qarash ogʻir boʻlishi mumkin.',
      },
      second: {
        words: 'Bola boshqa tumandagi xolasiga koʻchadi',
        safety: 'Xolasining uyi keng, oʻzi yosh.',
        family: 'Xolasi bilan kam koʻrishadi.',
        development: 'Maktabini almashtirish kerak.',
        against: 'Buvisi va opasidan ajraladi.',
      },
      reasons:
        'Bolaning soʻziga mos keladi, oʻrgangan hayoti saqlanadi. Buvisiga yordam kerak, u rejada bor.',
    },
    return: {
      matter: 'Otasi ozod boʻldi, bolasi bilan birga yashamoqchi. Bola hozir onasi bilan.',
      child: '«Otamni sogʻindim. Lekin avval shanba kunlari uchrashgim keladi».',
      carer: 'Onasi: «Sekin boshlasak, qarshi emasman».',
      school: 'Bola yaxshi oʻqiydi, bezovta kunlari boʻladi.',
      first: {
        words: 'Har shanba uchrashuv, uch oydan keyin qayta koʻrish',
        safety: 'Uchrashuv markazda, mutaxassis yonida.',
        family: 'Otasi bilan aloqa sekin tiklanadi.',
        development: 'Kundalik hayoti oʻzgarmaydi.',
        against: 'Otasiga kutish qiyin.',
      },
      second: {
        words: 'Darrov birga yashash',
        safety: 'Uyda hali hal boʻlmagan ishlar bor.',
        family: 'Oila birga boʻladi.',
        development: 'Oʻzgarish juda tez.',
        against: 'Bola hozircha buni xohlamaydi.',
      },
      reasons: 'Bola oʻzi sekin boshlamoqchi, onasi ham rozi.',
    },
    opinions: [
      'Bolaning soʻzi aniq. Buvisi bilan hayoti barqaror.',
      'Ikki yilda bola oʻrnashdi, uzmagan maʼqul.',
      'Xolasining imkoniyatini toʻliq koʻrmadik.',
    ],
    differs: 'Xolasiga ham borib koʻrish kerak edi. Buvisining sogʻligʻi meni bezovta qiladi.',
    decision: 'Bola buvisining vasiyligida qoladi. Markaz oyiga bir marta boradi.',
    why: 'Bolaning oʻz soʻzi, ikki yillik barqaror hayoti, opasining yonida boʻlishi.',
    followUps: ['Vasiylik hujjatini rasmiylashtirishga yordam berish', 'Buvisiga shifokor vaqtini olish'],
    back: 'Xolasining fikrini ham yozing.',
  },
}
