import { seed, t } from '../seed.ts'
import { evidenceAsia2024 } from '../sources.ts'

export const askFirst = seed(
  'kg-ask-first',
  'KG',
  {
    domains: ['community', 'staff'],
    themes: ['assessment', 'participation', 'ngo', 'women', 'evaluation'],
    settings: ['community', 'school', 'home'],
    audience: ['families', 'carers', 'staff', 'neighbours'],
    since: 2023,
    until: 2023,
    weeks: 12,
    cost: 'medium',
    evidenceLevel: 'told',
    figures: [
      {
        label: t('Interviews', 'Интервью', { ky: 'Маектер' }),
        value: '75',
        source: 'Evidence Central Asia, March 2024',
      },
      {
        label: t('Focus groups', 'Фокус-группы', { ky: 'Фокус-топтор' }),
        value: '25',
        source: 'Evidence Central Asia, March 2024',
      },
    ],
    sources: [evidenceAsia2024],
  },
  {
    title: t('Ask those concerned before money is spent', 'Спросить людей до того, как тратить деньги'),
    summary: t(
      'Before a funder gave grants to civil society, researchers asked women who returned, guardians, teachers, officials and social workers all over the country what is needed and what might do harm.',
      'Прежде чем дать гранты общественным организациям, исследователи по всей стране спросили вернувшихся женщин, опекунов, учителей, чиновников и социальных работников, что нужно и что может навредить.',
      {
        ky: 'Жарандык коомго грант берердин алдында изилдөөчүлөр бүт өлкө боюнча кайткан аялдардан, камкорчулардан, мугалимдерден, кызматкерлерден жана социалдык кызматкерлерден эмне керегин, эмне зыян келтирерин сурашты.',
      },
    ),
    problem: t(
      'Projects are written far away. Families get what a project offers, not what they lack.',
      'Проекты пишут далеко. Семья получает то, что предлагает проект, а не то, чего ей не хватает.',
      {
        ky: 'Долбоорлор алыста жазылат. Үй-бүлөгө жетпегени эмес, долбоор сунуш кылганы берилет.',
      },
    ),
    context: t(
      'Commissioned by GCERF, carried out from August to October 2023 by a research organisation of the country, with several methods side by side.',
      'По заказу GCERF с августа по октябрь 2023 года провела исследовательская организация страны, несколькими методами параллельно.',
    ),
    forWhom: t(
      'Funders and ministries who plan, and organisations who will carry it out.',
      'Доноры и министерства, которые планируют, и организации, которые будут выполнять.',
    ),
    steps: t(
      'Ask first those who live it, then those who help, then those who decide.\nCompare what they say; write down where they disagree.\nAsk of each region what might do harm.\nTell those who were asked what came of it.\nGive grants by what was found.\nAsk again after two years.',
      'Сначала спросите тех, кто этим живёт, затем тех, кто помогает, затем тех, кто решает.\nСравните ответы; запишите, где они расходятся.\nВ каждой области спросите, что может навредить.\nРасскажите тем, кого спросили, что из этого вышло.\nДавайте гранты по найденному.\nЧерез два года спросите снова.',
      {
        ky: 'Алгач ушул абалда жашап жаткандардан, андан соң жардам бергенден, анан чечим кабыл алгандан сураңыз.\nАйткандарын салыштырып, кайсы жерде пикирлери башка экенин жазып коюңуз.\nАр бир облустан эмне зыян келтириши мүмкүн экенин сураңыз.\nСураганыңыз эмне бергенин ошол адамдарга айтыңыз.\nГранттарды ушул табылгандарга карап бериңиз.\nЭки жылдан кийин кайра сураңыз.',
      },
    ),
    evidence: t(
      'Method and numbers are published by those who did it; whether grants followed the answers is not.',
      'Метод и числа опубликовали исполнители; пошли ли гранты за ответами, неизвестно.',
    ),
    results: t(
      '75 interviews and 25 focus groups, whose findings guided grants to civil society.',
      '75 интервью и 25 фокус-групп; выводы легли в основу грантов общественным организациям.',
    ),
    unwanted: t(
      'Being asked again and again by strangers tires a family.',
      'Когда снова и снова спрашивают чужие, семья устаёт.',
    ),
    safeguards: t(
      'Consent, and leave to skip any question.\nNo question about the time abroad.\nAnswers are kept without names, and groups are too large to tell anybody by.',
      'Согласие и право пропустить любой вопрос.\nНикаких вопросов о времени за рубежом.\nОтветы — без имён, группы достаточно большие, чтобы никого не узнать.',
    ),
    limits: t(
      'Tells what people say and not how often it happens. Children were not asked, as far as is reported.',
      'Показывает, что говорят люди, а не как часто это бывает. Детей, судя по сообщению, не спрашивали.',
    ),
    transfer: t(
      'Three months and one good team. The questions could be the same in all five states.',
      'Три месяца и одна хорошая команда. Вопросы могли бы быть одни для пяти государств.',
    ),
  },
)
