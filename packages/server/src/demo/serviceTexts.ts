/** Words of the invented directory, in the languages of the four nodes: plainly invented bodies, ordinary help. */
import type { Language } from '@kerege/contract/common'

const columns = ['en', 'ru', 'kk', 'ky', 'tg', 'uz'] as const satisfies readonly Language[]
export type DirectoryWords = Readonly<Record<(typeof columns)[number], string>>

/** Key, then the words in six languages. */
function table<Key extends string>(text: string): Readonly<Record<Key, DirectoryWords>> {
  const rows = text
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
  return Object.fromEntries(
    rows.map(([key, ...words]) => [
      key,
      Object.fromEntries(columns.map((column, at) => [column, words[at]])),
    ]),
  ) as Record<Key, DirectoryWords> // the table below is the type's source, too
}

export const bodies = [
  'school',
  'clinic',
  'psychology',
  'social',
  'guardianship',
  'legal',
  'registry',
  'ngo',
  'reeds',
  'work',
  'city',
] as const
export type BodyKey = (typeof bodies)[number]

export const bodyNames = table<BodyKey>(`
  school | School No. 12 (invented) | Школа № 12 (вымышленная) | №12 мектеп (ойдан шығарылған) | №12 мектеп (ойдон чыгарылган) | Мактаби №12 (бофта) | 12-maktab (oʻylab topilgan)
  clinic | Spring polyclinic (invented) | Поликлиника «Весна» (вымышленная) | «Көктем» емханасы (ойдан шығарылған) | «Жаз» бейтапканасы (ойдон чыгарылган) | Дармонгоҳи «Баҳор» (бофта) | «Bahor» poliklinikasi (oʻylab topilgan)
  psychology | Psychological support service (invented) | Служба психологической поддержки (вымышленная) | Психологиялық қолдау қызметі (ойдан шығарылған) | Психологиялык колдоо кызматы (ойдон чыгарылган) | Хадамоти дастгирии равонӣ (бофта) | Psixologik yordam xizmati (oʻylab topilgan)
  social | Pasture social service (invented) | Социальная служба «Пастбище» (вымышленная) | «Жайлау» әлеуметтік қызметі (ойдан шығарылған) | «Жайлоо» социалдык кызматы (ойдон чыгарылган) | Хадамоти иҷтимоии «Чарогоҳ» (бофта) | «Yaylov» ijtimoiy xizmati (oʻylab topilgan)
  guardianship | Guardianship body of the district (invented) | Орган опеки района (вымышленный) | Аудандық қорғаншылық органы (ойдан шығарылған) | Райондук камкордук органы (ойдон чыгарылган) | Мақоми васояти ноҳия (бофта) | Tuman vasiylik organi (oʻylab topilgan)
  legal | Legal aid office (invented) | Бюро юридической помощи (вымышленное) | Заң көмегі бюросы (ойдан шығарылған) | Юридикалык жардам бюросу (ойдон чыгарылган) | Бюрои кумаки ҳуқуқӣ (бофта) | Yuridik yordam byurosi (oʻylab topilgan)
  registry | Civil registry of the district (invented) | Районный ЗАГС (вымышленный) | Аудандық АХАТ бөлімі (ойдан шығарылған) | Райондук ЖААК бөлүмү (ойдон чыгарылган) | Шуъбаи САҲШ-и ноҳия (бофта) | Tuman FHDYo boʻlimi (oʻylab topilgan)
  ngo | Poplar Association (invented) | Объединение «Тополь» (вымышленное) | «Терек» бірлестігі (ойдан шығарылған) | «Терек» бирикмеси (ойдон чыгарылган) | Иттиҳодияи «Сафедор» (бофта) | «Terak» birlashmasi (oʻylab topilgan)
  reeds | Reeds Foundation (invented) | Фонд «Камыш» (вымышленный) | «Қамыс» қоры (ойдан шығарылған) | «Камыш» фонду (ойдон чыгарылган) | Фонди «Найзор» (бофта) | «Qamish» jamgʻarmasi (oʻylab topilgan)
  work | Employment centre of the district (invented) | Районный центр занятости (вымышленный) | Аудандық жұмыспен қамту орталығы (ойдан шығарылған) | Райондук иш менен камсыз кылуу борбору (ойдон чыгарылган) | Маркази шуғли ноҳия (бофта) | Tuman bandlik markazi (oʻylab topilgan)
  city | City family support centre (invented) | Городской центр поддержки семьи (вымышленный) | Отбасын қолдау қалалық орталығы (ойдан шығарылған) | Үй-бүлөнү колдоо шаардык борбору (ойдон чыгарылган) | Маркази шаҳрии дастгирии оила (бофта) | Oilani qoʻllab-quvvatlash shahar markazi (oʻylab topilgan)
`)

export const offers = [
  'place',
  'lessons',
  'nursery',
  'children-doctor',
  'vaccination',
  'exercises',
  'child-talks',
  'parent-talks',
  'allowance',
  'shelter',
  'clothes',
  'guardian',
  'papers-help',
  'birth-record',
  'courses',
  'circle',
  'job',
  'hotline',
  'families',
] as const
export type OfferKey = (typeof offers)[number]

export const offerNames = table<OfferKey>(`
  place | School place and preparatory class | Место в школе и подготовительный класс | Мектептен орын және дайындық сыныбы | Мектептен орун жана даярдоо классы | Ҷой дар мактаб ва синфи тайёрӣ | Maktabdan joy va tayyorlov sinfi
  lessons | Help with lessons in the afternoon | Помощь с уроками после обеда | Түстен кейін сабаққа көмек | Түштөн кийин сабакка жардам | Кумак дар дарс баъд аз нисфирӯзӣ | Tushdan keyin darslarga yordam
  nursery | Nursery group for half a day | Группа детского сада на полдня | Жарты күндік балабақша тобы | Жарым күндүк бала бакча тобу | Гурӯҳи кӯдакистон барои нисфи рӯз | Yarim kunlik bogʻcha guruhi
  children-doctor | Children’s doctor, first examination | Детский врач, первый осмотр | Балалар дәрігері, алғашқы тексеру | Балдар дарыгери, алгачкы кароо | Духтури кӯдакон, муоинаи аввал | Bolalar shifokori, birinchi koʻrik
  vaccination | Vaccinations that were missed | Пропущенные прививки | Өткізіп алған екпелер | Өткөрүп жиберилген эмдөөлөр | Эмкуниҳои аз даст рафта | Oʻtkazib yuborilgan emlashlar
  exercises | Exercises for children with a disability | Занятия для детей с инвалидностью | Мүгедектігі бар балаларға арналған жаттығулар | Майыптыгы бар балдар үчүн машыгуулар | Машқҳо барои кӯдакони маъюб | Nogironligi bor bolalar uchun mashgʻulotlar
  child-talks | Talks and play with a children’s psychologist | Беседы и игра с детским психологом | Балалар психологымен әңгіме және ойын | Балдар психологу менен маек жана оюн | Суҳбат ва бозӣ бо равоншиноси кӯдакон | Bolalar psixologi bilan suhbat va oʻyin
  parent-talks | Talks for parents and guardians | Беседы для родителей и опекунов | Ата-аналар мен қамқоршыларға арналған әңгіме | Ата-энелер жана камкорчулар үчүн маек | Суҳбат барои волидон ва васиён | Ota-onalar va vasiylar uchun suhbat
  allowance | Child allowance | Детское пособие | Балалар жәрдемақысы | Балдар жөлөкпулу | Кумакпулии кӯдакона | Bolalar nafaqasi
  shelter | A room for some months | Комната на несколько месяцев | Бірнеше айға бөлме | Бир нече айга бөлмө | Хона барои чанд моҳ | Bir necha oyga xona
  clothes | Winter clothes and school things | Зимняя одежда и школьные вещи | Қысқы киім және мектеп керек-жарақтары | Кышкы кийим жана окуу куралдары | Либоси зимистона ва лавозимоти мактабӣ | Qishki kiyim va maktab buyumlari
  guardian | Guardianship and support for guardians | Опека и поддержка опекунов | Қорғаншылық және қамқоршыларды қолдау | Камкордук жана камкорчуларды колдоо | Васоят ва дастгирии васиён | Vasiylik va vasiylarni qoʻllab-quvvatlash
  papers-help | Legal help with papers and citizenship | Юридическая помощь с документами и гражданством | Құжаттар мен азаматтық бойынша заң көмегі | Документтер жана жарандык боюнча юридикалык жардам | Кумаки ҳуқуқӣ оид ба ҳуҷҷат ва шаҳрвандӣ | Hujjatlar va fuqarolik boʻyicha yuridik yordam
  birth-record | Late registration of a birth | Поздняя регистрация рождения | Туғанын кеш тіркеу | Төрөлүүнү кеч каттоо | Бақайдгирии дертари таваллуд | Tugʻilishni kech qayd etish
  courses | Sewing and baking courses | Курсы шитья и выпечки | Тігін және наубайхана курстары | Тигүү жана нан бышыруу курстары | Курсҳои дӯзандагӣ ва нонпазӣ | Tikuvchilik va nonvoylik kurslari
  circle | Women’s circle and language evenings | Женский круг и языковые вечера | Әйелдер үйірмесі және тіл кештері | Аялдар ийрими жана тил кечелери | Маҳфили занон ва шомҳои забон | Ayollar toʻgaragi va til kechalari
  job | Looking for work, first months at work | Поиск работы и первые месяцы на ней | Жұмыс іздеу және алғашқы айлар | Жумуш издөө жана алгачкы айлар | Ҷустуҷӯи кор ва моҳҳои аввал | Ish izlash va dastlabki oylar
  hotline | Telephone line for children | Детский телефон доверия | Балаларға арналған сенім телефоны | Балдар үчүн ишеним телефону | Телефони боварии кӯдакон | Bolalar ishonch telefoni
  families | Work with families in the city | Работа с семьями в городе | Қаладағы отбасылармен жұмыс | Шаардагы үй-бүлөлөр менен иш | Кор бо оилаҳо дар шаҳр | Shahardagi oilalar bilan ishlash
`)

export const offerAbout = table<OfferKey>(`
  place | A place all through the year; who missed years begins in a small class | Место в течение всего года; кто пропустил годы, начинает в малом классе | Жыл бойы орын; жылдар өткізіп алғандар шағын сыныптан бастайды | Жыл бою орун; жылдарды өткөрүп жибергендер чакан класстан баштайт | Ҷой дар тамоми сол; касе ки солҳоро аз даст дод, аз синфи хурд сар мекунад | Yil davomida joy; yillarni oʻtkazib yuborganlar kichik sinfdan boshlaydi
  lessons | Reading, mathematics and the language of the school, in groups of eight | Чтение, математика и язык школы, группы по восемь | Оқу, математика және мектеп тілі, сегіз баладан топ | Окуу, математика жана мектеп тили, сегиз баладан топ | Хониш, математика ва забони мактаб, гурӯҳҳои ҳаштнафара | Oʻqish, matematika va maktab tili, sakkiz kishilik guruhlar
  nursery | Play and meals until noon; a carer may stay in the first week | Игры и питание до обеда; первую неделю взрослый может быть рядом | Түске дейін ойын мен тамақ; алғашқы аптада ересек қасында бола алады | Түшкө чейин оюн жана тамак; биринчи жумада чоң киши жанында боло алат | Бозӣ ва хӯрок то нисфирӯзӣ; ҳафтаи аввал калонсол бимонад мешавад | Tushgacha oʻyin va ovqat; birinchi hafta kattalar yonida boʻlishi mumkin
  children-doctor | Examination without a queue on Tuesdays, papers can come later | Осмотр без очереди по вторникам, документы можно донести | Сейсенбіде кезексіз тексеру, құжатты кейін әкелуге болады | Шейшембиде кезексиз кароо, документти кийин алып келсе болот | Муоинаи бенавбат рӯзи сешанбе, ҳуҷҷатро баъд овардан мумкин | Seshanba kuni navbatsiz koʻrik, hujjatni keyin keltirish mumkin
  vaccination | By the calendar of the state, also without a vaccination card | По календарю государства, и без прививочной карты | Мемлекет күнтізбесі бойынша, екпе картасынсыз да | Мамлекеттин календары боюнча, эмдөө картасы жок болсо да | Аз рӯйи тақвими давлат, бе корти эмкунӣ ҳам | Davlat taqvimi boʻyicha, emlash kartasisiz ham
  exercises | Movement and speech, twice a week, with a parent beside | Движение и речь, дважды в неделю, с родителем рядом | Қимыл мен сөйлеу, аптасына екі рет, ата-анасымен бірге | Кыймыл жана сүйлөө, жумасына эки жолу, ата-энеси менен | Ҳаракат ва нутқ, ҳафтае ду бор, бо волид | Harakat va nutq, haftada ikki marta, ota-ona bilan
  child-talks | Eight meetings, at the centre or at school | Восемь встреч, в центре или в школе | Сегіз кездесу, орталықта немесе мектепте | Сегиз жолугушуу, борбордо же мектепте | Ҳашт мулоқот, дар марказ ё мактаб | Sakkizta uchrashuv, markazda yoki maktabda
  parent-talks | Alone or in a group; children are looked after meanwhile | Отдельно или в группе; за детьми в это время смотрят | Жеке немесе топта; бұл кезде балаларды қарайды | Жеке же топто; ал учурда балдарды карашат | Танҳо ё дар гурӯҳ; кӯдаконро дар ин вақт нигоҳубин мекунанд | Yakka yoki guruhda; bu vaqtda bolalarga qaraladi
  allowance | Asked for by who cares for the child; money comes from the next month on | Просит тот, кто заботится о ребёнке; деньги со следующего месяца | Баланы күтуші сұрайды; ақша келесі айдан басталады | Баланы баккан киши сурайт; акча кийинки айдан башталат | Нигоҳубинкунанда муроҷиат мекунад; пул аз моҳи оянда | Bolaga qaraydigan kishi soʻraydi; pul keyingi oydan
  shelter | Twelve rooms for families; up to six months | Двенадцать комнат для семей; до полугода | Отбасыларға он екі бөлме; алты айға дейін | Үй-бүлөлөргө он эки бөлмө; алты айга чейин | Дувоздаҳ хона барои оилаҳо; то шаш моҳ | Oilalar uchun oʻn ikki xona; olti oygacha
  clothes | Twice a year, by a list that the worker writes with the family | Дважды в год, по списку, составленному с семьёй | Жылына екі рет, отбасымен жасалған тізім бойынша | Жылына эки жолу, үй-бүлө менен түзүлгөн тизме боюнча | Соле ду бор, аз рӯйи рӯйхати бо оила навишташуда | Yiliga ikki marta, oila bilan tuzilgan roʻyxat boʻyicha
  guardian | For grandmothers, uncles and others who take a child in | Для бабушек, дядей и всех, кто принимает ребёнка | Баланы қабылдаған әже, аға және басқаларға | Баланы алган чоң эне, таяке жана башкаларга | Барои бибӣ, амак ва дигароне ки кӯдакро мегиранд | Bolani oʻziga olgan buvi, amaki va boshqalar uchun
  papers-help | Requests, courts and offices; the lawyer goes along | Заявления, суды и учреждения; юрист идёт вместе | Өтініштер, соттар, мекемелер; заңгер бірге барады | Арыздар, соттор, мекемелер; юрист чогуу барат | Аризаҳо, судҳо ва идораҳо; ҳуқуқшинос ҳамроҳ меравад | Arizalar, sudlar va idoralar; yurist birga boradi
  birth-record | For children born abroad, with or without a foreign paper | Для детей, родившихся за границей, с иностранной бумагой или без | Шетелде туған балаларға, шетел қағазымен не онсыз | Чет өлкөдө төрөлгөн балдарга, чет өлкөлүк кагазы менен же ансыз | Барои кӯдакони дар хориҷа таваллудшуда, бо варақаи хориҷӣ ё бе он | Chet elda tugʻilgan bolalar uchun, xorijiy qogʻoz bilan yoki usiz
  courses | Three months, a certificate at the end, tools for the first orders | Три месяца, в конце свидетельство, инструменты для первых заказов | Үш ай, соңында куәлік, алғашқы тапсырыстарға құралдар | Үч ай, аягында күбөлүк, алгачкы буйрутмаларга шаймандар | Се моҳ, дар охир шаҳодатнома, асбоб барои фармоишҳои аввал | Uch oy, oxirida guvohnoma, dastlabki buyurtmalar uchun asboblar
  circle | Tea, reading and writing together; children are welcome | Чай, чтение и письмо вместе; можно с детьми | Бірге шай ішу, оқу, жазу; балалармен келуге болады | Бирге чай, окуу, жазуу; балдар менен келсе болот | Чой, хониш ва навиштан якҷоя; бо кӯдакон омадан мумкин | Birga choy, oʻqish va yozish; bolalar bilan kelish mumkin
  job | A counsellor goes along to the first talk and calls once a month | Консультант идёт на первую встречу и звонит раз в месяц | Кеңесші алғашқы кездесуге бірге барып, айына бір рет қоңырау шалады | Кеңешчи биринчи жолугушууга чогуу барып, айына бир жолу чалат | Мушовир ба мулоқоти аввал ҳамроҳ меравад ва моҳе як бор занг мезанад | Maslahatchi birinchi uchrashuvga birga boradi va oyiga bir marta qoʻngʻiroq qiladi
  hotline | Day and night, without giving a name | Днём и ночью, имя называть не нужно | Күні-түні, атын айтпай-ақ | Күнү-түнү, атын айтпай эле | Шабу рӯз, бе гуфтани ном | Kecha-yu kunduz, ism aytmasdan
  families | Takes over families that move to the city, and helps others with one thing | Принимает семьи, переехавшие в город, и помогает другим в чём-то одном | Қалаға көшкен отбасыларды қабылдайды, басқаларға бір істе көмектеседі | Шаарга көчкөн үй-бүлөлөрдү кабыл алат, башкаларга бир иште жардам берет | Оилаҳои ба шаҳр кӯчидаро қабул мекунад ва ба дигарон дар як кор кумак мекунад | Shaharga koʻchgan oilalarni qabul qiladi, boshqalarga bir ishda yordam beradi
`)
