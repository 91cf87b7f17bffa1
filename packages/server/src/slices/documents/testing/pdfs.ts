/** PDFs with words, made here: one a page in any script, behind a password, and of many pages. */
import { openPrinter } from '../../../platform/papers/printer.ts'

export async function pdfOf(pages: readonly string[], password?: string): Promise<Uint8Array> {
  const printer = await openPrinter()
  return printer
    .createPdf({
      defaultStyle: { font: 'DejaVu' },
      ...(password ? { userPassword: password } : {}),
      content: pages.map((text, at) => ({ text, ...(at > 0 ? { pageBreak: 'before' as const } : {}) })),
    })
    .getBuffer()
}

/** Many pages in Latin letters, written byte by byte: a library would take long for them. */
export function heavyPdf(pages: number, lines = 1): Buffer {
  const parts: string[] = ['%PDF-1.4\n']
  const places: number[] = []
  const put = (number: number, body: string) => {
    places[number] = parts.reduce((sum, part) => sum + part.length, 0)
    parts.push(`${number} 0 obj\n${body}\nendobj\n`)
  }
  const first = 4
  const kids = Array.from({ length: pages }, (_, at) => `${first + at * 2} 0 R`)
  put(1, '<< /Type /Catalog /Pages 2 0 R >>')
  put(2, `<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`)
  put(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (let at = 0; at < pages; at++) {
    const said = Array.from({ length: lines }, (_, line) => `0 -14 Td (Page ${at + 1} line ${line}) Tj`)
    const stream = `BT /F1 12 Tf 72 720 Td ${said.join(' ')} ET`
    const own = first + at * 2
    put(
      own,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${own + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    put(own + 1, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  }
  const table = parts.reduce((sum, part) => sum + part.length, 0)
  const rows = places.slice(1).map(place => `${String(place).padStart(10, '0')} 00000 n \n`)
  parts.push(`xref\n0 ${places.length}\n0000000000 65535 f \n${rows.join('')}`)
  parts.push(`trailer\n<< /Size ${places.length} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  return Buffer.from(parts.join(''), 'latin1')
}

/** As papers are printed: a head and a number on every page, paragraphs with a gap between them, lines that were parted. */
export async function paperPdf(
  head: string,
  title: string,
  paragraphs: readonly string[],
): Promise<Uint8Array> {
  const printer = await openPrinter()
  const small = { fontSize: 9, margin: [60, 30, 60, 0] as [number, number, number, number] }
  return printer
    .createPdf({
      defaultStyle: { font: 'DejaVu', fontSize: 11 },
      pageMargins: 60,
      header: () => ({ text: head, ...small }),
      footer: (page: number) => ({ text: `– ${page} –`, ...small }),
      content: [
        { text: title, fontSize: 18, margin: [0, 0, 0, 12] },
        ...paragraphs.map(text => ({ text, margin: [0, 0, 0, 10] as [number, number, number, number] })),
      ],
    })
    .getBuffer()
}
