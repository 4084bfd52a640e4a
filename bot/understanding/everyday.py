"""Everyday words that mean the same in four languages, so that what one language's questions teach helps the other three.

A word with ``*`` stands for every word that begins so. Official terms and abbreviations stand in the glossary, which editors own;
this table holds the plain words around them. Its languages are not told apart: a loan word fires its concept in any of them.
"""

from collections.abc import Iterator

WORDS: dict[str, str] = {
    "permit": """
        zezwol* | pozwol* | дозвіл* | дозвол* | разрешен* | permit* | permission* | authoris* | authoriz*
    """,
    "residence-card": """
        karta pobytu | karty pobytu | kartę pobytu | karcie pobytu | plastik* | карта побит* | карту побит* |
        карти побит* | посвідк* | карту | пластик* | внж | посвідку на проживання | карта побыт* | карту побыт* |
        карты побыт* | вид на жительство | residence card* | stay card* | trc | residence permit | resident card* |
        plastic
    """,
    "temporary": """
        czasow* | tymczas* | тимчасов* | часови побит | часовий побит* | временн* | часовый побыт* | temporar*
    """,
    "permanent": """
        stały pobyt | pobyt stały | stałego pobytu | pobytu stałego | bezterminow* | na stałe | постійн* |
        сталий побит* | безстроков* | назавжди | постоянн* | сталый побыт* | бессрочн* | навсегда | пмж | permanent* |
        settle | for good | forever | indefinite
    """,
    "long-term-eu": """
        rezydent* | długoterminow* | резидент* | довгостроков* | долгосрочн* | long term | longterm | eu resident*
    """,
    "visa": """
        wiz* | віз* | виз* | visa*
    """,
    "visa-free": """
        bezwiz* | ruch bezwizow* | bez wizy | безвіз* | без візи | безвиз* | без визы | visa free | visafree |
        without a visa | without visa | no visa
    """,
    "ninety-days": """
        90 dni | 180 dni | dziewięćdziesiąt dni | 90 днів | 180 днів | дев'яносто днів | 90 дней | 180 дней |
        девяносто дней | 90 days | 180 days | 90 180 | ninety days
    """,
    "passport": """
        paszport* | паспорт* | закордонник* | загранпаспорт* | загран | passport*
    """,
    "citizenship": """
        obywatelstw* | громадянств* | гражданств* | citizenship* | naturaliz* | naturalis* | become polish |
        polish passport
    """,
    "polish-origin": """
        karta polaka | kartę polaka | karty polaka | polskie pochodzenie | polskie korzenie | babcia polka |
        карта поляка | карту поляка | карти поляка | польське коріння | польське походження | карты поляка |
        польские корни | польское происхождение | pole s card | poles card | polish card | polish roots |
        polish origin | polish ancest*
    """,
    "spouse-polish": """
        mąż polak | żona polka | mąż jest polakiem | żona jest polką | małżonk* obywatela | żoną polaka |
        mężem polki | чоловік поляк | дружина полька | вийшла за поляка | заміж за поляка | одружений з полькою |
        муж поляк | жена полька | вышла за поляка | замужем за поляком | женат на польке | polish husband |
        polish wife | married to a pole | married to a polish | polish citizen | husband is polish | wife is polish |
        polish spouse | she is polish | he is polish
    """,
    "bring-family": """
        sprowadzić | ściągnąć | połączeni* rodzin | łączeni* rodzin | забрати | перевезти дружину | возз'єднан* |
        возєднан* | привезти сім* | привезти дружину | перевезти сім* | забрать | воссоединен* | перевезти жену |
        перевезти сем* | привезти сем* | привезти жену | bring | reunif* | reunion | reunite | join me | family visa
    """,
    "asylum": """
        azyl* | uchodźc* | ochron* międzynarodow* | притул* | біжен* | міжнародн* захист* | політичн* | убежищ* |
        беженец | беженц* | международн* защит* | политическ* | asylum* | refugee* | international protection |
        persecut*
    """,
    "humanitarian": """
        humanitarn* | tolerowan* | гуманітарн* | толерован* | гуманитарн* | толерирован* | толерованн* |
        humanitarian* | tolerated
    """,
    "temporary-protection": """
        status ukr | statusu ukr | pesel ukr | ochron* czasow* | статус укр | статусу укр | статус ukr | песель укр |
        тимчасов* захист* | временн* защит* | ukr status | temporary protection
    """,
    "cukr": """
        cukr | trzyletni* | цукр | трирічн* | на три роки | на 3 роки | трехлетн* | на три года | на 3 года |
        three year* | 3 year card
    """,
    "mos-portal": """
        mos | portal* | elektroniczn* | online | мос | портал* | електронн* | онлайн | электронн* | electronic*
    """,
    "application": """
        wniosek | wniosk* | podani* | заяв* | внесок | внйосек | внесен* | заявлен* | вниосек | внесек | прошени* |
        application* | apply* | applied | applying
    """,
    "office-of-voivode": """
        urząd wojewódzki | urzędu wojewódzkiego | urzędzie wojewódzkim | wojewod* | puw | воєвод* | ужонд воєводс* |
        управлін* | воевод* | ужонд воеводс* | voivod* | provincial office | immigration office
    """,
    "office": """
        urząd* | urzęd* | ужонд* | уряд* | установ* | інстанц* | учрежден* | инстанц* | ведомств* | office* | urzad |
        authorit*
    """,
    "fingerprints": """
        odcisk* | biometr* | palc* | відбит* | біометр* | пальц* | отпечат* | биометр* | fingerprint* | biometric* |
        fingers
    """,
    "appointment": """
        wizyt* | umówi* | rezerwac* | zarezerw* | termin wizyty | запис на | записат* | візит* | зустріч* | черг* |
        запис* | визит* | встреч* | очеред* | appointment* | book* | reserve | reservation | slot* | visit
    """,
    "decision": """
        decyzj* | рішен* | децизі* | решени* | децизи* | decision* | decyzja
    """,
    "status-check": """
        status sprawy | sprawdzić status | etap* | na jakim etapie | numer sprawy | статус справи |
        перевірити статус | етап* | номер справи | розглядаєт* | на якому етапі | статус дела | проверить статус |
        этап* | номер дела | рассматрива* | на каком этапе | case status | status of my | check status | track* |
        case number | progress | check the status | application status
    """,
    "late-office": """
        ponagl* | bezczynno* | przewlek* | opóźni* | olewa* | milczy | понаглен* | бездіял* | затяг* | прискор* |
        мовчать | мовчить | нічого не відповіда* | бездейств* | затягив* | ускор* | молчат | молчит | поторопить |
        не отвечает | ponaglenie | inactiv* | delay* | speed up | slow | silence | hurry | nothing from
    """,
    "long-waiting": """
        czekam już | czekam rok | od roku | już rok | miesięcy czekam | ile można | чекаю вже | вже рік |
        вже два роки | півтора року | скільки можна | рік чекаю | жду уже | уже год | два года | полтора года |
        сколько можно | год жду | waiting for months | months waiting | been waiting | year waiting | still waiting |
        14 months | a year and | over a year
    """,
    "waiting": """
        czeka* | oczekiw* | чека* | очікува* | жду | ждать | ждет | ожида* | ждём | wait* | pending | in process
    """,
    "summons": """
        wezwan* | uzupełn* | brak* | везван* | вєзван* | виклик* | доповн* | дослат* | донест* | бракує | повестк* |
        дополн* | не хватает | недоста* | wezwanie | summon* | missing document* | supplement* |
        additional document* | incomplete | missing
    """,
    "refusal": """
        odmow* | odmów* | negatywn* | odrzuc* | відмов* | негативн* | відхил* | отказ* | отрицательн* | отклон* |
        refus* | reject* | denied | negative | denial
    """,
    "appeal": """
        odwoł* | sąd | sądu | zaskarż* | апеляц* | оскарж* | суд | суду | одвол* | апелляц* | обжалов* | оспорить |
        appeal* | court | challenge | contest
    """,
    "legal-stay": """
        legaln* | zaświadczeni* | stempel* | pieczątk* | stempl* | легальн* | законно | штамп* | печатк* | печат* |
        legal | legally | lawful* | stamp*
    """,
    "expired": """
        skończy* | wygas* | kończy się | nieważn* | przeterminow* | закінчи* | закінчуєт* | протермін* | недійсн* |
        простроч* | закончи* | заканчивает* | просроч* | истек* | недействит* | expire* | ended | finished | ends |
        expiring | ran out | run out | overstay*
    """,
    "overstay": """
        nielegaln* | przekroczy* | deport* | zobowiązani* do powrotu | zakaz wjazdu | нелегал* | депорт* | перевищ* |
        заборона в'їзду | понад 90 | більше 90 | превыс* | запрет на въезд | больше 90 | overstay* | illegal* |
        entry ban | more than 90 | undocumented
    """,
    "card-collect": """
        odbiór* | odebr* | odbior* | забрати карт* | отримати карт* | забирати | готова карта | карта готова |
        видач* | забрать карт* | получить карт* | забирать | выдач* | collect* | pick up | pickup | card ready |
        card is ready
    """,
    "lost": """
        zgub* | utrac* | straci* | загуб* | втрати* | втрач* | потеря* | утеря* | утрат* | lost | lose | losing
    """,
    "stolen": """
        ukrad* | skrad* | kradzie* | okradz* | вкра* | украл* | крад* | обікра* | пограбув* | краж* | обокра* |
        ограб* | вырвал* | свист* | stole* | theft | robbed | rob | burglar* | snatch* | pickpocket*
    """,
    "damaged": """
        zniszcz* | uszkodz* | złama* | pęk* | зламал* | пошкод* | зіпсу* | трісн* | сломал* | поврежд* | испорт* |
        треснул* | damag* | broke | broken | crack*
    """,
    "replace": """
        wymian* | wymien* | duplikat* | обмін* | замін* | поміня* | дублікат* | обмен* | замен* | поменя* |
        дубликат* | replac* | exchang* | duplicate* | renew* | swap
    """,
    "travel": """
        wyjazd* | wyjech* | podróż* | wyjecha* | lecie* | granic* | wrócić do polski | pojechać | виїзд* | виїха* |
        подорож* | поїха* | кордон* | летіти | злітати | їхати | выезд* | выеха* | путешеств* | поеха* | границ* |
        лететь | слетать | ехать | travel* | trip | fly | abroad | go home | border* | leave poland | holiday* |
        vacation* | visit my
    """,
    "newborn": """
        urodził* | noworod* | niemowl* | urodzon* | народил* | новонародж* | немовл* | родил* | новорожд* | младен* |
        born | newborn | baby | birth
    """,
    "belarus": """
        białor* | білорус* | белорус* | беларус* | минск* | belarus* | minsk
    """,
    "ukraine": """
        ukrai* | україн* | украин* | ukrain*
    """,
    "eu-citizen": """
        obywatel ue | obywatela ue | obywatelem ue | unii | niem* | litw* | francuz* | hiszpan* | włoch* |
        громадянин єс | громадянка єс | євросоюз* | німець* | литов* | француз* | італі* | іспан* | гражданин ес |
        гражданка ес | евросоюз* | немец* | литв* | итал* | испан* | eu citizen* | eu national* | german |
        lithuania* | french | italian | spanish | union
    """,
    "student": """
        student* | studi* | uczelni* | absolwent* | студент* | навчан* | універ* | випускник* | учеб* | универ* |
        выпускник* | вуз* | studies | study* | universit* | graduat* | master | bachelor
    """,
    "which": """
        jaki rodzaj | który | którą | co wybrać | różni* | який вид | яку карту | котрий | що вибрати | різниц* |
        відрізня* | какой вид | какую карту | какой выбрать | разниц* | отлича* | which | what kind | choose |
        difference* | differ
    """,
    "work": """
        prac* | robot* | zatrudn* | робот* | прац* | працю* | роблю | работ* | труд* | work* | job* | employ*
    """,
    "employer": """
        pracodaw* | szef* | kierowni* | firm* | роботодав* | шеф* | начальник* | фірм* | бос | работодат* | фирм* |
        босс | employer* | boss* | compan* | manager | pracodawca
    """,
    "fired": """
        zwoln* | wyrzuc* z pracy | straciłem prac* | straciłam prac* | utrat* pracy | wypowiedz* | redukcj* |
        звільн* | скороти* | втратив робот* | втратила робот* | втрата робот* | вигнали з роботи | уволи* | увольн* |
        сократи* | потерял работ* | потеряла работ* | потеря работ* | выгнали с работы | fired | laid off |
        lost my job | lost job | dismiss* | redundan* | layoff | terminated | job loss | told all of us to go
    """,
    "change-job": """
        zmian* prac* | zmieni* prac* | nowy pracodaw* | inna firma | innej firmy | nowa praca | lepsz* ofert* |
        змінити робот* | зміна робот* | нова робот* | нову робот* | інша фірм* | іншу фірм* | новий роботодав* |
        кращу робот* | змінити роботодав* | перейти на іншу | сменить работ* | смена работ* | поменять работ* |
        новая работ* | новую работ* | другая фирм* | другую фирм* | новый работодат* | сменить работодат* |
        change job* | change employer* | changing job* | new job | new employer | another company |
        different company | switch job* | new pracodawca | better job | better offer | other company
    """,
    "salary": """
        pensj* | wypłat* | wynagrodz* | zarob* | zarab* | зарплат* | зарплатн* | заробіт* | виплат* | платню |
        заработ* | выплат* | получк* | жаловань* | salary | salaries | wage* | pay | paid | paycheck | payslip
    """,
    "not-paid": """
        nie płaci | nie zapłaci* | nie wypłaci* | nie dostał* | zalega* | не плат* | не заплат* | не виплат* |
        кинув на гроші | кинули на гроші | затримує | заборгував* | не дають зарплат* | не выплат* | кинул на деньги |
        кинули на деньги | задержива* | должен мне | не дают зарплат* | not paid | not pay* | unpaid | didn t pay |
        doesn t pay | did not pay | didnt pay | doesnt pay | no salary | owe* | withhold* | get my salary | dont pay
    """,
    "minimum": """
        minimaln* | najniższ* | stawk* godzinow* | мінімал* | найменш* зарплат* | погодинн* | ставка | минимал* |
        минималк* | почасов* | minimum | hourly rate | lowest pay
    """,
    "contract": """
        umow* | kontrakt* | договор* | договір | умов* про | контракт* | умова | contract* | umowa | agreement
    """,
    "no-contract": """
        bez umowy | na czarno | nie chce dać umowy | nie daje umowy | nie chce mi dać umowy | без договору |
        на чорно | нелегально працю* | не дає договору | без умови | в чорну | без договора | на черно | по черному |
        не дает договор | без умовы | в черную | нелегально работа* | without contract | without a contract |
        no contract | black work | cash in hand | off the books | undeclared | give me a contract | under the table
    """,
    "mandate": """
        zlecen* | o dzieło | o pracę | злецен* | зленцен* | доручен* | о дзело | о праце | zlecenie | mandate |
        umowa o prace | dzielo
    """,
    "declaration": """
        oświadcz* | освядч* | освідч* | ощвядч* | осведч* | освядчен* | oswiadczenie | declaration*
    """,
    "notification": """
        powiadom* | повядом* | повідомлен* | повядомл* | уведомлен* | powiadomienie | notif*
    """,
    "unemployed": """
        bezrobo* | urząd pracy | urzędu pracy | urzędzie pracy | pup | pośredniak* | bez pracy | безробіт* | біржа |
        біржу | бюро праці | ужонд праці | урзонд праці | центр зайнятості | без роботи | безробітн* | безработ* |
        биржа | биржу | бирже | ужонд праци | центр занятости | без работы | unemploy* | jobless | labour office |
        labor office | job office | job centre | urzad pracy | bezrobotny | out of work | dole
    """,
    "business": """
        działalno* | jdg | ceidg | firmę | spółk* | przedsiębior* | biznes* | otworzyć firm* | фоп | бізнес* |
        підприєм* | діяльніст* | відкрити фірм* | власн* справ* | спулк* | ип | бизнес* | предприн* | деятельност* |
        открыть фирм* | свое дело | свой бизнес | business* | self employed | sole trader | startup | freelanc* |
        open company | open small company | own company | register a company | entrepreneur*
    """,
    "tax": """
        podat* | pit | rozlicz* | skarbow* | zeznani* | подат* | піт | розліч* | скарбов* | деклараці* | налог* |
        пит | розлич* | деклараци* | tax* | rozliczenie | tax return
    """,
    "social-insurance": """
        zus | składk* | emerytur* | zwolnienie lekarsk* | chorobow* | l4 | ubezpieczeń społecznych | зус | складк* |
        пенсі* | лікарнян* | внески | л4 | пенси* | больничн* | взнос* | contribution* | pension* | sick leave |
        sick pay | skladki | retire*
    """,
    "diploma": """
        dyplom* | nostryf* | kwalifikacj* | uznani* zawod* | диплом* | ностриф* | кваліфікац* | апостил* |
        квалификац* | diploma* | degree* | nostrif* | qualificat* | recogni* | certificate of school
    """,
    "highly-qualified": """
        niebieska karta | niebieską kartę | niebieskiej karty | wysoko wykwalif* | блакитна карта | блакитну карту |
        блакитної карти | голуба карта | висококваліф* | блу кард | голубая карта | голубую карту | голубой карты |
        синяя карта | высококвалиф* | blue card* | highly qualified | highly skilled | bluecard
    """,
    "agency": """
        agencj* | pośredni* | агенці* | агент* | посередник* | агентств* | агенци* | посредник* | agenc* |
        intermedia* | middleman
    """,
    "address-registration": """
        zameld* | meldun* | мельд* | замельд* | прописк* | прописат* | реєстрац* адрес* | зареєструвати місце |
        регистрац* по адрес* | регистрация места | zameldowanie | meldunek | address registration | register address |
        register my address | registered address | register my residence
    """,
    "pesel": """
        pesel* | песел* | пєсєл* | песєл* | пэсел* | national id number | identification number
    """,
    "trusted-profile": """
        profil* zaufan* | mobywatel* | podpis elektron* | профіл* зауфан* | довірен* профіл* | мобиватель |
        мобивател* | дія | дії | електронний підпис | профил* зауфан* | доверенн* профил* | мобыватель | мобывател* |
        дия | электронная подпись | trusted profile | profil zaufany | mobywatel | e signature |
        electronic signature | diia
    """,
    "bank": """
        bank* | konto | konta | банк* | рахунок | рахунк* | счет* | счёт* | account
    """,
    "driving": """
        praw* jazdy | prowadz* auto | prowadz* samoch* | kierowc* | водійськ* | права | посвідчення водія | водій* |
        за кермо | водительск* | водител* | за руль | вождени* | driv* | licence | license
    """,
    "rent": """
        najem* | najm* | wynaj* | mieszkani* | kaucj* | czynsz* | właściciel* | оренд* | зняти кварт* | знімат* |
        кварт* | застав* | хазяїн* | господар* | власник* | кауці* | житло | аренд* | снять кварт* | снимат* |
        снимаю | залог* | хозяин* | хозяйк* | кауци* | жильё | жилье | rent* | flat | apartment* | landlord* |
        deposit* | tenan* | lease
    """,
    "evict": """
        wyrzuc* | eksmisj* | wygania* | wyprowadz* | вигна* | виганя* | виселя* | виселит* | выгна* | выгоня* |
        высел* | evict* | kick* out | throw* out | thrown out
    """,
    "homeless": """
        bezdomn* | noclegowni* | schronisk* | nocleg* | spać | бездомн* | ночліж* | ночува* | притулок | ніде спати |
        переночувати | ночлеж* | ночева* | приют | негде спать | переночевать | homeless* | shelter* | sleep* | night
    """,
    "collective": """
        zbiorow* zakwater* | ośrod* | zakwaterow* | збірн* прожив* | колективн* | компактн* | збіров* | гуртожит* |
        пункт* прожив* | коллективн* | сборн* прожив* | збёров* | общежит* | размещени* | collective |
        refugee accommodation | hostel for ukrain* | accommodation cent*
    """,
    "social-help": """
        mops* | mopr* | gops* | zasił* | pomoc społeczn* | pomocy społecznej | мопс* | мопр* | засіл* |
        соціальн* допомог* | соціальн* | матеріальн* допомог* | пособи* | социальн* помощ* | соцпомощ* | социальн* |
        материальн* помощ* | mops | mopr | welfare | social assistance | social benefit* | social help |
        financial help
    """,
    "child-800": """
        800 | 500 | świadczeni* wychowaw* | вісімсот* | восемьсот* | child benefit*
    """,
    "school-start": """
        300 | dobry start | wyprawk* | добрий старт | добри старт | триста | добрый старт | добры старт | good start |
        school starter | school supplies
    """,
    "maternity": """
        macierzyńsk* | rodziciels* | becikow* | kosiniakow* | aktywny rodzic | babciow* | декрет* | материнськ* |
        бецік* | активний батько | активни родзіц | бабцьов* | косіняк* | на народження | при народженні |
        материнск* | бецик* | активны родзиц | бабцёв* | косиняк* | на рождение | при рождении | matern* | patern* |
        parental | birth grant | becikowe | active parent | baby bonus
    """,
    "food-aid": """
        żywno* | jedzen* | posił* | ubra* | odzież* | obiad* | paczk* | їж* | продукт* | харч* | одяг* |
        гаряч* обід* | їст* | еда | еды | еду | одежд* | горяч* обед* | питани* | поест* | food* | meal* | cloth* |
        eat | soup kitchen
    """,
    "free": """
        darmow* | za darmo | bezpłatn* | nieodpłatn* | безкоштовн* | безплатн* | безоплатн* | даром | бесплатн* |
        free | no cost | without paying
    """,
    "translator": """
        tłumacz* | przysięgł* | переклад* | присяжн* | перевод* | translat* | sworn | interpreter*
    """,
    "marriage": """
        ślub* | małżeń* | pobrać | ożeni* | шлюб* | одруж* | розпис* | весілл* | заміж | брак | брака | женит* |
        пожени* | свадьб* | замуж | расписа* | marri* | marry* | wedding* | wed
    """,
    "divorce": """
        rozwód* | rozwod* | rozwie* | розлуч* | развод* | развес* | divorc*
    """,
    "civil-act": """
        akt urodz* | akt małż* | akt zgonu | usc | stanu cywilnego | metryk* | свідоцтв* | акт урод* | загс* | рацс* |
        метрик* | актів цивільного | свидетельств* | birth certificate* | marriage certificate* | civil registry |
        registry office
    """,
    "lawyer": """
        prawnik* | adwokat* | porad* prawn* | pomoc prawn* | radc* prawn* | mecenas* | юрист* | адвокат* | правник* |
        правова допомог* | юридичн* | правовая помощ* | юридическ* | lawyer* | legal aid | legal advice | attorney* |
        solicitor* | legal help
    """,
    "psychologist": """
        psycholog* | psychiatr* | terapeut* | depresj* | stres* | lęk* | płacz* | nie radzę sobie | психолог* |
        психіатр* | терапевт* | депрес* | стрес* | тривог* | тривож* | плачу | панічн* | психиатр* | депресс* |
        стресс* | тревог* | паническ* | therap* | depress* | stress* | anxi* | lonely | counsel* | crying |
        mental health | panic
    """,
    "disability": """
        niepełnospraw* | orzeczen* | inwalid* | wózk* | інвалід* | груп* інвалід* | візок | візку | инвалид* |
        коляск* | disab* | wheelchair* | handicap*
    """,
    "transport": """
        bilet* | autobus* | tramwaj* | ztm | komunikacj* | przejazd* | skm | kolejk* | квит* | проїзн* | проїзд* |
        автобус* | трамва* | транспорт* | електричк* | билет* | проездн* | проезд* | электричк* | ticket* | bus |
        buses | tram* | transport* | train* | commut*
    """,
    "discount": """
        ulg* | zniżk* | знижк* | пільг* | скидк* | льгот* | discount* | reduced | concession*
    """,
    "money": """
        pieniąd* | pieniędz* | kas* | złot* | грош* | гріш* | злот* | кошт* | деньг* | денег | деньги | бабки |
        money | cash | zloty* | pln
    """,
    "pay-fee": """
        opłat* | płac* | zapłac* | przelew* | koszt* | skarbow* | оплат* | плат* | заплат* | переказ* | збір |
        скільки кошту* | перевод* | пошлин* | госпошлин* | сколько сто* | fee* | pay* | cost* | stamp duty | price* |
        transfer
    """,
    "child": """
        dzieck* | dzieci* | syn* | córk* | małe* | дитин* | діт* | дитяч* | син* | дочк* | доньк* | малюк* | ребен* |
        ребён* | дет* | сын* | доч* | малыш* | child* | kid* | son | daughter* | toddler*
    """,
    "husband": """
        mąż | męż* | чоловік* | муж* | husband*
    """,
    "wife": """
        żon* | дружин* | жінк* | жен* | супруг* | wife*
    """,
    "parents": """
        mam* | matk* | tat* | ojc* | rodzic* | babci* | мам* | мати | матір* | тат* | батьк* | бабус* | мать |
        матер* | пап* | отец | отц* | родител* | бабушк* | mother* | mom | mum | father* | dad | parent* | grandm*
    """,
    "doctor": """
        lekar* | doktor* | przychodn* | лікар* | поліклін* | пшиходн* | врач* | доктор* | поликлин* | doctor* |
        physician* | clinic* | gp
    """,
    "family-doctor": """
        rodzinn* | poz | pierwszego kontaktu | сімейн* лікар* | сімейн* | терапевт* | поз | семейн* врач* | семейн* |
        family doctor* | gp | primary care | lekarz rodzinny
    """,
    "health-insurance": """
        ubezpiecz* | nfz | ewuś | страхов* | страхівк* | убезпеч* | нфз | insur*
    """,
    "no-insurance": """
        bez ubezpiecz* | nie mam ubezpiecz* | nieubezpiecz* | dobrowoln* | без страхов* | нема страхов* |
        немає страхов* | без страхівк* | нема страхівк* | добровільн* | сам* купити страх* | нет страхов* |
        страховки нет | добровольн* | самому купить страх* | no insurance | without insurance | uninsured |
        not insured | voluntar* insur* | private insurance
    """,
    "emergency-care": """
        pogotow* | sor | nocn* | karetk* | ostry dyżur | świąteczn* | швидк* | невідкладн* | нічн* | карет* | сор |
        вихідн* | скор* | неотложн* | ночн* | выходн* | ambulance* | emergency room | er | night care | weekend |
        urgent care | at night | sunday | a e
    """,
    "pain": """
        boli | ból* | chor* | gorącz* | ząb | zęb* | dentyst* | ucho | болить | біль | хвор* | температур* | зуб* |
        стоматолог* | вухо | болит | боль | боле* | ухо | заболе* | pain* | hurts | sick | ill | fever | tooth* |
        dentist* | ache
    """,
    "vaccine": """
        szczepi* | szczepien* | щеплен* | вакцин* | прищеп* | привив* | vaccin* | immuni* | jab* | shots
    """,
    "pregnant": """
        ciąż* | ciężarn* | poród* | porod* | rodzić | położn* | ginekolog* | usg | вагітн* | полог* | народжува* |
        гінеколог* | акушер* | узд | беремен* | роды | родов | рожат* | гинеколог* | узи | пятом месяце | pregnan* |
        birth | deliver* | midwife* | gynec* | gynaec* | antenatal | prenatal | expecting
    """,
    "medicine": """
        lek | leki | leków | recept* | aptek* | lekarstw* | лік | ліки | ліків | рецепт* | аптек* | лекарств* |
        таблет* | medicin* | prescription* | pharmac* | drug* | pills | medication*
    """,
    "hospital": """
        szpital* | лікарн* | шпитал* | больниц* | госпитал* | hospital*
    """,
    "school": """
        szkoł* | szkół | klas* | uczeń | ucznia | podstawówk* | школ* | клас* | учен* | класс* | учени* | school* |
        grade | class* | pupil*
    """,
    "kindergarten": """
        przedszkol* | żłob* | przeczkol* | садоч* | садок | садик* | дитсад* | дитячий сад | ясл* | жлоб* | детсад* |
        детский сад | детский садик | ясли | в сад | kindergarten* | nurser* | preschool* | daycare | creche
    """,
    "school-support": """
        oddział* przygotow* | dodatkow* lekcj* | asystent* międzykult* | klas* przygotow* | dodatkow* polsk* |
        підготовч* | додатков* урок* | додатков* годин* | асистент* | подготовит* | дополнит* урок* | дополнит* час* |
        ассистент* | preparatory | extra lessons | additional lessons | extra polish | assistant |
        understands no polish
    """,
    "university": """
        uniwersy* | uczelni* | politechni* | studia | rekrutacj* | magist* | універ* | виш | вступ* | політех* |
        магістр* | универ* | вуз* | поступ* | политех* | магистр* | universit* | college | admission* | enrol at |
        tuition
    """,
    "course": """
        kurs* | lekcj* | zajęci* | nauk* | курс* | урок* | занятт* | вчит* | навч* | заняти* | учит* | выучит* |
        course* | lesson* | class | classes | learn*
    """,
    "polish-language": """
        polskiego | język polski | języka polskiego | po polsku | польськ* мов* | польської | польську | польській |
        польською | польск* язык* | польского | польский язык | польскому | по польски | polish language |
        polish course* | polish lesson* | learn polish | speak polish
    """,
    "beginner": """
        od zera | początkując* | podstaw* | a1 | a2 | початків* | з нуля | початкув* | а1 | а2 | базов* | начинающ* |
        с нуля | начальн* | beginner* | from zero | from scratch | basic*
    """,
    "advanced": """
        b1 | b2 | zaawansowan* | średni* | б1 | б2 | просунут* | середн* | продвинут* | средн* | advanced |
        intermediate
    """,
    "exam": """
        egzamin* | certyfikat* | екзамен* | іспит* | сертифікат* | экзамен* | сертификат* | exam* | test |
        certificate*
    """,
    "adaptation": """
        adaptac* | orientac* | integrac* | адаптац* | орієнтац* | інтеграц* | ориентац* | интеграц* | adaptation |
        orientation | integration | customs and
    """,
    "volunteer": """
        wolontar* | волонтер* | волонт* | volunteer*
    """,
    "kids-activities": """
        kółk* | zajęcia dla dzieci | świetlic* | klub* | półkoloni* | ferie | гурт* | заняття для дітей | клуб* |
        табір | дозвілля | кружк* | кружок | занятия для детей | лагерь | досуг* | activities | club* | summer camp |
        after school | playgroup*
    """,
    "webinar": """
        webinar* | spotkani* online | zoom | вебінар* | онлайн зустріч* | зум | вебинар* | онлайн встреч* |
        online meeting*
    """,
    "teacher": """
        nauczyciel* | pedagog* | urzędnik* | вчител* | педагог* | викладач* | учител* | преподават* | teacher* |
        staff | professionals
    """,
    "violence": """
        bije | bił | pobił* | przemoc* | uderz* | grozi | б'є | бє | побив | побила | насильств* | насилл* | вдарив |
        погрожу* | бьет | бьёт | избил* | насили* | ударил* | угрожа* | beats | hits | hit me | violen* | abus* |
        threat*
    """,
    "slavery": """
        zabrał* paszport | zabrali paszport | zmusza* | handel ludźmi | przymus* | odpracować dług | забра* паспорт |
        забрали паспорт | забрав паспорт | змушу* | торгівл* людьми | примусов* | рабств* | отобра* паспорт |
        заставля* | торговл* людьми | принудит* | took my passport | took our passport* | force* | traffick* |
        slave* | exploit*
    """,
    "racism": """
        rasi* | wyzywa* | dyskrymin* | nienawi* | hejt* | brudas* | obraż* | расиз* | обзива* | обізва* | дискримін* |
        ненавис* | ображ* | бандер* | принизи* | обзыва* | обозва* | дискримин* | ненавист* | оскорбл* | валили |
        унижа* | racis* | discriminat* | hate* | insult* | slur* | monkey | xenophob* | humiliat* | shout at me |
        go back to your country
    """,
    "scam": """
        oszus* | oszuk* | naciąg* | wyłudz* | zniknął | шахра* | обман* | обдур* | розве* | кинули | лохотрон |
        мошен* | развел* | развод на | надул* | scam* | fraud* | cheat* | fake | con | disappeared | swindl*
    """,
    "rumour": """
        plotk* | czy to prawda | podobno | słyszał* | dezinform* | fejk* | чутк* | чи це правда | чи правда |
        кажуть що | дезінформ* | фейк* | брехня | це правда | слух* | это правда | правда ли | говорят что |
        дезинформ* | вранье | rumour* | rumor* | is it true | i heard | disinform* | fake news | people say |
        misinform*
    """,
    "police": """
        policj* | komisariat* | komend* | поліц* | комісаріат* | полици* | комисариат* | police*
    """,
    "border-guard": """
        straż* graniczn* | pogranicz* | прикордон* | страж граніч* | страж гранич* | погранич* | border guard* |
        straz graniczna
    """,
    "detained": """
        zatrzym* | aresz* | затрим* | арешт* | задерж* | арест* | detain* | arrest* | custody
    """,
    "emergency-number": """
        112 | numer alarmowy | 997 | 998 | 999 | straż pożarna | пожежн* | номер поліції | екстрен* | пожарн* |
        номер полиции | экстрен* | fire brigade | firefighter* | emergency number* | 911
    """,
    "suicide": """
        samobój* | nie chcę żyć | zabić się | самогуб* | не хочу жити | вбити себе | самоубий* | не хочу жить |
        суицид* | покончить | suicid* | kill myself | end my life
    """,
    "centre-itself": """
        centrum integracji | wasze centrum | czym się zajmujecie | waszej pomocy | centrum | центр інтеграції |
        ваш центр | чим ви займаєтесь | центру | центр | центр интеграции | чем вы занимаетесь | центра |
        your centre | your center | integration centre | integration center | what do you do
    """,
    "opening-hours": """
        godziny otwarcia | otwarci* | czynn* | o której | графік | години роботи | відкрит* | до котрої | о котрій |
        режим роботи | график | часы работы | открыт* | до скольки | во сколько | режим работы | opening hours |
        open | working hours | hours | what time | closed
    """,
    "contact": """
        telefon* | mail* | kontakt* | zadzwoni* | телефон* | пошт* | контакт* | подзвон* | номер | почт* | позвон* |
        phone* | e mail | email* | contact* | call you
    """,
    "advice": """
        porad* | konsult* | doradc* | консульт* | порад* | дорадц* | совет* | consult* | advice | advis* | counsel*
    """,
    "stored-data": """
        dane | danych | przechow* | zapisuj* | prywatno* | дані | даних | зберіга* | приватн* | записує* | данны* |
        хран* | записыва* | сохраня* | data | store* | save what | privacy | keep what | do you save
    """,
    "documents": """
        dokument* | papier* | zaświadcz* | załączn* | документ* | папер* | довідк* | бумаг* | справк* | document* |
        paper* | form | forms | attachment*
    """,
    "how-long": """
        jak długo | ile czasu | ile trwa | ile się czeka | ile czekać | скільки чекат* | як довго | скільки часу |
        скільки триває | сколько ждат* | как долго | сколько времени | сколько длится | how long | how many days |
        how many months | how much time
    """,
    "deadline": """
        termin* | do kiedy | ile dni | термін* | строк* | до коли | скільки днів | срок* | до какого | сколько дней |
        deadline* | until when | by when | how many days
    """,
    "complain": """
        skarg* | zgłosi* | poskarż* | inspekcj* | pip | скарг* | поскарж* | жаліт* | заявити | інспекц* | жалоб* |
        пожалов* | жалова* | заявить | инспекц* | complain* | report* | inspect*
    """,
    # What we have no entries for: it takes such words to tell an off-topic question from ours.
    "a-person": """
        człowiek* | osob* | konsultant* | operator* | doradc* | specjalist* | pracownik* | kierownik* | ekspert* |
        ktoś | kogoś | kimś | żyw* | prawdziw* | людин* | люд* | консультант* | оператор* | радник* | спеціаліст* |
        фахівц* | працівник* | співробітник* | менеджер* | хтось | когось | кимось | жив* | справжн* | дорад* |
        человек* | людей | сотрудник* | специалист* | советник* | эксперт* | кто-то | кого-то | кого-нибудь | живой |
        живого | живым | реальн* | настоящ* | дорадц* | human* | person | people | agent | operator | consultant* |
        advis* | specialist* | representative* | manager | employee* | staff | somebody | someone | anybody | real |
        live | expert* | caseworker* | colleague* | supervisor
    """,
    "talk-with": """
        rozmaw* | porozmaw* | pogada* | rozmow* | połącz* | przełącz* | przekaż* | zawołaj* | oddzwoni* | odpisa* |
        odpowie* | говор* | поговор* | розмов* | поспілк* | спілку* | з'єднай* | переключ* | перемкн* | поклич* |
        кличте | дайте | передзвон* | відпові* | поговорить | общат* | пообщат* | соедин* | подключ* | позов* |
        зовите | перезвон* | ответит | talk* | speak* | chat | connect | transfer | switch | put me through |
        pass me | call me | get me | give me | discuss | write to me
    """,
    "a-bot": """
        bot* | robot | robota | robotem | robocie | automat* | maszyn* | program* | бот* | робот | робота | роботом |
        автомат* | машин* | програм* | програма | программ* | автоответ* | робота не | computer | machine | robots |
        chatbot* | artificial | sztuczn* inteligenc* | штучн* інтелект* | искусств* интеллект* | ai
    """,
    "other-country": """
        niemc* | niemieck* | german* | kanad* | usa | stanów zjednoczonych | ameryk* | angli* | brytani* | londyn* |
        norweg* | szwec* | szwedz* | finland* | fińsk* | dani* | duńsk* | hiszpan* | włoch* | francj* | irland* |
        holand* | czech* | słowac* | austri* | szwajcar* | portugal* | australi* | japon* | chin* | turc* | izrael* |
        dubaj* | німеччин* | німецьк* | канад* | сша | америк* | англі* | британі* | лондон* | норвегі* | швеці* |
        фінлянді* | фінськ* | дані* | іспані* | італі* | франці* | ірланді* | голланді* | нідерланд* | чехі* |
        словаччин* | австрі* | швейцарі* | португалі* | австралі* | японі* | кита* | туреч* | ізраїл* | емірат* |
        германи* | немецк* | англи* | британи* | норвеги* | швеци* | финлянд* | финск* | дания* | испани* | итали* |
        франци* | ирланди* | голланди* | нидерланд* | чехи* | словаки* | австри* | швейцари* | португали* |
        австрали* | япони* | турци* | израил* | эмират* | germany | german | canad* | america* | united states |
        england | britain | british | uk | london | norway | sweden | finland | finnish | denmark | spain | spanish |
        italy | france | french | ireland | netherlands | dutch | slovak* | austria* | switzerland | austral* |
        japan* | china | chinese | turkey | israel* | dubai | emirates | green card | зелена карта сша | грин карт* |
        грін карт* | zielona karta
    """,
    "home-country-matters": """
        w ukrainie | na ukrainie | w charkowie | w kijowie | w odessie | w gruzji | w mińsku | ukraińskiej emerytury |
        в україні | в києві | в харкові | в одесі | у києві | у дніпрі | дніпрі | полтавськ* | на україні | гривень |
        приват* | монобанк | пенсійний фонд | впо | єпідтримк* | евідновлен* | євідновлен* | в украине | в киеве |
        в алматы | в минске | в москве | в грузии | в узбекистане | казахстан* | узбекистан* | гривен | in ukraine |
        in kyiv | in delhi | in india | in turkey | pan card | in manila | back home in
    """,
    "military": """
        wojsk* | mobiliz* | odrocz* | książeczk* wojskow* | legion* | військ* | мобілізац* | відстрочк* | тцк |
        резерв плюс | легіон* | призов* | арм* | військовоз* | воинск* | мобилизац* | отсрочк* | военн* | армии |
        военкомат* | army | military | mobili* | draft | conscript* | enlist
    """,
    "pets": """
        pies | psa | psem | psy | kot | kota | koty | kotk* | chomik* | papug* | zwierz* | weteryn* | szczeni* |
        chip* | собак* | кіт | кота | коти | кішк* | кошен* | цуцен* | папуг* | хом'як* | тварин* | ветерин* | чип* |
        кот | кошк* | котен* | щен* | попуга* | хомяк* | животн* | рыбк* | dog* | cat | cats | kitten* | pupp* |
        parrot* | hamster* | pet | pets | veterin* | vet | goldfish | horse*
    """,
    "vehicle": """
        samochod* | samochód | auto | auta | motocykl* | tablic* rejestr* | przegląd* | oc | akcyz* | rozmit* |
        opon* | paliw* | mandat za | парковк* | авто | автомоб* | мотоцикл* | розмитн* | номери на авто | номерах |
        техогляд* | шин* | пальн* | бензин* | страхування авто | машину | машини | машина | растамож* | техосмотр* |
        шины | топлив* | автошкол* | car | cars | vehicle* | motorcycle* | motorbike* | tyre* | tire* | petrol |
        fuel | speeding | parking | plates | scooter* | campervan | truck*
    """,
    "cooking": """
        przepis* | ugotow* | gotow* | upiec | sernik* | żurek | barszcz* | pierogi | zup* | ciast* | rosó* | jajk* |
        kalori* | рецепт борщ* | рецепт пирог* | приготув* | зварити | варити | спекти | борщ* | сирник* | торт* |
        салат* | котлет* | яйц* | калорі* | рецепт борща | приготовить | сварить | варить | испечь | пирог* | суп |
        блин* | калори* | recipe* | cook* | bake | baking | soup | cake* | rice | egg* | calori* | dinner
    """,
    "weather-nature": """
        pogod* | deszcz* | śnieg* | temperatura wody | zaćmien* | planet* | gwiazd* | księżyc* | niebo | grzyb* |
        погод* | дощ* | сніг* | планет* | зірк* | місяця | небо | сонц* | гриб* | погода | дождь | снег* | звезд* |
        луна | солнц* | грибы | weather | rain* | snow* | star | stars | moon | mars | sky | sunset | eclipse
    """,
    "sport": """
        mecz* | piłk* | liga | ligi | lechi* | arka | trening* | siłown* | schudn* | zrzucić | матч* | футбол* |
        динамо | ліга | тренуван* | схуд* | форвард* | лига | лиги | тренировк* | похуде* | гол | match | football |
        soccer | league | messi | ronaldo | lechia | cricket | chess | workout | gym | lose weight | kilos | offside
    """,
    "entertainment": """
        film* | serial* | piosenk* | koncert* | muzyk* | książk* do | wiersz* | dowcip* | żart* | bajk* | gra | gry |
        grę | zagra* | фільм* | серіал* | пісн* | концерт* | музик* | вірш* | анекдот* | жарт* | казк* | гру | гра |
        роман* | детектив* | тост* | загадк* | фильм* | сериал* | песн* | музык* | стих* | шутк* | сказк* | игр* |
        поигра* | рифм* | movie* | film | films | series | song* | concert* | music | poem* | joke* | novel |
        story about | game | games | guitar | gitar* | гитар* | гітар* | rap | netflix | logo
    """,
    "homework": """
        zadani* domow* | równani* | oblicz* | policz* | procent* z | wypracowan* | python* | kod do | matematyk* |
        stolic* | pierwszym królem | rozwiąż* | домашн* завдан* | рівнян* | порахуй* | помнож* | пайтон* | столиц* |
        теорем* | геометрі* | реферат* | уравнен* | посчитай* | умнож* | питон* | геометри* | код на | шахмат* |
        homework | equation* | solve | calculate | python | capital of | essay | theorem | percent of | sorting |
        explain quantum
    """,
    "astrology": """
        horoskop* | sen o | sennik* | znaczy sen | гороскоп* | сниться | наснил* | сонник* | приснил* | снится |
        horoscope* | dream about | my dream | zodiac | lottery | лотере* | loteri*
    """,
    "gadgets": """
        telefon kupić | iphone* | айфон* | самсунг* | samsung | laptop* | ноутбук* | drukark* | принтер* | router* |
        роутер* | wifi | playstation | instagram* | інстаграм* | инстаграм* | minecraft | майнкрафт | youtube | ютуб |
        tiktok | компютер* | компьютер* | komputer* | huawei | pralk* | пральк* | стиральн* | washing machine |
        microwave | excel* | ексел* | phone to buy | флешк*
    """,
    "crypto-finance": """
        bitcoin* | біткоїн* | биткоин* | криптовал* | kryptowal* | giełd* | бірж* акці* | stock exchange | invest* |
        інвест* | инвест* | lokat* | вклад* | депозит* в | курс доллар* | курс долар* | kurs euro | курс евро |
        курс валют* | обмін валют* | обмен валют* | kantor* | exchange rate | currency
    """,
    "mortgage-property": """
        hipote* | kredyt* | działk* | ziemi* roln* | kupić mieszkan* | kupić dom | kawalerk* | іпотек* | кредит* |
        ділянк* | купити будинок | купити квартиру | купувати землю | нерухом* | ипотек* | участ* земли | купить дом |
        купить квартиру | покупк* жиль* | недвижим* | mortgage | loan* | buy a flat | buy a house | buys a flat |
        buy land | farm land | plot of | real estate | planning permission | notary costs
    """,
    "parcel-transfer": """
        paczk* do | wysłać paczk* | przesyłk* | przelew zagraniczn* | посилк* | нова пошта | новою поштою |
        переказати гроші на | переслати | посылк* | отправить посылк* | перевести деньги в | western union | parcel* |
        send money home | rupees | customs duty | cło | cła | мито | таможн* | митниц* | papieros* | сигарет* |
        cigarett*
    """,
    "telecom-home": """
        operator ma | internet do domu | światłow* | abonament* | karta sim | prąd* | licznik* | gaz |
        оператор вигід* | мобільн* оператор* | інтернет* домашн* | домашній інтернет | сім-карт* | сим-карт* |
        сім карт* | сим карт* | електрик* | лічильник* | газов* | мобильн* оператор* | интернет-провайдер* |
        провайдер* | электричеств* | счетчик* | sim card* | internet provider* | mobile operator* | fibre |
        electricity | meter | roaming | роумінг*
    """,
    "garbage": """
        śmieci* | segreg* | odpad* | gruz* | смітт* | сміття | сортуват* | мусор* | сортировать | батарейк* |
        старий диван | старый диван | stary sprzęt | rubbish | garbage | trash | bin | bins | recycl*
    """,
    "church": """
        cerkiew* | cerkwi* | kości* | meczet* | msza | liturgi* | świątyn* | церкв* | мечет* | храм* | служба божа |
        православн* | мечеть | церковь | служб* в церкви | church* | mosque* | mass in | temple* | prayer* | buddh*
    """,
    "inheritance-alimony": """
        alimen* | spadek | spadk* | testament* | pełnomocn* na sprzedaż | аліменти | аліментів | спадщин* | заповіт* |
        довіреність на продаж | алимент* | наследств* | завещан* | доверенность на продаж* |
        довереност* в посольств* | alimony | inherit* | testament | child support from
    """,
    "hobby-licence": """
        wędkar* | ryb* | polowan* | myśliw* | broń | broni | dron* | łódk* | żagl* | риб* | рибал* | мисливськ* |
        зброя | рушниц* | дрон* | рыбал* | рыб* | охотнич* | оружи* | ружь* | моторн* лодк* | fishing | hunting |
        gun | guns | drone* | boat | diving | padi | kajak*
    """,
    "vote-funeral": """
        wybor* | głosow* | kandydat* | pogrzeb* | pochów* | kremac* | trumn* | вибор* | голосув* | похорон* |
        помер* родич* | тіло померл* | голосова* | выбор* президент* | кладбищ* | тело умерш* | vote | voting |
        election* | president* | funeral | cremat* | coffin | burial
    """,
    "shops-services": """
        sklep* | kupić kaszę | fryzjer* | kosmetycz* | paznok* | kawiarni* | restaurac* | магазин* | перукар* |
        манікюр* | кав'ярн* | ресторан* | парикмахер* | маникюр* | кафе | hairdresser* | shop | shops | restaurant* |
        cafe* | nightclub* | pub | ikea | spices | buty | взуття | обувь | shoes | zalando | kurtk* | reklamacj* |
        плям* | пятн* | plam* | stain*
    """,
    "trips-tickets": """
        loty | tani lot | prom do | rozkład jazdy do | kolejka na granicy | autobus do kijowa | квиток на потяг |
        розклад автобусів | черга на кордоні | стояти на кордоні | поїзд до | рейс | авіакомпан* | авиакомпан* |
        очередь на границе | билет на поезд до | расписание автобусов | flights | cheap flight* | ferry | airport* |
        airline* | train to kyiv | luggage
    """,
    "plants-home": """
        kwiat* | orchide* | awokado | jabłon* | kaktus* | paznokci | kran | malowa* | orchid* | орхіде* | фікус* |
        кактус* | квіт* полити | посадити | пересадит* | орхиде* | фикус* | цветок | краску | cactus | plant |
        plants | watering | garden* | tomato* | tap | naprawić | відремонтувати | починить
    """,
    "find-me": """
        znajdź mi | wyślij listę | знайди мені | скинь список | пришлите список | найдите мне | найди мне | вакансии |
        ваканс* | send me a list | find me
    """,
    "love-dating": """
        dziewczyn* nie | randk* | prezent* | urodzin* | imienin* | дівчин* | побачен* | подарувати | ювілей* |
        день народження | привітан* | девушк* | свидани* | подарить | юбилей* | день рождения | поздравлен* |
        girlfriend | dating | birthday | gift | present for
    """,
    "medium-abroad": """
        za granicą emeryt* | вид на жительство в германии | внж в германи* | visa for | візу до | візу в | виза в |
        визу в | wizę do | wizę wielkiej | переїхати до | переїзд* до | переехать в | переезд* в | wyemigrow* |
        еміграц* | эмиграц* | immigrate to | move to | emigrat*
    """,
    # How danger is said, and what only talks about it.
    "danger-right-now": """
        teraz | w tej chwili | właśnie | przed chwilą | dzisiaj | dziś w nocy | tej nocy | зараз | щойно |
        прямо зараз | сьогодні | цієї ночі | сейчас | только что | прямо сейчас | сегодня ночью | сегодня |
        этой ночью | right now | just now | tonight | at this moment | now
    """,
    "danger-help": """
        ratun* | pomocy | pomóż* mi | sos | рятуй* | допоможіть | поможіть | спасите | помогите | на помощь |
        help me | save me | please help | help us
    """,
    "danger-attacker": """
        bije mnie | bił mnie | mnie bije | pobił mnie | mnie uderz* | dusi* | kopie mnie | kopał | szarpie | nóż |
        nożem | siekier* | grozi że | zabije mnie | mnie zabije | gwałc* | zgwałc* | molestu* | б'є мене | мене б'є |
        побив мене | мене побив | душив | душить | штовха* | ніж | ножем | сокир* | вб'є мене | вбити мене | зґвалт* |
        згвалт* | домага* | бьет меня | меня бьет | избил меня | меня избил | душил | душит | толка* | нож | ножом |
        топор* | убьет меня | убить меня | изнасил* | домогат* | hits me | hit me | beats me | beat me | hitting me |
        choke* | strangl* | kick* me | knife | axe | kill me | rape* | punch* | slap* | stalk*
    """,
    "danger-fear": """
        boję się | strasznie się boję | ukrywam się | schowałam się | zamknęłam się | pod drzwiami | łamie drzwi |
        боюсь | боюся | ховаюсь | сховалась | закрилась | зачинилась | під дверима | ламає двері | ломится | прячусь |
        спряталась | закрылась | заперлась | под дверью | ломает дверь | afraid of him | scared of him | hiding |
        locked myself | outside the door | breaking the door | breaks the door | afraid to go home | im afraid |
        i am afraid | i m afraid
    """,
    "danger-captive": """
        zamknę* mnie | zamknęli | zamyka* nas | nie wypuszcza* | nie mogę wyjść | nie pozwala* wyjść | trzyma* mnie |
        trzyma* nas | zabra* paszport* | zabra* dokument* | zabra* telefon* | odpracować | dług | pilnuj* nas |
        klient* | sprzeda* mnie | zmusza* | замкнули | замикає | не випуска* | не можу вийти | тримають |
        забра* паспорт* | забра* документ* | забра* телефон* | відпрац* | борг* | стереж* | клієнт* | прода* мене |
        примуш* | заперли | запира* | не выпуска* | не могу уйти | не могу выйти | держат | отобра* паспорт* |
        отобра* документ* | отработ* | долг* | охраня* | клиент* | прода* меня | заставля* | принужда* | locked us |
        locked in | locked me | cant leave | can t leave | not allowed to leave | won t let | wont let |
        took my passport | took our passport* | keeps my passport | has my passport | has our passport* |
        took my phone | debt | guard* us | clients | sold me | sell me | force me | forces me | forced to |
        make me sleep with
    """,
    "danger-want-to-die": """
        nie chcę żyć | nie chce żyć | chcę umrzeć | zabić się | zabiję się | skończyć z tym | skończyć ze sobą |
        nie ma sensu żyć | tabletk* | podciąć | cięcie się | tnę się | skocz* z | lepiej beze mnie | pożegna* |
        не хочу жити | хочу померти | вбити себе | вб'ю себе | покінчити | нема сенсу жити | немає сенсу | таблет* |
        порізати | ріжу себе | стрибн* | краще без мене | прощава* | не хочу жить | хочу умереть | убить себя |
        убью себя | покончить | нет смысла жить | порезать | режу себя | прыгн* | лучше без меня | прощай* | спрыгн* |
        want to die | kill myself | end it | end my life | no reason to live | dont want to live |
        don t want to live | pills | cut myself | cutting myself | jump* off | jump from | better without me |
        goodbye everyone | bridge
    """,
    "danger-not-breathing": """
        nie oddycha | nieprzytom* | zemdla* | krwawi* | krew | dusi się | zawał | udar | drgawk* | zatruł* | połknę* |
        ból w klatce | drętwieje | poparz* | wykrwaw* | не дихає | непритом* | втрати* свідом* | кровотеч* | кров |
        задиха* | інфаркт | інсульт | судом* | отруїв* | проковтн* | тисне в грудях | німіє | обпік* | опік* |
        не дышит | без сознания | потеря* сознани* | кровотечен* | кровь | задыха* | инфаркт | инсульт | судорог* |
        отрав* | проглоти* | давит в груди | немеет | ожог* | обжег* | обварил* | not breathing | isn t breathing |
        unconscious | faint* | bleed* | blood | choking | heart attack | stroke | seizure* | convuls* | poison* |
        swallow* | chest pain | pain in my chest | numb | burned | burnt | overdose
    """,
    "danger-child-in-danger": """
        dziecko zniknę* | zaginę* | nie wróci* ze szkoły | dotyka mnie | mnie dotyka | ojczym | tata mnie bije |
        mama mnie bije | mam 12 lat | mam 13 lat | mam 14 lat | mam 15 lat | дитина зникла | пропала дитина |
        зник син | не повернул* зі школи | чіпає мене | мене чіпає | вітчим* | тато мене б'є | мама мене б'є |
        мені 12 | мені 13 | мені 14 | мені 15 | ребенок пропал | пропал ребенок | пропала дочь | не вернул* из школы |
        трогает меня | меня трогает | отчим* | папа меня бьет | мама меня бьет | мне 12 | мне 13 | мне 14 | мне 15 |
        my child is missing | child disappeared | child has disappeared | is missing | didn t come home | touches me |
        touching me | stepfather | my dad beats | my mom beats | i m 12 | i m 13 | i m 14 | i am 12 | i am 13 |
        i am 14 | years old and
    """,
    "danger-no-bed": """
        nie mam gdzie spać | nie mam gdzie nocować | gdzie dziś spać | śpię na dworcu | na ulicy | na dworcu |
        wyrzuci* nas | wyrzuci* mnie z mieszkania | mróz | marzn* | ніде спати | ніде ночувати | ніде переночувати |
        сплю на вокзалі | на вулиці | на вокзалі | вигнали нас | вигнали з квартири | нас вигнали | мороз | мерзн* |
        негде спать | негде ночевать | негде переночевать | сплю на вокзале | на улице | на вокзале | выгнали нас |
        нас выгнали | выгнали из квартиры | замерза* | nowhere to sleep | nowhere to go | no place to sleep |
        sleeping at the station | on the street | at the station | threw us out | threw me out | thrown out |
        freezing | sleep outside | in the car with
    """,
    "danger-arrested-now": """
        zatrzymali mnie | mnie zatrzym* | zatrzymała mnie | jestem na komisariacie | na komisariacie |
        strzeżon* ośrodk* | wiozą mnie | kajdank* | deportują | chcą mnie deport* | podpisać papier* | podpisać coś |
        затримали мене | мене затрим* | я у відділку | у відділку | у комісаріаті | закрит* центр* | везуть мене |
        мене везуть | наручник* | депортують | підписати папір | змушують підписати | задержали меня | меня задерж* |
        я в отделе | в отделении | в комисариате | закрыт* центр* | меня везут | депортируют | меня депортируют |
        подписать бумаг* | заставляют подписать | arrested me | they arrested | detained me | detaining me |
        at the police station | detention centre | detention center | guarded centre | handcuff* | deporting me |
        deport me | being deported | sign something | sign a paper | taking me
    """,
    "danger-only-talk": """
        film* o | książk* o | kurs* o | szkoleni* | prac* magisterska | statysty* | artykuł* | ustaw* | przepis* |
        фільм про | книг* про | тренінг* | статистик* | диплом* про | закон* | стаття | фильм о |
        фильм про | книг* о | тренинг* | статья | новости | film about | movie about | book about | course on |
        training on | thesis | statistic* | article | law about | news | history of
    """,
}


def wordings() -> Iterator[tuple[str, str]]:
    """Pairs of a wording and its concept."""
    for concept, text in WORDS.items():
        for wording in text.split("|"):
            yield wording.strip(), concept
