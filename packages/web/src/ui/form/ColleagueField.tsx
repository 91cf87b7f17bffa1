/** One colleague, found by name, role or team: to whom work, a voice or a place beside somebody is given. */
import { Answered } from '../Answered.tsx'
import { SearchChoiceField } from './SearchChoiceField.tsx'
import { type Colleague, useColleagues } from './useColleagues.ts'
import type { FieldProps } from './useField.ts'

interface Props extends FieldProps {
  /** Whom the question can mean; everybody when absent. */
  only?: (one: Colleague) => boolean
}

export function ColleagueField({ only, ...props }: Props) {
  const { query, options } = useColleagues(only)
  return (
    <Answered query={query} rows={1}>
      {() => <SearchChoiceField {...props} options={options} />}
    </Answered>
  )
}
