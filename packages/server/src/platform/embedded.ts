/** A node's database on the embedded engine. Its roles keep their password from start to start, so commands can join. */
import { createHmac } from 'node:crypto'
import { type DatabaseRole, type DatabaseUrls, provisionNode } from './provision.ts'

/** @param adminUrl superuser of the engine; every password of its nodes is derived from his */
export function embeddedUrls(adminUrl: string, nodeId: string): Promise<DatabaseUrls> {
  const passwordOf = (role: DatabaseRole) =>
    createHmac('sha256', new URL(adminUrl).password).update(`node ${nodeId} ${role}`).digest('base64url')
  return provisionNode(adminUrl, `kerege_${nodeId.replaceAll('-', '_')}`, { passwordOf })
}
