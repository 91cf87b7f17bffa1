/**
 * A list as XLSX (ECMA-376, part 1): a sheet that says who took it out, when and why, and the rows with the headings
 * held in place. Every cell is an inline text, so nothing in it is ever computed. Written as it is read: the usual
 * libraries keep what the reader has not taken yet, and grow with the file.
 */
import type { Sheet } from './sheet.ts'
import { type ZipPart, zipOf } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const parts = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** Excel holds 1,048,576 rows; the rest goes to a further sheet. */
const rowsInSheet = 1_000_000

export const xlsxOf = (sheet: Sheet): AsyncGenerator<Uint8Array> => zipOf(partsOf(sheet))

const part = (name: string, xml: string): ZipPart => ({ name, chunks: [Buffer.from(declaration + xml)] })

async function* partsOf(sheet: Sheet): AsyncGenerator<ZipPart> {
  // Every part is a sheet unless it is named, so that the list need not know how many will come.
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="${sheetType}.worksheet+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
  )
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  yield part('xl/styles.xml', styles)
  yield part('xl/worksheets/sheet1.xml', aboutXml(sheet))
  const names = [sheet.aboutTitle]
  const source = sheet.batches[Symbol.asyncIterator]()
  try {
    const left = { rows: [] as readonly (readonly string[])[], done: false }
    do {
      const number = names.length
      names.push(number === 1 ? sheet.title : `${sheet.title} ${number}`)
      yield { name: `xl/worksheets/sheet${number + 1}.xml`, chunks: sheetXml(sheet, source, left) }
    } while (!left.done)
  } finally {
    await source.return?.()
  }
  yield part('xl/workbook.xml', workbookXml(names))
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${parts}/relationships"><Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/>` +
      `${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
  )
}

/** One sheet full; what did not fit stays in `left`, and `left.done` says that no more will come. */
async function* sheetXml(
  sheet: Sheet,
  source: AsyncIterator<readonly (readonly string[])[]>,
  left: { rows: readonly (readonly string[])[]; done: boolean },
): AsyncGenerator<Uint8Array> {
  const columns = sheet.columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`,
  )
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${columns.join('')}</cols><sheetData>` +
      rowXml(
        sheet.columns.map(column => column.heading),
        1,
        2,
      ),
  )
  let written = 0
  while (written < rowsInSheet) {
    if (left.rows.length === 0) {
      const next = await source.next()
      if (next.done) {
        left.done = true
        break
      }
      left.rows = next.value
    }
    const fitting = left.rows.slice(0, rowsInSheet - written)
    left.rows = left.rows.slice(fitting.length)
    yield Buffer.from(fitting.map((row, at) => rowXml(row, written + at + 2, 1)).join(''))
    written += fitting.length
  }
  yield Buffer.from('</sheetData></worksheet>')
}

function aboutXml({ about, title }: Sheet): string {
  const rows = [[title], ...about].map((row, at) => rowXml(row, at + 1, at === 0 ? 2 : 1)).join('')
  return `<worksheet xmlns="${main}"><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols><sheetData>${rows}</sheetData></worksheet>`
}

const workbookXml = (names: readonly string[]) =>
  `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="1"/></bookViews><sheets>${names
    .map((name, at) => `<sheet name="${escaped(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`

/** 0 plain, 1 text, 2 text in bold. */
const styles =
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="3"><xf xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>'

const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

function rowXml(cells: readonly string[], number: number, style: 1 | 2): string {
  let xml = `<row r="${number}">`
  for (const [at, cell] of cells.entries()) {
    if (cell === '') continue
    xml += `<c r="${letters(at)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  }
  return `${xml}</row>`
}

/** A to Z, then AA and on. */
const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

// Marks that XML cannot hold, and `_x0041_`, which spreadsheets would read as the letter A.
const unsayable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unsayable, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, mark => special[mark] ?? mark)
