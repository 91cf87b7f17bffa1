/**
 * Invented persons for the evaluation: parts of names that are usual in each language, drawn together by
 * a seed. No register was used and no combination stands for anybody.
 */

export type Tongue = 'kk' | 'ky' | 'uz' | 'tg' | 'tk' | 'ru' | 'ar'
export const tongues: readonly Tongue[] = ['kk', 'ky', 'uz', 'tg', 'tk', 'ru', 'ar']

interface Pool {
  female: string
  male: string
  /** Family names without their ending. */
  roots: string
}

// About half of the given names are on the library's list of forms, the others are not.
export const pools: Readonly<Record<Tongue, Pool>> = {
  kk: {
    female:
      'Гүлнәр Айкүміс Әсел Жанар Бибігүл Қарлығаш Сәуле Ақбота Жайнагүл Ұлбосын Мейрамгүл Зәуре Әйгерім Нұргүл Шырайлым Өміржан Тоғжан Ақмарал Інжу Гауһар',
    male: 'Нұрлан Ерлан Бауыржан Қуаныш Әділет Ерасыл Жандос Мұхаммед Сұңқар Бекболат Дәулет Ақжол Айбар Қайсар Санжар Темірлан Өркен Ғалымжан Есентай Рақымжан',
    roots:
      'Әбен Жұмабай Сейітқали Қасым Тұрсын Ақметжан Есім Бекмұхамбет Өтеген Шәріп Мұқан Ыбырай Жүніс Қожахмет Дүйсен',
  },
  ky: {
    female:
      'Айгүл Бегимай Жылдыз Нурзат Мээрим Кундуз Айпери Жаңыл Гүлзат Бурулай Назгүл Чынара Аяна Өзгөрүш Сайкал Толгонай Жибек Нуриза Асылгүл Токтобүбү',
    male: 'Бакыт Эрлан Нурлан Азамат Улан Чыңгыз Төлөгөн Мирлан Темир Кубаныч Жоодар Үмөт Сыймык Эсен Акжол Бектур Таалай Дөөлөт Эламан Жаныбек',
    roots:
      'Асан Токтогул Жээнбек Мамыт Осмон Үсөн Бөкөн Чолпонбай Сатыбалды Ибраим Кожомкул Эсенгул Түмөн Абдыкерим Жапар',
  },
  uz: {
    female:
      'Gulnora Dilnoza Nigora Oygul Sevara Mohichehra Zulfiya Shahnoza Barno Ozoda Feruza Xurshida Gulchehra Nafisa O‘g‘iloy Yulduz Muazzam Ra’no Hulkar Charos',
    male: 'Alisher Jahongir O‘tkir Bobur G‘ayrat Xurshid Sherzod Ulug‘bek Otabek Doniyor Shavkat Ilhom Qudrat Sarvar Baxtiyor Azizbek Yo‘ldosh Mirzohid To‘lqin Jasur',
    roots:
      'Karim Rahim Xo‘ja Yo‘ldosh Toshmat Ergash G‘afur Qodir Mirza Usmon Nazar Xolmat Sodiq Jo‘ra Ismoil',
  },
  tg: {
    female:
      'Зулайҳо Мадина Парвина Ситора Шаҳло Гулрухсор Моҳира Нозанин Фотима Зебо Манижа Сурайё Дилафрӯз Мавзуна Хуршеда Нилуфар Заррина Ойгул Баҳора Тоҳира',
    male: 'Фаридун Ҷамшед Рустам Далер Фирӯз Сӯҳроб Умед Алишер Баҳром Парвиз Диловар Исмоил Нуриддин Ҳикмат Ҷовид Комрон Шодмон Зафар Эраҷ Қодир',
    roots: 'Раҳмон Саид Карим Назар Ҷӯра Ҳаким Шариф Ғафур Мирзо Холиқ Тоҳир Юсуф Қурбон Абдулло Зоир',
  },
  tk: {
    female:
      'Ogulgerek Jeren Maral Aýgül Selbi Bahar Läle Gülşat Oguljan Merjen Tawus Enejan Aknabat Sona Ogulsapar Gözel Maýsa Aýna Ogulbeg Çynar',
    male: 'Kakajan Serdar Döwlet Begenç Maksat Şöhrat Batyr Oraz Gurbanguly Myrat Ýusup Çary Röwşen Aman Nazar Hemra Atajan Annamyrat Wepa Berdi',
    roots:
      'Gurban Oraz Aman Seýid Çary Mämmet Ýagmyr Hally Nury Annamyrat Garaý Allaberdi Meret Hojageldi Tagan',
  },
  ru: {
    female:
      'Анна Екатерина Юлия Наталья Светлана Ольга Елена Татьяна Ксения Людмила Надежда Вера Зоя Евгения Алёна Валерия Полина Раиса Инна Любовь',
    male: 'Александр Дмитрий Сергей Алексей Евгений Юрий Андрей Пётр Николай Фёдор Виктор Яков Илья Григорий Антон Михаил Степан Валерий Роман Тимофей',
    roots: 'Щербак Семён Кузнец Юрьев Чайк Жиг Морозк Ершов Хомут Цветк Воробьи Ястреб Голуб Соловьи Лебед',
  },
  ar: {
    female:
      'فاطمة عائشة زينب خديجة مريم سمية رقية ليلى هدى نور أسماء صفية إيمان سارة جميلة كريمة أمينة حليمة نادية سلمى',
    male: 'محمد أحمد محمود عمر عثمان علي حسن حسين يوسف إبراهيم إسماعيل خالد سالم صالح طارق ياسين بلال حمزة جابر منصور',
    roots:
      'الخطيب الحسن النجار الحداد الصالح السعيد الكريم العلي الحمد الأسود المصري الشامي القاسم العمر الرشيد',
  },
}

/** Given names that the library does not list: elements put together, or names left off its list. */
const unlisted: Readonly<Record<Tongue, { female: string; male: string }>> = {
  kk: {
    female: join('Ай Нұр Бал Күн Ақ', 'шырын ханша жүзік сая дидар торғын'),
    male: join('Ер Бек Қан Жан Құт', 'төре сұңғат барыс қорған дарын мейір'),
  },
  ky: {
    female: join('Ай Нур Гүл Күн Бур', 'чырак шекер жамал бүкө кыял себет'),
    male: join('Эр Бек Кут Жол Токто', 'төрө чоро байыш курман өмүр сейит'),
  },
  uz: {
    female: join('Oy Gul Mehr Husn Dil', 'shakar parcha chiroy kumush bodom jamol'),
    male: join('Er Tosh Xol Nor Bo‘ri', 'qobil to‘ra quvvat g‘olib muhr eshon'),
  },
  tg: {
    female: join('Гул Моҳ Зар Дил Нур', 'пайкар шамъ овоз ороста беҳак анор'),
    male: join('Шер Шоҳ Мир Нек Ҳақ', 'дӯст фаёз қадам хоҷа ёрак гавҳар'),
  },
  tk: {
    female: join('Ogul Aý Gül Bibi Jan', 'täç jahan dursun şeker hally nabat'),
    male: join('Han Gurt Esen Taňry Öwez', 'gylyç döwran möwlam geldi durdy çelek'),
  },
  ru: {
    female: 'Акулина Пелагея Глафира Устинья Варвара Серафима Клавдия Зинаида Агафья Таисия Лидия Регина',
    male: 'Прохор Лаврентий Савелий Захар Матвей Емельян Фома Тихон Игнат Ефим Глеб Платон',
  },
  ar: {
    female: 'بثينة سهام وفاء رغد غادة منال هيفاء لمياء',
    male: 'نبيل فؤاد رائد وائل عدنان هيثم غسان مروان',
  },
}

function join(first: string, second: string): string {
  return first
    .split(' ')
    .flatMap(one => second.split(' ').map(other => one + other))
    .join(' ')
}

/** Given names to draw from, listed by the library or not. */
export const givenNamesOf = (tongue: Tongue, sex: 'f' | 'm', listed: boolean): string[] => {
  const pool = listed ? pools[tongue] : unlisted[tongue]
  return words(sex === 'f' ? pool.female : pool.male)
}

export const words = (text: string): string[] => text.split(' ')

export interface Invented {
  tongue: Tongue
  sex: 'f' | 'm'
  given: string
  father: string
  root: string
  birthDate: string
  mother: string
  /** Whether the given name was drawn from those the library is likely to list. */
  listed: boolean
}

/** Numbers that look random and are the same on every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) >>> 0
    const mixed = Math.imul(state ^ (state >>> 13), 3_266_489_917) >>> 0
    return Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * below)
  }
}

export function invent(tongue: Tongue, draw: (below: number) => number): Invented {
  const pick = (list: readonly string[]) => list[draw(list.length)] ?? ''
  const sex = draw(2) === 0 ? 'f' : 'm'
  const listed = draw(2) === 0
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    tongue,
    sex,
    listed,
    given: pick(givenNamesOf(tongue, sex, listed)),
    father: pick(givenNamesOf(tongue, 'm', draw(2) === 0)),
    root: pick(words(pools[tongue].roots)),
    birthDate: `${1975 + draw(48)}-${two(1 + draw(12))}-${two(1 + draw(28))}`,
    mother: pick(givenNamesOf(tongue, 'f', draw(2) === 0)),
  }
}
