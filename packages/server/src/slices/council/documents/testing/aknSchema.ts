/** The base schema of Akoma Ntoso 3.0 (OASIS, committee draft 02), for tests: what is wrong with a document, in words. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

const folder = join(import.meta.dirname, 'schemas')

export function openAknSchema() {
  xmlRegisterFsInputProviders()
  const path = join(folder, 'akomantoso30-csprd02.xsd')
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path })
  const validator = XsdValidator.fromDoc(schema)
  return {
    faultsOf(xml: string): string[] {
      const document = XmlDocument.fromString(xml)
      try {
        validator.validate(document)
        return []
      } catch (error) {
        if (error instanceof XmlValidateError)
          return error.details.map(fault => `${fault.line}: ${fault.message}`)
        throw error
      } finally {
        document.dispose()
      }
    },
    close() {
      validator.dispose()
      schema.dispose()
    },
  }
}
