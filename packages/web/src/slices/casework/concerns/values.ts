/** A level is a number in the shape, and a choice on the screen. */
export function levelShaped(values: unknown): unknown {
  const { severity, ...rest } = values as { severity?: string | number }
  return severity === undefined ? rest : { ...rest, severity: Number(severity) }
}
