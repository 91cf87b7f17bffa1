/** Words of the invented meetings of a working group, of what was filed for them and of what was corrected. */
import type { Language } from '@kerege/contract/common'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { texts } from './councilTexts.ts'

export const firstTitle = texts(
  'Meeting on first talks (invented)',
  'Встреча о первых беседах (вымышленная)',
  'Алғашқы әңгімелер туралы кездесу (ойдан шығарылған)',
  'Алгачкы маектер боюнча жолугушуу (ойдон чыгарылган)',
  'Вохӯрӣ оид ба суҳбатҳои аввал (хаёлӣ)',
  'Ilkinji söhbetler barada duşuşyk (oýlanyp tapylan)',
  'Ilk suhbatlar haqida uchrashuv (toʻqima)',
)
export const secondTitle = texts(
  'Meeting on waiting times (invented)',
  'Встреча о сроках ожидания (вымышленная)',
  'Күту мерзімдері туралы кездесу (ойдан шығарылған)',
  'Күтүү мөөнөттөрү боюнча жолугушуу (ойдон чыгарылган)',
  'Вохӯрӣ оид ба мӯҳлати интизорӣ (хаёлӣ)',
  'Garaşmak möhletleri barada duşuşyk (oýlanyp tapylan)',
  'Kutish muddatlari haqida uchrashuv (toʻqima)',
)
export const firstItem = texts(
  'Talking with children after they have come home: what helps',
  'Разговор с детьми после возвращения: что помогает',
  'Оралған балалармен әңгімелесу: не көмектеседі',
  'Кайтып келген балдар менен сүйлөшүү: эмне жардам берет',
  'Суҳбат бо кӯдакони баргашта: чӣ ёрӣ медиҳад',
  'Gaýdyp gelen çagalar bilen gepleşmek: näme kömek edýär',
  'Qaytgan bolalar bilan suhbat: nima yordam beradi',
)
export const secondItem = texts(
  'How long families wait for a psychologist',
  'Сколько семьи ждут психолога',
  'Отбасылар психологты қанша күтеді',
  'Үй-бүлөлөр психологду канча күтөт',
  'Оилаҳо равоншиносро чӣ қадар интизор мешаванд',
  'Maşgalalar psihologa näçe garaşýar',
  'Oilalar psixologni qancha kutadi',
)
export const approvalItem = texts(
  'Approval of the record of the meeting on first talks',
  'Утверждение отчёта о встрече о первых беседах',
  'Алғашқы әңгімелер туралы кездесу хаттамасын бекіту',
  'Алгачкы маектер боюнча жолугушуунун протоколун бекитүү',
  'Тасдиқи гузориши вохӯрӣ оид ба суҳбатҳои аввал',
  'Ilkinji söhbetler baradaky duşuşygyň hasabatyny tassyklamak',
  'Ilk suhbatlar haqidagi uchrashuv bayonnomasini tasdiqlash',
)
export const ownLanguage = {
  title: texts(
    'First talks in the child’s own language',
    'Первые беседы на языке ребёнка',
    'Алғашқы әңгіме баланың өз тілінде',
    'Алгачкы маек баланын өз тилинде',
    'Суҳбати аввал ба забони худи кӯдак',
    'Ilkinji söhbet çaganyň öz dilinde',
    'Ilk suhbat bolaning oʻz tilida',
  ),
  texts: texts(
    'First talks are held in the language in which the child feels at home, with somebody whom the child knows nearby.',
    'Первые беседы ведут на языке, который ребёнку ближе, и рядом есть тот, кого ребёнок знает.',
    'Алғашқы әңгіме балаға жақын тілде өтеді, қасында бала танитын адам болады.',
    'Алгачкы маек балага жакын тилде өтөт, жанында бала тааныган адам болот.',
    'Суҳбати аввал ба забоне мешавад, ки ба кӯдак наздик аст, ва дар наздаш шахси шинос мебошад.',
    'Ilkinji söhbet çaga ýakyn dilde geçýär, ýanynda çaganyň tanaýan adamy bolýar.',
    'Ilk suhbat bolaga yaqin tilda oʻtadi, yonida bola taniydigan kishi boʻladi.',
  ),
}
export const interpretation = 'Биз муну сурдокотормо да кирет деп түшүнөбүз.'

const statement = (title: string, ...lines: string[]): DocumentText => ({
  title,
  blocks: lines.map((text, at) => ({
    id: `p${at + 1}`,
    kind: 'paragraph',
    number: `${at + 1}.`,
    runs: [{ text }],
  })),
})
interface Filed {
  by: string
  language: Language
  forRecord: boolean
  withheld: boolean
  text: DocumentText
}
/** Of the first meeting, then of the second. */
export const filed: readonly (readonly Filed[])[] = [
  [
    {
      by: 'delegate-kg',
      language: 'ky',
      forRecord: true,
      withheld: false,
      text: statement(
        'Алгачкы маек тууралуу (ойдон чыгарылган)',
        'Биз алгачкы маекти үйдө, үй-бүлөнүн жанында өткөрөбүз.',
        'Бала унчукпаса, биз да күтөбүз: маек эртең да болот.',
      ),
    },
    {
      by: 'delegate-uz',
      language: 'ru',
      forRecord: false,
      withheld: true,
      text: statement(
        'О нагрузке специалистов (вымышлено)',
        'Просим пока не оглашать: мы ещё сверяем числа с регионами.',
      ),
    },
    {
      by: 'observer',
      language: 'en',
      forRecord: false,
      withheld: false,
      text: statement(
        'On keeping brothers and sisters together (invented)',
        'A first talk goes better when brothers and sisters may sit together.',
        'We offer our interview notes, without names, to whoever wants to try them.',
      ),
    },
  ],
  [
    {
      by: 'delegate-tj',
      language: 'tg',
      forRecord: true,
      withheld: false,
      text: statement(
        'Дар бораи интизорӣ (хаёлӣ)',
        'Дар деҳаҳои дур оила равоншиносро аз се ҳафта зиёд интизор мешавад.',
        'Мо роҳи суҳбати фосилавиро месанҷем.',
      ),
    },
    {
      by: 'delegate-kg',
      language: 'ru',
      forRecord: false,
      withheld: false,
      text: statement(
        'Как мы считаем ожидание (вымышлено)',
        'Считаем дни от просьбы до первой встречи, без имён и без района.',
      ),
    },
  ],
]
export const corrected = {
  words: 'The group agreed to look at waiting times at its next meeting.',
  reason: 'It was said at the end and is missing',
  answer: 'Taken as proposed',
}
export const openCorrection = {
  words: 'Kyrgyzstan offered to share how it counts waiting.',
  reason: 'Our offer is missing',
}
