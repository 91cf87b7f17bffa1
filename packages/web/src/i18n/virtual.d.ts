declare module 'virtual:messages/*' {
  const chunk: {
    messages: Record<string, import('./message.ts').Compiled>
    formats: [Partial<import('./format.ts').FormatTable>, Partial<import('./format.ts').FormatTable>?]
  }
  export default chunk
}
declare module 'virtual:theme.css'
