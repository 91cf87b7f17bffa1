/** The language, on every page: each in its own name, never a flag. Page, filters and draft stay. */
import { ActionIcon, Button } from '@mantine/core'
import { IconChevronDown, IconLanguage } from '@tabler/icons-react'
import { activate, type Choice, choices, useLoaded } from '../i18n/language.ts'
import { useT } from '../i18n/useT.tsx'
import { Dropdown } from '../ui/Dropdown.tsx'
import { DropdownItem } from '../ui/DropdownItem.tsx'

interface Props {
  /** Only the sign, where there is no room for the name. */
  brief?: boolean
  onChosen?: (choice: Choice) => void
}

export function LanguageMenu({ brief = false, onChosen }: Props) {
  const t = useT()
  const { choice } = useLoaded()
  const name = choices.find(([id]) => id === choice)?.[1] ?? choice
  return (
    <Dropdown
      button={props =>
        brief ? (
          <ActionIcon
            {...props}
            variant="subtle"
            color="gray"
            size={48}
            aria-label={t('shell.language.now', { name })}
          >
            <IconLanguage size={22} stroke={1.7} />
          </ActionIcon>
        ) : (
          <Button
            {...props}
            variant="subtle"
            color="gray"
            aria-label={t('shell.language.now', { name })}
            leftSection={<IconLanguage size={18} stroke={1.7} />}
            rightSection={<IconChevronDown size={16} stroke={1.7} />}
          >
            {name}
          </Button>
        )
      }
    >
      {close =>
        choices.map(([id, text]) => (
          <DropdownItem
            key={id}
            lang={id}
            chosen={id === choice}
            onClick={() => {
              close()
              void activate(id).then(() => onChosen?.(id))
            }}
          >
            {text}
          </DropdownItem>
        ))
      }
    </Dropdown>
  )
}
