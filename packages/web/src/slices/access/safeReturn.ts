/** Where to go after signing in: a page of this app only, whatever the address asked for. */
export const safeReturn = (path: string | undefined): string =>
  path && /^\/[^/\\]/.test(path) && !path.startsWith('/sign-in') ? path : '/today'
