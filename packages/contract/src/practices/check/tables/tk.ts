/** Turkmen. Waits for a native reader. */
import type { WordTable } from '../table.ts'

export const tk: WordTable = {
  people:
    'çaga çaganyň çaga çagany çagalar* çagasy* çagalary* çagada bäbek* ýetginjek* ýetim* gyz gyzy gyzyň gyzlar* gyzjagaz* gyzyny ' +
    'ogul oglan oglanlar* oglanjyk* ogly oglunyň zenan* aýal* ejesi* eje enesi* ene eneler* enäniň kaka kakasy* ata atasy* mama mamasy ' +
    'dul adamsy* dogan dogany* doganlar* maşgala* garyndaş* dolanan* gaýdyp agtyk* körpe*',
  settlements: 'oba obasy obasyn* obada obadan obanyň obasynda* obadaky şäherçe* daýhan-birleşigi',
  settlementLetters: '',
  districts: 'etrap etraby etrabyn* etrapda etrabynda*',
  numbers: 'bir iki üç dört bäş alty ýedi sekiz dokuz ikisi üçüsi',
  ages: 'ýaş ýaşly ýaşyndaky ýaşynda ýaşdaky aýlyk',
  speech: 'diýdi diýýär aýtdy aýdýar gürrüň ýatlaýar',
  namedBefore: ['ady'],
  namedAfter: 'atly diýen',
  namesake: 'adyndaky adyny',
  wordings: [
    {
      code: 'label-relative',
      severity: 'strong',
      find: [
        'terrorçy|terrorçynyň|terrorçylar|terrorçylaryň|terrorist|teroristiň|terroristiň|terroristleriň|ekstremistiň|ekstremistleriň ~ {people}',
        'söweşijiniň|söweşijileriň|jihatçynyň|jihatçylaryň|jihadist* ~ {people}',
        'duşmanyň|duşmanlaryň {people}',
      ],
      instead: 'çaga, zenan, dolanyp gelen maşgala',
    },
    {
      code: 'label-group',
      severity: 'strong',
      find: [
        'işid|işidiň|yşyd|yşydyň|daeş|daeşiň|halifat|halifatyň|jihat|jihadyň {people}|gelni|gelinleri|gelini',
        'halifatyň arslan*|ýolbars*',
      ],
      instead: 'dartgynly sebitden dolanyp gelen zenan ýa-da çaga',
    },
    {
      code: 'label-group',
      severity: 'strong',
      find: ['jihatçy*', 'jihadçy*', 'jihadist*', 'daeşçi*'],
      instead: 'dolanyp gelen adam',
    },
    {
      code: 'label-crime',
      severity: 'look',
      find: [
        'terrorçy|terrorçylar*|terrorçynyň',
        'terrorist|terroristler*',
        'ekstremist|ekstremistler*',
        'söweşiji|söweşijiler*',
      ],
      instead: 'adam; işine kazyýetde seredilýän uly adam',
    },
    {
      code: 'label-threat',
      severity: 'strong',
      find: [
        'janly bomba*',
        'haýal partlaýan bomba*',
        'partlamaga duran bomba*',
        'zombi*',
        'geljekki terrorçy*|terrorist*',
        'howply {people}',
        'zäherlenen {people}',
      ],
      instead: 'çaga, zenan; haýsy kömek gerekdigini ýazyň',
    },
    {
      code: 'label-belief',
      severity: 'strong',
      find: [
        'radikal|radikallaşan|radikallaşdyrylan ~ {people}',
        'fanatik*',
        'beýnisi ýuwlan|zäherlenen',
        'aňy zäherlenen',
      ],
      instead: 'çaga, zenan; ynanjyny däl-de, näme görendigiňizi we näme soralandygyny ýazyň',
    },
    {
      code: 'label-object',
      severity: 'strong',
      find: [
        '{people} ~ deradikal*',
        'deradikal* ~ {people}',
        '{people} täzeden terbiýele*',
        'gaýtadan terbiýele* ~ {people}',
        '{people} gaýtadan terbiýele*',
      ],
      instead: 'çagany goldamak; maşgala bilen bile işlemek',
    },
    {
      code: 'label-origin',
      severity: 'strong',
      find: [
        'nikasyz doglan|dogulan ~ {people}',
        'nikasyz {people}',
        'kakasyz|atasyz {people}',
        'haramzada*',
      ],
      instead: 'çaga',
    },
    {
      code: 'label-health',
      severity: 'look',
      find: [
        'maýyp|maýyplar*',
        'maýyp {people}',
        'akyly kem|pes',
        'kemakyl*',
        'däli|däliler* {people}',
        'ruhy taýdan kesel|näsag {people}',
      ],
      instead: 'maýyplygy bolan çaga; psihiatryň kömegi gerek zenan',
    },
    {
      code: 'label-armed',
      severity: 'look',
      find: ['çaga esger*', 'çaga söweşiji*', 'çagalar esger*'],
      instead: 'ýaragly topar bilen baglanyşygy bolan çaga',
    },
  ],
}
