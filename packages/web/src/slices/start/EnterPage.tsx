/** Behind a demo door: enters with its key and goes on to what waits today. Only demo nodes answer. */
import { enterDemo } from '@kerege/contract/access/routes'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { send } from '../../api.ts'
import { enterAnew } from '../../shell/sessionEnd.ts'
import { Refused } from '../../ui/Answered.tsx'
import { LoadingShape } from '../../ui/LoadingShape.tsx'

export function EnterPage() {
  const navigate = useNavigate()
  const door = useLocation({ select: location => decodeURIComponent(location.hash) })
  const [error, setError] = useState<unknown>()
  const knocked = useRef(false)
  useEffect(() => {
    if (knocked.current) return
    knocked.current = true
    send(enterDemo, { body: { key: door } })
      .then(() => {
        enterAnew()
        return navigate({ to: '/today', replace: true })
      })
      .catch(setError)
  }, [door, navigate])
  return error === undefined ? <LoadingShape /> : <Refused error={error} />
}
