/** Words of the demo's operations, in the language of each state. Plainly invented. */
import type { DemoState } from './types.ts'

export interface OperationTexts {
  name: string
  airfield: string
  airport: string
  centre: string
  flight: string
  bus: (n: number) => string
  opened: string
  refused: string
  proof: string
  wanted: string
  through: string
}

export const operationTexts: Readonly<Record<DemoState, OperationTexts>> = {
  kz: {
    name: 'Көктем, қысқы рейс',
    airfield: 'Шетелдегі әуеайлақ',
    airport: 'Үйдегі әуежай',
    centre: 'Қабылдау орталығы',
    flight: 'Рейс',
    bus: n => `${n}-автобус`,
    opened: 'Екі бала табылды, аналарының өтініші бойынша қосылады',
    refused: 'Әзірге қалғысы келеді, кейін өзі сұрайды',
    proof: 'Әжесінің туу туралы куәлігі',
    wanted: 'Туу туралы куәлік іздестірілуде',
    through: 'Консул',
  },
  kg: {
    name: 'Жаз, кышкы рейс',
    airfield: 'Чет өлкөдөгү аэродром',
    airport: 'Үйдөгү аэропорт',
    centre: 'Кабыл алуу борбору',
    flight: 'Рейс',
    bus: n => `${n}-автобус`,
    opened: 'Эки бала табылды, энелеринин өтүнүчү менен кошулат',
    refused: 'Азырынча калгысы келет, кийин өзү сурайт',
    proof: 'Чоң энесинин туулгандыгы тууралуу күбөлүк',
    wanted: 'Туулгандыгы тууралуу күбөлүк изделүүдө',
    through: 'Консул кызматкери',
  },
  tj: {
    name: 'Баҳор, парвози зимистонӣ',
    airfield: 'Фурудгоҳи хориҷ',
    airport: 'Фурудгоҳи ватан',
    centre: 'Маркази қабул',
    flight: 'Парвоз',
    bus: n => `Автобуси ${n}`,
    opened: 'Ду кӯдак ёфт шуд, бо хоҳиши модарашон илова мешаванд',
    refused: 'Ҳоло мондан мехоҳад, баъд худаш мепурсад',
    proof: 'Шаҳодатномаи таваллуди бибӣ',
    wanted: 'Шаҳодатномаи таваллуд ҷуста мешавад',
    through: 'Консул',
  },
  uz: {
    name: 'Bahor, qishki reys',
    airfield: 'Xorijdagi aerodrom',
    airport: 'Vatandagi aeroport',
    centre: 'Qabul markazi',
    flight: 'Reys',
    bus: n => `${n}-avtobus`,
    opened: 'Ikki bola topildi, onalarining iltimosi bilan qoʻshiladi',
    refused: 'Hozircha qolmoqchi, keyin oʻzi soʻraydi',
    proof: 'Buvisining tugʻilganlik guvohnomasi',
    wanted: 'Tugʻilganlik guvohnomasi qidirilmoqda',
    through: 'Konsul',
  },
}
