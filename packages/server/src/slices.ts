/** Which slices a kind of node has. What a kind does not have is not even loaded: it would only take up memory. */
import type { NodeSlices } from './sharedSlices.ts'

export async function slicesOf(kind: 'hub' | 'national'): Promise<NodeSlices> {
  return kind === 'hub'
    ? (await import('./hubSlices.ts')).hubSlices
    : (await import('./nationalSlices.ts')).nationalSlices
}
