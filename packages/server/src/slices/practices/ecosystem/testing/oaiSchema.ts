/** What is wrong with an answer of the provider, in words; nothing when it is as the protocol wants it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

export function openOaiSchema() {
  xmlRegisterFsInputProviders()
  const path = join(import.meta.dirname, 'oai.xsd')
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
