/** Children, families, care and where people live. Columns as in `concepts.ts`. */
export const family = `
child||child; kid; minor|ребёнок; дети; несовершеннолетний|бала; сәби; кәмелетке толмаған|бала; жаш бала; балдар|кӯдак; бача; ноболиғ|çaga; kämillik ýaşyna ýetmedik|bola; farzand; voyaga yetmagan
young-person|child|teenager; adolescent; young person; youth|подросток; молодёжь|жасөспірім; жастар|өспүрүм; жаштар|наврас; ҷавон|ýetginjek; ýaşlar|oʻsmir; yoshlar
family||family; household|семья; семейный; домохозяйство|отбасы; үй ішіндегі|үй-бүлө; үй бүлө|оила; хонавода|maşgala; hojalyk|oila; xonadon
mother|family|mother; mum|мать; мама|ана; шеше|эне; апа|модар|ene; eje|ona
father|family|father; dad|отец; папа|әке|ата; ата-эне|падар|kaka; ata|ota; dada
parent|family|parent; parents; caregiver|родитель; родители|ата-ана|ата-эне|волидайн; падару модар|ene-ata|ota-ona
relative|family|relative; relatives; kin; kinship|родственник; родня; родство|туыс; туысқан; туған-туыс|тууган; туугандар|хешованд; хешу табор|garyndaş; dogan-garyndaş|qarindosh; urugʻ-aymoq
grandparent|relative|grandmother; grandfather; grandparents|бабушка; дедушка|әже; ата; апа|чоң эне; чоң ата|бибӣ; бобо|mama; baba|buvi; bobo
siblings|family|siblings; brothers and sisters; brother; sister|братья и сёстры; брат; сестра|аға-іні; бауыр; апа-сіңлі|бир тууган; ага-ини; эже-сиңди|бародару хоҳар; бародар; хоҳар|dogan; aga; uýa|aka-uka; opa-singil
guardianship||guardianship; guardian; custody; foster care; trusteeship|опека; опекун; попечительство; опекунство|қамқоршылық; қорғаншылық; қорғаншы; қамқоршы|камкордук; көзөмөл; камкорчу|васоят; парасторӣ; васӣ|howandarlyk; hossarlyk; hossar; howandar|vasiylik; homiylik; vasiy; homiy
guardianship-body|guardianship|guardianship authority; guardianship commission|орган опеки; комиссия по опеке|қорғаншылық органы|камкордук органы|мақомоти васоят|hossarlyk edarasy|vasiylik organi
orphan|child|orphan; without parental care|сирота; без попечения родителей|жетім; ата-ана қамқорлығынсыз|жетим; ата-энесинин камкордугусуз|ятим; бе парастории падару модар|ýetim; ene-atasynyň howandarlygyndan galan|yetim; ota-ona qaramogʻisiz
adoption|guardianship|adoption of a child; adoptive family|усыновление; удочерение|бала асырап алу|бала асырап алуу|фарзандхонӣ|ogullyga almak|farzandlikka olish
family-based-care|guardianship|family-based care; foster family; alternative care|семейное устройство; приёмная семья; патронатная семья|отбасылық тәрбие; асыраушы отбасы; патронат|үй-бүлөлүк тарбия; фостердик үй-бүлө|нигоҳубини оилавӣ; оилаи тарбиятгир|maşgala terbiýesi; kabul ediji maşgala|oilaviy tarbiya; patronat oila; tutingan oila
institution||children's home; institution; orphanage; boarding school|детский дом; интернат; учреждение|балалар үйі; интернат|балдар үйү; интернат|ятимхона; мактаб-интернат|çagalar öýi; internat|bolalar uyi; mehribonlik uyi; internat
deinstitutionalisation|institution|deinstitutionalisation; leaving institutions; instead of an institution|деинституционализация; передача из учреждения в семью|деинституционализация; мекемеден отбасына беру|деинституционализация; мекемеден үй-бүлөгө|раҳоӣ аз муассиса; супоридан ба оила|edaradan maşgala bermek|muassasadan oilaga berish
reunification|family|family reunification; reunite; family tracing|воссоединение семьи; воссоединение; розыск родственников|отбасын қосу; отбасының бірігуі; туысты іздеу|үй-бүлөнү бириктирүү; туугандарды издөө|пайвастани оила; ҷустуҷӯи хешовандон|maşgalany birleşdirmek; garyndaşlary gözlemek|oilani birlashtirish; qarindoshlarni qidirish
keep-siblings-together|siblings|keeping siblings together; not separating siblings|не разлучать братьев и сестёр|бауырларды ажыратпау|бир туугандарды ажыратпоо|ҷудо накардани бародару хоҳарон|doganlary aýyrmazlyk|aka-ukalarni ajratmaslik
placement|guardianship|placement; placing a child|устройство ребёнка; размещение ребёнка|баланы орналастыру|баланы жайгаштыруу|ҷойгиркунии кӯдак|çagany ýerleşdirmek|bolani joylashtirish
prior-agreement|placement|prior agreement of relatives; consent of relatives|предварительное согласие родственников|туыстардың алдын ала келісімі|туугандардын алдын ала макулдугу|розигии пешакии хешовандон|garyndaşlaryň öňünden razylygy|qarindoshlarning oldindan roziligi
family-conference|family|family group conference; family meeting|семейная конференция; семейный совет|отбасылық кеңес|үй-бүлөлүк кеңеш|машварати оилавӣ|maşgala geňeşi|oila kengashi
divorce|family|divorce; separation of parents|развод; расторжение брака|ажырасу|ажырашуу|талоқ; ҷудошавӣ|aýrylyşmak|ajralish; taloq
early-marriage|protection|early marriage; child marriage|ранний брак; детский брак|ерте неке|эрте никелешүү|никоҳи барвақтӣ|ir nikalaşmak|erta nikoh
detained-parent|parent|parent in detention; imprisoned parent; parent in prison|родитель в заключении; родитель в тюрьме; осуждённый родитель|қамаудағы ата-ана; түрмедегі ата-ана|камактагы ата-эне; түрмөдөгү ата-эне|волидайни дар ҳабс; падари зиндонӣ|tussaglykdaky ene-ata|qamoqdagi ota-ona
housing||housing; home; shelter; accommodation|жильё; жилище; квартира; проживание|тұрғын үй; баспана; пәтер|турак жай; үй; батир|манзил; хона; ҷои зист|ýaşaýyş jaýy; öý; jaý|uy-joy; turar joy; kvartira
reception||reception centre; adaptation centre; transit centre; arrival|центр приёма; центр адаптации; приём; прибытие|қабылдау орталығы; бейімдеу орталығы|кабыл алуу борбору; адаптация борбору|маркази қабул; маркази мутобиқшавӣ|kabul ediş merkezi; uýgunlaşma merkezi|qabul qilish markazi; moslashuv markazi
return||return; repatriation; come home; returnee|возвращение; репатриация; вернувшиеся|қайтару; оралу; репатриация; оралғандар|кайтаруу; кайтып келүү; репатриация|бозгашт; баргаштан; репатриатсия|gaýdyp gelmek; dolanyp gelmek; repatriasiýa|qaytish; qaytarish; repatriatsiya; qaytganlar
handover|return|handover to the family; handing over|передача семье; передача|отбасына тапсыру; тапсыру|үй-бүлөгө өткөрүп берүү|супоридан ба оила|maşgala tabşyrmak|oilaga topshirish
reintegration||reintegration; integration into society|реинтеграция; возвращение в общество|қайта интеграция; реинтеграция; қоғамға бейімделу|реинтеграция; коомго кайтуу|реинтегратсия; ба ҷомеа баргаштан|reintegrasiýa; jemgyýete goşulmak|reintegratsiya; jamiyatga qaytish
rehabilitation||rehabilitation; recovery|реабилитация; восстановление|оңалту; реабилитация|реабилитация; калыбына келтирүү|барқарорсозӣ; реабилитатсия|reabilitasiýa; dikeldiş|reabilitatsiya; tiklanish
`
