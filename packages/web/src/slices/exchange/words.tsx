/** States, uses and codes of practices in words. A newer hub may know codes that this page does not: they are left out. */
import type { HeldState } from '@kerege/contract/exchange/schema'
import type { AdoptionState } from '@kerege/contract/practices/rules'
import { known, useT } from '../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../ui/StatePill.tsx'

const stateKinds: Record<HeldState, StateKind> = {
  published: 'ok',
  archived: 'mute',
  retracted: 'stop',
  withdrawn: 'mute',
}
export function HeldPill({ state }: { state: HeldState }) {
  const t = useT()
  return <StatePill kind={stateKinds[state]}>{t(`exchange.state.${state}`)}</StatePill>
}

const useKinds: Record<AdoptionState, StateKind> = {
  trying: 'wait',
  worked: 'ok',
  partly: 'info',
  stopped: 'mute',
}
export function UsedPill({ state }: { state: AdoptionState }) {
  const t = useT()
  return <StatePill kind={useKinds[state]}>{t(`exchange.use.${state}`)}</StatePill>
}

/** Of each kind of code, the key of its word: a newer hub may have codes that have none here. */
const keys = {
  audience: (code: string) => known(`exchange.audience.${code}`),
  cost: (code: string) => known(`exchange.cost.${code}`),
  evidence: (code: string) => known(`exchange.evidence.${code}`),
  setting: (code: string) => known(`exchange.setting.${code}`),
  sex: (code: string) => known(`exchange.sex.${code}`),
}

/** Codes of one kind as a line of words. */
export function useCodes(): (kind: keyof typeof keys, codes: readonly string[]) => string {
  const t = useT()
  return (kind, codes) =>
    codes
      .flatMap(code => {
        const id = keys[kind](code)
        return id ? [t(id)] : []
      })
      .join(', ')
}
