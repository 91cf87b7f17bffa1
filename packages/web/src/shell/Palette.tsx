/** Ctrl K: people, pages and acts in one list, in any script, only what one may see, the last places first. */
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'

interface PaletteDoor {
  open: () => void
}
const PaletteContext = createContext<PaletteDoor>({ open: () => {} })
export const usePalette = () => useContext(PaletteContext)

// Fetched when it is first opened; most pages never need it.
const PaletteDialog = lazy(() =>
  import('./PaletteDialog.tsx').then(module => ({ default: module.PaletteDialog })),
)

export function PaletteHost({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState(false)
  const door = useMemo(() => ({ open: () => setOpened(true) }), [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // The key, not the letter: K is Л on a Cyrillic keyboard.
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault()
        setOpened(true)
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <PaletteContext value={door}>
      {children}
      {opened && (
        <Suspense>
          <PaletteDialog onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </PaletteContext>
  )
}
