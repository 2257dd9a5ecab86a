"""What people send first, as short as they send it: in English of every kind, and not in English.

Written before the code was measured on it. Nobody here is a real person; places are real places.
"""

ENGLISH: tuple[str, ...] = (
    # Beginnings of a report.
    *("report he hit me", "report", "he hit me", "she wont leave me alone", "im scared"),
    *("need to talk to someone", "something happened last night", "he grabbed me at the social"),
    *("can i talk to u", "someones been following me home", "he keeps msging me", "sos", "Help!"),
    *("my ex is here", "he touched me", "got pushed down stairs", "hes back again", "Scared rn"),
    # Everyday.
    *(
        "Tea at four.",
        "running late",
        "on my way",
        "see you at 7",
        "cant make it",
        "whats the plan",
    ),
    *("is it on tonight?", "who's bringing cake", "sounds good", "no worries", "brill", "will do"),
    *("Ta love", "cheers mate", "sorry wrong chat", "happy birthday!"),
    *("lol", "omg", "nah", "yeah"),
    *("ok cool", "haha yes", "Any parking near by?", "bus replacement again", "rained off"),
    *("eta 10 mins", "ETA?", "bring biscuits", "same time next week", "two pints of milk please"),
    *("door code pls", "left my coat", "lost my keys", "keys under mat", "see attached", "fwd"),
    # Slips and dialect.
    *("waht time is teh meetin", "helo are you their", "im runing lte", "wheres the venu", "sory"),
    *("i dunno like", "aye nae bother", "dinnae fash yersel", "wee bairn's no well", "haway man"),
    *("och aye", "ey up duck", "innit bruv", "wagwan fam", "alreet pet", "gonnae no dae that"),
    *("y'alright bab", "mardy bum", "ah cannae come the night", "tidy butt", "now in a minute"),
    *("peng tbh", "allow it blud", "mans not hot", "he's buzzin", "proper mingin", "ta ra chick"),
    # Names of people.
    *("Siobhan O'Connell", "Mary Jane Watson", "Ngozi Okonkwo", "Nguyen Thi Lan", "Ana Smith"),
    *("Mohammed Abdul Rahman", "José María Peña", "Łukasz Żak", "Siân Llŷr Evans", "Priya Patel"),
    *("Oluwaseun Adebayo Ogunleye", "Marta Kowalska", "Zoë", "Ayşe Yılmaz", "Fatima Begum"),
    *("Noor Jahan Begum Choudhury", "Ali", "Jean-Luc Picard", "Chinedu Eze", "Wei Zhang Li"),
    # Names of places.
    *("Ynysybwl", "Llanfair PG", "Ashby-de-la-Zouch", "Beaulieu", "Penistone Road Leeds"),
    *("Hay on Wye", "Brecon Beacons", "Aberystwyth prom", "Kyle of Lochalsh", "Tower Hamlets"),
    *("Machynlleth Clock Tower", "Burnham-on-Crouch"),
    *("Rhyl", "Hackney Wick station", "Maida Vale"),
    *("La Gavroche Mayfair", "Bella Italia Cardiff", "El Paso Shoreditch", "Cafe de Paris"),
    # Neither.
    *("https://example.org/a", "https://us02web.zoom.us/j/12345?pwd=xyz", "www.example.co.uk"),
    *("someone@example.org", "E8 1EA", "SW1A 2AA", "CF10 3NQ", "4", "12", "07700 900123", "£20"),
    *("19:30", "3pm", "1, 2", "👍", "😭", "❤️❤️", "🤷🏽‍♀️", "...", "?", "!!", "xx", "xoxo"),
    *("#12", "B&Q", "GP", "NHS", "wifi", "BBC iPlayer", "IKEA Wembley", "A406", "Room 2b"),
    *("piñata", "café", "déjà vu", "à la carte menu", "fiancé", "naïve", "smörgåsbord", "Beyoncé"),
    *("c'est la vie lol", "hasta la vista baby", "mi casa su casa", "que sera sera", "hola x"),
    # Tried after the first measurement.
    *("someone spat at me on the picket line", "is there disabled access?"),
    *("the landlord threatened us", "can u ring me", "dont tell anyone", "he sent me dick pics"),
    *("creepy bloke at the meeting", "need a lift to the demo", "who is chairing"),
    *("any veggie options", "im outside", "gate's locked", "Llandudno Junction"),
    *("Stoke Newington", "stow on the wold", "Ebbw Vale Parkway", "lerwick", "kirsty mackenzie"),
    *("Aleksandra Nowak", "aleksandra", "dr ahmed", "tariq mahmood", "Juan Carlos Rodriguez"),
    *("beatriz souza", "mehmet yilmaz", "shahida akhtar", "Wang Fang", "thandiwe", "test"),
    *("testing 123", "good morning all", "top of the morning", "bless", "safe bro", "wicked"),
    *("nowt much", "owt going on", "summat's up wi him", "giz a bell", "yer maw", "banter"),
    *("gutted", "knackered", "skint", "bostin", "our kid's poorly", "where r we meetin"),
    *("wots the adress", "im loosing it", "plz help hes kicking off", "police?", "ambulance"),
    *("he's got a knife", "I can't do this anymore", "i want to end it", "bully"),
    *("boss keeps touching my leg", "rota changed again", "payslip wrong", "shift swap anyone"),
    *("sick pay query", "agm date", "minutes from last month", "quorum?", "standing orders"),
    *("point of order", "solidarity", "venceremos", "viva la revolucion", "no pasaran"),
    *("bella ciao", "mate", "n/a", "tbc", "asdfgh", "qwerty", "hmmmm", "zzz", "aaaaa", "hehe"),
    *("Fri 7ish", "BN1 1AA", "meet at costa", "nandos?", "pret a manger", "tesco express"),
    *("la la land tonight", "salsa class tuesday", "pad thai or pho", "naan and dal", "samosas"),
    *("diwali party", "eid mubarak everyone", "jazakallah khair brother", "salaam all"),
    *("shukran bro", "yalla lets go", "haram", "wallahi i swear", "khuda hafiz"),
    *("insha'allah see you there", "st davids day", "cymru am byth", "dragon pub", "ta muchly"),
    *("ad hoc", "per se", "bona fide", "et cetera", "al fresco", "en route", "pro bono", "ciao"),
)
"""None of them is offered another language."""

FOREIGN: tuple[tuple[str, str], ...] = (
    *((text, "cy") for text in ("helpwch fi", "mae ofn arna i", "dwi'n ofnus", "mae e yma")),
    *((text, "cy") for text in ("nath o hitio fi", "dwi angen siarad efo rhywun", "sgen i ofn")),
    *((text, "cy") for text in ("ma fe'n bygwth fi", "bore da, oes cyfarfod heno?", "dim byd")),
    *((text, "cy") for text in ("rhywun yn dilyn fi", "sut ydw i'n cwyno", "sai'n saff gartre")),
    *((text, "pl") for text in ("on mnie bije", "boje sie", "pomocy", "potrzebuje pomocy")),
    *((text, "pl") for text in ("chce z kims porozmawiac",)),
    *((text, "pl") for text in ("uderzyl mnie", "mam problem z szefem")),
    *((text, "pl") for text in ("kolega mnie dotyka", "grozi mi")),
    *((text, "pl") for text in ("złamał mi rękę", "jestem sama")),
    *((text, "pl") for text in ("prosze o kontakt", "nie wiem co robic", "czy ktos tu jest")),
    *((text, "es") for text in ("me pega", "tengo miedo", "necesito ayuda", "mi jefe me acosa")),
    *((text, "es") for text in ("quiero hablar con alguien", "no se que hacer", "me toco ayer")),
    *((text, "es") for text in ("me estan siguiendo", "esta en mi casa", "ayudame porfa")),
    *((text, "es") for text in ("mi marido me amenaza", "buenas, una pregunta", "estoy sola")),
    *((text, "pt") for text in ("ele bateu-me", "tenho medo", "preciso de ajuda", "ele me bate")),
    *(
        (text, "pt")
        for text in ("socorro por favor", "não sei o que fazer", "o meu chefe tocou-me")
    ),
    *((text, "pt") for text in ("estou com medo", "quero falar com alguem", "ele esta aqui")),
    *((text, "pt") for text in ("estou sozinha em casa", "bom dia", "me ameaçou ontem")),
    *(
        (text, "ur")
        for text in ("مجھے ڈر لگتا ہے", "وہ مجھے مارتا ہے", "مدد کریں", "mujhe madad chahiye")
    ),
    *((text, "ur") for text in ("woh mujhe marta hai", "mujhe dar lag raha hai", "bachao mujhe")),
    *((text, "ur") for text in ("mera shohar marta hai", "kya koi hai yahan", "meri madad karo")),
    *(
        (text, "ur")
        for text in ("mai bohot pareshan hun", "usne mujhe mara", "mujhe baat karni hai")
    ),
    *(
        (text, "ar")
        for text in ("أنا خائفة", "زوجي يضربني", "ساعدوني", "هو هنا الآن", "ana khayfa")
    ),
    *(
        (text, "ar")
        for text in ("zawji yadribni", "sa3edoni", "mumkin ahki ma3 hada", "ana khayef minno")
    ),
    *((text, "ar") for text in ("badi musa3ada", "huwa hina", "wallah mish 3arfa shu a3mal")),
    *((text, "ar") for text in ("مديري يتحرش بي", "ممكن أحكي مع حدا", "تهديد")),
    *((text, "bn") for text in ("আমাকে মারে", "আমার ভয় করছে", "সাহায্য করুন", "ami bhoy pacchi")),
    *((text, "bn") for text in ("amake marse", "amar sahajjo lagbe", "o amake humki dey")),
    *(
        (text, "bn")
        for text in ("ami kotha bolte chai", "amar shami khub rag kore", "ekhane keu ase")
    ),
    *((text, "bn") for text in ("amare marse kalke", "আমি একা", "ki korbo bujhtesi na")),
    *((text, "tr") for text in ("beni dövüyor", "korkuyorum")),
    *((text, "tr") for text in ("yardim edin", "kocam beni dovuyor")),
    *((text, "tr") for text in ("bana vurdu", "biriyle konusmak istiyorum", "tehdit ediyor beni")),
    *((text, "tr") for text in ("patronum beni taciz ediyor", "cok korkuyorum", "evde yalnızım")),
    *(
        (text, "tr")
        for text in ("ne yapacagimi bilmiyorum", "kimse var mi", "beni takip ediyor biri")
    ),
    # Tried after the first measurement.
    *((text, "cy") for text in ("mae rhywun yn gweiddi arna i", "wnaeth y bos gyffwrdd ynddo i")),
    *((text, "cy") for text in ("does neb yn gwrando", "pryd mae'r cyfarfod")),
    *((text, "cy") for text in ("dwi'n cael fy mwlio", "ges i fy mwlio")),
    *((text, "cy") for text in ("alla i ddim mynd adre",)),
    *((text, "pl") for text in ("szef mnie molestuje", "zostałam zaatakowana")),
    *((text, "pl") for text in ("moj chlopak mnie zastrasza", "gdzie jest spotkanie")),
    *((text, "pl") for text in ("wyzywali mnie", "nie mam dokad isc", "prosze pomoz")),
    *((text, "pl") for text in ("ktos za mna chodzi",)),
    *((text, "es") for text in ("me insultaron en la reunión", "ayer me agarraron")),
    *((text, "es") for text in ("mi ex no me deja en paz", "a que hora es la reunion")),
    *((text, "es") for text in ("me siento mal", "un compañero me molesta", "nadie me cree")),
    *((text, "es") for text in ("me quieren echar",)),
    *((text, "pt") for text in ("fui agredida", "o meu ex persegue-me")),
    *((text, "pt") for text in ("a que horas é a reunião", "ele gritou comigo")),
    *((text, "pt") for text in ("ninguém acredita em mim", "me xingaram", "me sinto mal")),
    *((text, "pt") for text in ("um colega me incomoda",)),
    *((text, "ur") for text in ("mera boss mujhe tang karta hai", "main ghar nahi ja sakti")),
    *((text, "ur") for text in ("mujhe dhamki di", "میرا باس مجھے تنگ کرتا ہے")),
    *((text, "ur") for text in ("وہ میرا پیچھا کرتا ہے", "koi sunta nahi", "meeting kab hai")),
    *((text, "ur") for text in ("usne haath lagaya",)),
    *((text, "ar") for text in ("مديري ضربني", "حدا بيلحقني", "متى الاجتماع")),
    *((text, "ar") for text in ("ma 7ada bisadde2ni", "khayfe ktir", "el modir beyzayi2ni")),
    *((text, "ar") for text in ("3am bihaddedni", "ما بقدر روح عالبيت")),
    *((text, "bn") for text in ("amar boss amake birokto kore", "কেউ আমার পিছু নেয়")),
    *((text, "bn") for text in ("মিটিং কখন", "amake gali dise", "ami bari jaite parbo na")),
    *((text, "bn") for text in ("keu bishshash kore na", "or kase chaku ase")),
    *((text, "tr") for text in ("müdürüm bana bağırıyor", "biri pesimde", "toplanti ne zaman")),
    *((text, "tr") for text in ("eve gidemiyorum", "bana hakaret etti", "kimse bana inanmıyor")),
    *((text, "tr") for text in ("elinde bicak var", "bana dokunuyor")),
)
"""Each is answered in its language, or with an offer that names it."""

OTHERS: tuple[str, ...] = (
    *("mă bate soțul", "waan cabsanayaa", "j'ai peur de lui", "il m'a frappé"),
    *("mio marito mi picchia", "er schlägt mich", "mein Chef belästigt mich"),
    *("félek a férjemtől", "kam frikë nga ai", "tôi sợ chồng tôi", "natatakot ako sa kanya"),
    *("naogopa mume wangu", "او مرا می زند", "мене б'є чоловік", "मुझे डर लगता है"),
    *("ਮੈਨੂੰ ਡਰ ਲੱਗਦਾ ਹੈ", "நான் பயப்படுகிறேன்", "我害怕", "sotul ma bate", "ndihme ju lutem"),
    *("mainu darr lagda hai",),
)
"""In languages that there is no wording for: all that there are are offered."""
