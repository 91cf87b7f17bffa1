/**
 * Summaries in the languages that a record is not written in yet, shorter than its own: enough to know whether to read on. What a
 * record says itself in its state's language comes before these.
 */
import type { Language } from '@kerege/contract/common'

type Summaries = Readonly<Partial<Record<Exclude<Language, 'en' | 'ru'>, string>>>

export const summaries: Readonly<Record<string, Summaries>> = {
  'kz-storytelling': {
    ky: 'Чоң ата-чоң эне, ата-эне жана балдар бири-бирине кайдан экенин, ким экенин айтып беришет. Аңгеме үзүлгөн байланышты улайт.',
    tg: 'Бобою бибӣ, волидон ва кӯдакон ба ҳамдигар мегӯянд, ки аз куҷоянд ва кистанд. Қиссаҳо робитаҳои кандашударо мепайванданд.',
    tk: 'Mama-babalar, ene-atalar we çagalar biri-birine nireden gelip çykandyklaryny, kimdigini gürrüň berýärler. Gürrüňler üzülen gatnaşygy dikeldýär.',
    uz: 'Buvi-bobolar, ota-onalar va bolalar bir-biriga qayerdan va kim ekanini aytib beradi. Hikoyalar uzilgan aloqalarni tiklaydi.',
  },
  'uz-documents': {
    kk: 'Туу туралы куәлік, жеке куәлік, тіркеу және қамқорлық бір жоспармен, отбасынан кейін отбасына рәсімделді; барлық мекеменің бір тобы не тоқтап тұрғанын қарады.',
    ky: 'Туулгандык күбөлүк, паспорт, каттоо жана камкордук бир план менен, үй-бүлө артынан үй-бүлөгө жасалды; бардык мекемелердин бир тобу эмне токтоп турганын карады.',
    tg: 'Шаҳодатномаи таваллуд, шиноснома, қайди ҷойи зист ва васоят бо як нақша, оила ба оила расмӣ шуданд; гурӯҳи ягонаи ҳамаи идораҳо дид, ки чӣ боздошта шудааст.',
    tk: 'Dogluş şahadatnamasy, pasport, ýaşaýan ýeri boýunça bellige alyş we hossarlyk bir meýilnama boýunça, maşgala-maşgala resmileşdirildi; ähli edaralaryň bir topary nämäniň saklanandygyna seretdi.',
  },
  'kg-grade-by-assessment': {
    kk: 'Келгеннен кейін көп ұзамай әр бала қай сыныпта оқи алатынын көрсететін бағалаудан өтеді; мұғалімдер оған өз жоспарын жасайды.',
    tg: 'Баъди омадан ҳар кӯдак аз баҳогузорӣ мегузарад, ки нишон медиҳад дар кадом синф хонда метавонад; омӯзгорон барояш нақшаи худашро месозанд.',
    tk: 'Gelensoň her çaga haýsy synpda okap biljekdigini görkezýän bahalandyryşdan geçýär; mugallymlar oňa öz meýilnamasyny düzýär.',
    uz: 'Kelgandan keyin har bir bola qaysi sinfda oʻqiy olishini koʻrsatadigan baholashdan oʻtadi; oʻqituvchilar unga alohida reja tuzadi.',
  },
  'kg-prior-agreement': {
    kk: 'Балалар келмей тұрып, оларды қабылдайтын отбасылар келісімін берді. Мемлекет көршінің тәжірибесінен үйренді: онда балалар мекемелерде жылдап күткен.',
    tg: 'Пеш аз омадани кӯдакон оилаҳое, ки онҳоро мегиранд, розигӣ доданд. Давлат аз таҷрибаи ҳамсоя омӯхт, ки он ҷо кӯдакон солҳо дар муассисаҳо интизор буданд.',
    tk: 'Çagalar gelmezden öň olary kabul etjek maşgalalar razylyk berdi. Döwlet goňşynyň tejribesinden öwrendi: ol ýerde çagalar edaralarda ýyllap garaşypdy.',
    uz: 'Bolalar kelishidan oldin ularni oladigan oilalar rozilik berdi. Davlat qoʻshnining tajribasidan oʻrgandi: u yerda bolalar muassasalarda yillab kutgan edi.',
  },
  'kg-short-reception': {
    kk: 'Балалар бір тыныш жерде екі-төрт ай болып, дәрігер мен психологқа көрінді, сосын туыстарына кетті. Отбасылар бірінші күннен дайындалды.',
    tg: 'Кӯдакон ду-чор моҳ дар як ҷойи ором буданд, ба табиб ва равоншинос намоён шуданд, сипас ба хешовандон рафтанд. Оилаҳо аз рӯзи аввал омода мешуданд.',
    tk: 'Çagalar bir asuda ýerde iki-dört aý bolup, lukmana we psihologa görkezilip, soň garyndaşlaryna gitdiler. Maşgalalar ilkinji günden taýýarlandy.',
    uz: 'Bolalar bir tinch joyda ikki-toʻrt oy boʻlib, shifokor va psixologga koʻrindi, soʻng qarindoshlariga ketdi. Oilalar birinchi kundan tayyorlandi.',
  },
  'tj-family-handover': {
    kk: '2022 жылы келген топ шамамен сегіз айдан кейін туыстарына берілді, ал 2019 жылғы балалар мекемелерде жылдап қалған. Мемлекет өз тәжірибесінен үйрене алады.',
    ky: '2022-жылы келген топ болжол менен сегиз айдан кийин туугандарына берилди, 2019-жылкы балдар болсо мекемелерде жылдап калган. Мамлекет өз тажрыйбасынан үйрөнө алат.',
    tk: '2022-nji ýylda gelen topar takmynan sekiz aýdan soň garyndaşlaryna tabşyryldy, 2019-njy ýylyň çagalary bolsa edaralarda ýyllap galdy. Döwlet öz tejribesinden öwrenip bilýär.',
    uz: '2022-yilda kelgan guruh taxminan sakkiz oydan keyin qarindoshlariga topshirildi, 2019-yilgi bolalar esa muassasalarda yillab qolgan edi. Davlat oʻz tajribasidan oʻrgana oladi.',
  },
  'kz-place-of-birth': {
    ky: 'Кодекс чыныгы туулган жерди талап кылат, ошондуктан күбөлүк баланын кайдан келгенин мектепке айтып коюшу мүмкүн. Керек болбогон жерде аны көрсөтпөй койсо болот.',
    tg: 'Кодекс ҷойи воқеии таваллудро талаб мекунад, бинобар ин шаҳодатнома метавонад ба мактаб гӯяд, ки кӯдак аз куҷост. Дар ҷое ки лозим нест, онро нишон надодан мумкин аст.',
    tk: 'Kodeks hakyky doglan ýeri talap edýär, şonuň üçin şahadatnama çaganyň nireden gelendigini mekdebe aýdyp biler. Gerek däl ýerde ony görkezmän bolýar.',
    uz: 'Kodeks haqiqiy tugʻilgan joyni talab qiladi, shuning uchun guvohnoma maktabga bola qayerdan kelganini aytib qoʻyishi mumkin. Kerak boʻlmagan joyda uni koʻrsatmasa boʻladi.',
  },
  'uz-mahalla': {
    kk: 'Санаторийден кейін отбасылар үйіне қайтты, оларды махалла қарсы алды: құжатқа, жұмысқа, мектепке көмекпен және мектептегі әлеуметтік қызметкермен.',
    ky: 'Санаторийден кийин үй-бүлөлөр үйүнө кайтты, аларды махалла тосуп алды: документ, жумуш, мектеп боюнча жардам жана мектептеги социалдык кызматкер менен.',
    tg: 'Пас аз осоишгоҳ оилаҳо ба хона баргаштанд ва маҳалла онҳоро пешвоз гирифт: бо кумак дар ҳуҷҷат, кор ва мактаб ва бо корманди иҷтимоӣ дар мактаб.',
    tk: 'Şypahanadan soň maşgalalar öýüne dolandy, olary mähelle garşy aldy: resminama, iş we mekdep babatda kömek bilen, mekdepdäki durmuş işgäri bilen.',
  },
  'kz-regional-centres': {
    ky: 'Облустардагы борбор эки бөлүктөн турат: үй-бүлө жашай турган бөлмөлөр жана документ менен жөлөкпулду калыбына келтирген юрист. Курстар менен жумушка жардам кошулат.',
    tg: 'Марказ дар вилоятҳо аз ду қисм иборат аст: ҳуҷраҳо барои зисти оила ва ҳуқуқшиносе, ки ҳуҷҷат ва кумакпулиро барқарор мекунад. Ба ин курсҳо ва кумак дар кор илова мешавад.',
    tk: 'Welaýatlardaky merkez iki bölekden durýar: maşgalanyň ýaşaýan otaglary we resminamalary hem kömek pullaryny dikeldýän aklawçy. Oňa okuwlar we iş tapmaga kömek goşulýar.',
    uz: 'Viloyatlardagi markaz ikki qismdan iborat: oila yashaydigan xonalar va hujjat hamda nafaqani tiklaydigan yurist. Bunga kurslar va ish topishda yordam qoʻshiladi.',
  },
  'kz-shared-curriculum': {
    ky: 'Жетектөөчү адистер, психологдор жана социалдык кызматкерлер төрт күндө чогуу программа жазышты; кийинки курстар адистерден эмне жетпейт деп суроодон башталды.',
    tg: 'Мутахассисони пешбар, равоншиносон ва кормандони иҷтимоӣ дар чор рӯз якҷоя барнома навиштанд; курсҳои баъдӣ аз саволи «чӣ намерасад» оғоз шуданд.',
    tk: 'Ýöredýän hünärmenler, psihologlar we durmuş işgärleri dört günde bilelikde maksatnama ýazdy; soňky okuwlar hünärmenlerden nämäniň ýetmeýändigini soramakdan başlandy.',
    uz: 'Yetakchi mutaxassislar, psixologlar va ijtimoiy xodimlar toʻrt kunda birga dastur yozdi; keyingi kurslar mutaxassislardan nima yetishmasligini soʻrashdan boshlandi.',
  },
  'kz-school-language': {
    ky: 'Казакча да, орусча да билбеген балдар үйрөнгөнчө күтүп калбайт: репетитор, психолог жана билим берүү министрлиги кадимки мектепке кирүүгө жардам берет.',
    tg: 'Кӯдаконе, ки на қазоқӣ ва на русӣ медонанд, то омӯхтан интизор намешаванд: омӯзгори иловагӣ, равоншинос ва вазорати маориф ба мактаби одӣ дохил шуданро осон мекунанд.',
    tk: 'Gazak dilini-de, rus dilini-de bilmeýän çagalar öwrenýänçä garaşmaýar: goşmaça mugallym, psiholog we bilim ministrligi adaty mekdebe girmäge kömek edýär.',
    uz: 'Qozoqchani ham, ruschani ham bilmaydigan bolalar oʻrganguncha kutib turmaydi: repetitor, psixolog va taʼlim vazirligi oddiy maktabga kirishga yordam beradi.',
  },
  'kz-rules-for-children': {
    ky: 'Мыйзам ким координациялаарын жана бала кандай кызматка ишене аларын айтат, буйрук эрежелерди жана мөөнөттөрдү берет. Ал сапарга эмес, балага карайт.',
    tg: 'Қонун мегӯяд, ки кӣ ҳамоҳанг мекунад ва кӯдак ба кадом хизмат умед карда метавонад; фармоиш қоида ва мӯҳлатҳоро медиҳад. Он ба кӯдак менигарад, на ба сафар.',
    tk: 'Kanun kimiň utgaşdyrýandygyny we çaganyň haýsy hyzmata bil baglap biljekdigini aýdýar, buýruk bolsa düzgünleri we möhletleri berýär. Ol ýola däl-de, çaga seredýär.',
    uz: 'Qonun kim muvofiqlashtirishini va bola qanday xizmatga ishona olishini aytadi, buyruq esa qoida va muddatlarni beradi. U safarga emas, bolaga qaraydi.',
  },
  'kg-kinship-test': {
    kk: 'Баланың кімдікі екенін қағаз да, куә да айта алмағанда, туыстардың ДНҚ талдауы көрсетті. Мұны бір мемлекет отбасына берер алдында, бірі жолға шығар алдында жасады.',
    tg: 'Вақте на коғаз ва на шоҳид гуфта натавонист, ки кӯдак аз они кист, таҳлили ДНК-и хешовандон нишон дод. Як давлат инро пеш аз супоридан, дигаре пеш аз сафар кард.',
    tk: 'Çaganyň kimiňkidigini kagyz-da, şaýat-da aýdyp bilmese, garyndaşlaryň DNK barlagy görkezdi. Ony bir döwlet maşgala bermezden öň, beýlekisi ýola çykmazdan öň etdi.',
    uz: 'Bola kimniki ekanini qogʻoz ham, guvoh ham ayta olmaganda, qarindoshlarning DNK tahlili koʻrsatdi. Buni bir davlat oilaga berishdan oldin, boshqasi yoʻlga chiqishdan oldin qildi.',
  },
  'kg-quiet-at-school': {
    kk: 'Оралған балалар туралы мәлімет қатаң құпия: оны жауапты органдар ғана біледі. Мектеп пен колледжде олар басқалармен бірдей.',
    tg: 'Маълумот дар бораи кӯдакони баргашта махфӣ аст: онро танҳо мақомоти масъул медонанд. Дар мактаб ва коллеҷ онҳо чун дигарон хонандаанд.',
    tk: 'Dolanan çagalar baradaky maglumat berk gizlin: ony diňe jogapkär edaralar bilýär. Mekdepde we kollejde olar beýlekiler ýaly okuwçy.',
    uz: 'Qaytgan bolalar haqidagi maʼlumot qatʼiy sir: uni faqat masʼul idoralar biladi. Maktab va kollejda ular boshqalar kabi oʻquvchi.',
  },
  'kg-same-benefit': {
    kk: 'Оралған балалар басқа мұқтаж отбасылардың балалары алатын жәрдемақыны алады. Ерекше төлем де, ерекше тізім де жоқ.',
    tg: 'Кӯдакони баргашта ҳамон кумакпулиро мегиранд, ки кӯдакони дигар оилаҳои ниёзманд мегиранд. На пардохти махсус ҳаст, на рӯйхати махсус.',
    tk: 'Dolanan çagalar beýleki mätäç maşgalalaryň çagalarynyň alýan kömek pulunyň özüni alýar. Aýratyn töleg-de, aýratyn sanaw-da ýok.',
    uz: 'Qaytgan bolalar boshqa muhtoj oilalarning bolalari oladigan nafaqani oladi. Alohida toʻlov ham, alohida roʻyxat ham yoʻq.',
  },
  'kg-ask-first': {
    kk: 'Қоғамдық ұйымдарға грант бермей тұрып, зерттеушілер бүкіл ел бойынша оралған әйелдерден, қамқоршылардан, мұғалімдер мен қызметкерлерден не керегін, не зиян келтіретінін сұрады.',
    tg: 'Пеш аз додани грант ба ташкилотҳои ҷамъиятӣ пажӯҳишгарон дар саросари кишвар аз занони баргашта, парасторон, омӯзгорон ва кормандон пурсиданд, ки чӣ лозим аст ва чӣ зарар мерасонад.',
    tk: 'Jemgyýetçilik guramalaryna grant bermezden öň barlagçylar bütin ýurt boýunça dolanan zenanlardan, hossarlardan, mugallymlardan we işgärlerden nämäniň gerekdigini, nämäniň zyýan berjekdigini sorady.',
    uz: 'Jamoat tashkilotlariga grant berishdan oldin tadqiqotchilar butun mamlakat boʻylab qaytgan ayollar, vasiylar, oʻqituvchilar va xodimlardan nima kerakligi va nima zarar qilishini soʻradi.',
  },
  'kg-questions-of-faith': {
    kk: 'Сенім туралы әңгіме келгеннен кейінгі көмекке кіреді. Бұл жазба оны кез келген шешімнен бөлуді ұсынады: сұрағанға жауап беретін адам бар, бұл бойынша ешкім бағаланбайды.',
    tg: 'Суҳбат дар бораи эътиқод ба кумаки баъди омадан дохил мешавад. Ин сабт пешниҳод мекунад, ки он аз ҳар қарор ҷудо бошад: барои пурсанда шахси доно ҳаст ва касе аз рӯи он баҳо намегирад.',
    tk: 'Ynanç baradaky söhbet gelenden soňky kömege girýär. Bu ýazgy ony islendik karardan aýry tutmagy teklip edýär: soranlara jogap berýän adam bar, hiç kim oňa görä bahalandyrylmaýar.',
    uz: 'Eʼtiqod haqidagi suhbat kelgandan keyingi yordamga kiradi. Bu yozuv uni har qanday qarordan ajratishni taklif qiladi: soʻraganlarga javob beradigan odam bor, hech kim bunga qarab baholanmaydi.',
  },
  'kg-three-at-the-table': {
    kk: 'Қоғамдық ұйым отбасымен бірге не керегін анықтайды; аудандық бөлім мен балалар ісі комиссиясы есік ашады: куәлік үшін сот, емхана, мектеп.',
    tg: 'Ташкилоти ҷамъиятӣ якҷоя бо оила муайян мекунад, ки чӣ лозим аст; шуъбаи ноҳия ва комиссия оид ба кори кӯдакон дарҳоро мекушоянд: суд барои шаҳодатнома, дармонгоҳ, мактаб.',
    tk: 'Jemgyýetçilik guramasy maşgala bilen bile nämäniň gerekdigini anyklaýar; etrap bölümi we çagalar işi baradaky topar gapylary açýar: şahadatnama üçin kazyýet, saglyk öýi, mekdep.',
    uz: 'Jamoat tashkiloti oila bilan birga nima kerakligini aniqlaydi; tuman boʻlimi va bolalar ishlari komissiyasi eshiklarni ochadi: guvohnoma uchun sud, poliklinika, maktab.',
  },
  'uz-respectful-words': {
    kk: 'Ферғана алқабының 120-ға жуық әлеуметтік қызметкері тыңдауды, таңба баспай сөйлеуді және алғашқы психоәлеуметтік қолдау көрсетуді үйренді.',
    ky: 'Фергана өрөөнүнүн 120га жакын социалдык кызматкери угууну, тамга баспай сүйлөөнү жана алгачкы психосоциалдык колдоо көрсөтүүнү үйрөндү.',
    tg: 'Қариб 120 корманди иҷтимоии водии Фарғона гӯш кардан, бе тамға сухан гуфтан ва расонидани дастгирии аввалини равонӣ-иҷтимоиро омӯхтанд.',
    tk: 'Fergana jülgesiniň 120-ä golaý durmuş işgäri diňlemegi, tagma basman gürlemegi we ilkinji psihologik-durmuş goldawyny bermegi öwrendi.',
  },
  'uz-home-and-work': {
    kk: 'Отбасы келген күні мемлекет не берілетінін ашық айтады: көмек, үй, әйелдерге жұмыс, балаларға балабақша мен мектеп. Ашық айтылған уәдені сұрауға болады.',
    ky: 'Үй-бүлө келген күнү мамлекет эмне берилерин ачык айтат: жардам, үй, аялдарга жумуш, балдарга бала бакча жана мектеп. Ачык айтылган убаданы сураса болот.',
    tg: 'Рӯзи омадани оила давлат ошкоро мегӯяд, ки чӣ дода мешавад: кумак, хона, кор барои занон, боғча ва мактаб барои кӯдакон. Ваъдаи ошкороро пурсидан мумкин аст.',
    tk: 'Maşgalanyň gelen güni döwlet nämäniň beriljekdigini açyk aýdýar: kömek, öý, zenanlara iş, çagalara bag we mekdep. Açyk aýdylan wadany sorap bolýar.',
  },
  'uz-consent-from-afar': {
    kk: 'Балалар кетпей тұрып, мамандар шетелде жазасын өтеп жүрген аналардан рұқсат алды. Келісім сапарды заңды етеді әрі бала сақтағысы келетін байланыстың басы болады.',
    ky: 'Балдар кетээр алдында адистер чет өлкөдө жазасын өтөп жаткан энелерден уруксат алышты. Макулдук сапарды мыйзамдуу кылат жана бала сактагысы келген байланыштын башы болот.',
    tg: 'Пеш аз рафтани кӯдакон мутахассисон аз модароне, ки дар хориҷа ҷазо мегузаронанд, иҷозат гирифтанд. Розигӣ сафарро қонунӣ мекунад ва ибтидои робитаест, ки кӯдак нигоҳ доштан мехоҳад.',
    tk: 'Çagalar gitmezden öň hünärmenler daşary ýurtda jeza çekýän enelerden rugsat aldy. Razylyk ýoly kanuny edýär we çaganyň saklamak isleýän gatnaşygynyň başy bolýar.',
  },
  'uz-commissions': {
    kk: 'Барлық министрліктің республикалық комиссиясы жоспарды бекітеді, аумақтық комиссиялар орындайды, бала құқықтары жөніндегі уәкіл бірге қатысады.',
    ky: 'Бардык министрликтердин республикалык комиссиясы планды бекитет, аймактык комиссиялар аткарат, бала укуктары боюнча өкүл чогуу катышат.',
    tg: 'Комиссияи ҷумҳуриявии ҳамаи вазоратҳо нақшаро муайян мекунад, комиссияҳои ҳудудӣ иҷро мекунанд, ваколатдор оид ба ҳуқуқи кӯдак иштирок мекунад.',
    tk: 'Ähli ministrlikleriň respublika topary meýilnamany kesgitleýär, ýerli toparlar ýerine ýetirýär, çaga hukuklary boýunça wekil gatnaşýar.',
  },
  'tj-consular-register': {
    kk: 'Дипломаттар әйелдермен сөйлесіп, оралғысы келгендерді жазды. Кейбірі бас тартты. Тізім дайын тізімдеме емес, ниет деп түсінілді: келгендер күткеннен аз болды.',
    ky: 'Дипломаттар аялдар менен сүйлөшүп, кайткысы келгендерди жазышты. Айрымдары баш тартты. Тизме даяр ведомость эмес, ниет катары түшүнүлдү: күткөндөн аз келди.',
    tk: 'Diplomatlar zenanlar bilen gürleşip, dolanmak isleýänleri ýazdy. Käbiri ýüz döndürdi. Sanaw taýýar sanaw däl-de, niýet hökmünde düşünildi: garaşylandan az geldi.',
    uz: 'Diplomatlar ayollar bilan suhbatlashib, qaytishni istaganlarni yozdi. Baʼzilari rad etdi. Roʻyxat tayyor roʻyxat emas, niyat deb tushunildi: kutilganidan kam keldi.',
  },
  'tj-visits-in-prison': {
    kk: 'Дипломаттар шетелде жазасын өтеп жүрген, балалары үйге оралған аналарға барады. Мұндай кездесу балаға сәлем жеткізе алады.',
    ky: 'Дипломаттар чет өлкөдө жазасын өтөп жаткан, балдары үйгө кайткан энелерге барышат. Мындай жолугушуу балага салам жеткире алат.',
    tk: 'Diplomatlar daşary ýurtda jeza çekýän, çagalary öýe dolanan enelere baryp görýär. Şeýle duşuşyk çaga salam ýetirip biler.',
    uz: 'Diplomatlar xorijda jazo oʻtayotgan, bolalari uyga qaytgan onalarni koʻrgani boradi. Bunday uchrashuv bolaga salom yetkaza oladi.',
  },
  'tj-home-visits': {
    kk: 'Бірден туыстарына барған әр баланың бір психологы болды: ол үйге келіп, сөйлесіп, ойнады. Кездесу бала қалағанша, бір сағаттан төрт сағатқа дейін созылды.',
    ky: 'Дароо туугандарына барган ар бир баланын бир психологу болду: ал үйгө келип, сүйлөшүп, ойноду. Жолугушуу бала каалаганча, бир сааттан төрт саатка чейин созулду.',
    tk: 'Göni garyndaşlaryna baran her çaganyň bir psihology boldy: ol öýe gelip, gürleşdi, oýnady. Duşuşyk çaganyň islegine görä bir sagatdan dört sagada çenli dowam etdi.',
    uz: 'Toʻgʻri qarindoshlariga borgan har bir bolaning bitta psixologi boʻldi: u uyga kelib, suhbatlashdi, oʻynadi. Uchrashuv bola xohlagancha, bir soatdan toʻrt soatgacha davom etdi.',
  },
  'tj-a-trade': {
    kk: 'Үйге қайтар алдындағы айларда әйелдер тігін тігуді не тәтті пісіруді үйренді, өзін асырай алсын деп.',
    ky: 'Үйгө кайтаар алдындагы айларда аялдар тигүүнү же таттуу бышырууну үйрөнүштү, өзүн багып кете алсын деп.',
    tk: 'Öýe dolanmazdan öňki aýlarda zenanlar tikinçiligi ýa-da süýji bişirmegi öwrendi, özüni ekläp bilsin diýip.',
    uz: 'Uyga qaytishdan oldingi oylarda ayollar tikuvchilik yoki qandolatchilikni oʻrgandi, oʻzini taʼminlay olsin deb.',
  },
  'tj-programme-and-obstacles': {
    kk: 'Үкімет бағдарламасы әр министрліктің 2023–2027 жылдарға міндетін айтады. Дөңгелек үстелде не істелгені де, әлеуметтік қызметкерлер айтқан шешілмеген мәселелер де қаралды.',
    ky: 'Өкмөттүн программасы ар бир министрликтин 2023–2027-жылдарга милдетин айтат. Тегерек столдо эмне иштелгени да, социалдык кызматкерлер айткан чечилбеген маселелер да каралды.',
    tk: 'Hökümet maksatnamasy her ministrligiň 2023–2027-nji ýyllar üçin wezipesini aýdýar. Tegelek stolda näme edilendigi-de, durmuş işgärleriniň aýdan çözülmedik meseleleri-de seredildi.',
    uz: 'Hukumat dasturi har bir vazirlikning 2023–2027-yillardagi vazifasini aytadi. Davra suhbatida nima qilingani ham, ijtimoiy xodimlar aytgan hal boʻlmagan masalalar ham koʻrildi.',
  },
  'tj-study-visit': {
    kk: 'Тәжікстанның бірнеше мекемесінің адамдары Қазақстандағы әріптестерінде үш күн болды: заң, жергілікті билікпен және азаматтық қоғаммен жұмыс, жан саулығы. Оралып, өз бағдарламасын жазды.',
    ky: 'Тажикстандын бир нече мекемесинин адамдары Казакстандагы кесиптештеринде үч күн болушту: мыйзам, жергиликтүү бийлик жана жарандык коом менен иштөө, жан саламаттыгы. Кайтып келип, өз программасын жазышты.',
    tk: 'Täjigistanyň birnäçe edarasynyň adamlary Gazagystandaky kärdeşleriniň ýanynda üç gün boldy: kanun, ýerli häkimiýet we raýat jemgyýeti bilen iş, ruhy saglyk. Dolanyp gelip, öz maksatnamasyny ýazdy.',
    uz: 'Tojikistonning bir necha idorasi vakillari Qozogʻistondagi hamkasblari huzurida uch kun boʻldi: qonun, mahalliy hokimiyat va fuqarolik jamiyati bilan ishlash, ruhiy salomatlik. Qaytib, oʻz dasturini yozdi.',
  },
}
