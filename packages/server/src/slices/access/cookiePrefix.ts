/**
 * How the cookies of a node begin: five nodes on one host name must not share one, so the node's id is in it. Over TLS the
 * browser itself sees to it that no other host and no page below a path can have set it (`__Host-`, RFC 6265bis).
 */
export const cookiePrefix = ({ baseUrl, nodeId }: { baseUrl: string; nodeId: string }): string =>
  `${baseUrl.startsWith('https:') ? '__Host-' : ''}kerege-${nodeId}`
