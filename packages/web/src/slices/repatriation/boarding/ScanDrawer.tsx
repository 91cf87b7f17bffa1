/** Reads the code of a card with the camera: by the browser's own detector where there is one, else by a small decoder of ours. */
import { readCode } from '@kerege/contract/repatriation/boarding/code'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import css from './boarding.module.css'

const everyMs = 200

interface Props {
  onRead: (text: string) => void
  onClose: () => void
}

export function ScanDrawer({ onRead, onClose }: Props) {
  const t = useT()
  const video = useRef<HTMLVideoElement>(null)
  const [trouble, setTrouble] = useState<'camera' | 'foreign'>()
  const read = useRef(onRead)
  read.current = onRead
  useEffect(() => {
    let stream: MediaStream | undefined
    let here = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (decode: Decode) => {
      const frame = video.current
      const text = frame && frame.readyState >= 2 ? await decode(frame).catch(() => undefined) : undefined
      if (!here) return
      const code = text === undefined ? undefined : readCode(text)
      if (text !== undefined && code) return read.current(text)
      if (text !== undefined) setTrouble('foreign')
      timer = setTimeout(() => void look(decode), everyMs)
    }
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment' },
        audio: false,
      })
      if (!here || !video.current) return stop(stream)
      video.current.srcObject = stream
      await video.current.play()
      await look(await decoder())
    }
    begin().catch(() => here && setTrouble('camera'))
    return () => {
      here = false
      clearTimeout(timer)
      if (stream) stop(stream)
    }
  }, [])
  return (
    <Drawer opened onClose={onClose} title={t('boarding.scan')}>
      <div className={css.sheet}>
        {trouble === 'camera' ? (
          <Notice kind="wait">{t('boarding.scan.noCamera')}</Notice>
        ) : (
          <>
            <video
              ref={video}
              className={css.video}
              muted
              playsInline
              aria-label={t('boarding.scan.picture')}
            />
            <p role="status">{t(trouble === 'foreign' ? 'boarding.scan.foreign' : 'boarding.scan.hint')}</p>
          </>
        )}
      </div>
    </Drawer>
  )
}

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop()
}

type Decode = (video: HTMLVideoElement) => Promise<string | undefined>

interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

async function decoder(): Promise<Decode> {
  // Not in every browser, and not in the types of TypeScript.
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  if (own && (await own.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    const detector = new own({ formats: ['qr_code'] })
    return async video => (await detector.detect(video))[0]?.rawValue
  }
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async video => {
    if (!context) return undefined
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    context.drawImage(video, 0, 0)
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
  }
}
