import { seed, t } from '../seed.ts'
import { ferghana2023, isrs2025, uzDaily } from '../sources.ts'

export const mahalla = seed(
  'uz-mahalla',
  'UZ',
  {
    domains: ['community', 'family', 'livelihood', 'psychosocial'],
    settings: ['community', 'school'],
    audience: ['families', 'neighbours', 'staff'],
    since: 2019,
    cost: 'low',
    evidenceLevel: 'told',
    sources: [isrs2025, ferghana2023, uzDaily],
  },
  {
    title: t('Home through the mahalla', 'Домой через махаллю', { uz: 'Mahalla orqali uyga' }),
    summary: t(
      'After some time in a sanatorium families went home, and the neighbourhood received them: with help in papers, work and school, and with a social worker at the school to whom mothers, children and neighbours can come.',
      'После санатория семьи вернулись домой, и их приняла махалля: с помощью в документах, работе и школе и с социальным работником при школе, к которому могут прийти и матери, и дети, и соседи.',
      {
        uz: 'Sanatoriyadan keyin oilalar uyiga qaytdi va ularni mahalla kutib oldi: hujjat, ish va maktab boʻyicha yordam hamda maktabdagi ijtimoiy xodim bilan, unga onalar ham, bolalar ham, qoʻshnilar ham kela oladi.',
      },
    ),
    problem: t(
      'What families lack most are people to turn to. A school psychologist calls lack of social ties the most common difficulty.',
      'Больше всего семьям не хватает людей, к которым можно прийти. Школьный психолог называет нехватку связей самой частой трудностью.',
      {
        uz: 'Oilalarga eng koʻp yetishmaydigani — murojaat qiladigan odam. Maktab psixologi eng koʻp uchraydigan qiyinchilik ijtimoiy aloqalar yoʻqligi deydi.',
      },
    ),
    context: t(
      'The mahalla is the self-government of a neighbourhood; a ministry for mahalla and family led the work. Women and children were treated as victims of circumstances.',
      'Махалля — самоуправление соседей; работу вело министерство по поддержке махалли и семьи. Женщин и детей признали жертвами обстоятельств.',
    ),
    forWhom: t(
      'Families who settle again among neighbours, and these neighbours.',
      'Семьи, которые снова живут среди соседей, и сами соседи.',
      { uz: 'Yana qoʻshnilar orasida yashayotgan oilalar va ularning qoʻshnilari.' },
    ),
    steps: t(
      'Prepare neighbours by what the family needs, not by where it has been.\nName one person in the mahalla who answers for help with papers, work and school.\nOpen a place at the school where anybody may come with worries.\nInvite the family to what the neighbourhood does anyway.\nStay in touch for months: help is needed right after return and later too.',
      'Готовьте соседей, говоря о том, что семье нужно, а не о том, где она была.\nНазовите в махалле одного человека, который отвечает за помощь с документами, работой и школой.\nОткройте при школе место, куда любой может прийти с тревогой.\nЗовите семью туда, где соседи и так собираются.\nБудьте рядом месяцами: помощь нужна сразу и потом.',
      {
        uz: 'Qoʻshnilarni oila qayerda boʻlgani bilan emas, unga nima kerakligi bilan tayyorlang.\nMahallada hujjat, ish va maktab boʻyicha yordamga javob beradigan bir kishini ayting.\nMaktabda tashvishi bor har kim keladigan joy oching.\nOilani mahalla shundoq ham yigʻiladigan joylarga taklif qiling.\nOylar davomida aloqada boʻling: yordam qaytgan zahoti ham, keyin ham kerak.',
      },
    ),
    evidence: t(
      'Told by staff and by the institute for strategic studies. Nobody has published how neighbours or families see it.',
      'Рассказали сотрудники и институт стратегических исследований. Что думают соседи и семьи, не опубликовано.',
      {
        uz: 'Xodimlar va strategik tadqiqotlar instituti aytgan. Qoʻshnilar va oilalar nima deyishi eʼlon qilinmagan.',
      },
    ),
    results: t(
      'Families live at home among neighbours, and all children of school age were reported to be in school.',
      'Семьи живут дома среди соседей; сообщалось, что все дети школьного возраста учатся.',
      {
        uz: 'Oilalar uyida, qoʻshnilar orasida yashaydi; maktab yoshidagi barcha bolalar oʻqiyotgani xabar qilindi.',
      },
    ),
    unwanted: t(
      'A neighbourhood that helps also watches. Families may feel observed where they hoped for help.',
      'Махалля, которая помогает, ещё и смотрит. Семья может почувствовать надзор там, где ждала помощи.',
    ),
    safeguards: t(
      'Who helps does not report on belief, dress or visitors.\nA mahalla learns what help is needed, and no more.\nA family may ask for another helper.',
      'Кто помогает, не сообщает о вере, одежде и гостях.\nМахалля узнаёт, какая помощь нужна, и не больше.\nСемья может попросить другого помощника.',
      {
        uz: 'Yordam beradigan kishi eʼtiqod, kiyim yoki mehmonlar haqida xabar bermaydi.\nMahalla qanday yordam kerakligini biladi, boshqasini emas.\nOila boshqa yordamchini soʻrashi mumkin.',
      },
    ),
    limits: t(
      'Works where a neighbourhood has a worker with time. In small places everybody knows anyway: there, words matter most.',
      'Работает там, где у махалли есть работник со временем. В малых местах и так все знают: там важнее всего слова.',
      {
        uz: 'Mahallada vaqti bor xodim boʻlsa ishlaydi. Kichik joylarda hamma shundoq ham biladi: u yerda soʻz eng muhimi.',
      },
    ),
    transfer: t(
      'Neighbourhood bodies exist in all five states under other names. Separate helping from watching before you copy it.',
      'Соседские органы под другими именами есть во всех пяти государствах. Прежде чем перенимать, отделите помощь от надзора.',
    ),
  },
)
