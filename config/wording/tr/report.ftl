### Reviewed: no. Not yet read by a native speaker.
### What somebody reads, in Turkish, who tells the branch that something happened.
###
### Always siz. Names of cases are put into a sentence so that they need no ending.

report-discreet-hidden = güven, koru, istismar, taciz, tecavüz, saldır, şiddet, zarar, şikay, şikây, bildir, ihbar, rapor, disiplin, mağdur, kurban, yetkili, destek, eşitlik, polis, kriz, kadın, safeguard, welfare, safety, protect, abuse, harass, violence, conduct, complaint, complain, disciplin, grievance, survivor, victim, victims, officer, moderator, report, support, wellbeing, well-being, dignity, equalit, police, crisis, liberation, women, lgbt, queer, trans

## The beginning

report-opening =
    Olan bir şeyi bize burada anlatabilirsiniz. Siz gönder yazmadan hiçbir şey kimseye gitmez. Gidince de hemen okunmaz.
    Numaranızı, adınızı, resminizi görmezler.
    Çıkmak için çık yazın: hiçbir şey saklanmaz. Konuşacak birini bulmak için telefonlar yazın.
    .discreet =
    Merhaba. Buraya bir not bırakabilirsiniz. Siz gönder yazmadan kimseye gitmez. Gidince de hemen okunmaz.
    Numaranızı, adınızı, resminizi görmezler.
    Çıkmak için çık yazın: hiçbir şey saklanmaz. Yeni mesajlar bir saat sonra kaybolsun derseniz temizle, benimkiler bu telefondan silinsin derseniz gizle, işe yarar numaralar için numaralar yazın.

report-danger = Şu an tehlikedeyseniz { $number } numarasını arayın. Konuşamıyorsanız cepten arayın, dinleyin, istenince { $silent } tuşlayın.
    .discreet = Bildiğiniz üç haneli numara her saatte açıktır. Cepten, konuşmadan: dinleyin, istenince { $silent } tuşlayın.

report-helplines =
    Şubenin dışından insanlarla da konuşabilirsiniz. Buraya yazdığınız onlara söylenmez.
    { $lines }
    Saatler değişebilir. Bu listeyi yeniden okumak için telefonlar yazın.
    .discreet =
    Numaralar:
    { $lines }

report-helpline =
    • { $label }: { $number }{ $hours ->
        [none] .
       *[other] , { $hours }.
    }

report-helpline-way =
    {" "}{ $kind ->
        [text] Ya da { $at } numarasına SMS.
        [chat] Ya da yazışma: { $at }.
        [email] Ya da e-posta: { $at }.
       *[bsl] Ya da İngiliz İşaret Dili ile: { $at }.
    }

report-danger-bsl = İngiliz İşaret Dili ile: { $at }

report-danger-text = Duyamıyor veya konuşamıyorsanız { $number } numarasına SMS de atabilirsiniz. Bu yalnızca önceden kaydedilmiş bir telefondan olur: { $number } numarasına { $word } yazıp gönderin.

report-helpline-label = { $name } ({ $about })

report-in-group =
    Bunu yalnızca siz görüyorsunuz. Az önce grupta yazdığınızı oradaki herkes okuyabilir.
    Bunu istemiyorsanız: mesajın üzerine basılı tutun, Sil’i, sonra Herkesten sil’i seçin.
    Bir şey olduysa bunu orada değil, burada anlatabilirsiniz. Bunun için bildir yazın. Okuyanlar kim olduğunuzu görmez.
    Yanlış anladıysam yapmanız gereken bir şey yok.
    .discreet =
    Bunu yalnızca siz görüyorsunuz. Az önce grupta yazdığınızı oradaki herkes okuyabilir.
    Bunu istemiyorsanız: mesajın üzerine basılı tutun, Sil’i, sonra Herkesten sil’i seçin. Bana buradan yazabilirsiniz.

report-officer-reports =
    Bunları siz de okuyorsunuz. Bu yüzden arkadaşlarınızın neyi fark edebileceğini bilin. Bu size gelmez. Ona baktıklarında hangi görevdekilerin okuduğunu gösteririm; sizinki aralarında yoktur.
    Nasıl yazdığınızı ve bundan hiç söz etmediğinizi de bilirler. Bu sizi ele verebilirse, varsa sizin içinde olmadığınız bir ekibi seçin ya da şubenin dışından insanlarla konuşun: telefonlar yazın.
    .discreet =
    Bu size gelmez. Ötekiler fark edebilir: hangi görevdekilerin okuduğu onlara gösterilir, sizinki aralarında yoktur. Nasıl yazdığınızı da bilirler. Bu önemliyse, sorulduğunda sizin aralarında olmadığınız kişileri seçin. Konuşacak başkaları için numaralar yazın.

report-announcement-dropped = Yazmakta olduğunuz duyuru bırakıldı. Yayımlanmadı.

report-kept = Yazdığınızı başlangıç olarak sakladım. Önce bir soru, sonra devam edebilirsiniz.

## The questions

report-ask-track =
    Konu nedir?
    1. Birinin canı yandı, korkutuldu, baskı gördü, ya da olabilir
    2. Birinin şubedeki davranışı
    3. Emin değilim
    Lütfen bir sayıyla yanıtlayın.
    .discreet =
    Ne tür bir not?
    1. Kişisel
    2. Birinin gruptaki davranışı hakkında
    3. Emin değilim
    Lütfen bir sayıyla yanıtlayın.

report-ask-track-again = Lütfen 1, 2 ya da 3 ile yanıtlayın. Emin değilseniz 3 iyi bir yanıttır.

report-ask-team =
    Bunu kim okusun?
    { $lines }
    Lütfen bir sayıyla yanıtlayın. Emin değilseniz 1 yazın.

report-ask-team-again = Lütfen 1 ile { $most } arasında bir sayıyla yanıtlayın. Emin değilseniz 1 yazın.

report-team-choice =
    { $index }. { $team }: { $readers ->
        [one] bir kişi ({ $roles })
       *[other] { $readers } kişi ({ $roles })
    }

report-ask-about =
    Bu kişilerden biriyle mi ilgili, ya da aralarında bunu okumaması gereken biri var mı?
    { $lines }
    Sayılarıyla yanıtlayın, örneğin { $example }. Onlara vermem, böyle bir şey olduğunu da duyurmam. Ötekilerden de kimseye söylememelerini isterim.
    { $known ->
        [all] Bir ad da yazabilirsiniz.
        [some] Bir ad da yazabilirsiniz. Hepsinin adını bilmiyorum: emin olmak için, o kişi olabilecek herkesi dışarıda bırakın.
       *[none] Adlarını bilmiyorum. Adını biliyor ama burada ne yaptığını bilmiyorsanız, emin olmak için, o kişi olabilecek herkesi dışarıda bırakın.
    }
    Hiçbiri değilse 0 yazın.
    .discreet =
    Bu kişiler arasında bunu almaması gereken var mı?
    { $lines }
    Sayılarıyla yanıtlayın, örneğin { $example }. Onlar bunu almaz, benden de duymaz. Ötekilerden de kimseye söylememelerini isterim.
    { $known ->
        [all] Bir ad da yazabilirsiniz.
        [some] Bir ad da yazabilirsiniz. Hepsinin adını bilmiyorum: emin olmak için, o kişi olabilecek herkesi dışarıda bırakın.
       *[none] Adlarını bilmiyorum. Adını biliyor ama burada ne yaptığını bilmiyorsanız, emin olmak için, o kişi olabilecek herkesi dışarıda bırakın.
    }
    Hepsi okuyabilirse 0 yazın.

report-about-choice = { $index }. { $role }

report-ask-about-again =
    Bundan emin olmak istiyorum. Lütfen yalnızca sayılarla (örneğin { $example }), bir adla ya da hiç kimse için 0 ile yanıtlayın.
    { $known ->
        [all] Bunu yalnızca listedekiler okur.
       *[other] Hepsinin adını bilmiyorum. Adını biliyor ama burada ne yaptığını bilmiyorsanız, emin olmak için, o kişi olabilecek herkesi dışarıda bırakın.
    }

report-about-meant =
    Şunu mu demek istediniz: { $roles }? Öyleyse evet yazın, az önce saydıklarımın hepsini dışarıda bırakırım.
    Başka biriyse bir sayı ya da başka bir ad yazın, hiç kimse için 0 yazın.

report-about-all-but =
    Ne demek istediğinizden emin değilim, bu yüzden henüz kimseyi dışarıda bırakmadım.
    { $roles } bunu almasın, öbürleri alabilsin diyorsanız: evet yazın.
    Bunu yalnızca { $roles } alabilsin diyorsanız: öbürlerinin sayılarını yazın, { $others }.

report-about-some =
    { $roles } dediğinizi anladım, yazdığınız öbür şeylerin hepsini anlamadım. Yalnızca buysa evet yazın, dışarıda bırakırım.
    Başkaları da varsa bütün sayıları ya da adları yazın, örneğin { $example }, hiç kimse için 0 yazın.

report-officer = { $role } ({ $name })

report-officer-one = { $role } (adını verdiğiniz kişi)

report-about-not-sure = Birinden emin değilseniz onu dışarıda bırakabilirsiniz. Lütfen sayılarıyla yanıtlayın, örneğin { $example }, hiç kimse için 0 yazın.

report-people =
    { $named ->
        [0] {""}
       *[other] { $more ->
            [0] {" "}({ $roles })
            [one] {" "}({ $roles } ve bir kişi daha)
           *[other] {" "}({ $roles } ve { $more } kişi daha)
        }
    }

report-audience =
    { $readers ->
        [one] Bunu okuyacak bir kişi var{ $people }.
       *[other] Bunu okuyacak { $readers } kişi var{ $people }.
    }

report-audience-moved =
    Orada bunu okuyabilecek kimse kalmadı. Bu yüzden başkalarına gider. { $readers ->
        [one] Bunu okuyacak bir kişi var{ $people }.
       *[other] Bunu okuyacak { $readers } kişi var{ $people }.
    }

report-nobody =
    Üzgünüm. Burada, dışarıda bırakmak istedikleriniz dışında, bunu okuyabilecek kimse yok. Bu yüzden iletemiyorum. Kimseye hiçbir şey gönderilmedi, kimseye bir şey söylenmedi.
    Çıkmak için çık yazın.
    .discreet =
    Üzgünüm, bunu okuyabilecek kimse kalmadı. Kimseye gitmedi, kimseye bir şey söylenmedi. Çıkmak için çık yazın.

report-no-team =
    Üzgünüm. Bu şubede böyle mesajları okuyan henüz kimse yok. Bu yüzden hiçbir şey iletemiyorum. Yazdıklarınız saklanmadı.
    .discreet = Üzgünüm, burada notları alan henüz kimse yok. Yazdıklarınız saklanmadı.

## Writing

report-ask-write =
    { $audience }

    Şimdi onlara anlatmak istediğinizi kendi sözlerinizle yazın. İstediğiniz kadar mesaj yazabilirsiniz. Her şeyi anlatmanız gerekmez.
    Resim ve PDF de ekleyebilirsiniz. Resmin nerede çekildiği gibi gizli bilgileri çıkarırım.
    Signal’de bir mesajı değiştirir ya da silerseniz burada da öyle yaparım.
    Yazdıklarınız yine de kim olduğunuzu gösterebilir. Kayıttaki sesiniz ya da resimde görünenler de öyle.
    Signal, hesabınızın bana yazdığını anlayabilir. Bu sunucuyu işleten de anlayabilir; uğraşırsa okuyabilir de.
    Bitirince bitti yazın. Siz onaylamadan kimseye hiçbir şey gitmez.
    .discreet =
    { $audience }

    Şimdi notunuzu yazın, istediğiniz kadar mesajla. Resim ve PDF de olur. Nerede ve kimin yaptığını içlerinden çıkarırım.
    Signal’de bir mesajı değiştirir ya da silerseniz burada da öyle yaparım.
    Yazdıklarınız yine de kim olduğunuzu gösterebilir; sesiniz ya da bir resim de öyle.
    Signal, bana yazdığınızı anlayabilir. Bu sunucuyu işleten de anlayabilir; uğraşırsa okuyabilir de.
    Bitirince bitti yazın. Siz onaylamadan kimseye gitmez.

report-first-part = Bunu aldım. İstediğiniz kadar devam edin, bitirince bitti yazın.

report-count =
    Şimdiye kadar sizden { $parts ->
        [one] bir mesaj
       *[other] { $parts } mesaj
    } aldım. Henüz kimseye bir şey gitmedi.

report-hint = Bunu anlatacaklarınızın bir parçası olarak aldım. { $word } demek istediyseniz, tek başına { $word } yazın.

report-part-or-command =
    Bunu bildiriminize ekledim. Henüz kimsede yok. { $command } komutunu mu demek istediniz? Siz bildirim yazarken hiçbir komutu yerine getirmem.
    Geri çıkarmak için mesajınızın üzerine basılı tutup herkesten silin. Sonra devam edin. Ya da çık yazın: o zaman bildirimden hiçbir şey saklanmaz.
    .discreet =
    Bunu notunuza ekledim. Henüz kimsede yok. { $command } komutunu mu demek istediniz? Siz not yazarken hiçbir komutu yerine getirmem.
    Geri çıkarmak için mesajınızın üzerine basılı tutup herkesten silin. Sonra devam edin. Ya da çık yazın: o zaman nottan hiçbir şey saklanmaz.

report-unreadable = Bunu okuyamadım. Lütfen sözle yazın ya da bir resim gönderin.

report-voice = Ses kaydınızı aldım. Bir sesi, tanıyanlar tanıyabilir. Yazmayı yeğlerseniz kaydı Signal’de silin, ben de silerim.
    .discreet = Ses kaydınızı aldım. Yazmayı yeğlerseniz kaydı Signal’de silin, ben de silerim.

report-file-unsupported = Dosyalardan birini alamadım. Türünü bilmiyorum, bu yüzden içindeki gizli bilgileri çıkaramam. Resim, ses kaydı ve PDF alabilirim. Çoğu zaman ekranın bir resmi işe yarar, ya da içinde ne olduğunu sözle yazabilirsiniz.
    .discreet = Dosyalardan birini alamadım: türünü bilmiyorum. Resim, ses kaydı ve PDF alabilirim. Çoğu zaman ekranın bir resmi işe yarar, ya da içinde ne olduğunu sözle yazabilirsiniz.

report-file-too-large = Dosyalardan biri 25 MB’den büyük; bu benim için fazla. Daha küçük bir dosya ya da ekranın bir resmi çoğu zaman işe yarar.

report-file-too-many = Bir mesajda 32’den çok dosya vardı, kalanları almadım. Lütfen onları başka bir mesajla yeniden gönderin.

report-file-too-many-pixels = Resimlerden biri benim açamayacağım kadar büyük. Lütfen dosya olarak değil fotoğraf olarak gönderin, ya da ekranın bir resmini gönderin.

report-file-too-long = Kayıtlardan biri bir saatten uzun, onu almadım. Lütfen daha kısa parçalar halinde gönderin ya da ne duyulduğunu sözle yazın.

report-file-too-complex = Dosyalardan birini açmak çok uzun sürüyor ya da çok bellek istiyor, bu yüzden almadım. Lütfen daha küçük parçalar halinde gönderin ya da ekranın resimlerini gönderin.

report-file-picture-kind = Resimlerden biri TIFF, RAW ya da SVG gibi açamadığım bir türde. Lütfen JPEG ya da PNG olarak gönderin, ya da ekranın bir resmini gönderin.

report-file-film = Video alamıyorum. Ondan ekran resimleri gönderebilir ya da ne göründüğünü sözle yazabilirsiniz. Sizin için tehlikesizse videoyu saklayın: sizde olduğunu burada söyleyebilirsiniz.
    .discreet = Video alamıyorum. Ondan ekran resimleri gönderebilir ya da ne göründüğünü sözle yazabilirsiniz.

report-file-office = Dosyalardan biri bir ofis programının belgesi. Bunlardan gizli adları çıkaramam, bu yüzden saklamadım. Lütfen PDF olarak kaydedip onu gönderin ya da ekranın resimlerini gönderin.
    .discreet = Dosyalardan biri bir ofis programının belgesi, onu saklamadım. Lütfen PDF olarak kaydedip onu gönderin ya da ekranın resimlerini gönderin.

report-file-archive = Dosyalardan biri ZIP ya da başka bir sıkıştırılmış dosya, onu almadım. Lütfen içindekileri çıkarıp onları gönderin.

report-file-text = Dosyalardan biri bir metin dosyası, onu almadım. Lütfen içindeki sözleri kopyalayıp bana mesaj olarak gönderin.

report-file-empty = Dosyalardan birinin içi boş. Lütfen doğru dosya mı diye bakın ve yeniden gönderin.

report-file-missing = Dosyalardan biri bana ulaşmadı. Lütfen yeniden gönderin.

report-file-moved = Hareketli resmin yalnızca ilk karesini sakladım. Kalanı önemliyse lütfen ekran resimleri gönderin ya da ne göründüğünü sözle yazın.

report-file-pictured = PDF’in her sayfasının bir resmini sakladım. Böylece dosyada gizli olan hiçbir şey birlikte gitmez. Ekran okuyucular resimleri okuyamaz. İçindeki sözler de gitsin derseniz PDF’i bir kez daha gönderin ve yanına şunu yazın: metinle
    .discreet = PDF’in her sayfasının bir resmini sakladım. Ekran okuyucular resimleri okuyamaz. İçindeki sözler de gitsin derseniz PDF’i bir kez daha gönderin ve yanına şunu yazın: metinle

report-file-encrypted = Dosyalardan biri parolayla kilitli. Lütfen parolasız gönderin ya da ekranın bir resmini gönderin.

report-file-damaged = Dosyalardan birini açamadım. Lütfen yeniden gönderin ya da ekranın bir resmini gönderin.

report-file-full = Dosyalar için yer kalmadı. Lütfen ötekilerde ne olduğunu sözle yazın.

report-file-again = O sırada bir dosya beklemiyordum, bu yüzden almadım. Lütfen şimdi yeniden gönderin.

report-take-back = Onu eklemedim ve kimseye bir şey gitmedi. Bir mesajınızı çıkarmak için: basılı tutun, Sil’i, sonra Herkes için sil’i seçin. Hiçbir şey saklanmadan çıkmak için çık yazın. Anlatmak istediğinizin bir parçasıysa lütfen başka kelimelerle yazın.

report-removed = O mesajı buradan kaldırdım.

report-removed-late = O mesajı buradan kaldırdım, Signal’den de okuyanların telefonlarından silmesini istedim. Bir günden eski olduğu için orada kalabilir.
    .discreet = O mesajı buradan kaldırdım. Bir günden eski olduğu için gittiği yerde kalabilir.

report-changed =
    { $stands ->
        [waits] Burada değiştirdim. Henüz kimseye gönderilmedi; yalnızca yeni sözleri okurlar.
        [late] Yeni sözleri { $case } için okuyanlara iletiyorum, Signal’den de önce yazdığınızı silmesini istedim. O bir günden eski, bu yüzden telefonlarında kalabilir.
       *[deleted] Yeni sözleri { $case } için okuyanlara iletiyorum, Signal’den de önce yazdığınızı telefonlarından silmesini istedim.
    }
    .discreet =
    { $stands ->
        [waits] Burada değiştirdim. Henüz kimseye gitmedi; yalnızca yeni sözler gider.
        [late] Yeni sözleri iletiyorum, Signal’den de önce yazdığınızı silmesini istedim. O bir günden eski, bu yüzden gittiği yerde kalabilir.
       *[deleted] Yeni sözleri iletiyorum, Signal’den de önce yazdığınızı silmesini istedim.
    }

report-change-unknown = Değiştirdiğiniz, burada yazdıklarınızın bir parçası değildi; bu yüzden yeni sözlerden hiçbir şey saklamadım. Onlar da bunun parçasıysa lütfen yeni bir mesaj olarak gönderin.

report-too-many =
    Kısa sürede çok şey yazdınız. Bir saatte ancak belli bir miktar alabiliyorum. Önce yazdıklarınız kaybolmadı.
    Son mesajı alamadım. Lütfen biraz bekleyip yeniden gönderin. Sizi görmezden gelmiyorum.
    .discreet =
    Kısa sürede çok oldu. Bir saatte ancak belli bir miktar alabiliyorum. Öncekiler burada.
    Son mesajı alamadım. Lütfen biraz bekleyip yeniden gönderin.

report-nothing-yet = Henüz bir şey yazmadınız. Az ya da çok, istediğiniz kadar yazın, sonra bitti yazın. Çıkmak için çık yazın.

report-question-first = Ondan önce bir sorum var.

report-going-on = İstediğiniz kadar devam edin. Bitirince bitti yazın.

report-summary =
    Sizden aldığım: { $parts ->
        [one] bir mesaj
       *[other] { $parts } mesaj
    }{ $files ->
        [0] .
        [one] {" "}ve bir dosya.
       *[other] {" "}ve { $files } dosya.
    }

report-unseen = Numaranızı, adınızı ve resminizi görmeyecekler.

report-language-seen = Hangi dilde yazdığınızı görürler. Başka bir dilde yanıtlayabilirler: hiçbir şeyi çevirmem.

report-left-out = Bunu almayacak, benden de duymayacak olan: { $roles }.

report-summary-answers = Göndermek için gönder, yazmaya devam etmek için hayır yazın. Çıkmak için çık yazın, hiçbir şey saklanmaz.

report-review-unclear = Henüz kimseye bir şey gitmedi. Göndermek için gönder, yazmaya devam etmek için hayır yazın.

report-added = Onu da ekledim. Henüz kimseye bir şey gitmedi. Bitirince bitti yazın.

report-sent =
    Yola çıktı. Bize anlattığınız için teşekkürler. Kimse hemen okumaz.
    Adını şöyle koydum: { $case }. Bu adla, kim olduğunuzu söylemeden sorabilirsiniz.
    { $readers ->
        [one] Bir kişi alır ve ondan { $hours } saat içinde yanıt vermesi istenir.
       *[other] { $readers } kişi alır ve onlardan { $hours } saat içinde yanıt vermeleri istenir.
    } Ekibin yanıtı size buraya gelir.
    { $later } saat sonra yanıt veren olmadıysa size söylerim; varsa sıradaki ekibe de birinin beklediğini söylerim.
    Durumu görmek için dosya, geri almak için sil yazın. Bir şey eklemek için mesajınıza { $case } yazarak başlayın.
    .discreet =
    Notunuz yola çıktı. Kimse hemen okumaz. Adını şöyle koydum: { $case }.
    { $readers ->
        [one] Bir kişi alır ve ondan { $hours } saat içinde yanıt vermesi istenir.
       *[other] { $readers } kişi alır ve onlardan { $hours } saat içinde yanıt vermeleri istenir.
    } Yanıt buraya gelir.
    { $later } saat sonra yanıt veren olmadıysa size söylerim; varsa sıradaki kişilere de bir notun beklediğini söylerim.
    Durumu görmek için notum, geri almak için sil yazın. Bir şey eklemek için mesajınıza { $case } yazarak başlayın.

report-phrase-offer =
    Bir şey daha, yalnızca isterseniz. Bu telefonu ya da numarayı kaybederseniz, bir parola ile başka bir telefondan ya da numaradan devam edebilirsiniz.
    Önce parola kelimesini, ardından kendinize ait en az dört kelime yazın. Ya da bunları kullanın: parola { $example }
    Adı ve parolayı bilen herkes yanıtları okuyabilir. Yalnızca sizin bulacağınız bir yerde saklayın, sonra mesajınızı silin.
    .discreet =
    Telefon değiştirirseniz notunuza orada devam edebilirsiniz. Önce parola kelimesini, ardından kendinize ait en az dört kelime yazın. Ya da bunları kullanın: parola { $example }
    Yalnızca sizin bulacağınız bir yerde saklayın, sonra mesajınızı silin.

report-help =
    Anlatmak istediğinizi, istediğiniz kadar mesajla yazın.
    bitti: bitirdiniz ve ne gönderileceğini görmek istiyorsunuz
    çık: çıkarsınız, hiçbir şey saklanmaz
    gizle: bu sohbetteki mesajlarımı silerim, siz buradaki mesajlarınızdan birinin en az ilk beş kelimesini yazana kadar bundan hiç söz etmem
    temizle: buradaki yeni mesajlar bir saat sonra kaybolur
    hatırlat: bitirmezseniz bir kez yazarım, hiçbir şey belli etmeyen sözlerle. Bunu istemezseniz yazmam.
    telefonlar: şubenin dışından, konuşabileceğiniz insanlar
    Henüz kimseye bir şey gitmedi.
    .discreet =
    Yazmak istediğinizi, istediğiniz kadar mesajla yazın.
    bitti: bitirdiniz
    çık: çıkarsınız, hiçbir şey saklanmaz
    gizle: mesajlarımı bu telefondan silerim, siz başladığınız kelimeyi yazana kadar bundan hiç söz etmem
    temizle: buradaki yeni mesajlar bir saat sonra kaybolur
    hatırlat: bitirmezseniz bir kez yazarım. Bunu istemezseniz yazmam.
    numaralar: işe yarar birkaç numara
    Henüz kimseye gitmedi.

## Leaving

report-stopped =
    Burada başladığınızı sildim. Hiçbir parçası kimseye gönderilmedi.
    Bu sohbet hâlâ telefonunuzda. Oradan silebilirsiniz.
    Ne zaman isterseniz geri gelebilirsiniz.

report-stopped-hidden =
    Başladığınız şey burada silindi, kimseye gitmedi. Signal’den önceki mesajlarımı da silmesini istedim. Bu sohbette kalanları telefonunuzdan silebilirsiniz.

report-erase-which =
    Hangisi?
    { $lines }
    Lütfen bir sayıyla yanıtlayın. Her şey olduğu gibi kalsın derseniz hayır yazın.

report-erase-choice = { $index }. { $case }

report-erase-ask =
    { $case } tümüyle geri alınsın mı?
    Onunla ve sizinle ilgili bende ne varsa yok ederim, okuyanlara gideni de Signal’den silmesini isterim. Signal yaklaşık bir günden eski olanı silmez, insanlar da okuduklarını hatırlar. Bu sunucuyu işletende daha eski bir kopya olabilir.
    Onlara yalnızca geri alındığı söylenir. Size artık yanıt veremezler. Bunu kimse geri çeviremez.
    Geri almak için evet, bırakmak için hayır yazın.
    .discreet =
    { $case } tümüyle geri alınsın mı?
    Ondan bende ne varsa silerim, başkalarına gideni de Signal’den silmesini isterim. Yaklaşık bir günden eski olan onlarda kalır. Bu sunucuyu işletende daha eski bir kopya olabilir.
    Onlara yalnızca geri alındığı söylenir. Bunu kimse geri çeviremez.
    Geri almak için evet, bırakmak için hayır yazın.

report-erased =
    { $case } artık yok. Bende ondan hiçbir şey kalmadı, sizden geldiğini söyleyen bir şey de kalmadı.
    Signal’den buradaki önceki mesajlarımı da silmesini istedim. Bu sohbette kalanları telefonunuzdan silebilirsiniz.
    .discreet =
    { $case } artık yok. Bende ondan hiçbir şey kalmadı.
    Signal’den buradaki önceki mesajlarımı da silmesini istedim. Bu sohbette kalanları telefonunuzdan silebilirsiniz.

report-erase-kept = Hiçbir şey değişmedi. { $case } hâlâ duruyor.

report-erase-draft-only = Daha önce gönderdiğiniz hâlâ duruyor. Onu da geri almak için yeniden sil yazın.

## After sending

report-case =
    { $case }: gönderildiği gün { $when }. { $readers ->
        [one] Okuyabilen bir kişi var{ $people }.
       *[other] Okuyabilen { $readers } kişi var{ $people }.
    }
    { $progress }
    .discreet =
    { $case }: { $when }. { $readers ->
        [one] Bir kişide var{ $people }.
       *[other] { $readers } kişide var{ $people }.
    }
    { $progress }

report-progress =
    { $state ->
        [waiting] Henüz kimse yanıt vermedi.
        [reminded] Henüz kimse yanıt vermedi. Onlara hatırlattığım gün: { $since }.
        [escalated] Henüz kimse yanıt vermedi. Üzgünüm. Sıradaki ekibe birinin beklediğini söyledim: { $since }.
        [answered] Son yanıtları: { $since }.
       *[closed] Bunu bitirdiler: { $since }.
    }
    .discreet =
    { $state ->
        [waiting] Henüz kimse yanıt vermedi.
        [reminded] Henüz kimse yanıt vermedi. Onlara hatırlattığım gün: { $since }.
        [escalated] Henüz kimse yanıt vermedi. Üzgünüm. Sıradaki kişilere bir notun beklediğini söyledim: { $since }.
        [answered] Son yanıtları: { $since }.
       *[closed] Bunu bitirdiler: { $since }.
    }

report-status = Diyorlar ki: { $status }

report-until = Bununla ilgili yanıtları şu zamana kadar burada alabilirsiniz: { $when }. Ondan sonra kimin yazdığını artık bilmem.
    .discreet = Bununla ilgili yanıtları şu zamana kadar burada alabilirsiniz: { $when }.

report-add-to = Bir şey eklemek için mesajınıza { $case } yazarak başlayın.

report-listening-now = Önümüzdeki { $minutes } dakika boyunca buraya yazdıklarınız { $case } için okuyanlara gider. Ondan sonra mesajınıza { $case } yazarak başlayın.
    .discreet = Önümüzdeki { $minutes } dakika boyunca buraya yazdıklarınız { $case } kimdeyse onlara gider. Ondan sonra mesajınıza { $case } yazarak başlayın.

report-did-you-mean = Hiçbir şey iletmedim. { $command } mi demek istediniz? Öyleyse onu yeniden yazın. { $case } için okuyanlaraysa mesajınıza { $case } yazarak başlayın.
    .discreet = Hiçbir şey iletmedim. { $command } mi demek istediniz? Öyleyse onu yeniden yazın. { $case } kimdeyse onlaraysa mesajınıza { $case } yazarak başlayın.

report-case-none = Bu hesaptan gönderdiğiniz bir şey bilmiyorum. Bir şey gönderdiyseniz adını yazın. Başka bir telefondan ya da numaradan yazıyorsanız dön kelimesini, adını ve parolasını yazın. Bir şeye başlayıp göndermediyseniz mesajlarınızdan birinin nasıl başladığını yazın: en az beş kelimesini.

report-nothing-here = Burada gönderilebilecek bir şey yok. Burada başlanıp bitirilmeyen, { $hours } saat sonra kendiliğinden silinir ve kimseye gitmez.

report-offer =
    { $count ->
        [one] Bu, { $case } için okuyanlara mı? Evet ya da hayır yazın.
       *[other] Bu, şunlardan birini okuyanlara mı?
        { $lines }
        Sayısıyla ya da hayır ile yanıtlayın.
    } Henüz kimsede yok.{ $minutes ->
        [0] {""}
       *[other] {" "}Onlaraysa, { $minutes } dakika ara verene kadar bundan sonra yazdıklarınızı da iletirim.
    }
    .discreet =
    { $count ->
        [one] Bu { $case } için mi? Evet ya da hayır yazın.
       *[other] Bu şunlardan biri için mi?
        { $lines }
        Sayısıyla ya da hayır ile yanıtlayın.
    } Henüz kimsede yok.{ $minutes ->
        [0] {""}
       *[other] {" "}Öyleyse, { $minutes } dakika ara verene kadar bundan sonra yazdıklarınızı da iletirim.
    }

report-offer-more =
    { $count ->
        [one] Hepsi { $case } için okuyanlara mı? Evet ya da hayır yazın. Henüz kimsede yok.
       *[other] Hangisini okuyanlara? Henüz kimsede yok. Sayısıyla ya da hayır ile yanıtlayın.
        { $lines }
    }
    .discreet =
    { $count ->
        [one] Hepsi { $case } için mi? Evet ya da hayır yazın. Henüz kimsede yok.
       *[other] Hangisi için? Henüz kimsede yok. Sayısıyla ya da hayır ile yanıtlayın.
        { $lines }
    }

# The same, where an answer was neither a yes nor a no.
report-offer-numbered =
    Bu, { $case } için okuyanlara mı? Henüz kimsede yok.
    1. Evet, onlara iletin
    2. Hayır, kimse almasın
    1 ya da 2 ile yanıtlayın.
    .discreet =
    Bu { $case } için mi? Henüz kimsede yok.
    1. Evet, ekleyin
    2. Hayır, eklemeyin
    1 ya da 2 ile yanıtlayın.

report-offer-choice = { $index }. { $case }

report-offer-file = Siz yanıtlayana kadar dosyayı saklayamadım. Lütfen ondan sonra yeniden gönderin.

report-waits-flood = Son bir saatte çok fazla bildirim geldi. Hiçbiri gözden kaçmasın diye okuyanlar, sizinkinin de olduğu bir liste alır ve oradan açabilir. Yer açılır açılmaz sizinkini kendim gönderirim. Hiçbir parçası kaybolmaz.
    .discreet = Son bir saatte çok fazla not geldi. Sizinki okunan bir listede; yer açılır açılmaz kendiliğinden gider. Hiçbir parçası kaybolmaz.

report-sent-muted =
    Bunu aldım. Bize anlattığınız için teşekkürler. Adını şöyle koydum: { $case }.
    Bir yetkili daha önce sizden artık bir şey almamama karar verdi. Bu yüzden bu, başka bir yetkili geçirene kadar bekler; bakmaları istendi. Hiçbir parçası kaybolmaz.
    Ses çıkmazsa şubenin dışından insanlar yardım edebilir: telefonlar yazın.
    Durumu görmek için dosya, geri almak için sil yazın.
    .discreet =
    Notunuzu aldım. Adını şöyle koydum: { $case }.
    Daha önce sizden artık bir şey almamama karar verildi. Bu yüzden bu, başka biri geçirene kadar bekler; bakmaları istendi. Hiçbir parçası kaybolmaz.
    Durumu görmek için notum, geri almak için sil yazın.

report-muted = Bu kimseye gönderilmedi: bir yetkili { $case } için artık bir şey almamama karar verdi. Başka bir yetkili bunu değiştirebilir. Başka bir konuda ya da başka kişilere yazmak için bildir yazın.
    .discreet = Bu kimseye gönderilmedi: { $case } için artık bir şey almamama karar verildi. Bunu başka biri değiştirebilir.

report-passed-on = Bunu { $case } için okuyanlara iletiyorum. Kimse hemen okumaz.
    .discreet = Bunu { $case } kimdeyse onlara iletiyorum. Kimse hemen okumaz.

report-passing-ended =
    Bunu iletmedim. Şu andan sonra, siz yeniden söyleyene kadar { $case } için okuyanlara hiçbir şey iletmem.{ $part ->
        [0] {""}
       *[other] {" "}Onlara giden son şeyi geri almak için: o mesajınızın üzerine basılı tutun, Sil’i, sonra Herkesten sil’i seçin. O zaman, Signal’in yaptığı kadarıyla, onlardan da silerim.
    }
    Onlar içindiyse mesajınıza { $case } yazarak başlayın.
    .discreet =
    Bunu iletmedim. Şu andan sonra, siz yeniden söyleyene kadar { $case } kimdeyse onlara hiçbir şey iletmem.{ $part ->
        [0] {""}
       *[other] {" "}Onlara giden son şeyi geri almak için: o mesajınızın üzerine basılı tutun, Sil’i, sonra Herkesten sil’i seçin. O zaman, Signal’in yaptığı kadarıyla, onlardan da silerim.
    }
    Onlar içindiyse mesajınıza { $case } yazarak başlayın.

report-passing-goes-on = Bunu { $case } için okuyanlara iletmedim. Onlar içindiyse mesajınıza { $case } yazarak başlayın. Buraya başka yazdıklarınız hâlâ onlara gider. Bunu bitirmek için hayır yazın.
    .discreet = Bunu { $case } kimdeyse onlara iletmedim. Onlar içindiyse mesajınıza { $case } yazarak başlayın. Buraya başka yazdıklarınız hâlâ onlara gider. Bunu bitirmek için hayır yazın.

report-not-passed-on = Hiçbir şey iletmedim, bir şey de saklamadım. Fikrinizi değiştirirseniz mesajınıza { $case } yazarak başlayın.

report-offer-ended = Son yazdıklarınızdan hiçbir şey iletmedim, bir şey de saklamadım. Biri içindiyse lütfen yeniden yazın.

report-closed = { $case } bitti, bu yüzden bunu iletmedim. Yenisine başlamak için bildir yazın.
    .discreet = { $case } bitti, bu yüzden bunu iletmedim. Yenisine başlamak için, başladığınız kelimeyi yazın.

report-nothing-to-send = Gönderilmeyi bekleyen bir şey yok. { $case } ulaştı. Durumu görmek için dosya, geri almak için sil yazın.
    .discreet = Gönderilmeyi bekleyen bir şey yok. { $case } ulaştı. Durumu görmek için notum, geri almak için sil yazın.

report-case-help =
    { $case } ne durumda, görmek için dosya yazın.
    sil: tümüyle geri alırsınız
    gizle: bu sohbetteki mesajlarımı silerim, siz { $case } yazana kadar bundan hiç söz etmem
    temizle: buradaki yeni mesajlar bir saat sonra kaybolur
    iletişim: size ne zaman yazsam tehlike olmaz
    parola, ardından kendi seçtiğiniz dört kelime: sonra başka bir telefondan devam edersiniz
    telefonlar: şubenin dışından, konuşabileceğiniz insanlar
    bildir: yenisine başlarsınız
    .discreet =
    { $case } ne durumda, görmek için notum yazın.
    sil: tümüyle geri alırsınız
    gizle: mesajlarımı bu telefondan silerim, siz { $case } yazana kadar bundan hiç söz etmem
    temizle: buradaki yeni mesajlar bir saat sonra kaybolur
    iletişim: size ne zaman yazabilirim
    parola, ardından kendi seçtiğiniz dört kelime: sonra başka bir telefondan devam edersiniz
    numaralar: işe yarar birkaç numara

## Traces on the phone

report-hidden = Signal’den, son bir günde burada size yazdıklarımı silmesini istedim. Daha eski olanlar, bir şeyin silindiğini gösteren izler, bu mesaj ve kendi mesajlarınız ancak siz sohbeti telefonunuzdan silince gider.

report-back = Devam edebilirsiniz. Başladığınız hâlâ burada, kimseye gitmedi.

report-back-short = Burada kısa yazıyorum. Her şeyi yeniden tam görmek için tam yazın.

report-full = Tamam. Burada yeniden tam yazıyorum, yanıtları da. Bunu bitirmek için gizle yazın.

report-tidy = Signal’den, bu sohbetteki yeni mesajları okunduktan bir saat sonra kaldırmasını istedim. Burada önceden olanlar siz silene kadar kalır. Kapatmak için bu sohbetin Signal’deki ayarlarını kullanın.

## When the bot may write by itself

report-ask-contact =
    Kötü bir anda yazmayayım diye son bir soru. Yanıt gelince size buraya yazabilir miyim?
    1. Evet, her zaman
    2. Evet, ama yalnızca belli saatlerde
    3. Hayır. Gelip kendim bakarım
    4. Evet, ama yalnızca bir şey olduğunu söyle. Bu telefona başka biri bakabilir
    Lütfen bir sayıyla yanıtlayın. Siz yanıtlayana kadar, yanıt gelince yazarım.
    .discreet =
    Son bir soru. Buraya kendiliğimden yazabilir miyim? Yalnızca size bir şey olduğunu söylerim; notum yazınca okursunuz.
    1. Evet, her zaman
    2. Evet, ama yalnızca belli saatlerde
    3. Hayır. Gelip kendim bakarım
    Lütfen bir sayıyla yanıtlayın. Siz yanıtlayana kadar, bir şey olunca yazarım.

report-ask-hours = Hangi saatler arasında? Örneğin 9 ile 15.

report-ask-hours-again = İki saat gerekiyor. Örneğin 9 ile 15. Ya da asla yazın, kendiliğimden yazmam.

report-contact-any-time = Tamam. Bir şey olunca yazarım. Bunu değiştirmek için iletişim yazın.

report-contact-hours = Tamam. Yalnızca { $start } ile { $end } arasında yazarım. Bunu değiştirmek için iletişim yazın.

report-contact-never =
    Tamam. İlk ben yazmam. Yanıt var mı diye bakmak için dosya yazın. Bunu değiştirmek için iletişim yazın.
    .discreet = Tamam. İlk ben yazmam. Bir şey var mı diye bakmak için notum yazın. Bunu değiştirmek için iletişim yazın.

report-contact-notice = Tamam. Yalnızca bir şey olduğunu söylerim. Okumak için notum yazın. Bunu değiştirmek için iletişim yazın.

report-notice = Size bir şey var. Okumak için notum yazın.

report-agreed-to-remind = Tamam. Bir süre bitirmezseniz bir kez yazarım. Çıkmak için çık yazın.

## Another phone

report-phrase-how = Önce parola kelimesini, ardından yalnızca sizin bildiğiniz en az dört kelime yazın. Örneğin: parola { $example }

report-phrase-ok = Oldu. Başka bir telefondan ya da numaradan bana şöyle yazın: dön { $case } ve ardından kelimeleriniz. Şimdi lütfen, içinde kelimelerin olduğu mesajınızı silin.{ $old ->
        [0] {""}
       *[other] {" "}Kelime önerdiğim kendi mesajım, benim silemeyeceğim kadar eski. Lütfen onu da silin.
    }

report-phrase-set-already = Kelimeler zaten var, bu yüzden hiçbir şey değişmedi. Başkalarını koymak için parola, eski kelimeler, yeni kelimesi ve sonra yeni kelimeleri yazın. Onları siz seçmediyseniz, sil yazarak her şeyi geri alın ve başka kimsede olmayan bir telefondan yeniden başlayın.

report-phrase-wrong = Eski kelimeler uymuyor, bu yüzden hiçbir şey değişmedi. Lütfen bir daha bakın. Büyük harf ve virgül önemli değil.

report-phrase-short = Bu çok kısa, kolay bulunur. Lütfen en az dört kelime kullanın.

report-phrase-easy = Bunu tahmin etmek çok kolay olur. Lütfen birbiriyle ilgisi olmayan dört kelime kullanın.

report-secret = Bu bir parolaya benziyor; bu yüzden kimseye gitmez ve hiçbir şeyini saklamadım.{ $file ->
        [no] {""}
       *[yes] {" "}Onunla gelen dosyayı da saklamadım.
    } Lütfen mesajınızı silin. { $sent ->
        [no] Gönderdikten sonra bir parola koyabilirsiniz.
       *[yes] Parola koymak için parola kelimesini, ardından kelimeleri yazın.
    } Başka bir şeyse lütfen başka kelimelerle yazın.

report-resume-how = Önce dön, sonra gönderdiğinizin adını, sonra parolanızı yazın. Örneğin: dön amber river 12 ve ardından kelimeleriniz.

report-resume-wrong = Bu uymadı. Lütfen ada ve kelimelere bir daha bakın. Büyük harf ve virgül önemli değil.

report-resume-locked = Çok fazla deneme oldu. Lütfen yarın yeniden deneyin. Hiçbir şey kaybolmadı.

report-resumed =
    { $case } yine sizde. Yanıtlar bundan sonra buraya gelir, önce yazdığınız yere artık gelmez.{ $told ->
        [yes] {" "}Onlara, başka bir telefondan sürdüğü söylenir, kimin olduğu söylenmez.
       *[no] {""}
    } Lütfen, içinde kelimelerin olduğu mesajınızı silin.

report-moved-away = Merhaba. Bu sohbette yapılacak başka bir şey yok. Bunu okumayı beklemiyorduysanız bana yeniden yazın.

## What comes by itself

report-nudge = Merhaba. Burada bir şeye başladınız ve bitirmediniz. Acelesi yok. Ne zaman isterseniz devam edebilirsiniz. Etmezseniz, son mesajınızdan { $hours } saat sonra kendiliğinden silinir.

## What of a message did not come along

report-mention-instead = [burada @ ile birinden söz edildi; adı gelmedi]

report-mention-unknown = @ ile birinden söz ettiniz, hangi adı gördüğünüzü göremiyorum. Kimi kastettiğiniz belli olsun diye lütfen adını yazın.
    .discreet = Adlardan birini göremiyorum. Lütfen yazın.

report-object-lost = O mesajda metin olmayan bir şey vardı, gelmedi. Önemliyse lütfen sözle yazın ya da bir resim gönderin.

report-file-beside = O mesajın yalnızca sözlerini okudum, dosyayı saklamadım. Önemliyse lütfen onu tek başına yeniden gönderin.

report-quote-lost = Alıntıladığınız şey birlikte gitmiyor, yalnızca kendi yazdıklarınız gidiyor. Önemliyse lütfen kelimelerle yazın.

report-uncovered = Bazı kelimelerin üstünü kapatmışsınız. Onları kapalı tutamam: düz metin olarak gidiyorlar.

report-deletion-late = Sildiğiniz mesaj buradan gidenlerin parçası değildi, bu yüzden hiçbir şey değişmedi. Gönderdiğinizi geri almak için sil yazın.

report-timer = Bu sohbette yeni mesajlar bir süre sonra kaybolur. Bu yalnızca bu sohbet içindir: gönderdiğinizi okuyanlarda kalır. Gönderdikten sonra geri almak için sil yazın.
    .discreet = Bu sohbette yeni mesajlar bir süre sonra kaybolur. Bu yalnızca bu sohbet içindir: buradan giden, gittiği yerde kalır. Sonra geri almak için sil yazın.

report-mark = Bir mesaja konan işaretler (başparmak, kalp ya da raptiye gibi) kimseye gitmez. Onunla bir şey demek istediyseniz lütfen sözle yazın.

report-deletion-unknown = Sildiğiniz mesaj, burada yazdıklarınızın bir parçası değildi; bu yüzden hiçbir şey değişmedi.

report-view-once = Bunu bir kez görülsün diye gönderdiniz. Ben onu gönderdiğiniz ötekilerle birlikte saklıyorum. İstemiyorsanız mesajı Signal’de silin, ben de silerim.
