/** Words that every text has and nobody looks for. In a query of nothing else they count after all. */
import { searchLanguages, type SearchLanguage } from './languages.ts'
import { uzbekLatin } from './uzbek.ts'

const lists: Readonly<Record<SearchLanguage, string>> = {
  en: 'a an and are as at be been being but by can could did do does for from had has have he her his how i if in into is it its may more most no not of on or our she should so such than that the their them then there these they this those to was we were what when where which who whose will with would you your',
  ru: 'а без бы был была были было быть в вам вас ваш весь во вот все всё всех вы где да для до его ее её если есть еще ещё же за здесь и из или им их к как когда которая которого которое которые который которых кто ли либо между мне мы на над нам нас наш не него нее ней нет ни них но ну о об однако он она они оно от очень по под при про с свои своих свой себя со так также такие такой там тем то того тоже той только том тот ты у уже чего чем что чтобы эта эти это этого этой этом этот я',
  kk: 'ал бар бір біз болады болған болып бол бойынша бұл да де деген деп егер едi еді екен емес енді еш және жоқ кейін кез керек кім мен менің мұндай не немесе олар олардың ол оның осы осындай өз өзі өте сен сондай соң сол сияқты тағы та те тек туралы үшін ғана қандай қатар қалай ма ме ба бе па пе',
  ky: 'ал алар алардын анын ар бар бир биз бул боюнча болот болгон болуп да де деген деп дагы жана жок же эле эмес эгер кийин ким кандай кантип мен менин менен мындай ошол ошондой өз өзү сен сыяктуу тууралуу үчүн гана керек эң эми',
  tg: 'аз агар ам аммо ба бар барои баъд бе бо бояд буд буда бошад ва вале дар ду ин инчунин кард карда кардан ки кӣ кадом каме ман мо мебошад мешавад на низ онҳо он ӯ пас пеш ро соли то тавассути чӣ чун шуд шуда шудан шумо ё ҳам ҳамин ҳар ҳаст худ як',
  tk: 'we bilen üçin ýa ýa-da hem bu şu ol olar olaryň onuň biz siz men sen bar bir bolan bolup bolýar bolsa däl diýip diýen eger emma gerek haçan kim näme nähili nädip näçe öz özi soň soňra şeýle ýaly ýok has her hiç ýene barada boýunça arkaly de da',
  uz: 'va bilan uchun yoki ham bu shu u ular ularning uning biz siz men sen bor bir boʻlgan boʻlib boʻladi boʻlsa emas deb degan agar ammo lekin kerak qachon kim nima qanday qancha oʻz oʻzi keyin soʻng shunday kabi yoʻq juda har hech yana haqida haqidagi boʻyicha orqali esa esa-da edi ekan toʻgʻrisida',
}

const sets: Readonly<Record<SearchLanguage, ReadonlySet<string>>> = Object.fromEntries(
  searchLanguages.map(language => [language, new Set(lists[language].split(' '))]),
) as unknown as Record<SearchLanguage, ReadonlySet<string>> // one for each language

export const isStopWord = (word: string, language: SearchLanguage): boolean =>
  sets[language].has(language === 'uz' ? uzbekLatin(word) : word)

/** How many of these words are stop words: what tells languages of one alphabet apart best. */
export const stopWordsAmong = (words: readonly string[], language: SearchLanguage): number =>
  words.filter(word => isStopWord(word, language)).length
