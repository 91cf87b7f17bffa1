/** Every command: where it is and what it says of itself. Each is loaded only when it is called. */
import { settings } from '../platform/config.ts'
import type { Command } from './io.ts'

interface Entry {
  readonly usage: string
  readonly summary: string
  readonly more: readonly string[]
  readonly load: () => Promise<Command>
}

const target = [
  'Without --config the variables of KEREGE_* are read, and the file that KEREGE_CONFIG names.',
  'With --demo ID it is about a node of the demo region: hub, kz, uz, kg or tj.',
]

const settingLines = Object.entries(settings).map(
  ([name, [variable, mustBe]]) => `  ${name.padEnd(22)} ${variable.padEnd(30)} ${mustBe}`,
)

export const commands: Readonly<Record<string, Entry>> = {
  serve: {
    usage: 'kerege serve [--config FILE]',
    summary: 'run a real node',
    more: [
      'Reads a JSON file and variables on top of it, migrates when it has the address of the owner role,',
      'and serves until Ctrl-C. Without database addresses PostgreSQL runs inside the data folder.',
      '',
      ...settingLines,
    ],
    load: async () => (await import('./serve.ts')).serve,
  },
  demo: {
    usage: 'kerege demo [--data FOLDER] [--port FIRST] [--states kz,uz] [--small] [--reset]',
    summary: 'run a hub and four nodes with invented people on this machine',
    more: [
      'This is what `npm start` runs. Ports are 4000 to 4004, or the next free ones. The data stay in',
      '.data/region, or in the folder of --data or KEREGE_DATA, from one start to the next.',
      '--states names the states whose nodes start beside the hub: one or two on a small machine.',
      '--small leaves out a third of the families: what stays is there sooner, and the same at each start.',
      '--reset throws the folder away, if it is one that the demo made, and starts nothing.',
    ],
    load: async () => (await import('./demo.ts')).demo,
  },
  migrate: {
    usage: 'kerege migrate [--config FILE | --demo ID]',
    summary: "bring a node's database up to this program",
    more: [
      'Needs the address of the owner role. Safe to repeat. Prints what was applied, one a line.',
      ...target,
    ],
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  user: {
    usage: 'kerege user add --email ADDRESS --name NAME [--role ROLE] [--language TAG] [--agency NAME]',
    summary: 'invite an administrator, or take a lost second factor off an account',
    more: [
      "kerege user invite-again --email ADDRESS: ends what links an account to the office's own sign-in, and prints a",
      'new letter; until it is opened the account is closed. Roles given by administrators and a password stay.',
      '',
      'kerege user second-factor-reset --email ADDRESS: only where no two other administrators could do it',
      'on the pages of the node. Ends all sessions of the account, tells its owner by mail, and is in the log.',
      '',
      'Of add:',
      'Prints the address at which the invited person chooses a password, good for seven days and once.',
      'Further options: --config FILE or --demo ID. The role is administrator and the language en unless told.',
      ...target,
    ],
    load: async () => (await import('./user.ts')).user,
  },
  log: {
    usage:
      'kerege log check | checkpoint | prove | consistency | verify | key | verify-receipt FILE [OPTIONS]',
    summary: 'recompute the audit log, prove what is in it, check what somebody has proved',
    more: [
      '`check` finds what was changed behind the back of the log. Prints one JSON object for each finding and a',
      'last one with the totals. `verify-receipt` needs neither node nor database; it prints one JSON object with',
      'the verdict and the key of the log, which --key demands. Both exit with 1 when anything is wrong. `key` prints',
      'the key of the log as one word: a hub and the nodes of its members pin each other’s.',
      '',
      'kerege log checkpoint: the newest signed note, word for word',
      'kerege log prove --entry N [--size S]: that entry N is in the tree of the first S entries',
      'kerege log consistency --from A [--to B]: that the tree of B entries goes on from the one of A',
      'kerege log consistency --since FILE: that nothing has changed since a checkpoint that somebody has kept',
      'kerege log verify < proof.json: whether such a proof holds; needs neither node nor database, exits with 1 and the',
      'reason where it does not',
      'The first three read the tables of a node, or with --url ADDRESS the tiles that any node gives to anybody; --key KEY',
      'demands whose word it is. Sizes are those of the newest checkpoint unless told. docs/ports.md has the fields.',
      '',
      ...target,
    ],
    load: async () => (await import('./log.ts')).log,
  },
  backup: {
    usage: 'kerege backup --to FOLDER --recipients FILE [--keep-days 35] [--config FILE | --demo ID]',
    summary: 'write one sealed file of a whole node, and let old ones go',
    more: [
      'Database, documents and master key as they are at one moment, while the node goes on. Sealed with age for those named in',
      '--recipients FILE or by --recipient age1…; the name of the file says its last day. Backups of this node in the same folder',
      'whose last day is over are deleted, once the new one stands. Prints one JSON object. docs/operations.md says the rest.',
      ...target,
    ],
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    usage:
      'kerege restore FILE --identity FILE | --share FILE … [--config FILE] [--gone FILE] [--although-expired]',
    summary: 'make a node out of a backup, on an empty database and in an empty data folder',
    more: [
      'For the same version or a newer one, on any PostgreSQL from 15 on. All of it comes or nothing does. Ends with the check of',
      'the log, and prints one JSON object. A share is given as often as the key needs. After its last day a backup is refused,',
      'since people who were erased would be back; --although-expired takes it all the same. Whoever was erased or sealed since is so',
      'again, by the list that `kerege backup` keeps beside its files, the one beside the master key, and those of --gone.',
      'Without --config the variables of KEREGE_* are read, and the file that KEREGE_CONFIG names.',
    ],
    load: async () => (await import('./restore.ts')).restore,
  },
  'verify-backup': {
    usage: 'kerege verify-backup FILE --identity FILE | --share FILE …',
    summary: 'read a backup to its end, and say what is in it',
    more: [
      'Needs neither node nor database. Every part is held against the list in the file, and the log against the root that its',
      'node has signed. Prints one JSON object; exits with 1 and one sentence when anything is wrong.',
    ],
    load: async () => (await import('./restore.ts')).verify,
  },
  'master-key': {
    usage: 'kerege master-key change [--config FILE | --demo ID]',
    summary: 'put another master key in the place of the one that a node has, while it runs',
    more: [
      'Seals anew, in portions, everything that hangs on the key; both keys open meanwhile. Broken off and said again it goes on.',
      'Everybody signs in anew. Backups open as ever, each with the key that was in it. docs/operations.md says the rest.',
      ...target,
    ],
    load: async () => (await import('./masterKey/index.ts')).masterKey,
  },
  'backup-key': {
    usage: 'kerege backup-key new --to FOLDER [--shares N --needed M] [--classic] | join FILE …',
    summary: 'make a key for backups, whole or in shares; put shares together',
    more: [
      '`new` writes the recipient, for whom backups are sealed, and the identity that opens them, or with --shares as many shares',
      'of which --needed together open. Keys withstand quantum computers; --classic makes one for tools that cannot do that yet.',
      '`join` prints the identity from enough shares. Needs neither node nor database.',
    ],
    load: async () => (await import('./backupKey.ts')).backupKey,
  },
  exchange: {
    usage: 'kerege exchange status | verify | pull | accept-restored | forget [--config FILE | --demo ID]',
    summary: 'see what came from the hub, compute it again, look at once, let a restored hub go back',
    more: [
      '`status` and `verify` work at both ends and print JSON; they exit with 1 when anything is wrong. At a node: `pull`',
      'looks at the hub at once; `accept-restored --reason "…"` lets the hub go back, once and within a day, to the very',
      'history that it has shown, after its operator has confirmed that it was restored. At the hub: `forget --kind KIND',
      '--id ID --reason "…"` empties the texts of what is no longer public, here and at every node; the log stays whole.',
      ...target,
    ],
    load: async () => (await import('./exchange.ts')).exchange,
  },
  names: {
    usage: 'kerege names romanise | compare | find [OPTIONS]',
    summary: 'write names in Latin letters, compare them across scripts, look one up in a file',
    more: [
      'Needs neither node nor database. `romanise` and `compare` read standard input line by line.',
      'kerege names romanise --lang LANGUAGE [--from SCRIPT] [--standard NAME] < lines > lines',
      'kerege names compare < pairs.jsonl > scores.jsonl',
      'kerege names find --register people.csv [--limit 10] < queries.jsonl > candidates.jsonl',
    ],
    load: async () => (await import('./ports.ts')).names,
  },
  link: {
    usage: 'kerege link LEFT.csv [RIGHT.csv] [--map FILE] [--threshold NUMBER]',
    summary: 'find the same persons in one table or in two',
    more: ['Needs neither node nor database. Writes CSV: which two rows, how alike, and why.'],
    load: async () => (await import('./ports.ts')).link,
  },
  figures: {
    usage: 'kerege figures check FILE.csv',
    summary: 'say where published numbers do not add up, or contradict each other',
    more: [
      'Needs neither node nor database. Writes one JSON object a finding; what cannot be read is told by line',
      'and column on standard error, with the counts at the end. Columns stand in docs/ports-figures.md.',
    ],
    load: async () => (await import('./figures.ts')).figures,
  },
  score: {
    usage: 'kerege score < answers.jsonl > results.jsonl',
    summary: 'count the answers to an instrument by its published rules',
    more: [
      'Needs neither node nor database. A line in: {"instrument":"phq-9","answers":[0,1,…]} or answers by item; version, id and',
      'cutOffs if wanted. A line out for each: total, subscales, band, flags, complete, missing; or error. docs/ports.md says more.',
    ],
    load: async () => (await import('./assessments/index.ts')).score,
  },
  instruments: {
    usage: 'kerege instruments [ID]',
    summary: 'list the instruments that can be scored, with version, licence and languages',
    more: [
      'Needs neither node nor database. Prints one JSON object a line. `languages` are those in which the text of the items ships.',
    ],
    load: async () => (await import('./assessments/index.ts')).instruments,
  },
  manifest: {
    usage:
      'kerege manifest check FILE [--map M.json] [--node URL] | import FILE --operation ID --node URL [OPTIONS]',
    summary: 'say row by row what would become of a list of names; bring one to a node',
    more: [
      '`check` touches nothing and needs neither node nor database. It reads XLSX and CSV as ministries and camps write them and',
      'prints one JSON object a row: the person, the family, problems by column, look-alikes in the same file; with --node those',
      'of the register, too. --language LANGUAGE for the messages. Ends with 0 when there is nothing to look at, with 2 when',
      'there is, with 1 when the file cannot be read. docs/ports.md has the fields and the mapping.',
      '',
      '`import` brings the list to an operation, compares it with the register and accepts the rows of which nothing is to be',
      'said. With --area CODE and nothing left to decide, all come at once; otherwise the page goes on, and this ends with 2.',
      '',
      'With --node the session of somebody who is signed in stands in KEREGE_SESSION, name=value as the browser keeps it:',
      'signing in needs a second factor, so no password passes through here.',
    ],
    load: async () => (await import('./manifest.ts')).manifest,
  },
  case: {
    usage: 'kerege case export ID --node URL --to FILE [--reason TEXT] [--contact ID --purpose PURPOSE]',
    summary: 'take a case out as a FHIR file, as the page does',
    more: [
      'The node gives what is open to whoever is signed in, and with --contact what a consent or another basis covers: the act then',
      'stands in the register of who was told. The reason is asked for where it is not said, and is kept with the name in the log.',
      'Prints one JSON object: the case, the file, its bytes and their SHA-256. A file that is there already is left alone.',
      '',
      'The session of somebody who is signed in stands in KEREGE_SESSION, name=value as the browser keeps it. A refusal',
      '"step-up-needed" asks for a proof in the browser first: for five minutes after it a file may leave.',
    ],
    load: async () => (await import('./case.ts')).caseCommand,
  },
  practices: {
    usage:
      'kerege practices seed --as ADDRESS | import FILE --check [--country KZ] | archive FILE | harvest URL [OPTIONS]',
    summary: 'begin a library, look at a sheet or a form, check an archive, harvest a library',
    more: [
      '`seed` begins the library of a hub with practices from public reports: each is a draft that waits for the word of its',
      'state, brought under the account with this mail address. Safe to repeat: what is there already stays as it is. Prints',
      'the keys of those that were added, one a line.',
      ...target,
      '',
      'The others need neither node nor database. `import` reads XLSX, CSV or the Word form and prints one JSON object a row:',
      'what would become of it. Faults are named by row, column and field on standard error. `archive` holds every part of an',
      'archive of practices against its manifest. `harvest` asks a library that speaks OAI-PMH 2.0 for its oai_dc and prints',
      'one JSON object a record: --set NAME, --from DAY, --most NUMBER (1000 unless told), --allow-private for a library in',
      'this network.',
    ],
    load: async () => (await import('./practices.ts')).practices,
  },
  search: {
    usage: 'kerege search index | query | stem | thesaurus [OPTIONS]',
    summary: 'find texts in seven languages by words in any of them',
    more: [
      'Needs neither node nor database. JSON Lines in and out; docs/ports.md has the fields, docs/search.md the method.',
      'kerege search index --collection NAME [--dir FOLDER] < documents.jsonl',
      'kerege search query --collection NAME [--top 10] [--dir FOLDER] < queries.jsonl > results.jsonl',
      'kerege search stem --lang kk|ky|tg|tk|uz|ru|en < lines > stems',
      'kerege search thesaurus [--format turtle|csv] > thesaurus.ttl',
      'Collections are kept in $XDG_DATA_HOME/kerege/search, which is ~/.local/share/kerege/search unless it is set,',
      'or in the folder of --dir. A document whose id is there already replaces the old one.',
    ],
    load: async () => (await import('./search/index.ts')).search,
  },
  doctor: {
    usage: 'kerege doctor [--config FILE]',
    summary: 'look at this machine and say what would keep a node from running well',
    more: [
      'One sentence for each thing looked at: "ok", "attention" or "wrong". Exits with 1 when anything is wrong.',
      'How the node stands is what its own page says, under Administration.',
    ],
    load: async () => (await import('./doctor.ts')).doctor,
  },
}

export function overview(): string[] {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(15)}${summary}`)
  return [
    'kerege COMMAND',
    '',
    ...lines,
    '  help           say more about a command: kerege help COMMAND',
    '',
    'Results go to standard output, everything else to standard error; trouble ends with a code other than 0.',
  ]
}

export function manualOf(name: string): string[] | undefined {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  return (
    entry && [
      entry.usage,
      '',
      `${entry.summary[0]?.toUpperCase()}${entry.summary.slice(1)}.`,
      '',
      ...entry.more,
    ]
  )
}
