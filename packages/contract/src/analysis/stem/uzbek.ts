/**
 * Uzbek in its Latin alphabet; Cyrillic is brought here first (../uzbek.ts). Sources of the rules: Wikipedia, "Uzbek language" and
 * "Uzbek grammar"; A. Bodrogligeti, Modern Literary Uzbek (2003), tables of suffixes. Words and choices are ours.
 */
import type { Rules } from './engine.ts'

export const uzbek: Rules = {
  vowels: 'aeiou',
  // Spelling shows no harmony.
  back: '',
  front: '',
  voiceless: '',
  least: 2,
  sounds: { K: ['g', 'k', 'q'] },
  layers: [
    { name: 'particle', suffixes: 'mi chi ku', least: 5, inside: [''] },
    { name: 'of-place', suffixes: 'dagi niki', least: 3 },
    {
      name: 'case',
      suffixes: 'ning Ka da dan dagi gacha kacha qacha niki dek day cha',
    },
    { name: 'case', suffixes: 'ni', least: 3 },
    {
      name: 'verb',
      suffixes: `
        maKan madi maydi mayapti maslik mayotgan Kan Kanlik Kanligi Kani di dim dik dingiz dilar
        adi  adilar  amiz  aman  asiz  yapti yotgan ayotgan yotir moqda
        moqchi moq (i)b sa sak sin sinlar ing ingiz aylik uvchi adigan  Kuncha may mas
        gach kach qach gani kani qani
      `,
      least: 2,
    },
    { name: 'verb', after: 'vowel', suffixes: 'ydigan ydilar ymiz yman ysiz ydi' },
    { name: 'owner', suffixes: '(s)i (i)miz (i)ngiz' },
    { name: 'owner-i', suffixes: 'im ing', least: 4 },
    { name: 'plural', suffixes: 'lar' },
    { name: 'doing', suffixes: 'ish', least: 2 },
    { name: 'doing', after: 'vowel', suffixes: 'sh', least: 4 },
    { name: 'not', suffixes: 'ma', inside: ['verb', 'doing'], least: 3 },
    { name: 'voice', suffixes: 'il in tir dir', inside: ['verb', 'doing', 'not'], least: 2 },
  ],
  last: { ig: 'ik', ag: 'ak', ug: 'uk', gʻ: 'q' },
  dropped: 'i',
  droppedLong: { letters: 'a', from: 5 },
  whole: `
    sud fayl gul tadbir
    bola oila ona ota qabul yordam odam tashkilot kelish maktab muddat daraja kechqurun
    bugun inson tan vatan zamon maʼlum taʼlim bilim yetim qadam muallim kasalxona shahar
    xabar safar zarar qaror uchun bilan haqida qonun yaqin qiyin oldin keyin butun mahalla
    qiz kitob hisob javob sabab talab talaba taraf tarkib tartib kasb raqib qishloq yil til
    qil bil dil xil yarim tizim iqlim olim muhim sodiq dengiz muhojir tinglovchi ish bosh
    tosh yosh qish kengash qardosh sovuq iliq psixolog
  `,
  irregular: {
    maktabgacha: 'maktabgacha',
    bolalik: 'bolalik',
    singlis: 'singil',
    oʻgʻl: 'oʻgʻil',
    oʻgʻli: 'oʻgʻil',
    oʻrn: 'oʻrin',
    oʻrni: 'oʻrin',
    burn: 'burun',
    burni: 'burun',
    ogʻz: 'ogʻiz',
    ogʻzi: 'ogʻiz',
    koʻngl: 'koʻngil',
    koʻngli: 'koʻngil',
    shahr: 'shahar',
    shahri: 'shahar',
  },
}
