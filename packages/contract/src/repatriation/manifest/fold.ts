/**
 * Texts of lists made comparable: one form of digits, of Arabic letters and of blanks, small letters, no marks that only
 * steer a printer. For recognising words of headings and cells; a name is never shown or kept in this form.
 */

const arabicZero = '٠'.charCodeAt(0)
const persianZero = '۰'.charCodeAt(0)

/** Digits of the Arabic and Persian scripts as 0 to 9. */
export const westernDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, digit => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= persianZero ? persianZero : arabicZero))
  })

// Marks of direction and of joining, the stretched dash of Arabic, and its vowel signs.
const silent = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\u0640\u064b-\u0652\u0670]/g

/** As it is shown: no marks of direction, one blank where there were several. */
export const shownText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Letters and digits alone, in one form, words apart by one blank. */
export const folded = (text: string): string =>
  westernDigits(text.normalize('NFKC').replace(silent, ''))
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ё/g, 'е')
    .replace(/[ʻʼ’‘`']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
