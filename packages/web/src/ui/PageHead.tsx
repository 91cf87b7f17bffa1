/** Head of a page: where one is, the name, the facts, what one can do. Sets the title of the window too. */
import { type ReactNode, useEffect } from 'react'
import css from './PageHead.module.css'

interface Props {
  title: string
  /** Marks of the title's own language or direction belong here: `<bdi lang="kk">Әлия</bdi>`. */
  shown?: ReactNode
  eyebrow?: ReactNode
  facts?: readonly ReactNode[]
  acts?: ReactNode
}

export function PageHead({ title, shown, eyebrow, facts = [], acts }: Props) {
  // Names of persons stay out of the title: windows and histories keep it.
  const windowTitle = shown ? 'Kerege' : `${title} · Kerege`
  useEffect(() => {
    document.title = windowTitle
  }, [windowTitle])
  return (
    <header className={css.head}>
      <div className={css.words}>
        {eyebrow && <p className={css.eyebrow}>{eyebrow}</p>}
        <h1 tabIndex={-1}>{shown ?? title}</h1>
        {facts.length > 0 && (
          <div className={css.facts}>
            {facts.map((fact, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: facts have no other identity than their place
              <span key={at}>{fact}</span>
            ))}
          </div>
        )}
      </div>
      {acts && <div className={`${css.acts} k-screen`}>{acts}</div>}
    </header>
  )
}
