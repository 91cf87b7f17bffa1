declare module 'virtual:messages/*' {
  const chunk: {
    messages: Record<string, import('./message.ts').Compiled>
    formats: [import('./format.ts').FormatTable, import('./format.ts').FormatTable?]
  }
  export default chunk
}
declare module 'virtual:theme.css'
