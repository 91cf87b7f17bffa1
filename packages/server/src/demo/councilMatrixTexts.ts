/** Words of the invented initiatives and indicators: names out of nature, so that nobody takes them for real ones. */
import type { Language, MultiText } from '@kerege/contract/common'
import { languages } from '@kerege/contract/common'

type Seven = readonly [string, string, string, string, string, string, string]

/** In the order of the languages: en ru kk ky tg tk uz. */
const text = (said: (at: number) => string): MultiText =>
  Object.fromEntries(
    languages.map((language, at): [Language, { text: string; state: 'checked' | 'draft' }] => [
      language,
      { text: said(at), state: at === 0 ? 'checked' : 'draft' },
    ]),
  )

const invented: Seven = [
  ...(['invented', 'вымышлено', 'ойдан шығарылған', 'ойдон чыгарылган'] as const),
  ...(['хаёлӣ', 'oýlanyp tapylan', 'oʻylab topilgan'] as const),
]

const names: readonly Seven[] = [
  ['Apricot', 'Абрикос', 'Өрік', 'Өрүк', 'Зардолу', 'Erik', 'Oʻrik'],
  ['Poplar', 'Тополь', 'Терек', 'Терек', 'Сафедор', 'Derek', 'Terak'],
  ['First Snow', 'Первый снег', 'Алғашқы қар', 'Биринчи кар', 'Барфи аввал', 'Ilkinji gar', 'Birinchi qor'],
  ['Warm Rain', 'Тёплый дождь', 'Жылы жаңбыр', 'Жылуу жамгыр', 'Борони гарм', 'Ýyly ýagyş', 'Iliq yomgʻir'],
  ['Tulip', 'Тюльпан', 'Қызғалдақ', 'Мандалак', 'Лола', 'Çigildem', 'Lola'],
  ['Steppe Wind', 'Степной ветер', 'Дала желі', 'Талаа шамалы', 'Боди дашт', 'Sähra ýeli', 'Dasht shamoli'],
  ['Quiet River', 'Тихая река', 'Тынық өзен', 'Тынч дарыя', 'Дарёи ором', 'Asuda derýa', 'Sokin daryo'],
  ['Dawn', 'Рассвет', 'Таң', 'Таң', 'Субҳ', 'Daň', 'Tong'],
  ['Walnut', 'Орех', 'Жаңғақ', 'Жаңгак', 'Чормағз', 'Hoz', 'Yongʻoq'],
  ['Swallow', 'Ласточка', 'Қарлығаш', 'Карлыгач', 'Фароштурук', 'Garlawaç', 'Qaldirgʻoch'],
]

const works = {
  courses: [
    ...(['courses for school psychologists', 'курсы для школьных психологов'] as const),
    ...(['мектеп психологтарына курстар', 'мектеп психологдоруна курстар'] as const),
    ...(['курсҳо барои равоншиносони мактаб', 'mekdep psihologlary üçin okuwlar'] as const),
    'maktab psixologlari uchun kurslar',
  ],
  playRooms: [
    ...(['play rooms for children', 'игровые комнаты для детей'] as const),
    ...(['балаларға ойын бөлмелері', 'балдарга оюн бөлмөлөрү'] as const),
    ...([
      'ҳуҷраҳои бозӣ барои кӯдакон',
      'çagalar üçin oýun otaglary',
      'bolalar uchun oʻyin xonalari',
    ] as const),
  ],
  papers: [
    ...(['advice on papers for families', 'помощь семьям с документами'] as const),
    ...(['отбасыларға құжат жөнінде кеңес', 'үй-бүлөлөргө документ боюнча кеңеш'] as const),
    ...(['машварат ба оилаҳо оид ба ҳуҷҷатҳо', 'maşgalalara resminama maslahaty'] as const),
    'oilalarga hujjat boʻyicha maslahat',
  ],
  law: [
    ...(['review of the law on guardianship', 'пересмотр закона об опеке'] as const),
    ...(['қорғаншылық туралы заңды қарау', 'камкордук жөнүндө мыйзамды кароо'] as const),
    ...(['бознигарии қонуни васоят', 'hossarlyk baradaky kanuna seretmek'] as const),
    'vasiylik toʻgʻrisidagi qonunni koʻrib chiqish',
  ],
  exchange: [
    ...(['study visits of social workers', 'учебные поездки социальных работников'] as const),
    ...(['әлеуметтік қызметкерлердің оқу сапарлары', 'социалдык кызматкерлердин окуу сапарлары'] as const),
    ...(['сафарҳои омӯзишии кормандони иҷтимоӣ', 'sosial işgärleriň okuw saparlary'] as const),
    'ijtimoiy xodimlarning oʻquv safarlari',
  ],
  study: [
    ...(['study of what helps at school', 'исследование: что помогает в школе'] as const),
    ...(['мектепте не көмектесетінін зерттеу', 'мектепте эмне жардам берерин изилдөө'] as const),
    ...(['таҳқиқи он чи дар мактаб ёрӣ медиҳад', 'mekdepde nämäniň kömek edýändigini öwrenmek'] as const),
    'maktabda nima yordam berishini oʻrganish',
  ],
  neighbours: [
    ...(['evenings of neighbours', 'вечера соседей'] as const),
    ...(['көршілер кештері', 'кошуналар кечелери', 'шабҳои ҳамсоягон'] as const),
    ...(['goňşular agşamlary', 'qoʻshnilar oqshomlari'] as const),
  ],
  grants: [
    ...(['small grants to women’s groups', 'малые гранты женским группам'] as const),
    ...(['әйелдер топтарына шағын гранттар', 'аялдар топторуна чакан гранттар'] as const),
    ...(['грантҳои хурд ба гурӯҳҳои занон', 'zenan toparlaryna kiçi grantlar'] as const),
    'ayollar guruhlariga kichik grantlar',
  ],
} as const satisfies Record<string, Seven>
export type Work = keyof typeof works

export const initiativeTitle = (at: number, work: Work): MultiText => {
  const name = names[at % names.length] ?? names[0]
  return text(one => `«${name?.[one] ?? ''}» (${invented[one]}): ${works[work][one]}`)
}

const seven = (...said: Seven): MultiText => text(at => said[at] ?? '')

export const outcomes = [
  {
    pillar: 'I',
    code: '1',
    title: seven(
      'Schools and clinics take children in',
      'Школы и поликлиники принимают детей',
      'Мектептер мен емханалар балаларды қабылдайды',
      'Мектептер жана бейтапканалар балдарды кабыл алат',
      'Мактабҳо ва дармонгоҳҳо кӯдаконро қабул мекунанд',
      'Mekdepler we saglyk öýleri çagalary kabul edýär',
      'Maktab va poliklinikalar bolalarni qabul qiladi',
    ),
    output: {
      code: '1.1',
      title: seven(
        'People at school know how to help',
        'В школах знают, как помочь',
        'Мектепте қалай көмектесуді біледі',
        'Мектепте кантип жардам берүүнү билишет',
        'Дар мактаб медонанд, ки чӣ тавр ёрӣ диҳанд',
        'Mekdeplerde nähili kömek etmelidigini bilýärler',
        'Maktablarda qanday yordam berishni bilishadi',
      ),
    },
  },
  {
    pillar: 'IV',
    code: '2',
    title: seven(
      'Every child has papers',
      'У каждого ребёнка есть документы',
      'Әр баланың құжаты бар',
      'Ар бир баланын документи бар',
      'Ҳар кӯдак ҳуҷҷат дорад',
      'Her çaganyň resminamasy bar',
      'Har bir bolaning hujjati bor',
    ),
    output: {
      code: '2.1',
      title: seven(
        'Courts and registries decide in time',
        'Суды и ЗАГС решают вовремя',
        'Соттар мен АХАТ уақытында шешеді',
        'Соттор жана ЖААК өз убагында чечет',
        'Судҳо ва САҲШ сари вақт ҳал мекунанд',
        'Kazyýetler we ÝAÝ öz wagtynda çözýär',
        'Sudlar va FHDYO oʻz vaqtida hal qiladi',
      ),
    },
  },
] as const

export const indicators = [
  {
    output: '1.1',
    code: '1.1.1',
    unit: 'percent',
    frequency: 'half-year',
    title: seven(
      'Districts with a trained school psychologist',
      'Районы с обученным школьным психологом',
      'Оқытылған мектеп психологы бар аудандар',
      'Окутулган мектеп психологу бар райондор',
      'Ноҳияҳо бо равоншиноси омӯзонидашудаи мактаб',
      'Okadylan mekdep psihology bar etraplar',
      'Oʻqitilgan maktab psixologi bor tumanlar',
    ),
    definition: seven(
      'Share of districts in which at least one school psychologist has finished the course',
      'Доля районов, где хотя бы один школьный психолог окончил курс',
      'Кемінде бір мектеп психологы курсты бітірген аудандардың үлесі',
      'Кеминде бир мектеп психологу курсту бүтүргөн райондордун үлүшү',
      'Ҳиссаи ноҳияҳое, ки дар онҳо ақаллан як равоншиноси мактаб курсро хатм кардааст',
      'Iň bolmanda bir mekdep psihology okuwy tamamlan etraplaryň paýy',
      'Kamida bitta maktab psixologi kursni tugatgan tumanlar ulushi',
    ),
  },
  {
    output: '1.1',
    code: '1.1.2',
    unit: 'number',
    frequency: 'year',
    title: seven(
      'Courses held',
      'Проведённые курсы',
      'Өткізілген курстар',
      'Өткөрүлгөн курстар',
      'Курсҳои гузаронидашуда',
      'Geçirilen okuwlar',
      'Oʻtkazilgan kurslar',
    ),
    definition: seven(
      'Courses of three days or more that ended in the period',
      'Курсы от трёх дней, завершённые в период',
      'Кезеңде аяқталған үш күннен ұзақ курстар',
      'Мезгилде аяктаган үч күндөн узак курстар',
      'Курсҳои аз се рӯз бештар, ки дар давра анҷом ёфтаанд',
      'Döwürde tamamlanan üç günden uzyn okuwlar',
      'Davrda yakunlangan uch kundan uzun kurslar',
    ),
  },
  {
    output: '2.1',
    code: '2.1.1',
    unit: 'days',
    frequency: 'half-year',
    title: seven(
      'Days until a birth is registered',
      'Дней до регистрации рождения',
      'Тууды тіркеуге дейінгі күндер',
      'Төрөлүүнү каттоого чейинки күндөр',
      'Рӯзҳо то бақайдгирии таваллуд',
      'Dogluş bellige alynýança günler',
      'Tugʻilish roʻyxatga olinguncha kunlar',
    ),
    definition: seven(
      'Usual time from application to entry in the register, as the registry reports it',
      'Обычный срок от заявления до записи, по данным ЗАГС',
      'Өтініштен жазбаға дейінгі әдеттегі мерзім, АХАТ дерегі бойынша',
      'Арыздан жазууга чейинки адаттагы мөөнөт, ЖААК маалыматы боюнча',
      'Мӯҳлати муқаррарӣ аз ариза то сабт, аз рӯи маълумоти САҲШ',
      'Arzadan ýazga çenli adaty möhlet, ÝAÝ maglumaty boýunça',
      'Arizadan yozuvgacha odatdagi muddat, FHDYO maʼlumoti boʻyicha',
    ),
  },
] as const
