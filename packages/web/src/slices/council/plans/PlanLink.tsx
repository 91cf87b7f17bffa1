/** The name of a plan as a way to everything that serves it. */
import { Link } from '@tanstack/react-router'

export function PlanLink({ name }: { name: string }) {
  return (
    <Link to="/external-plans/$name" params={{ name }}>
      <bdi>{name}</bdi>
    </Link>
  )
}
