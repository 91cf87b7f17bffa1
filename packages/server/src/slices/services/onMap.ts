/** Where one goes: the places of what the list finds, with coordinates where somebody wrote them down. About bodies, never about a person. */
import type { Service, ServiceMap, ServiceMapFilter } from '@kerege/contract/services/schema'
import type { Context } from '../../platform/context.ts'
import { narrowed } from './store.ts'

/** More than these nobody reads beside a picture; the filters make fewer of them. */
const mostServices = 400

export async function onMap(ctx: Context, filter: ServiceMapFilter): Promise<ServiceMap> {
  const found = await narrowed(ctx, filter, mostServices + 1)
  const shown = found.slice(0, mostServices)
  return {
    places: shown.flatMap(service =>
      service.places.map(({ id, name, area, address, latitude, longitude }) => ({
        ...said(service),
        id,
        area,
        ...(name ? { name } : {}),
        ...(address ? { address } : {}),
        // Half a point is no point.
        ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
      })),
    ),
    nowhere: shown.filter(service => service.places.length === 0).map(said),
    more: found.length > mostServices,
  }
}

const said = (service: Service): ServiceMap['nowhere'][number] => ({
  serviceId: service.id,
  service: service.name,
  organisation: service.organisation.name,
  state: service.state,
  stale: service.stale,
  ...(service.verifiedOn ? { verifiedOn: service.verifiedOn } : {}),
})
