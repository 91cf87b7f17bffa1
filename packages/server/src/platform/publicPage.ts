/**
 * Pages and files for anybody, as data: no sign-in, no script, seven languages. A slice says where one is and what
 * stands on it; the frame around it, the headers and the language are the same for all (http/public). Only rows that a
 * policy opens to nobody in particular can be read: no actor is set.
 */
import type { Language } from '@kerege/contract/common'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Node } from './context.ts'
import type { Tx } from './database.ts'

/** Made by `html` of hono, which escapes whatever is put into it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface PublicVisit {
  readonly node: Node
  readonly now: Date
  readonly language: Language
  /** A transaction that only reads, for nobody in particular. */
  readonly tx: Tx
  readonly params: Readonly<Record<string, string>>
  /** What stands behind the question mark of the address, cut to 200 characters; empty where nothing does. */
  readonly query: (name: string) => string
  /** An address of ours that keeps the language in which the page is read. */
  readonly href: (path: string) => string
}

export interface PublicBody {
  readonly title: string
  /** One sentence, for search engines and previews. */
  readonly about: string
  readonly body: Html
  /** Where the page stands for good, when it was reached by another address of its. */
  readonly address?: string
  /** What of the question mark belongs to the page in every language. */
  readonly query?: Readonly<Record<string, string>>
  readonly feeds?: readonly PublicFeed[]
  /** For programs that read pages: `<meta>`, `<link>` and blocks of data. Nothing that runs. */
  readonly head?: Html
}

/** The same as the page, for a program that looks again by itself. */
export interface PublicFeed {
  readonly path: string
  readonly type: string
  readonly title: string
}

export interface PublicPage {
  readonly kind: 'page'
  /** Below the node's address, `/public/…`, with `:name` for each parameter and `:name{.+}` for one with slashes. */
  readonly path: string
  /** Its name in the menu; absent where it is reached from another page. */
  readonly entry?: (language: Language) => string
  /** Answers what somebody has typed: kept by nobody on the way. */
  readonly passing?: boolean
  /** @returns null for what does not exist, or is not public: one answer */
  readonly render: (visit: PublicVisit) => Promise<PublicBody | null>
  /** Where it stands once for each thing that it shows: for the map of the site. */
  readonly addresses?: PublicAddresses
}

export interface PublicAddresses {
  /** One word, for the file that lists them. */
  readonly name: string
  readonly count: (tx: Tx) => Promise<number>
  /** Always in the same order, so that a part changes little. */
  readonly part: (tx: Tx, from: number, most: number) => Promise<PublicAddress[]>
}

export interface PublicAddress {
  readonly path: string
  /** When it changed last, ISO 8601. */
  readonly changed?: string | undefined
}

export interface PublicFile {
  readonly kind: 'file'
  readonly path: string
  readonly type: string
  /** Given where it is to be saved and not shown. */
  readonly fileName?: string
  readonly render: (visit: PublicVisit) => Promise<string | null>
}

/** Answers a program that asks in a form, by GET or by POST: every argument, with its repetitions. */
export interface PublicAnswer {
  readonly kind: 'answer'
  readonly path: string
  readonly type: string
  readonly render: (visit: PublicVisit, asked: URLSearchParams) => Promise<string>
}

export type AnyPublic = PublicPage | PublicFile | PublicAnswer

export const publicPage = (page: Omit<PublicPage, 'kind'>): PublicPage => ({ kind: 'page', ...page })
export const publicFile = (file: Omit<PublicFile, 'kind'>): PublicFile => ({ kind: 'file', ...file })
export const publicAnswer = (answer: Omit<PublicAnswer, 'kind'>): PublicAnswer => ({
  kind: 'answer',
  ...answer,
})
