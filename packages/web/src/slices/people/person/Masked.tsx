/** A number hidden but for its end, so that nobody reads it over a shoulder; shown on a tap. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { masked } from './masked.ts'

export function Masked({ value, what }: { value: string; what: string }) {
  const t = useT()
  const [shown, show] = useState(false)
  return (
    <span className="k-row">
      <bdi className="k-num">{shown ? value : masked(value)}</bdi>
      <Button
        variant="subtle"
        size="compact-sm"
        className="k-screen"
        aria-label={t(shown ? 'people.hideNumber' : 'people.showNumber', { what })}
        onClick={() => show(!shown)}
      >
        {t(shown ? 'people.hide' : 'people.show')}
      </Button>
    </span>
  )
}
