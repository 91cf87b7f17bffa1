/** Uzbek in the Latin spelling of today: spring, breeze, brook, poplar ... and given names in common use. */
import { type NamePool, words } from './pool.ts'

export const uzbek: NamePool = {
  language: 'uz',
  script: 'Latn',
  stems: words(`
    Bahor Shabada Buloq Daryo Yomgʻir Bulut Quyosh Tong Shafaq Barg Terak Chinor Archa Olma Oʻrik Anor
    Tuman Qirov Dengiz Koʻl Orol Sohil Qaldirgʻoch Oqqush Turna Kiyik Lola Boychechak Oʻtloq Yaylov Shabnam
    Jilgʻa Sharshara Yulduz Hulkar Chaqmoq Ufq Osmon Kamalak Gulzor Bogʻ Sabo Yalpiz Rayhon Zarang Qamish
    Sahro Yoz Binafsha
  `),
  female: words(`
    Nilufar Dilnoza Gulnora Shahnoza Zulfiya Madina Mohira Feruza Nodira Sevara Malika Lobar Dildora Oysha
    Fotima Xadicha Maryam Muslima Sabina Kamola Nargiza Barno Zebo Umida Gavhar Saodat Hilola Ozoda Iroda
    Robiya Shirin Nafisa Mavluda Zarina Munisa Sarvinoz Durdona Yulduz Guli Rano Soliha Asal
  `),
  male: words(`
    Jamshid Bahrom Rustam Sherzod Otabek Ulugʻbek Sardor Dilshod Botir Farrux Jahongir Akmal Bekzod Oybek
    Muhammad Ibrohim Yusuf Umar Abdulloh Ismoil Hamza Bilol Anvar Rahim Karim Shuhrat Nodir Odil Temur
    Sanjar Ravshan Zafar Ilhom Murod Jasur Aziz Doston Asadbek Mirzo Xurshid Qobil Gʻayrat
  `),
}
