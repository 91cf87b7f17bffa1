import { useMemo } from 'react'
import css from './access.module.css'
import { qrSquare } from './qr.ts'

/** A QR code, always dark on white: cameras fail on the reverse. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const square = useMemo(() => qrSquare(text), [text])
  const path = square.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      className={css.qr}
      width="200"
      height="200"
      viewBox={`0 0 ${square.length} ${square.length}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
