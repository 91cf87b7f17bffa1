/** Where to go after signing in: a page of this app only, whatever the address asked for. */
export const safeReturn = (path: string | undefined): string =>
  // A browser takes tabs and line ends out of an address before it reads it: `/\t/elsewhere` would lead elsewhere.
  path && /^\/[^/\\]/.test(path) && !/[\\\p{Cc}]/u.test(path) && !path.startsWith('/sign-in')
    ? path
    : '/today'
