/**
 * The writer of PDF files with faces that have every letter of the seven languages. It is large, so it is loaded when the first
 * paper is written; it reads our faces and nothing else.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Arabic script has no place in these papers and would need reordering first. */
export async function openPrinter() {
  const { default: printer } = await import('pdfmake')
  const faces = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
  const face = (name: string) => join(faces, `DejaVuSans${name}.ttf`)
  printer.setUrlAccessPolicy(() => false)
  printer.setLocalAccessPolicy(path => path.startsWith(faces))
  printer.setFonts({
    DejaVu: {
      normal: face(''),
      bold: face('-Bold'),
      italics: face('-Oblique'),
      bolditalics: face('-BoldOblique'),
    },
  })
  return printer
}
