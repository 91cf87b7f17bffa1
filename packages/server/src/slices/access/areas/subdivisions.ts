/**
 * The regions of the five member states by ISO 3166-2. Codes were read against the package `iso-3166` 4.4.0
 * (KZ-10, KZ-33 and KZ-62 are the regions founded in 2022); the names are ours and wait for native readers.
 * Districts do not stand here: a node imports them, and those of the demo are invented.
 */
import type { Area } from '@kerege/contract/access/schema'
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import type { z } from 'zod'

type Kind = 'region' | 'city' | 'republic' | 'districts'

/** Code, kind, English, full Russian, then the bare name in kk, ky, tg, tk, uz. */
type Row = readonly [string, Kind, string, string, string, string, string, string, string]

const table = `
  KZ-10 | region | Abai | Область Абай | Абай | Абай | Абай | Abaý | Abay
  KZ-11 | region | Akmola | Акмолинская область | Ақмола | Акмола | Ақмола | Akmola | Aqmola
  KZ-15 | region | Aktobe | Актюбинская область | Ақтөбе | Актөбө | Ақтӯбе | Aktöbe | Aqtoʻba
  KZ-19 | region | Almaty | Алматинская область | Алматы | Алматы | Алмаато | Almaty | Olmaota
  KZ-23 | region | Atyrau | Атырауская область | Атырау | Атырау | Атирау | Atyrau | Atirau
  KZ-27 | region | West Kazakhstan | Западно-Казахстанская область | Батыс Қазақстан | Батыш Казакстан | Қазоқистони Ғарбӣ | Günbatar Gazagystan | Gʻarbiy Qozogʻiston
  KZ-31 | region | Zhambyl | Жамбылская область | Жамбыл | Жамбыл | Ҷамбул | Jambyl | Jambul
  KZ-33 | region | Zhetisu | Область Жетісу | Жетісу | Жети-Суу | Ҳафтруд | Ýedisuw | Yettisuv
  KZ-35 | region | Karaganda | Карагандинская область | Қарағанды | Караганды | Қарағанда | Garagandy | Qaragʻanda
  KZ-39 | region | Kostanay | Костанайская область | Қостанай | Костанай | Қустанай | Kostanaý | Qostanay
  KZ-43 | region | Kyzylorda | Кызылординская область | Қызылорда | Кызылорда | Қизилурда | Gyzylorda | Qizilorda
  KZ-47 | region | Mangystau | Мангистауская область | Маңғыстау | Мангыстау | Манғистау | Maňgyşlak | Mangʻistov
  KZ-55 | region | Pavlodar | Павлодарская область | Павлодар | Павлодар | Павлодар | Pawlodar | Pavlodar
  KZ-59 | region | North Kazakhstan | Северо-Казахстанская область | Солтүстік Қазақстан | Түндүк Казакстан | Қазоқистони Шимолӣ | Demirgazyk Gazagystan | Shimoliy Qozogʻiston
  KZ-61 | region | Turkistan | Туркестанская область | Түркістан | Түркстан | Туркистон | Türkistan | Turkiston
  KZ-62 | region | Ulytau | Область Улытау | Ұлытау | Улутоо | Улитау | Ulytau | Ulitov
  KZ-63 | region | East Kazakhstan | Восточно-Казахстанская область | Шығыс Қазақстан | Чыгыш Казакстан | Қазоқистони Шарқӣ | Gündogar Gazagystan | Sharqiy Qozogʻiston
  KZ-71 | city | Astana | Город Астана | Астана | Астана | Остона | Astana | Ostona
  KZ-75 | city | Almaty | Город Алматы | Алматы | Алматы | Алмаато | Almaty | Olmaota
  KZ-79 | city | Shymkent | Город Шымкент | Шымкент | Чымкент | Чимкент | Çimkent | Chimkent

  KG-B | region | Batken | Баткенская область | Баткен | Баткен | Боткен | Batken | Botken
  KG-C | region | Chüy | Чуйская область | Шу | Чүй | Чуй | Çuý | Chuy
  KG-GB | city | Bishkek | Город Бишкек | Бішкек | Бишкек | Бишкек | Bişkek | Bishkek
  KG-GO | city | Osh | Город Ош | Ош | Ош | Ӯш | Oş | Oʻsh
  KG-J | region | Jalal-Abad | Джалал-Абадская область | Жалалабад | Жалал-Абад | Ҷалолобод | Jelalabat | Jalolobod
  KG-N | region | Naryn | Нарынская область | Нарын | Нарын | Норин | Naryn | Norin
  KG-O | region | Osh | Ошская область | Ош | Ош | Ӯш | Oş | Oʻsh
  KG-T | region | Talas | Таласская область | Талас | Талас | Талос | Talas | Talas
  KG-Y | region | Issyk-Kul | Иссык-Кульская область | Ыстықкөл | Ысык-Көл | Иссиқкӯл | Yssykköl | Issiqkoʻl

  TJ-DU | city | Dushanbe | Город Душанбе | Душанбе | Дүйшөмбү | Душанбе | Duşenbe | Dushanbe
  TJ-GB | region | Kuhistoni Badakhshon | Горно-Бадахшанская автономная область | Таулы Бадахшан автономиялық | Тоолуу Бадахшан автономиялуу | Кӯҳистони Бадахшон | Daglyk Badahşan awtonom | Togʻli Badaxshon muxtor
  TJ-KT | region | Khatlon | Хатлонская область | Хатлон | Хатлон | Хатлон | Hatlon | Xatlon
  TJ-RA | districts | Districts of republican subordination | Районы республиканского подчинения | Республикаға бағынатын аудандар | Республикага баш ийген райондор | Ноҳияҳои тобеи ҷумҳурӣ | Respublika tabyn etraplar | Respublikaga boʻysunuvchi tumanlar
  TJ-SU | region | Sughd | Согдийская область | Соғды | Согду | Суғд | Sogd | Sugʻd

  TM-A | region | Ahal | Ахалский велаят | Ахал | Ахал | Ахал | Ahal | Axal
  TM-B | region | Balkan | Балканский велаят | Балқан | Балкан | Балкан | Balkan | Bolqon
  TM-D | region | Dashoguz | Дашогузский велаят | Дашоғыз | Дашогуз | Дашогуз | Daşoguz | Dashogʻuz
  TM-L | region | Lebap | Лебапский велаят | Лебап | Лебап | Лебап | Lebap | Lebap
  TM-M | region | Mary | Марыйский велаят | Мары | Мары | Марв | Mary | Mari
  TM-S | city | Ashgabat | Город Ашхабад | Ашғабат | Ашхабад | Ашқобод | Aşgabat | Ashxobod

  UZ-AN | region | Andijan | Андижанская область | Әндіжан | Анжыян | Андиҷон | Andijan | Andijon
  UZ-BU | region | Bukhara | Бухарская область | Бұхара | Бухара | Бухоро | Buhara | Buxoro
  UZ-FA | region | Fergana | Ферганская область | Ферғана | Фергана | Фарғона | Fergana | Fargʻona
  UZ-JI | region | Jizzakh | Джизакская область | Жызақ | Жызак | Ҷиззах | Jizzak | Jizzax
  UZ-NG | region | Namangan | Наманганская область | Наманган | Наманган | Намангон | Namangan | Namangan
  UZ-NW | region | Navoiy | Навоийская область | Науаи | Навои | Навоӣ | Nawoýy | Navoiy
  UZ-QA | region | Kashkadarya | Кашкадарьинская область | Қашқадария | Кашкадарыя | Қашқадарё | Gaşgaderýa | Qashqadaryo
  UZ-QR | republic | Karakalpakstan | Республика Каракалпакстан | Қарақалпақстан | Каракалпакстан | Қароқалпоқистон | Garagalpagystan | Qoraqalpogʻiston
  UZ-SA | region | Samarkand | Самаркандская область | Самарқанд | Самарканд | Самарқанд | Samarkant | Samarqand
  UZ-SI | region | Syrdarya | Сырдарьинская область | Сырдария | Сырдарыя | Сирдарё | Syrderýa | Sirdaryo
  UZ-SU | region | Surkhandarya | Сурхандарьинская область | Сұрхандария | Сурхандарыя | Сурхондарё | Surhanderýa | Surxondaryo
  UZ-TK | city | Tashkent | Город Ташкент | Ташкент | Ташкент | Тошканд | Daşkent | Toshkent
  UZ-TO | region | Tashkent | Ташкентская область | Ташкент | Ташкент | Тошканд | Daşkent | Toshkent
  UZ-XO | region | Khorezm | Хорезмская область | Хорезм | Хорезм | Хоразм | Horezm | Xorazm
`

const rows: readonly Row[] = table
  .split('\n')
  .filter(line => line.trim() !== '')
  // Nine columns of known meaning; the test counts and reads every one of them.
  .map(line => line.split('|').map(cell => cell.trim()) as unknown as Row)

type Own = Exclude<Language, 'ru'>
const whole = (name: string) => name
/** How each language says "region of", "city of"; Russian declines, so its names stand in full. */
const said: Readonly<Record<Kind, Readonly<Record<Own, (name: string) => string>>>> = {
  region: {
    en: name => `${name} region`,
    kk: name => `${name} облысы`,
    ky: name => `${name} облусу`,
    tg: name => `Вилояти ${name}`,
    tk: name => `${name} welaýaty`,
    uz: name => `${name} viloyati`,
  },
  city: {
    en: name => `${name} city`,
    kk: name => `${name} қаласы`,
    ky: name => `${name} шаары`,
    tg: name => `Шаҳри ${name}`,
    tk: name => `${name} şäheri`,
    uz: name => `${name} shahri`,
  },
  republic: {
    en: name => `Republic of ${name}`,
    kk: name => `${name} Республикасы`,
    ky: name => `${name} Республикасы`,
    tg: name => `Ҷумҳурии ${name}`,
    tk: name => `${name} Respublikasy`,
    uz: name => `${name} Respublikasi`,
  },
  districts: { en: whole, kk: whole, ky: whole, tg: whole, tk: whole, uz: whole },
}

function nameOf([, kind, en, ru, kk, ky, tg, tk, uz]: Row): MultiText {
  const bare = { en, kk, ky, tg, tk, uz }
  return Object.fromEntries(
    languages.map(language => [
      language,
      { text: language === 'ru' ? ru : said[kind][language](bare[language]), state: 'draft' },
    ]),
  )
}

/** Regions of one state, or of all five for the hub. */
export const subdivisions = (country?: string): z.infer<typeof Area>[] =>
  rows
    .filter(([code]) => country === undefined || code.startsWith(`${country}-`))
    .map(row => ({ code: row[0], name: nameOf(row), invented: false }))
