/** The language, on every page: each in its own name, never a flag. Page, filters and draft stay. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconLanguage } from '@tabler/icons-react'
import { activate, type Choice, choices, useLoaded } from '../i18n/language.ts'
import { useT } from '../i18n/useT.tsx'

interface Props {
  /** Only the sign, where there is no room for the name. */
  brief?: boolean
  onChosen?: (choice: Choice) => void
}

export function LanguageMenu({ brief = false, onChosen }: Props) {
  const t = useT()
  const { choice } = useLoaded()
  const name = choices.find(([id]) => id === choice)?.[1] ?? choice
  const choose = async (next: Choice) => {
    await activate(next)
    onChosen?.(next)
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        {brief ? (
          <ActionIcon variant="subtle" color="gray" size={48} aria-label={t('shell.language.now', { name })}>
            <IconLanguage size={22} stroke={1.7} />
          </ActionIcon>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            aria-label={t('shell.language.now', { name })}
            leftSection={<IconLanguage size={18} stroke={1.7} />}
            rightSection={<IconChevronDown size={16} stroke={1.7} />}
          >
            {name}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([id, text]) => (
          <Menu.Item
            key={id}
            lang={id}
            role="menuitemradio"
            aria-checked={id === choice}
            rightSection={id === choice ? <IconCheck size={16} /> : undefined}
            onClick={() => void choose(id)}
          >
            {text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
