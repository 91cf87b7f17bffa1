/** What the invented Council of the demo offers, asks and recommends. Plainly made up: no state has said any of it. */
import { texts } from './councilTexts.ts'

export const schoolPlace = {
  title: texts(
    'A place at school within two weeks',
    'Место в школе в течение двух недель',
    'Екі апта ішінде мектептен орын',
    'Эки жуманын ичинде мектептен орун',
    'Ҷой дар мактаб дар давоми ду ҳафта',
    'Iki hepdäniň içinde mekdepden orun',
    'Ikki hafta ichida maktabdan joy',
  ),
  texts: texts(
    'A child who returns goes to school within two weeks, also while papers are awaited. The school hears what it needs to teach, and nothing of the journey.',
    'Вернувшийся ребёнок идёт в школу в течение двух недель, даже если документов ещё нет. Школа узнаёт то, что нужно для учёбы, и ничего о поездке.',
    'Оралған бала құжатын күтіп жүрсе де, екі апта ішінде мектепке барады. Мектеп оқытуға керегін ғана біледі, жол туралы ештеңе білмейді.',
    'Кайтып келген бала документин күтүп жатса да, эки жуманын ичинде мектепке барат. Мектеп окутууга керегин гана билет, жол жөнүндө эч нерсе билбейт.',
    'Кӯдаки баргашта дар давоми ду ҳафта ба мактаб меравад, ҳатто агар ҳуҷҷат ҳанӯз наомада бошад. Мактаб он чиро медонад, ки барои таълим лозим аст, ва аз сафар чизе не.',
    'Gaýdyp gelen çaga resminamasyna garaşýan hem bolsa, iki hepdäniň içinde mekdebe gidýär. Mekdep okatmak üçin gerek zady bilýär, ýol barada hiç zat bilmeýär.',
    'Qaytgan bola hujjat kutayotgan boʻlsa ham, ikki hafta ichida maktabga boradi. Maktab oʻqitishga kerak narsani biladi, safar haqida hech narsani bilmaydi.',
  ),
  note: texts(
    'Ring the school before the family does, and agree on the first day. A test of level comes after the first week.',
    'Позвоните в школу раньше семьи и договоритесь о первом дне. Проверка уровня — после первой недели.',
    'Мектепке отбасынан бұрын хабарласып, бірінші күнді келісіңіз. Деңгейді бірінші аптадан кейін тексереді.',
    'Мектепке үй-бүлөдөн мурун чалып, биринчи күндү макулдашыңыз. Деңгээлди биринчи жумадан кийин текшерет.',
    'Пеш аз оила ба мактаб занг занед ва рӯзи аввалро мувофиқа кунед. Санҷиши сатҳ пас аз ҳафтаи аввал.',
    'Mekdebe maşgaladan öň jaň edip, ilkinji güni ylalaşyň. Dereje barlagy birinji hepdeden soň.',
    'Maktabga oiladan oldin qoʻngʻiroq qiling va birinchi kunni kelishing. Daraja tekshiruvi birinchi haftadan keyin.',
  ),
}

export const firstYears = {
  title: texts(
    'A nurse visits every child under four',
    'Медсестра навещает каждого ребёнка до четырёх лет',
    'Мейірбике төртке толмаған әр балаға барады',
    'Медайым төрткө чыга элек ар бир балага барат',
    'Ҳамшира ба хонаи ҳар кӯдаки то чорсола меояд',
    'Şepagat uýasy dört ýaşa ýetmedik her çaganyň öýüne barýar',
    'Hamshira toʻrt yoshga yetmagan har bir bolani koʻrgani boradi',
  ),
  texts: texts(
    'Every child under four is visited at home by a nurse in the first month, and then four times a year. Mothers are asked what they need before anything is measured.',
    'Каждого ребёнка до четырёх лет медсестра навещает дома в первый месяц, затем четыре раза в год. Прежде чем что-то измерять, матерей спрашивают, что им нужно.',
    'Төртке толмаған әр баланың үйіне мейірбике бірінші айда, кейін жылына төрт рет барады. Бірдеңе өлшеместен бұрын анасынан не керегін сұрайды.',
    'Төрткө чыга элек ар бир баланын үйүнө медайым биринчи айда, андан кийин жылына төрт жолу барат. Бир нерсе өлчөөдөн мурун энесинен эмне керегин сурайт.',
    'Ҳамшира ба хонаи ҳар кӯдаки то чорсола дар моҳи аввал ва баъд дар як сол чор бор меравад. Пеш аз андозагирӣ аз модар мепурсанд, ки ба ӯ чӣ лозим аст.',
    'Dört ýaşa ýetmedik her çaganyň öýüne şepagat uýasy birinji aýda, soň ýylda dört gezek barýar. Bir zat ölçemezden öň enesinden näme gerekdigini soraýar.',
    'Toʻrt yoshga yetmagan har bir bolaning uyiga hamshira birinchi oyda, keyin yiliga toʻrt marta boradi. Oʻlchashdan oldin onadan nima kerakligi soʻraladi.',
  ),
}

export const offers = {
  host: {
    title: texts(
      'A week beside the people of a family centre (invented)',
      'Неделя рядом с людьми семейного центра (вымысел)',
      'Отбасы орталығының мамандарымен бір апта (ойдан)',
      'Үй-бүлө борборунун адамдары менен бир жума (ойдон)',
      'Як ҳафта дар паҳлуи кормандони маркази оила (хаёлӣ)',
      'Maşgala merkeziniň işgärleri bilen bir hepde (toslama)',
      'Oila markazi xodimlari yonida bir hafta (toʻqima)',
    ),
    words: texts(
      'Four guests go along for a week: home visits where the family agrees, case conferences with names left out, an evening with the foster carers.',
      'Четверо гостей неделю ходят вместе с нами: визиты с согласия семьи, разборы без имён, вечер с приёмными семьями.',
      'Төрт қонақ бір апта бірге жүреді: отбасы келіссе үйге бару, есімсіз талқы, патронат отбасылармен кеш.',
      'Төрт конок бир жума бирге жүрөт: үй-бүлө макул болсо үйгө баруу, ысымсыз талкуу, патронат үй-бүлөлөр менен кеч.',
      'Чор меҳмон як ҳафта ҳамроҳ мегарданд: ба хона бо розигии оила, муҳокима бе ном, шом бо оилаҳои парастор.',
      'Dört myhman bir hepde bile ýörär: maşgala razy bolsa öýüne barmak, atsyz maslahat, howandar maşgalalar bilen agşam.',
      'Toʻrt mehmon bir hafta birga yuradi: oila rozi boʻlsa uyga borish, ismsiz muhokama, patronat oilalar bilan oqshom.',
    ),
    conditions: texts(
      'Travel is paid by who sends. Language of the week: Uzbek or Russian.',
      'Дорогу оплачивает направляющая сторона. Язык недели: узбекский или русский.',
      'Жол ақысын жіберетін тарап төлейді. Апта тілі: өзбекше немесе орысша.',
      'Жол акысын жиберген тарап төлөйт. Жуманын тили: өзбекче же орусча.',
      'Хароҷоти роҳро фиристанда медиҳад. Забони ҳафта: ӯзбекӣ ё русӣ.',
      'Ýol çykdajysyny iberýän töleýär. Hepdäniň dili: özbek ýa-da rus.',
      'Yoʻl haqini yuboruvchi toʻlaydi. Hafta tili: oʻzbek yoki rus.',
    ),
  },
  train: {
    title: texts(
      'Supervision by video for young psychologists (invented)',
      'Супервизия по видео для молодых психологов (вымысел)',
      'Жас психологтарға бейне супервизия (ойдан)',
      'Жаш психологдорго видео супервизия (ойдон)',
      'Супервизияи видеоӣ барои равоншиносони ҷавон (хаёлӣ)',
      'Ýaş psihologlar üçin wideo superwiziýa (toslama)',
      'Yosh psixologlar uchun video supervizya (toʻqima)',
    ),
  },
  share: {
    title: texts(
      'Our form of a family plan, with how we use it (invented)',
      'Наша форма семейного плана и как мы с ней работаем (вымысел)',
      'Отбасы жоспарының біздегі үлгісі, қолданылуымен (ойдан)',
      'Үй-бүлө планынын биздеги үлгүсү, колдонулушу менен (ойдон)',
      'Шакли нақшаи оилавии мо бо тарзи истифода (хаёлӣ)',
      'Biziň maşgala meýilnamamyzyň görnüşi, ulanylyşy bilen (toslama)',
      'Bizning oila rejasi shaklimiz, qoʻllanishi bilan (toʻqima)',
    ),
  },
  withdrawn: {
    title: texts(
      'A summer camp by the sea (invented)',
      'Летний лагерь у моря (вымысел)',
      'Теңіз жағасындағы жазғы лагерь (ойдан)',
      'Деңиз жээгиндеги жайкы лагерь (ойдон)',
      'Лагери тобистона дар лаби баҳр (хаёлӣ)',
      'Deňiz kenaryndaky tomus düşelgesi (toslama)',
      'Dengiz boʻyidagi yozgi oromgoh (toʻqima)',
    ),
  },
}

export const said = {
  takeHost: 'Эки кызматкер: биринчиси үй-бүлө борборунан, экинчиси балдарды коргоо бөлүмүнөн',
  takeTrain: 'Се равоншиноси ҷавон аз марказҳои ноҳиявӣ, ҳафтае як соат',
  wentForTaker: 'Эки кызматкер тең барды. Үйгө барууда үй-бүлө өзү сөз баштаганы эң пайдалуу болду.',
  wentForOfferer:
    'Mehmonlar ochiq soʻrashdi, biz ham oʻrgandik. Bir uyga borish oila xohishi bilan qoldirildi.',
  noCamp: 'Düşelge şu ýyl bejerilýär',
  clarify: 'Кадом солҳоро дар назар доред?',
  clarified: '2019-жылдан берки практика',
  answerUz:
    'FHDYO konsullik xatini yoki guvohlar bayonotini qabul qiladi; tugʻilgan joy sifatida yashash joyi yoziladi.',
  answerKg: 'Жарандык абал кызматы элчиликтин катын кабыл алат; каттоо он күндө бүтөт.',
  useKz: 'Барлық облыста: мектеппен алдын ала келісеміз, құжат кейін тапсырылады.',
  useKg: 'Эки облуста башталды, калганында жаңы окуу жылынан.',
  usedKz: 'Бір ауданда екі тоқсан бойы қолдандық: мектеппен алдын ала келіссе, балалар сабақтан қалмайды.',
  tryingKz: 'Келесі айдан бастап екі мектепте сынап көреміз.',
  usedUz: 'Ikki mahallada qoʻlladik: yigʻilishlar foydali boʻldi, ammo kechki vaqt onalarga toʻgʻri kelmadi.',
  usedKg: 'Адис жетишпегендиктен токтоттук; окутуудан кийин кайра баштайбыз.',
}

export const questions = {
  births: {
    title: texts(
      'Registering a birth without foreign papers',
      'Регистрация рождения без иностранных документов',
      'Шетел құжатынсыз тууды тіркеу',
      'Чет өлкөнүн документисиз төрөттү каттоо',
      'Бақайдгирии таваллуд бе ҳуҷҷати хориҷӣ',
      'Daşary ýurt resminamasyz dogluşy bellige almak',
      'Xorij hujjatisiz tugʻilishni qayd etish',
    ),
    question: texts(
      'Which paper does your registry accept when a child was born abroad and no certificate exists? What is written as the place of birth?',
      'Какой документ принимает ваш ЗАГС, если ребёнок родился за рубежом и свидетельства нет? Что пишут как место рождения?',
      'Бала шетелде туып, куәлігі болмаса, тіркеу орны қай құжатты қабылдайды? Туған жері болып не жазылады?',
      'Бала чет өлкөдө төрөлүп, күбөлүгү жок болсо, каттоо жайы кайсы документти кабыл алат? Туулган жери болуп эмне жазылат?',
      'Агар кӯдак дар хориҷа таваллуд шуда, шаҳодатнома набошад, сабти асноди шумо кадом ҳуҷҷатро мегирад? Ҷойи таваллуд чӣ навишта мешавад?',
      'Çaga daşary ýurtda doglup, şahadatnamasy bolmasa, hasaba alyş edaraňyz haýsy resminamany alýar? Doglan ýeri diýip näme ýazylýar?',
      'Bola xorijda tugʻilib, guvohnomasi boʻlmasa, idorangiz qaysi hujjatni oladi? Tugʻilgan joy deb nima yoziladi?',
    ),
  },
  carers: {
    title: texts(
      'Help for grandparents who are guardians',
      'Помощь бабушкам и дедушкам-опекунам',
      'Қамқоршы ата-әжелерге көмек',
      'Камкорчу чоң ата, чоң энелерге жардам',
      'Кӯмак ба бобову бибиҳои парастор',
      'Howandar ata-enelere kömek',
      'Vasiy bobo-buvilarga yordam',
    ),
    question: texts(
      'What do grandparents receive who become guardians: money, a course, somebody to ring? For how long?',
      'Что получают бабушки и дедушки, ставшие опекунами: деньги, курс, кому позвонить? Как долго?',
      'Қамқоршы болған ата-әже не алады: ақша, курс, қоңырау шалатын адам? Қанша уақыт?',
      'Камкорчу болгон чоң ата, чоң эне эмне алат: акча, курс, чала турган адам? Канча убакыт?',
      'Бобову бибие, ки парастор мешаванд, чӣ мегиранд: пул, курс, касе барои занг? Чӣ қадар вақт?',
      'Howandar bolan ata-eneler näme alýar: pul, okuw, jaň etmäge adam? Näçe wagt?',
      'Vasiy boʻlgan bobo-buvilar nima oladi: pul, kurs, qoʻngʻiroq qiladigan odam? Qancha vaqt?',
    ),
  },
}

export const offices: Readonly<Record<string, string>> = {
  KZ: 'Отбасын қолдау орталығы (ойдан)',
  KG: 'Үй-бүлөнү колдоо борбору (ойдон)',
  TJ: 'Маркази дастгирии оила (хаёлӣ)',
  TM: 'Maşgala goldaw merkezi (toslama)',
  UZ: 'Oilani qoʻllab-quvvatlash markazi (toʻqima)',
}
