/** Puts a row right. The file's own text stays beside it; who looks alike is looked for anew. */
import type { ImportRow, ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import { correctImportRow } from '@kerege/contract/repatriation/manifest/routes'
import { householdRoles, sexes } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { blankName, NameFields, withScripts } from '../../../ui/form/NameFields.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { BirthField } from '../../people/register/BirthField.tsx'

interface Props {
  row: ImportRow
  list: ManifestImport
  opened: boolean
  onClose: () => void
}

export function CorrectDrawer({ row, list, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('manifest.correct.title', { row: row.row })}>
      <CorrectForm {...{ row, list, onClose }} />
    </Drawer>
  )
}

interface Typed {
  person: { names: Parameters<typeof withScripts>[0] }
  family: string
}

function CorrectForm({ row, list, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const names = row.person.names.length > 0 ? row.person.names : [{ ...blankName('usual'), source: 'list' }]
  const form = useForm({
    name: `manifest.correct.${row.id}`,
    schema: bodyOf(correctImportRow),
    // What a device keeps by itself is not for the names of a list.
    draft: false,
    initial: { person: { ...row.person, names }, family: String(row.family) },
    shape: values => {
      const { person, family } = values as Typed // the form begins with both
      return { person: { ...person, names: withScripts(person.names) }, family: Number(family) }
    },
    send: (body, options) =>
      send(correctImportRow, { params: { id: list.id, rowId: row.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('manifest.correct.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <NameFields at="/person/names/0" brief />
      <BirthField at="/person/birth" label={t('people.birth')} hint={t('people.birth.hint')} />
      <ChoiceField
        at="/person/sex"
        label={t('people.sex')}
        options={sexes.map(value => ({ value, label: t(`people.sex.${value}`) }))}
      />
      <ChoiceField
        compact
        at="/person/relation"
        label={t('manifest.field.relation')}
        options={householdRoles.map(value => ({ value, label: t(`people.role.${value}`) }))}
      />
      <TickField at="/person/head" label={t('manifest.head')} />
      <ChoiceField
        compact
        at="/family"
        label={t('manifest.field.family')}
        options={list.families.map((name, at) => ({ value: String(at), label: `${at + 1}. ${name}` }))}
      />
      <TextField at="/person/bracelet" label={t('manifest.field.bracelet')} optional maxLength={24} />
      <TextField at="/person/seat" label={t('manifest.field.seat')} optional maxLength={12} />
    </Form>
  )
}
