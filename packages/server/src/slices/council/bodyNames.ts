/** The bodies that public texts name: the Council, its four working groups, and the focal points of its members. */
import type { MultiText } from '@kerege/contract/common'
import { languages } from '@kerege/contract/common'

/** English from the texts of the United Nations and the OSCE, the rest our renderings. */
const named = (...texts: [string, string, string, string, string, string, string]): MultiText =>
  Object.fromEntries(
    languages.map((language, at) => [
      language,
      { text: texts[at] ?? '', state: language === 'en' ? ('checked' as const) : ('draft' as const) },
    ]),
  )

export const bodies: readonly {
  code: string
  kind: 'council' | 'working-group' | 'focal-points'
  name: MultiText
}[] = [
  {
    code: 'REC',
    kind: 'council',
    name: named(
      'Regional Expert Council on Rehabilitation and Reintegration',
      'Региональный экспертный совет по реабилитации и реинтеграции',
      'Оңалту және қайта кіріктіру жөніндегі өңірлік сараптамалық кеңес',
      'Реабилитация жана реинтеграция боюнча регионалдык эксперттик кеңеш',
      'Шӯрои минтақавии коршиносон оид ба барқарорсозӣ ва ҳамгироӣ',
      'Reabilitasiýa we reintegrasiýa boýunça sebit bilermenler geňeşi',
      'Reabilitatsiya va reintegratsiya boʻyicha mintaqaviy ekspert kengashi',
    ),
  },
  {
    code: 'WG.ACC',
    kind: 'working-group',
    name: named(
      'Working group on accountability',
      'Рабочая группа по вопросам ответственности',
      'Жауапкершілік жөніндегі жұмыс тобы',
      'Жоопкерчилик боюнча жумушчу топ',
      'Гурӯҳи корӣ оид ба масъулият',
      'Jogapkärçilik boýunça iş topary',
      'Javobgarlik boʻyicha ishchi guruh',
    ),
  },
  {
    code: 'WG.PSS',
    kind: 'working-group',
    name: named(
      'Working group on psychosocial support',
      'Рабочая группа по психосоциальной поддержке',
      'Психоәлеуметтік қолдау жөніндегі жұмыс тобы',
      'Психосоциалдык колдоо боюнча жумушчу топ',
      'Гурӯҳи корӣ оид ба дастгирии равонию иҷтимоӣ',
      'Psihososial goldaw boýunça iş topary',
      'Psixoijtimoiy qoʻllab-quvvatlash boʻyicha ishchi guruh',
    ),
  },
  {
    code: 'WG.CTN',
    kind: 'working-group',
    name: named(
      'Working group on countering terrorist narratives',
      'Рабочая группа по противодействию террористическим нарративам',
      'Террористік нарративтерге қарсы іс-қимыл жөніндегі жұмыс тобы',
      'Террористтик нарративдерге каршы аракеттенүү боюнча жумушчу топ',
      'Гурӯҳи корӣ оид ба муқовимат бо ривоятҳои террористӣ',
      'Terrorçylykly pikirlere garşy durmak boýunça iş topary',
      'Terrorchilik gʻoyalariga qarshi kurash boʻyicha ishchi guruh',
    ),
  },
  {
    code: 'WG.CSE',
    kind: 'working-group',
    name: named(
      'Working group on civil society engagement',
      'Рабочая группа по взаимодействию с гражданским обществом',
      'Азаматтық қоғаммен өзара іс-қимыл жөніндегі жұмыс тобы',
      'Жарандык коом менен өз ара аракеттенүү боюнча жумушчу топ',
      'Гурӯҳи корӣ оид ба ҳамкорӣ бо ҷомеаи шаҳрвандӣ',
      'Raýat jemgyýeti bilen hyzmatdaşlyk boýunça iş topary',
      'Fuqarolik jamiyati bilan hamkorlik boʻyicha ishchi guruh',
    ),
  },
  {
    code: 'FP',
    kind: 'focal-points',
    name: named(
      'Focal points of the members',
      'Координаторы государств-участников',
      'Мүше мемлекеттердің үйлестірушілері',
      'Мүчө мамлекеттердин координаторлору',
      'Ҳамоҳангсозони давлатҳои аъзо',
      'Agza döwletleriň utgaşdyryjylary',
      'Aʼzo davlatlarning muvofiqlashtiruvchilari',
    ),
  },
]
