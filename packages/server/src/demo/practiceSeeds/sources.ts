/** What the seeds rest on. Titles are ours where the headline itself labels somebody. */
import type { PracticeFacts } from '@kerege/contract/practices/content'

type Source = PracticeFacts['sources'][number]
const source = (title: string, url?: string, year?: number): Source => ({
  title,
  ...(url ? { url } : {}),
  ...(year ? { year } : {}),
})

export const astanaTimes2023 = source(
  'The Astana Times, March 2023: UNICEF on the return programme of Kazakhstan',
  'https://astanatimes.com/2023/03/unicef-kazakhstans-repatriation-program-serves-as-model-for-other-countries',
  2023,
)
export const unicefKazakhstan2022 = source(
  'UNICEF Kazakhstan, 9 June 2022: joint work with the European Union on the reintegration of families',
  'https://www.unicef.org/kazakhstan/en/press-releases/kazakhstan-european-union-and-unicef-works-jointly-successful-reintegration-families',
  2022,
)
export const uzDaily = source(
  'UzDaily: round table on the action plan for children and families who returned',
  'https://uzdaily.uz/en/post/70304',
  2022,
)
export const kaktus2024 = source(
  'Kaktus.media, July 2024: UNICEF on help for children who returned (in Russian)',
  'https://kaktus.media/doc/506656_unisef:_sotni_vernyvshihsia_iz_sirii_i_iraka_detey_polychaut_pomosh_pri_podderjke_es_i_ssha.html',
  2024,
)
export const eurasianet2022 = source(
  'Eurasianet, June 2022: Kyrgyzstan studies what its neighbours learned on the return of children',
  'https://eurasianet.org/kyrgyzstan-studies-neighbors-experiences-returning-children-from-islamic-state',
  2022,
)
export const asiaPlus2023 = source(
  'Asia-Plus, 11 April 2023: women and children are back with their families (in Russian)',
  'https://asiaplustj.info/news/tajikistan/society/20230411/v-tadzhikistane-zheni-i-deti-tadzhikskih-boevikov-vossoedinilis-so-svoimi-semyami?ysclid=lh8uhxyb32672047481',
  2023,
)
export const steppeNews2023 = source(
  'Steppe News, April 2023: those who returned are back with their families (in Russian)',
  'https://steppenews.com/2023/04/v-tadzhikistane-vernuvshiesja-iz-sirii-zhenshhiny-i-deti-vernulis-k-semjam',
  2023,
)
export const exclusive = source(
  'Exclusive.kz: on the place of birth in the certificates of children who returned (in Russian)',
  'http://old.exclusive.kz/expertiza/obshhestvo/123004?view=grid',
)
export const isrs2025 = source(
  'Institute for Strategic and Regional Studies, Tashkent: rehabilitation needs many services and international exchange (in Russian)',
  'https://isrs.uz/en/yangiliklar/ekspert-ismi-reabilitacia-repatriantov-trebuet-kompleksnogo-podhoda-i-mezdunarodnogo-vzaimodejstvia',
  2025,
)
export const ferghana2023 = source(
  'Damascus Observer (text of UNDP), August 2023: saying welcome home in Uzbekistan',
  'https://damascusobserver.com/2023/08/saying-welcome-home-to-returnees-in-uzbekistan/',
  2023,
)
export const cabarKyrgyzstan = source(
  'CABAR.asia: Kyrgyzstan resumed the return of its citizens',
  'https://cabar.asia/en/long-way-home-kyrgyzstan-resumed-repatriation-of-citizens-from-syria-and-iraq',
  2022,
)
/** Seen as a preview only, so no address is given. */
export const gcerfStory = source(
  'GCERF, Stories of Change: legal, medical, and educational support for returnee children in Kyrgyzstan',
  undefined,
  2025,
)
export const tengri2020 = source(
  'Tengrinews.kz, 21 December 2020: how children live who came home (in Russian)',
  'https://tengrinews.kz/kazakhstan_news/dokazat-smert-mamyi-jivut-deti-vernuvshiesya-programme-jusan-423493/amp',
  2020,
)
