/** What workers of the demo wrote, in the language of their state: plain, warm, and about nobody. */
import type { DemoState } from './types.ts'

interface Texts {
  notes: {
    visit: readonly [string, ...string[]]
    call: readonly [string, ...string[]]
    meeting: readonly [string, ...string[]]
    added: string
  }
  concerns: { noted: string; eased: string }
  obstacles: { paper: string; other: string; solved: string }
  appointments: { whom: string; visit: string; office: string; together: string }
}

export const caseworkTexts: Readonly<Record<DemoState, Texts>> = {
  kz: {
    notes: {
      visit: [
        'Үйде болдық: бәрі үйде, көңілдері жайлы. Шатыр жөнделді, бөлме жылы.',
        'Балалар сабақтарын көрсетті. Әжесі келесі аптада емханаға барады.',
      ],
      call: ['Анасы қоңырау шалды: мектеп кездесуді дүйсенбіге белгіледі.', 'Жәрдемақы келді, отбасы риза.'],
      meeting: ['Сынып жетекшісімен кездестік: тіл курсына аптасына үш рет барады.'],
      added: 'Кездесу дүйсенбіде өтті, бәрі келді.',
    },
    concerns: { noted: 'Барғанда өздері айтты', eased: 'Көмек басталды, жеңілдеп қалды' },
    obstacles: {
      paper: 'Шетелден келген құжаттың аудармасын сұрап отыр',
      other: 'Өтініш берілді, жауап күтіп отырмыз',
      solved: 'Бөлімге бірге бардық, сол күні шешілді',
    },
    appointments: { whom: 'Анасы', visit: 'Үйде', office: 'Орталықта', together: 'Білім бөлімінде' },
  },
  kg: {
    notes: {
      visit: [
        'Үйүндө болдук: баары үйдө, көңүлдөрү тынч. Чатыр оңдолду, бөлмө жылуу.',
        'Балдар сабактарын көрсөтүштү. Чоң энеси кийинки жумада емканага барат.',
      ],
      call: [
        'Энеси телефон чалды: мектеп жолугушууну дүйшөмбүгө белгиледи.',
        'Жөлөкпул келди, үй-бүлө ыраазы.',
      ],
      meeting: ['Класс жетекчи менен жолуктук: тил курсуна жумасына үч жолу барат.'],
      added: 'Жолугушуу дүйшөмбүдө болду, баары келди.',
    },
    concerns: { noted: 'Барганда өздөрү айтышты', eased: 'Жардам башталды, жеңилдеп калды' },
    obstacles: {
      paper: 'Чет өлкөдөн келген документтин котормосун сурап жатышат',
      other: 'Арыз берилди, жооп күтүп жатабыз',
      solved: 'Бөлүмгө чогуу бардык, ошол күнү чечилди',
    },
    appointments: { whom: 'Энеси', visit: 'Үйүндө', office: 'Борбордо', together: 'Билим берүү бөлүмүндө' },
  },
  tj: {
    notes: {
      visit: [
        'Дар хона будем: ҳама дар хона, дилашон ором. Бом таъмир шуд, ҳуҷра гарм аст.',
        'Кӯдакон дарсҳояшонро нишон доданд. Бибӣ ҳафтаи оянда ба дармонгоҳ меравад.',
      ],
      call: ['Модар занг зад: мактаб вохӯриро рӯзи душанбе таъин кард.', 'Кӯмакпулӣ омад, оила розӣ аст.'],
      meeting: ['Бо роҳбари синф вохӯрдем: ба курси забон ҳафтае се бор меравад.'],
      added: 'Вохӯрӣ рӯзи душанбе шуд, ҳама омаданд.',
    },
    concerns: { noted: 'Ҳангоми боздид худашон гуфтанд', eased: 'Кӯмак оғоз шуд, сабуктар гардид' },
    obstacles: {
      paper: 'Тарҷумаи ҳуҷҷати хориҷиро мепурсанд',
      other: 'Ариза дода шуд, мунтазири ҷавобем',
      solved: 'Якҷоя ба шуъба рафтем, ҳамон рӯз ҳал шуд',
    },
    appointments: { whom: 'Модар', visit: 'Дар хона', office: 'Дар марказ', together: 'Дар шуъбаи маориф' },
  },
  uz: {
    notes: {
      visit: [
        'Uyda boʻldik: hamma uyda, koʻngillari tinch. Tom tuzatildi, xona iliq.',
        'Bolalar darslarini koʻrsatdi. Buvisi kelasi hafta poliklinikaga boradi.',
      ],
      call: [
        'Onasi qoʻngʻiroq qildi: maktab uchrashuvni dushanbaga belgiladi.',
        'Nafaqa keldi, oila mamnun.',
      ],
      meeting: ['Sinf rahbari bilan uchrashdik: til kursiga haftasiga uch marta boradi.'],
      added: 'Uchrashuv dushanba kuni boʻldi, hamma keldi.',
    },
    concerns: { noted: 'Borganda oʻzlari aytdi', eased: 'Yordam boshlandi, yengillashdi' },
    obstacles: {
      paper: 'Chet eldan kelgan hujjat tarjimasini soʻrashyapti',
      other: 'Ariza berildi, javob kutyapmiz',
      solved: 'Boʻlimga birga bordik, oʻsha kuni hal boʻldi',
    },
    appointments: { whom: 'Onasi', visit: 'Uyida', office: 'Markazda', together: 'Taʼlim boʻlimida' },
  },
}
