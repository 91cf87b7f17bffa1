/** What the invented Council of the demo writes. Plainly made up for trying out; no real body has said any of it. */
import type { MultiText } from '@kerege/contract/common'
import { languages } from '@kerege/contract/common'

type Seven = readonly [string, string, string, string, string, string, string]

/** English and Russian checked, as the rules ask; Turkmen still a draft, as it happens. */
export const texts = (...seven: Seven): MultiText =>
  Object.fromEntries(
    languages.map((language, at) => [
      language,
      { text: seven[at] ?? '', state: language === 'tk' ? ('draft' as const) : ('checked' as const) },
    ]),
  )

export const sessionTitle = texts(
  'Session for trying out (invented)',
  'Сессия для пробы (вымышленная)',
  'Сынап көруге арналған сессия (ойдан шығарылған)',
  'Сынап көрүү үчүн сессия (ойдон чыгарылган)',
  'Иҷлосия барои озмоиш (хаёлӣ)',
  'Synap görmek üçin mejlis (oýlanyp tapylan)',
  'Sinab koʻrish uchun majlis (toʻqima)',
)

export const practicalNote = texts(
  'Badges at the entrance from 8:30. Interpretation: channel 1 English, channel 2 Russian.',
  'Пропуска у входа с 8:30. Перевод: канал 1 английский, канал 2 русский.',
  'Рұқсаттама кіреберісте 8:30-дан. Аударма: 1-арна ағылшынша, 2-арна орысша.',
  'Уруксат кагазы кире бериште 8:30дан. Котормо: 1-канал англисче, 2-канал орусча.',
  'Иҷозатнома дар даромадгоҳ аз 8:30. Тарҷума: канали 1 англисӣ, канали 2 русӣ.',
  'Rugsatnama girelgede 8:30-dan. Terjime: 1-nji kanal iňlisçe, 2-nji kanal rusça.',
  'Ruxsatnoma kiraverishda 8:30 dan. Tarjima: 1-kanal inglizcha, 2-kanal ruscha.',
)

interface InventedDecision {
  title: MultiText
  texts: MultiText
}

export const birthPapers: InventedDecision = {
  title: texts(
    'Birth documents for children who return',
    'Документы о рождении для вернувшихся детей',
    'Оралған балалардың туу туралы құжаттары',
    'Кайтып келген балдардын туулганы жөнүндө документтери',
    'Ҳуҷҷатҳои таваллуди кӯдакони баргашта',
    'Gaýdyp gelen çagalaryň doglan hakyndaky resminamalary',
    'Qaytgan bolalarning tugʻilganlik haqidagi hujjatlari',
  ),
  texts: texts(
    'The Council recommends that member states:\n1. Set a way to a birth certificate within 30 days of a child’s arrival.\n2. Keep school and doctor open to the child while the document is awaited.\n3. Share legal solutions, so that the entry of a place of birth leads to no harm.',
    'Совет рекомендует государствам-членам:\n1. Определить порядок получения свидетельства о рождении в течение 30 дней после приезда ребёнка.\n2. Пока документ ожидается, сохранять доступ ребёнка к школе и врачу.\n3. Делиться правовыми решениями, чтобы запись о месте рождения не вредила ребёнку.',
    'Кеңес мүше мемлекеттерге мыналарды ұсынады:\n1. Бала келгеннен кейін 30 күн ішінде туу туралы куәлік алу жолын белгілеу.\n2. Құжат күтілген кезде мектеп пен дәрігердің есігін балаға ашық ұстау.\n3. Туған жері туралы жазба баланы кемсітуге әкелмеуі үшін құқықтық шешімдермен бөлісу.',
    'Кеңеш мүчө мамлекеттерге төмөнкүлөрдү сунуштайт:\n1. Бала келгенден кийин 30 күндүн ичинде туулгандыгы тууралуу күбөлүк алуу жолун белгилөө.\n2. Документ күтүлүп жатканда мектеп менен дарыгердин эшигин балага ачык кармоо.\n3. Туулган жери жөнүндө жазуу балага зыян келтирбеши үчүн укуктук чечимдер менен бөлүшүү.',
    'Шӯро ба давлатҳои аъзо тавсия медиҳад:\n1. Роҳи гирифтани шаҳодатномаи таваллуд дар давоми 30 рӯзи пас аз омадани кӯдак муайян карда шавад.\n2. То омадани ҳуҷҷат дари мактаб ва духтур барои кӯдак кушода бошад.\n3. Ҳалли ҳуқуқӣ мубодила шавад, то қайди ҷойи таваллуд ба кӯдак зиён нарасонад.',
    'Geňeş agza döwletlere şulary maslahat berýär:\n1. Çaga gelenden soň 30 günüň içinde doglan hakyndaky şahadatnamany almagyň ýoluny bellemek.\n2. Resminama garaşylýarka mekdebiň we lukmanyň gapysyny çaga açyk saklamak.\n3. Doglan ýeri baradaky ýazgy çaga zyýan bermez ýaly hukuk çözgütlerini paýlaşmak.',
    'Kengash aʼzo davlatlarga quyidagilarni tavsiya qiladi:\n1. Bola kelganidan keyin 30 kun ichida tugʻilganlik haqidagi guvohnoma olish yoʻlini belgilash.\n2. Hujjat kutilayotgan davrda maktab va shifokor eshigini bola uchun ochiq saqlash.\n3. Tugʻilgan joy yozuvi bolani kamsitishga olib kelmasligi uchun huquqiy yechimlar bilan oʻrtoqlashish.',
  ),
}

export const oneContact: InventedDecision = {
  title: texts(
    'One contact for practitioners in each state',
    'Одно контактное лицо для практиков в каждом государстве',
    'Әр мемлекетте мамандарға бір байланыс',
    'Ар бир мамлекетте адистер үчүн бир байланыш',
    'Як тамос барои амалкунандагон дар ҳар давлат',
    'Her döwletde hünärmenler üçin bir habarlaşyk',
    'Har bir davlatda amaliyotchilar uchun bitta aloqa',
  ),
  texts: texts(
    'Each member names one office that practitioners of the other members can write to, and keeps its address up to date.',
    'Каждый член называет одно учреждение, которому могут писать практики других членов, и следит, чтобы его адрес был верен.',
    'Әр мүше басқа мүшелердің мамандары жаза алатын бір мекемені атайды және оның мекенжайын жаңартып отырады.',
    'Ар бир мүчө башка мүчөлөрдүн адистери жаза ала турган бир мекемени атайт жана анын дарегин жаңыртып турат.',
    'Ҳар узв як муассисаеро ном мебарад, ки мутахассисони дигар аъзо ба он навишта метавонанд, ва нишонии онро нав нигоҳ медорад.',
    'Her agza beýleki agzalaryň hünärmenleriniň ýazyp biljek bir edarasyny görkezýär we onuň salgysyny täze saklaýar.',
    'Har bir aʼzo boshqa aʼzolarning mutaxassislari yoza oladigan bitta idorani koʻrsatadi va uning manzilini yangilab turadi.',
  ),
}

export const oneForm: InventedDecision = {
  title: texts(
    'One form for requests between members',
    'Единая форма запросов между членами',
    'Мүшелер арасындағы сұраудың бір үлгісі',
    'Мүчөлөр ортосундагы суроонун бир үлгүсү',
    'Шакли ягонаи дархост байни аъзо',
    'Agzalaryň arasyndaky haýyşlaryň bir görnüşi',
    'Aʼzolar oʻrtasidagi soʻrovning yagona shakli',
  ),
  texts: texts(
    'Members use one form for requests between their services. The form asks for no personal data beyond what the request needs.',
    'Члены пользуются единой формой запросов между службами. В форме нет персональных данных сверх нужного.',
    'Мүшелер қызметтер арасындағы сұрауға бір үлгіні қолданады. Үлгіде қажеттен артық дербес дерек жоқ.',
    'Мүчөлөр кызматтар ортосундагы суроого бир үлгүнү колдонот. Үлгүдө керектен ашык жеке маалымат жок.',
    'Аъзо барои дархост байни хадамот як шаклро истифода мебаранд. Дар шакл маълумоти шахсии зиёдатӣ нест.',
    'Agzalar gulluklaryň arasyndaky haýyşlar üçin bir görnüşi ulanýar. Onda gereginden artyk şahsy maglumat ýok.',
    'Aʼzolar xizmatlar oʻrtasidagi soʻrov uchun bitta shakldan foydalanadi. Unda keragidan ortiq shaxsiy maʼlumot yoʻq.',
  ),
}

export const objectionWords =
  'Ба мо барои муқоиса бо қонуни худ вақт лозим аст. Мо матни ислоҳшударо пешниҳод мекунем.'
export const reservationWords = 'Qonunchiligimiz yoʻl qoʻygan doirada.'

export const agendaItems: readonly { title: MultiText; minutes: number }[] = [
  {
    minutes: 10,
    title: texts(
      'Opening and adoption of the agenda',
      'Открытие и утверждение повестки дня',
      'Ашылуы және күн тәртібін бекіту',
      'Ачылышы жана күн тартибин бекитүү',
      'Кушодашавӣ ва тасдиқи рӯзнома',
      'Açylyş we gün tertibini tassyklamak',
      'Ochilish va kun tartibini tasdiqlash',
    ),
  },
  {
    minutes: 50,
    title: texts(
      'What became of earlier recommendations',
      'Что стало с прежними рекомендациями',
      'Бұрынғы ұсынымдардың орындалуы',
      'Мурунку сунуштардын аткарылышы',
      'Иҷрои тавсияҳои пешина',
      'Öňki maslahatlaryň ýerine ýetirilişi',
      'Avvalgi tavsiyalarning bajarilishi',
    ),
  },
  { minutes: 40, title: birthPapers.title },
  {
    minutes: 30,
    title: texts(
      'Chair: hand-over and next host',
      'Председательство: передача и следующая встреча',
      'Төрағалық: тапсыру және келесі кездесу орны',
      'Төрагалык: өткөрүп берүү жана кийинки жолугушуу',
      'Раисӣ: супоридан ва мизбони оянда',
      'Başlyklyk: tabşyrmak we indiki kabul edýän',
      'Raislik: topshirish va keyingi mezbon',
    ),
  },
]

export const channels = '1 English, 2 Русский'

/** A plan of others, which is invented. */
export const plan = 'Joint plan (demo), pillar 2'

export const promises: readonly { title: MultiText; owner: string; days: number }[] = [
  {
    owner: 'KZ',
    days: -150,
    title: texts(
      'Share the forms used for first talks',
      'Поделиться бланками первых бесед',
      'Алғашқы әңгіме үлгілерімен бөлісу',
      'Алгачкы маектин үлгүлөрү менен бөлүшүү',
      'Мубодилаи шаклҳои суҳбати аввал',
      'Ilkinji söhbetiň görnüşlerini paýlaşmak',
      'Ilk suhbat namunalari bilan oʻrtoqlashish',
    ),
  },
  {
    owner: 'KG',
    days: 40,
    title: texts(
      'Name the office for practitioners',
      'Назвать учреждение для практиков',
      'Мамандарға арналған мекемені атау',
      'Адистер үчүн мекемени атоо',
      'Номбар кардани муассиса барои мутахассисон',
      'Hünärmenler üçin edarany görkezmek',
      'Amaliyotchilar uchun idorani koʻrsatish',
    ),
  },
]

export const progressWords = 'Мекеменин дареги ушул айда жөнөтүлөт.'
