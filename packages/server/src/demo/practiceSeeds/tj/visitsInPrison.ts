import { seed, t } from '../seed.ts'
import { asiaPlus2024, asiaPlus2025 } from '../sources.ts'

export const visitsInPrison = seed(
  'tj-visits-in-prison',
  'TJ',
  {
    domains: ['family', 'law', 'psychosocial'],
    themes: ['detained-parent', 'consular', 'mother', 'detention', 'grief'],
    settings: ['detention', 'abroad', 'home'],
    audience: ['children', 'carers', 'families'],
    ages: { from: 0, to: 17 },
    since: 2019,
    cost: 'low',
    evidenceLevel: 'told',
    sources: [asiaPlus2024, asiaPlus2025],
  },
  {
    title: t(
      'Visits to parents in prison abroad, with news for the child',
      'Визиты к родителям в тюрьме за рубежом и вести для ребёнка',
    ),
    summary: t(
      'Diplomats visit mothers who serve sentences abroad and whose children came home in 2019. A visit can carry more than a report on conditions: a greeting each way, for a child who says that it misses its parents.',
      'Дипломаты навещают матерей, отбывающих наказание за рубежом, чьи дети вернулись в 2019 году. Визит может принести больше, чем отчёт об условиях: привет в обе стороны — ребёнку, который скучает по родителям.',
      {
        tg: 'Дипломатҳо модаронеро, ки дар хориҷа ҷазо мегузаронанд ва фарзандонашон соли 2019 баргаштаанд, хабар мегиранд. Дидор на танҳо гузориш дар бораи шароит, балки салом аз ҳар ду ҷониб низ буда метавонад — барои кӯдаке, ки волидонро пазмон шудааст.',
      },
    ),
    problem: t(
      'A child who does not know whether its mother lives cannot grieve and cannot hope.',
      'Ребёнок, который не знает, жива ли мать, не может ни горевать, ни надеяться.',
      {
        tg: 'Кӯдаке, ки намедонад модараш зинда аст ё не, на ғам хӯрда метавонад ва на умед карда.',
      },
    ),
    context: t(
      '37 women serve life sentences; a transfer waits for an agreement between the two states. Fathers are seldom mentioned in reports.',
      '37 женщин отбывают пожизненный срок; передача ждёт соглашения двух государств. Об отцах в сообщениях почти ничего.',
    ),
    forWhom: t(
      'Children with a parent in prison abroad, and those who bring them up.',
      'Дети, у которых родитель в тюрьме за рубежом, и те, кто их растит.',
    ),
    steps: t(
      'Ask child and carer whether they want contact, and of which kind.\nAsk the parent the same at the next visit.\nCarry letters and drawings, read by somebody who minds the child.\nTell the carer beforehand what is in them.\nBe there when a letter is opened, and after it.\nKeep a log of contacts, so that none is promised and forgotten.',
      'Спросите ребёнка и опекуна, хотят ли они связи и какой.\nО том же спросите родителя при следующем визите.\nПередайте письма и рисунки; их читает тот, кто думает о ребёнке.\nСкажите опекуну заранее, что в них.\nБудьте рядом, когда письмо открывают, и после.\nВедите запись связей, чтобы ни одну не обещали и не забыли.',
      {
        tg: 'Аз кӯдак ва парастор пурсед, ки оё робита мехоҳанд ва кадом хелашро.\nҲаминро дар дидори навбатӣ аз падару модар пурсед.\nМактубу расмҳоро расонед; онҳоро касе мехонад, ки дар ғами кӯдак аст.\nПешакӣ ба парастор гӯед, ки дар онҳо чист.\nВақте мактуб кушода мешавад ва баъди он ҳамроҳ бошед.\nРӯйхати робитаҳоро нигоҳ доред, то ягонтоаш ваъда дода ва фаромӯш карда нашавад.',
      },
    ),
    evidence: t(
      'Visits are reported; letters are our proposal, and are what child protection does elsewhere through the Red Cross and Red Crescent.',
      'О визитах сообщалось; письма — наше предложение, так делают в других местах через Красный Крест и Красный Полумесяц.',
      {
        tg: 'Дар бораи дидорҳо хабар дода шудааст; мактубҳо пешниҳоди мост, дар ҷойҳои дигар инро тавассути Салиби Сурх ва Ҳилоли Аҳмар мекунанд.',
      },
    ),
    results: t(
      'Women were visited and did not complain of conditions, as reported. Contact with children is not reported.',
      'По сообщению, женщин навестили, на условия они не жаловались. О связи с детьми не сообщалось.',
    ),
    unwanted: t(
      'News may hurt: a sentence, an illness, a silence.',
      'Весть может ранить: приговор, болезнь, молчание.',
    ),
    safeguards: t(
      'The wish of the child comes first, and may change.\nNo message is used as evidence against anybody.\nA carer who says no is asked why, and helped.',
      'Желание ребёнка — первое, и оно может меняться.\nНи одно письмо не служит уликой.\nОпекуна, который против, спрашивают почему и помогают ему.',
    ),
    limits: t(
      'Rests on few journeys of few people. Not for a child who was harmed by that parent.',
      'Держится на редких поездках немногих людей. Не для ребёнка, которому этот родитель навредил.',
    ),
    transfer: t(
      'All four states have parents in prison abroad; one consul could carry letters for several.',
      'Родители в тюрьмах за рубежом есть у всех четырёх государств; один консул мог бы везти письма для нескольких.',
    ),
  },
  'practitioners',
)
