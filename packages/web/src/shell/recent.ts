/** Where one was lately, for the palette. In memory only: a shared computer keeps nobody's trail. */
export interface Recent {
  path: string
  label: string
}

let recent: readonly Recent[] = []

export const recentPlaces = () => recent
export const visited = (place: Recent) => {
  recent = [place, ...recent.filter(one => one.path !== place.path)].slice(0, 6)
}
export const forgetRecent = () => {
  recent = []
}
