/** Words of the demo's papers in the language of each state: offices that do not exist, reasons, proof. No names. */
import type { Pathway } from '@kerege/contract/people/papers/rules'
import type { DemoState } from './types.ts'

interface PaperTexts {
  readonly offices: Readonly<Partial<Record<Pathway, string>> & { registry: string }>
  readonly hours: string
  readonly reasons: Readonly<Record<'refused' | 'not-needed', string>>
  readonly proof: readonly string[]
}

export const paperTexts: Readonly<Record<DemoState, PaperTexts>> = {
  kz: {
    offices: {
      registry: 'Көктем ауданының АХАТ бөлімі (ойдан шығарылған)',
      court: 'Көктем аудандық соты (ойдан шығарылған)',
      'migration-office': 'Көктем ауданының көші-қон қызметі (ойдан шығарылған)',
      'school-board': 'Көктем ауданының білім бөлімі (ойдан шығарылған)',
    },
    hours: 'жұмыс күні 9:00–18:00',
    reasons: { refused: 'Куәгердің түсініктемесі жетпейді', 'not-needed': 'Құжат әжесінің үйінен табылды' },
    proof: ['Әжесінің түсініктемесі', 'Екі куәгердің өтініші', 'Дәрігердің анықтамасы'],
  },
  uz: {
    offices: {
      registry: 'Bahor tumani FHDY boʻlimi (oʻylab topilgan)',
      court: 'Bahor tumani sudi (oʻylab topilgan)',
      'migration-office': 'Bahor tumani migratsiya xizmati (oʻylab topilgan)',
      'school-board': 'Bahor tumani taʼlim boʻlimi (oʻylab topilgan)',
    },
    hours: 'ish kunlari 9:00–18:00',
    reasons: {
      refused: 'Guvohning tushuntirishi yetishmaydi',
      'not-needed': 'Hujjat buvisining uyidan topildi',
    },
    proof: ['Buvisining tushuntirishi', 'Ikki guvohning arizasi', 'Shifokor maʼlumotnomasi'],
  },
  kg: {
    offices: {
      registry: 'Жаз районунун ЖААК бөлүмү (ойдон чыгарылган)',
      court: 'Жаз райондук соту (ойдон чыгарылган)',
      'migration-office': 'Жаз районунун миграция кызматы (ойдон чыгарылган)',
      'school-board': 'Жаз районунун билим берүү бөлүмү (ойдон чыгарылган)',
    },
    hours: 'жумуш күнү 9:00–18:00',
    reasons: {
      refused: 'Күбөнүн түшүндүрмөсү жетишпейт',
      'not-needed': 'Документ чоң энесинин үйүнөн табылды',
    },
    proof: ['Чоң энесинин түшүндүрмөсү', 'Эки күбөнүн арызы', 'Дарыгердин маалымкаты'],
  },
  tj: {
    offices: {
      registry: 'Шуъбаи САҲШ-и ноҳияи Баҳор (бофта)',
      court: 'Суди ноҳияи Баҳор (бофта)',
      'migration-office': 'Хадамоти муҳоҷирати ноҳияи Баҳор (бофта)',
      'school-board': 'Шуъбаи маорифи ноҳияи Баҳор (бофта)',
    },
    hours: 'рӯзҳои корӣ 9:00–18:00',
    reasons: { refused: 'Баёноти шоҳид намерасад', 'not-needed': 'Ҳуҷҷат аз хонаи бибӣ ёфт шуд' },
    proof: ['Баёноти бибӣ', 'Аризаи ду шоҳид', 'Маълумотномаи духтур'],
  },
}
