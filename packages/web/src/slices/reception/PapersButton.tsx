/** Papers of work: which, in which language, as what file, and why. The file is fetched once. */
import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { PaperForm } from '../../ui/PaperForm.tsx'

export type PaperName =
  | 'people-list'
  | 'arrival-list'
  | 'cards'
  | 'room-list'
  | 'handover-note'
  | 'sharing-note'
  | 'answer-to-complaint'

interface Props {
  papers: readonly PaperName[]
  /** About which operation or house. */
  query: Readonly<Record<string, string>>
}

export function PapersButton({ papers, query }: Props) {
  const t = useT()
  const [opened, open] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileText size={18} stroke={1.7} />}
        onClick={() => open(true)}
      >
        {t('reception.papers')}
      </Button>
      <Drawer opened={opened} onClose={() => open(false)} title={t('reception.papers')}>
        {opened && <OneOf papers={papers} query={query} onClose={() => open(false)} />}
      </Drawer>
    </>
  )
}

function OneOf({ papers, query, onClose }: Props & { onClose: () => void }) {
  const t = useT()
  return (
    <PaperForm
      name="reception.paper"
      of={papers[0]}
      query={query}
      words={{
        text: t('reception.paperText'),
        language: t('reception.field.language'),
        format: t('reception.paperFormat'),
        act: t('reception.paperAct'),
      }}
      onClose={onClose}
    >
      {papers.length > 1 && (
        <ChoiceField
          at="/of"
          label={t('reception.paperWhich')}
          options={papers.map(value => ({ value, label: t(`reception.paper.${value}`) }))}
        />
      )}
    </PaperForm>
  )
}
