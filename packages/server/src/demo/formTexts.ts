/** What invented families answered, in the language of the state. */
import type { DemoState } from './types.ts'

export interface FormTexts {
  told: string
  wants: string
  wantsNow: string
  seen: string
  agreed: string
  familyView: string
  turnTo: string
  goal: string
  goalWords: string
  tried: string
  why: string
}

export const formTexts: Readonly<Record<DemoState, FormTexts>> = {
  kz: {
    told: 'Әжесінің үйіне келді. Балалар бірге, киімдері аз.',
    wants: 'Мектепке барып, көршінің баласымен дос болғысы келеді.',
    wantsNow: 'Мектепке барғысы келеді, бірақ алдымен тілді үйренсем дейді.',
    seen: 'Үй жылы, балалар сабақ оқып отыр. Анасы жұмыс іздеп жүр.',
    agreed: 'Анасы мектепке өтініш береді, мен жұмаға дейін мұғаліммен сөйлесемін.',
    familyView: 'Бізге ең көбі мұғалімнің көмегі тиді. Енді жұмыс керек.',
    turnTo: 'Аудандағы отбасын қолдау орталығына, Гүлнар апайға.',
    goal: 'Баланың туу туралы куәлігі болсын',
    goalWords: 'Құжат келді, мектепке берілді',
    tried: 'Әкімдікке бір рет бардық, жауап күтіп отырмыз.',
    why: 'Бала бүгін өзі басқаша айтты',
  },
  kg: {
    told: 'Чоң энесинин үйүнө келишти. Балдар чогуу, кийимдери аз.',
    wants: 'Мектепке барып, коңшунун баласы менен дос болгусу келет.',
    wantsNow: 'Мектепке баргысы келет, бирок адегенде тилди үйрөнсөм дейт.',
    seen: 'Үй жылуу, балдар сабак окуп отурушат. Энеси жумуш издеп жүрөт.',
    agreed: 'Энеси мектепке арыз берет, мен жумага чейин мугалим менен сүйлөшөм.',
    familyView: 'Бизге баарынан көп мугалимдин жардамы тийди. Эми жумуш керек.',
    turnTo: 'Райондогу үй-бүлөнү колдоо бөлүмүнө.',
    goal: 'Баланын туулгандыгы тууралуу күбөлүгү болсун',
    goalWords: 'Документ келди, мектепке берилди',
    tried: 'Айыл өкмөтүнө бир жолу бардык, жооп күтүп жатабыз.',
    why: 'Бала бүгүн өзү башкача айтты',
  },
  tj: {
    told: 'Ба хонаи бибӣ омаданд. Кӯдакон якҷоя, либосашон кам аст.',
    wants: 'Мехоҳад ба мактаб равад ва бо писари ҳамсоя дӯст шавад.',
    wantsNow: 'Мехоҳад ба мактаб равад, аммо аввал забонро омӯзад.',
    seen: 'Хона гарм, кӯдакон дарс мехонанд. Модар кор меҷӯяд.',
    agreed: 'Модар ба мактаб ариза медиҳад, ман то ҷумъа бо омӯзгор суҳбат мекунам.',
    familyView: 'Ба мо аз ҳама бештар омӯзгор кумак кард. Акнун кор лозим аст.',
    turnTo: 'Ба шуъбаи дастгирии оила дар ноҳия.',
    goal: 'Кӯдак шаҳодатномаи таваллуд дошта бошад',
    goalWords: 'Ҳуҷҷат омад ва ба мактаб дода шуд',
    tried: 'Як бор ба ҷамоат рафтем, ҷавобро интизорем.',
    why: 'Имрӯз кӯдак худаш дигар хел гуфт',
  },
  uz: {
    told: 'Buvisining uyiga kelishdi. Bolalar birga, kiyimlari kam.',
    wants: 'Maktabga borib, qoʻshnining bolasi bilan doʻst boʻlmoqchi.',
    wantsNow: 'Maktabga bormoqchi, lekin avval tilni oʻrganaman deydi.',
    seen: 'Uy issiq, bolalar dars qilib oʻtirishibdi. Onasi ish izlayapti.',
    agreed: 'Onasi maktabga ariza beradi, men jumagacha oʻqituvchi bilan gaplashaman.',
    familyView: 'Bizga eng koʻp oʻqituvchi yordam berdi. Endi ish kerak.',
    turnTo: 'Tumandagi oilani qoʻllab-quvvatlash markaziga.',
    goal: 'Bolaning tugʻilganlik guvohnomasi boʻlsin',
    goalWords: 'Hujjat keldi, maktabga berildi',
    tried: 'Mahallaga bir marta bordik, javob kutyapmiz.',
    why: 'Bola bugun oʻzi boshqacha aytdi',
  },
}
