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
export const kazTag2018 = source(
  'Kazakhstan Today, December 2018: families who returned and the centres that help them',
  'https://www.kt.kz/eng/international_affair/39_families_have_been_returned_back_from_syria_to_kazakhstan_1153667282.html',
  2018,
)
export const time2018 = source(
  'Vremya (time.kz), 19 December 2018: the return of children (in Russian)',
  'http://www.time.kz/articles/zloba/2018/12/19/vozvrashenie-detej',
  2018,
)
export const undpKazakhstan = source(
  'UNDP: support to return and reintegration in Kazakhstan',
  'https://undp.org/node/394001',
)
export const unodc2021 = source(
  'UNODC, December 2021: training of trainers for those who help children in Kazakhstan',
  'https://www.unodc.org/centralasia/en/news/unodc-supported-training-promotes-reintegration-of-kazakh-children-who-have-been-returned-from-conflict-zones.html',
  2021,
)
export const order382 = source(
  'Order of the Minister of Education and Science of Kazakhstan No. 382 of 4 September 2020: rules and terms of social rehabilitation',
  'https://adilet.zan.kz/eng/docs/V2000021172/compare/kaz',
  2020,
)
export const newTimes2020 = source(
  'NewTimes.kz, May 2020: a legal ground for the protection of children who returned (in Russian)',
  'https://newtimes.kz/obshchestvo/110223-v-kazakhstane-sozdana-pravovaia-osnova-dlia-zashchity-detei-vernuvshikhsia-iz-zon-boevykh-deistvii-tokaev-podpisal-zakon',
  2020,
)
export const cabarKazakhstan2019 = source(
  'CABAR.asia, 29 November 2019: Kazakhstan brought children home from Iraq (in Russian)',
  'https://belief.cabar.asia/ru/2019/11/29/kazahstan-evakuiroval-14-detej-iz-iraka',
  2019,
)
export const ministryKyrgyzstan2024 = source(
  'Ministry of Labour, Social Security and Migration of Kyrgyzstan, 15 May 2024 (in Kyrgyz)',
  'https://mlsp.gov.kg/2024/05/15/2021-zhyldan-beri-siriya-zhana-iraktan-kyrgyzstandyn-517-zhashy-zhete-elek-zharandary-zhana-baldary-mekenine-kajtaryldy',
  2024,
)
export const evidenceAsia2024 = source(
  'Evidence Central Asia, March 2024: needs assessment of civil society organisations in Kyrgyzstan',
  'https://evidence.asia/2024/03/14/country-needs-assessment-of-csos-working-on-rehabilitation-and-reintegration-of-people-returning-from-syria-and-iraq-to-kyrgyzstan/?lang=en',
  2024,
)
export const asiaTimes2023 = source(
  'Asia-Times.org, October 2023, after the Ministry of Foreign Affairs of Kyrgyzstan (in Russian)',
  'https://asia-times.org/glavnaya/26243-62-rebenka-i-21-zhenschina-vozvrascheny-v-kyrgyzstan-iz-sirii-mid.html',
  2023,
)
export const undpUzbekistan2023 = source(
  'UNDP Uzbekistan, 28 July 2023: making a safe space for returnees, one step at a time',
  'https://www.undp.org/uzbekistan/stories/making-safe-space-returnees-one-step-time',
  2023,
)
export const centralAsiaNews2020 = source(
  'Central-asia.news after Sputnik, December 2020: women and children came home to Uzbekistan (in Russian)',
  'https://central-asia.news/uzbekistan/obshhestvo-uzbekistan/iz-sirii-v-yzbekistan-vernylis-pochti-100-jenshin-i-detei-foto',
  2020,
)
export const kunUz2019 = source(
  'Kun.uz, 10 October 2019: 64 children came home to Uzbekistan from Iraq (in Russian)',
  'https://kun.uz/ru/news/2019/10/10/operatsiya-dobro-2-iz-iraka-v-uzbekistana-vozvrashcheny-64-detey',
  2019,
)
export const urduPoint2019 = source(
  'UrduPoint, October 2019: Uzbekistan brings back 64 children from Iraq',
  'https://www.urdupoint.com/en/world/uzbekistan-brings-back-64-children-from-iraq-734221.html',
  2019,
)
export const diplomat2022 = source(
  'Diplomat Magazine, April 2022: the National Centre for Human Rights on the experience of Uzbekistan',
  'https://diplomatmagazine.eu/2022/04/25/nchr-presents-uzbekistans-experience-in-the-repatriation-of-its-citizens',
  2022,
)
export const rapporteur2022 = source(
  'A/HRC/49/45/Add.1: visit of the Special Rapporteur to Uzbekistan',
  'https://undocs.org/A/HRC/49/45/Add.1',
  2022,
)
export const gazette2020 = source(
  'Tajikistan News Gazette: preparing the return of nationals from camps',
  'https://tajikistannewsgazette.com/tajikistan-prepares-to-repatriate-hundreds-of-its-nationals-from-refugee-camps-in-syria/',
)
export const asiaPlus2024 = source(
  'Asia-Plus, 30 April 2024: a diplomat on who came and who could not',
  'https://www.asiaplustj.info/en/news/tajikistan/society/20240430/this-time-we-had-to-return-90-people-from-syria-but-some-women-were-unable-to-leave-the-country-says-tajik-diplomat',
  2024,
)
export const redCross2018 = source(
  'Central Asia News, 28 June 2018: psychologists of the Red Cross help children in Tajikistan',
  'https://central.asia-news.com/en_GB/articles/cnmi_ca/newsbriefs/2018/06/28/newsbrief-01',
  2018,
)
export const unicefTajikistan2024 = source(
  'UNICEF Tajikistan, 12 April 2024: round table on the programme for women and children',
  'https://www.unicef.org/tajikistan/press-releases/unicef-and-european-union-are-supporting-government-tajikistan-social-protection-and',
  2024,
)
export const asiaPlus2025 = source(
  'Asia-Plus, 8 December 2025: children learn to dream again',
  'https://asiaplustj.info/en/news/tajikistan/society/20251208/tajik-children-returning-from-conflict-zones-learn-to-dream-again',
  2025,
)
export const studyVisit2023 = source(
  'UNDP Tajikistan, 12 June 2023: a study visit to Kazakhstan',
  'https://www.undp.org/tajikistan/press-releases/undp-tajikistan-facilitated-study-visit-kazakhstan-learn-experiences-and-best-practices-rehabilitation-and-reintegration',
  2023,
)
export const handbookChildren = source(
  'UNOCT/UNCCT: handbook on children affected by the foreign-fighter phenomenon',
  'https://southsouth-galaxy.org/uncct/handbook-children-affected-by-the-foreign-fighter-phenomenon-ensuring-a-child-rights-based-approach/',
)
export const afp2021 = source(
  'Sawt Beirut International after AFP, March 2021: children came home to Kyrgyzstan with the consent of their mothers',
  'https://english.sawtbeirut.com/world/kyrgyzstan-repatriates-children-of-extremists-in-iraq/',
  2021,
)
