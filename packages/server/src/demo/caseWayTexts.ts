/** What workers wrote beside the steps of invented cases, in the language of the state. */
import type { DemoState } from './types.ts'

export interface WayWords {
  readonly needs: string
  readonly standsAlone: string
  /** At the last look. */
  readonly over: string
  readonly well: string
  readonly lost: string
  readonly search: string
  readonly moved: string
  readonly accepted: string
}

export const wayWords: Readonly<Record<DemoState, WayWords>> = {
  kz: {
    needs: 'Мектеп, туу туралы куәлік, жұмыс.',
    standsAlone: 'Отбасы өз бетінше күн көріп жүр',
    over: 'Соңғы барғанда бәрі орнында болды',
    well: 'Балалар мектепке барып жүр, анасы жұмыс істейді',
    lost: 'Телефон жауап бермейді, үйінде ешкім жоқ',
    search: 'Көршілерден және мектептен сұраймыз',
    moved: 'Отбасы басқа елге көшті',
    accepted: 'Сол елдің әлеуметтік қызметі қабылдады',
  },
  kg: {
    needs: 'Мектеп, туулгандыгы тууралуу күбөлүк, жумуш.',
    standsAlone: 'Үй-бүлө өз күчү менен жашап жатат',
    over: 'Акыркы барганда баары жайында болду',
    well: 'Балдар мектепке барып жатат, апасы иштейт',
    lost: 'Телефон жооп бербейт, үйүндө эч ким жок',
    search: 'Кошуналардан жана мектептен сурайбыз',
    moved: 'Үй-бүлө башка өлкөгө көчтү',
    accepted: 'Ошол өлкөнүн социалдык кызматы кабыл алды',
  },
  tj: {
    needs: 'Мактаб, шаҳодатномаи таваллуд, кор.',
    standsAlone: 'Оила мустақилона зиндагӣ мекунад',
    over: 'Дар боздиди охирин ҳама чиз дар ҷояш буд',
    well: 'Кӯдакон ба мактаб мераванд, модар кор мекунад',
    lost: 'Телефон ҷавоб намедиҳад, дар хона касе нест',
    search: 'Аз ҳамсояҳо ва мактаб мепурсем',
    moved: 'Оила ба кишвари дигар кӯчид',
    accepted: 'Хадамоти иҷтимоии он кишвар қабул кард',
  },
  uz: {
    needs: 'Maktab, tugʻilganlik guvohnomasi, ish.',
    standsAlone: 'Oila oʻz kuchi bilan yashayapti',
    over: 'Oxirgi tashrifda hammasi joyida edi',
    well: 'Bolalar maktabga boryapti, onasi ishlayapti',
    lost: 'Telefon javob bermayapti, uyida hech kim yoʻq',
    search: 'Qoʻshnilardan va maktabdan soʻraymiz',
    moved: 'Oila boshqa mamlakatga koʻchdi',
    accepted: 'Oʻsha mamlakatning ijtimoiy xizmati qabul qildi',
  },
}
