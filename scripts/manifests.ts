/**
 * Writes packages/server/src/demo/manifests: three lists of invented families as camps and ministries write them, with the faults
 * that such lists have. Run by hand (`node scripts/manifests.ts`). The families are those of the demo's own generator; two families
 * of the first list are those in reception at the Kazakh demo node, whom the operation lead sees: so there is something to decide.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { inventFamily, type Member } from '../packages/server/src/demo/families.ts'
import { arabicName, manifestName, russianName } from '../packages/server/src/demo/names/compose.ts'
import { type Random, random } from '../packages/server/src/demo/random.ts'
import { demoSeed } from '../packages/server/src/demo/seed.ts'
import { states } from '../packages/server/src/demo/states.ts'

const folder = new URL('../packages/server/src/demo/manifests/', import.meta.url)
/** A day in the past for the lists that bear one; ages are counted from it. */
const listed = '2026-05-12'

interface Listed extends Member {
  age: number
}
const family = (chance: Random, state: keyof typeof states): Listed[] =>
  inventFamily(chance, listed, states[state].traditions)
    .members.filter(one => one.travelled)
    .map(one => ({
      ...one,
      age: Math.floor((Date.parse(listed) - Date.parse(one.born)) / (365.25 * 86_400_000)),
    }))

/** Families of those who travelled, none of them empty. */
function families(label: string, state: keyof typeof states, count: number): Listed[][] {
  const chance = random(`manifests/${label}`)
  const made: Listed[][] = []
  for (let n = 0; made.length < count; n++) {
    const one = family(chance.fork(String(n)), state)
    // One family of the list is children alone; of the others somebody is grown.
    const alone = made.length === 3
    if (one.length > 1 && one.some(member => member.age >= 18) !== alone) made.push(one)
  }
  return made
}

const text = (name: {
  family?: string | undefined
  given?: string | undefined
  patronymic?: string | undefined
}) => [name.family, name.given, name.patronymic].filter(Boolean).join(' ')
const listUse = { use: 'other', source: 'list' } as const
const arabicDigits = (number: number | string) =>
  String(number).replace(/\d/g, digit => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
const [year, month, day] = [
  (born: string) => born.slice(0, 4),
  (born: string) => born.slice(5, 7),
  (born: string) => born.slice(8),
]

function newBook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook()
  book.creator = 'invented'
  book.created = book.modified = new Date(`${listed}T00:00:00Z`)
  return book
}

/** A camp's own list: a block a family, headings in Arabic, names in Arabic and Russian letters, ages that somebody guessed. */
async function campList() {
  const chance = random('manifests/camp')
  const book = newBook()
  const sheet = book.addWorksheet('القائمة', { views: [{ rightToLeft: true }] })
  sheet.addRow(['قائمة العائلات'])
  sheet.mergeCells('A1:G1')
  sheet.addRow([])
  sheet.addRow(['ت', 'الاسم الكامل', 'ФИО', 'تاريخ الميلاد', 'الجنس', 'صلة القرابة', 'ملاحظات']).font = {
    bold: true,
  }
  const known = [0, 1, 2, 3]
    .map(n => family(random(`${demoSeed}/kz`).fork(`reception/${n}`), 'kz'))
    .filter(members => members.length > 1 && members.some(one => one.age >= 18))
    .toSorted((a, b) => a.length - b.length)
    .slice(0, 2)
  const all = [...known, ...families('camp', 'kz', 6)]
  let number = 0
  for (const [at, members] of all.entries()) {
    const title = sheet.addRow([`العائلة رقم ${arabicDigits(at + 1)}`])
    sheet.mergeCells(title.number, 1, title.number, 7)
    for (const [place, one] of members.entries()) {
      number += 1
      const alike = at < known.length
      const row = sheet.addRow([
        arabicDigits(number),
        text(arabicName(one, chance)),
        // Of the two who are known the Russian name stands too; of the others now and then.
        alike || chance.chance(0.6) ? text(russianName(one, listUse, false)) : '',
        birthIn(one, alike ? 0 : chance.int(0, 4)),
        one.sex === 'female' ? 'أنثى' : 'ذكر',
        relationIn(one, place),
        place === 1 && at === 2 ? 'بدون وثائق' : '',
      ])
      row.getCell(2).alignment = { horizontal: 'right', indent: place === 0 ? 0 : 1 }
    }
    sheet.addRow([])
  }
  sheet.addRow(['المجموع', arabicDigits(number)])
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), rows: number }

  function birthIn(one: Listed, way: number): string {
    switch (way) {
      case 1:
        return arabicDigits(`${day(one.born)}/${month(one.born)}/${year(one.born)}`)
      case 2:
        return arabicDigits(year(one.born))
      case 3:
        return `${year(one.born)}-${month(one.born)}-${day(one.born)}`
      default:
        return one.age < 1 ? 'حوالي ٦ أشهر' : `حوالي ${arabicDigits(one.age)} سنوات`
    }
  }
  function relationIn(one: Listed, place: number): string {
    if (place === 0) return one.sex === 'female' ? 'ربة الأسرة' : 'رب الأسرة'
    if (one.role === 'child') return one.sex === 'female' ? 'ابنة' : 'ابن'
    return one.sex === 'female' ? 'زوجة' : 'زوج'
  }
}

const englishMonths = [
  'Jan',
  'Feb',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug',
  'Sept',
  'Oct',
  'Nov',
  'Dec',
]

/** A list kept by hand: semicolons, dates in words, Windows-1251 where somebody added a remark, one person on two flights. */
function handList() {
  const chance = random('manifests/hand')
  const lines = [
    'Passenger list, prepared 12.05.2026;;;;;;;',
    'No;Name;DOB;Sex;Relationship;Flight;Passport;Remarks',
  ]
  let number = 0
  let first: string | undefined
  for (const [at, members] of families('hand', 'uz', 9).entries()) {
    if (at > 0) lines.push(';;;;;;;')
    for (const [place, one] of members.entries()) {
      number += 1
      const name = text(manifestName(one, chance))
      const remark = place === 0 && at % 3 === 0 ? 'без документов' : ''
      const relation =
        place === 0 ? 'Head' : one.role === 'child' ? (one.sex === 'female' ? 'daughter' : 'son') : 'husband'
      const birth = birthIn(one, chance.int(0, 5))
      const paper = chance.chance(0.2) ? `N${chance.int(1000000, 9999999)}` : ''
      lines.push(
        [
          number,
          name,
          birth,
          one.sex === 'female' ? 'F' : 'M',
          relation,
          at < 6 ? 'XX 101' : 'XX 102',
          paper,
          remark,
        ].join(';'),
      )
      if (at === 0 && place === 0) first = [name, birth, 'F', 'Head'].join(';')
    }
  }
  // Somebody moved to the other flight and was not taken off the first.
  lines.push(';;;;;;;', `${number + 1};${first};XX 102;;`)
  lines.push(`Total;${number + 1};;;;;;`)
  return { bytes: windows1251(`${lines.join('\r\n')}\r\n`), rows: number + 1 }

  function birthIn(one: Listed, way: number): string {
    const month = englishMonths[Number(one.born.slice(5, 7)) - 1]
    switch (way) {
      case 0:
        return `${Number(day(one.born))} ${month} ${year(one.born)}`
      case 1:
        return `${month} ${year(one.born)}`
      case 2:
        return `approx. ${one.age} years`
      case 3:
        return `${Number(one.born.slice(5, 7))}/${Number(day(one.born))}/${year(one.born)}`
      case 4:
        return `${day(one.born)}.${one.born.slice(5, 7)}.${year(one.born)}`
      default:
        return one.born
    }
  }
}

/** Cyrillic as office programs wrote it before Unicode. */
function windows1251(written: string): Buffer {
  const letters = new Map(
    [...new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, at) => at))].map(
      (letter, at) => [letter, at],
    ),
  )
  return Buffer.from([...written].map(letter => letters.get(letter) ?? 63))
}

/** A ministry's form: two rows of headings, families in merged cells, days as numbers, a hidden column and sheet, sums that are off. */
async function formList() {
  const chance = random('manifests/form')
  const book = newBook()
  const sheet = book.addWorksheet('Список')
  sheet.addRow(['Список граждан, подлежащих возвращению, по состоянию на 12.05.2026'])
  sheet.mergeCells('A1:J1')
  sheet.addRow(['№', '№ семьи', 'Данные о человеке', '', '', '', '', 'Степень родства', 'Паспорт', 'Код'])
  sheet.addRow(['', '', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Пол', '', '', ''])
  for (const place of ['A2:A3', 'B2:B3', 'C2:G2', 'H2:H3', 'I2:I3', 'J2:J3']) sheet.mergeCells(place)
  sheet.addRow([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  let number = 0
  const all = families('form', 'kg', 8)
  for (const [at, members] of all.entries()) {
    const from = sheet.rowCount + 1
    for (const [place, one] of members.entries()) {
      number += 1
      const name = russianName(one, listUse, true)
      // In one family a boy stands as its head, as a clerk once wrote it.
      const head = at === 4 ? place === members.length - 1 : place === 0
      const row = sheet.addRow([
        number,
        at + 1,
        name.family ?? '',
        name.given ?? '',
        name.patronymic ?? '',
        at === 2 && place === 1 ? new Date('2031-03-04T00:00:00Z') : new Date(`${one.born}T00:00:00Z`),
        one.sex === 'female' ? 'жен.' : 'муж.',
        head
          ? 'глава семьи'
          : one.role === 'child'
            ? one.sex === 'female'
              ? 'дочь'
              : 'сын'
            : one.sex === 'female'
              ? 'мать'
              : 'отец',
        chance.chance(0.3) ? `AC ${chance.int(100000, 999999)}` : '',
        chance.int(100, 999),
      ])
      row.getCell(6).numFmt = 'dd.mm.yyyy'
    }
    sheet.mergeCells(from, 2, sheet.rowCount, 2)
  }
  const children = all.flat().filter(one => one.age < 18).length
  const last = sheet.rowCount
  const total = sheet.addRow(['Итого', number + 2, '', '', '', `детей ${children - 1}`])
  total.getCell(2).value = { formula: `COUNTA(C5:C${last})+2`, result: number + 2 }
  sheet.addRow(['Составил: ____________________'])
  sheet.getColumn(10).hidden = true
  book.addWorksheet('Старый список', { state: 'hidden' }).addRow(['Фамилия', 'Имя'])
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), rows: number }
}

await mkdir(folder, { recursive: true })
const made = {
  'camp-arabic-cyrillic.xlsx': await campList(),
  'hand-kept-latin.csv': handList(),
  'ministry-two-headings.xlsx': await formList(),
}
for (const [name, { bytes, rows }] of Object.entries(made)) {
  await writeFile(new URL(name, folder), bytes)
  process.stdout.write(`${fileURLToPath(new URL(name, folder))}: ${rows} persons\n`)
}
