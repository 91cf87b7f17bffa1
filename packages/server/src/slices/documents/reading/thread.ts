/**
 * The thread that reads one file and ends. Files come from outside, and what a library does with a broken one is anybody's guess: here it can
 * neither hold up the node nor take it along. Nothing of the file is told but its words.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { readPdf, readPdfLines } from './pdf.ts'
import { cutIntoPieces } from './pieces.ts'
import { readWord } from './word.ts'
import type { LineReading, Reading, ReadingOrder } from './words.ts'

async function read({ bytes, what }: ReadingOrder): Promise<Reading | LineReading> {
  switch (what) {
    case 'lines':
      return readPdfLines(bytes)
    case 'application/pdf':
      return readPdf(bytes)
    case 'text/plain':
      return cutIntoPieces(new TextDecoder().decode(bytes))
    default:
      return readWord(bytes)
  }
}

const answer = await read(workerData as ReadingOrder).catch((): Reading => ({ fault: 'broken' }))
parentPort?.postMessage(answer)
