import { seed, t } from '../seed.ts'
import { cabarKazakhstan2019, eurasianet2022 } from '../sources.ts'

export const kinshipTest = seed(
  'kg-kinship-test',
  'KG',
  {
    domains: ['family', 'papers', 'protection'],
    themes: ['dna-evidence', 'kinship-evidence', 'relative', 'consent', 'privacy'],
    settings: ['office', 'abroad'],
    audience: ['children', 'carers', 'staff'],
    ages: { from: 0, to: 17 },
    since: 2019,
    cost: 'medium',
    evidenceLevel: 'told',
    sources: [eurasianet2022, cabarKazakhstan2019],
  },
  {
    title: t(
      'Kinship shown by a test, where nothing else shows it',
      'Родство — по анализу, когда иначе не показать',
    ),
    summary: t(
      'Where no paper and no witness could say to whom a child belongs, a DNA test of relatives did. Kyrgyzstan used it before placement, Kazakhstan before the journey: relatives gave samples at home.',
      'Где ни бумага, ни свидетель не могли сказать, чей ребёнок, это показал анализ ДНК родных. Кыргызстан делал его до передачи в семью, Казахстан — до поездки: родные сдавали пробы дома.',
      {
        ky: 'Баланын кимдики экенин кагаз да, күбө да айта албаганда, туугандардын ДНК анализи көрсөттү. Кыргызстан аны үй-бүлөгө берердин алдында, Казакстан жолго чыгардан мурун колдонду: туугандар үлгүнү үйүндө тапшырган.',
      },
    ),
    problem: t(
      'Children born abroad have no certificate, parents may be dead, and names are written in several ways. A wrong placement hurts two families.',
      'У детей, рождённых за рубежом, нет свидетельств, родители могут быть мертвы, имена записаны по-разному. Ошибка ранит две семьи.',
      {
        ky: 'Чет өлкөдө төрөлгөн балдардын күбөлүгү жок, ата-энеси каза болгон болушу мүмкүн, аттары ар кандай жазылат. Ката жайгаштыруу эки үй-бүлөнү жаралайт.',
      },
    ),
    context: t(
      'In 2019 samples of relatives went from Kazakhstan to Iraq, so that children could leave; in 2021 Kyrgyzstan tested in some cases after arrival.',
      'В 2019 году пробы родных отправили из Казахстана в Ирак, чтобы дети могли уехать; в 2021-м Кыргызстан проверял некоторые случаи после приезда.',
    ),
    forWhom: t(
      'Children without papers, and relatives who wish to take them in.',
      'Дети без документов и родные, которые хотят их принять.',
    ),
    steps: t(
      'First use what hurts less: papers, photographs of relatives, witnesses, the words of the child.\nExplain the test to relatives and, as far as it can understand, to the child.\nAsk for consent in writing; a no is not held against anybody.\nLet a laboratory do it that keeps nothing.\nNote only: done, result, who keeps it.\nWhere the answer is no, ask what the child needs now, and who has cared for it.',
      'Сначала то, что ранит меньше: бумаги, снимки родных, свидетели, слова ребёнка.\nОбъясните анализ родным и, насколько возможно, ребёнку.\nСогласие — письменно; отказ никому не вменяется.\nПусть делает лаборатория, которая ничего не хранит.\nЗапишите только: сделано, итог, у кого хранится.\nЕсли ответ «нет», спросите, что нужно ребёнку сейчас и кто о нём заботился.',
      {
        ky: 'Алгач азыраак жаралаганын колдонуңуз: кагаздар, туугандардын сүрөттөрү, күбөлөр, баланын өз сөзү.\nАнализди туугандарга, баланын түшүнүгүнө жараша ага да түшүндүрүңүз.\nМакулдукту жазуу түрүндө сураңыз; баш тарткан үчүн эч кимге айып коюлбайт.\nАны эч нерсе сактабаган лаборатория жасасын.\nҮч нерсени гана жазыңыз: жасалды, жыйынтыгы, ким сактайт.\nЖооп «жок» болсо, балага азыр эмне керек экенин жана ага ким караганын сураңыз.',
      },
    ),
    evidence: t(
      'Told to the press by researchers and officials.',
      'Рассказали прессе исследователи и чиновники.',
      {
        ky: 'Изилдөөчүлөр жана кызмат адамдары басма сөзгө айтышты.',
      },
    ),
    results: t(
      'Kinship could be shown where papers could not; placement and certificates followed.',
      'Родство показали там, где бумаги не могли; за этим последовали устройство и свидетельства.',
    ),
    unwanted: t(
      'A test may find what a family did not know. Somebody has to be there on that day.',
      'Анализ может открыть семье то, чего она не знала. В этот день кто-то должен быть рядом.',
    ),
    safeguards: t(
      'No profile is stored by those who do case work.\nThe test serves this child only, and no search.\nLove and care count beside blood: the best interests of the child decide.',
      'Те, кто ведёт дело, профилей не хранят.\nАнализ служит только этому ребёнку и никакому поиску.\nЗабота значит не меньше крови: решают наилучшие интересы ребёнка.',
    ),
    limits: t(
      'Says who is kin and not who is good for a child. Genetic data may leave a state under conditions only, by its own law.',
      'Говорит, кто родня, а не кто хорош для ребёнка. Генетические данные могут покинуть страну лишь на условиях её закона.',
    ),
    transfer: t(
      'Every state has a laboratory. Agree beforehand who keeps what, and for how long.',
      'Лаборатория есть в каждом государстве. Заранее договоритесь, кто что хранит и сколько.',
    ),
  },
)
