### Reviewed: no. Not yet read by a native speaker.
### What everybody reads who writes to the bot, in Turkish.

help-report = Olmaması gereken bir şey olduysa bildir yazın. Bize burada anlatabilirsiniz, okuyanlar kim olduğunuzu görmez. Siz söylemeden hiçbir şey gönderilmez. Mesajlarımı bu telefondan silmek için gizle yazın.

help-member =
    Şubenin duyurularını yayımlıyorum: toplantılar, gündemler, değişiklikler.
    { $attending }
    Üyeler için yayım yapmam, buraya yazdıklarınız da gruplarda görünmez.
    Bir şube adına yayımlayabilmeniz gerekiyorsa hesabım yazın.

whoami =
    { $role ->
        [admin] Burada yöneticisiniz. Hesap numaranız sonraki mesajda.
       *[member] Hesap numaranız sonraki mesajda. Sizi yönetici yapması gerekiyorsa, bu botu işleten kişiye verin.
    } Bu telefon numaranız değil, kimse sizi onunla arayamaz.

fallback-thanks = Rica ederim. Neler yapabildiğimi görmek için yardım yazın.

fallback-still-waiting = Ne demek istediğinizden emin değilim, bu yüzden henüz bir şey yapmadım. Son sorduğuma evet ya da hayır bekliyorum.

fallback-nothing-open = Sizden yanıt bekleyen bir şey yok. Neler yapabildiğimi görmek için yardım yazın.

fallback-member =
    { $sent ->
        [file] Ben yalnızca bir botum. Burada resimlere bakamam, ses kayıtlarını dinleyemem. Yani bu kimsede yok.
       *[words] Ben yalnızca bir botum ve bunu anlamadım. Bunu kimse okumadı.
    } Neler yapabildiğimi görmek için yardım yazın.

fallback-reach =
    { $teams ->
        [no] Konuşabileceğiniz insanları görmek için telefonlar yazın.
       *[yes] Bir şey olduğunu buradaki insanlara gizlice anlatmak için bildir yazın.
    }{ $who ->
        [official] {" "}Böyle gönderdiğiniz bir şeye ekleme yapmak için mesajınıza onun adıyla başlayın.
       *[member] {""}
    }

fallback-edit = Benim okuduğum bir mesajı değiştirdiniz; yeni sözleri kimse okumadı. Bana yazdıysanız lütfen yeni bir mesaj olarak gönderin.

fallback-did-you-mean = Bunu anlamadım, bu yüzden henüz bir şey yapmadım. { $command } mi demek istediniz? Öyleyse lütfen mesajınıza o kelimeyle başlayın.

enough = Kısa sürede çok mesaj geldi. Bu yüzden burada biraz ara veriyorum ve yeni bir şey almıyorum. Kötü bir şey yok, önce gelenler duruyor. Lütfen bir saat sonra yeniden yazın.

dead-letter-sender =
    Gönderdiğiniz bir mesajla ilgili burada bir şey ters gitti, gereğini yapamadım. Sizin hatanız değildi.
    Lütfen yeniden gönderin, belki başka sözlerle. Ne yazdığınızı kimseye söylemedim.

unreadable-kind =
    Bu, okuyamadığım bir şey: bir kişi, anket ya da ödeme gibi. Bundan kimseye söz etmedim.
    Bana gönderdiyseniz lütfen düz bir yazı olarak yazın.

call-not-taken = Beni arayamazsınız. Bunu kimse duymadı, kimseye de söylenmez. Yalnızca buraya yazılanı okurum. Neler yazabileceğinizi görmek için yardım yazın.

unreadable-lost =
    Sizden bana bir mesaj ulaştı ama açamadım. Sizin hatanız değildi. Bugün bana yazmadıysanız bir şey yapmanız gerekmez.
    Yazdıysanız ve yanıt vermediysem lütfen düz bir yazı olarak yeniden yazın.
