/** What takes long to make and never changes, made once for each name. For names that are few, as languages and time zones are. */
export function remembering<Name extends string, Made>(make: (name: Name) => Made): (name: Name) => Made {
  const made = new Map<Name, Made>()
  return name => {
    const known = made.get(name)
    if (known !== undefined) return known
    const one = make(name)
    made.set(name, one)
    return one
  }
}
