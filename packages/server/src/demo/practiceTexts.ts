/** What invented reviewers say: reasons of grades, words to authors, advice for readers. About practices, never about persons. */
import { texts } from './texts.ts'

export const reasonTexts = {
  relevance: [
    texts(
      'Every state meets this need',
      'Эта нужда есть в каждом государстве',
      'Мұндай қажеттілік әр мемлекетте бар',
      'Мындай муктаждык ар бир мамлекетте бар',
      'Ин ниёз дар ҳар давлат ҳаст',
      'Bu zerurlyk her döwletde bar',
      'Bu ehtiyoj har bir davlatda bor',
    ),
    texts(
      'Schools and families ask for it',
      'Об этом просят школы и семьи',
      'Мұны мектептер мен отбасылар сұрайды',
      'Муну мектептер менен үй-бүлөлөр сурашат',
      'Инро мактабҳо ва оилаҳо мепурсанд',
      'Muny mekdepler we maşgalalar soraýar',
      'Buni maktablar va oilalar soʻraydi',
    ),
  ],
  effect: [
    texts(
      'It changed the daily work of staff',
      'Это изменило ежедневную работу сотрудников',
      'Қызметкерлердің күнделікті жұмысын өзгертті',
      'Кызматкерлердин күнүмдүк ишин өзгөрттү',
      'Кори ҳаррӯзаи кормандонро дигар кард',
      'Işgärleriň gündelik işini üýtgetdi',
      'Xodimlarning kundalik ishini oʻzgartirdi',
    ),
    texts(
      'Families say that it helped; for how long is open',
      'Семьи говорят, что помогло; надолго ли, неизвестно',
      'Отбасылар көмектесті дейді; қанша уақытқа екені белгісіз',
      'Үй-бүлөлөр жардам берди дейт; канча убакытка экени белгисиз',
      'Оилаҳо мегӯянд, ки кӯмак кард; ба чанд муддат, маълум нест',
      'Maşgalalar kömek etdi diýýär; näçe wagta, belli däl',
      'Oilalar yordam berdi deydi; qancha vaqtga, nomaʼlum',
    ),
  ],
  evidence: [
    texts(
      'Reported, not yet compared',
      'Сообщается, но пока не сравнивали',
      'Хабарланған, әлі салыстырылмаған',
      'Кабарланган, бирок салыштырыла элек',
      'Хабар дода шудааст, ҳанӯз муқоиса нашудааст',
      'Habar berildi, entek deňeşdirilmedi',
      'Xabar berilgan, hali solishtirilmagan',
    ),
    texts(
      'Sources agree with each other',
      'Источники согласны друг с другом',
      'Дереккөздер бір-біріне сай',
      'Булактар бири-бирине дал келет',
      'Манбаъҳо ба ҳам мувофиқанд',
      'Çeşmeler biri-birine gabat gelýär',
      'Manbalar bir-biriga mos',
    ),
  ],
  rights: [
    texts(
      'Nobody learns more than they need',
      'Никто не узнаёт больше нужного',
      'Ешкім керегінен артық білмейді',
      'Эч ким керегинен ашык билбейт',
      'Ҳеҷ кас аз даркорӣ бештар намедонад',
      'Hiç kim gereginden artyk bilmeýär',
      'Hech kim keragidan ortiq bilmaydi',
    ),
    texts(
      'Consent is asked for, and can be taken back',
      'Согласие спрашивают, и его можно отозвать',
      'Келісім сұралады және қайтарып алуға болады',
      'Макулдук суралат жана кайтарып алса болот',
      'Ризоият пурсида мешавад ва онро бозпас гирифтан мумкин',
      'Razylyk soralýar we yzyna alyp bolýar',
      'Rozilik soʻraladi va uni qaytarib olish mumkin',
    ),
  ],
  replicability: [
    texts(
      'Needs one trained person a district',
      'Нужен один обученный человек на район',
      'Ауданға бір оқытылған адам керек',
      'Районго бир окутулган киши керек',
      'Барои ҳар ноҳия як нафари омӯзонидашуда лозим',
      'Her etraba bir okadylan adam gerek',
      'Har tumanga bitta oʻqitilgan kishi kerak',
    ),
    texts(
      'Can be begun with what is there',
      'Можно начать с тем, что есть',
      'Қолда барымен бастауға болады',
      'Колдо болгону менен баштоого болот',
      'Бо он чи ҳаст, оғоз кардан мумкин',
      'Bar zat bilen başlap bolýar',
      'Bori bilan boshlash mumkin',
    ),
  ],
} as const

export const authorTexts = [
  texts(
    'Please say who pays once the project has ended.',
    'Скажите, пожалуйста, кто платит после конца проекта.',
    'Жоба аяқталған соң кім төлейтінін айтыңыз.',
    'Долбоор бүткөндөн кийин ким төлөрүн айтыңыз.',
    'Лутфан гӯед, ки баъди анҷоми лоиҳа кӣ пардохт мекунад.',
    'Taslama gutarandan soň kimiň töleýändigini aýdyň.',
    'Loyiha tugagach kim toʻlashini ayting.',
  ),
  texts(
    'The steps are clear. Add what did not work.',
    'Шаги ясны. Добавьте, что не сработало.',
    'Қадамдар түсінікті. Не жұмыс істемегенін қосыңыз.',
    'Кадамдар түшүнүктүү. Эмне иштебегенин кошуңуз.',
    'Қадамҳо равшананд. Илова кунед, ки чӣ нашуд.',
    'Ädimler düşnükli. Nämäniň işlemändigini goşuň.',
    'Qadamlar tushunarli. Nima ishlamaganini qoʻshing.',
  ),
] as const

export const adviceTexts = [
  texts(
    'Begin with one school before a whole region does it.',
    'Начните с одной школы, прежде чем брать всю область.',
    'Бүкіл облыстан бұрын бір мектептен бастаңыз.',
    'Бүткүл облустан мурда бир мектептен баштаңыз.',
    'Пеш аз тамоми вилоят аз як мактаб оғоз кунед.',
    'Tutuş welaýatdan öň bir mekdepden başlaň.',
    'Butun viloyatdan oldin bitta maktabdan boshlang.',
  ),
  texts(
    'Copy the talk with the family before you copy the form.',
    'Сначала перенимайте разговор с семьёй, потом бланк.',
    'Алдымен отбасымен әңгімені үйреніңіз, қағазды содан кейін.',
    'Адегенде үй-бүлө менен сүйлөшүүнү үйрөнүңүз, кагазды кийин.',
    'Аввал сӯҳбат бо оиларо омӯзед, баъд варақаро.',
    'Ilki maşgala bilen söhbeti öwreniň, soňra kagyzy.',
    'Avval oila bilan suhbatni oʻrganing, keyin qogʻozni.',
  ),
] as const
