### Reviewed: no. Not yet read by a native speaker.
### What comes to somebody from those who read it, in Turkish.

casework-answer =
    Ekipten, { $case } hakkında:

    { $text }
    .discreet =
    { $case } hakkında:

    { $text }

casework-closed-reporter =
    { $days ->
        [0] { $case } hakkında: ekip bunu kapattı.
        [one] { $case } hakkında: ekip bunu kapattı. Bu yanlışsa bir gün içinde buraya yazın.
       *[other] { $case } hakkında: ekip bunu kapattı. Bu yanlışsa { $days } gün içinde buraya yazın.
    }

casework-reopened-reporter = { $case } hakkında: ekip bunu yeniden açtı.

casework-escalated-reporter =
    { $case } hakkında: bundan sonra başka bir ekip ilgileniyor. { $count ->
        [0] Önceden okuyamayan kimse okumuyor.
        [one] Artık bir kişi daha okuyor.
       *[other] Artık { $count } kişi daha okuyor.
    } Kim olduğunuzu bilmiyorlar. Durumu görmek için dosya yazın.

casework-escalation-reporter =
    { $case } hakkında: yazdığınız hâlâ yanıt bekliyor, üzgünüm. Unutulmadı. { $next ->
        [told] Sıradaki ekibe bir şeyin beklediğini söylüyorum, ne dediğini değil.
       *[nobody] Söyleyebileceğim başka kimse yok. Ekibe hatırlatmayı sürdürüyorum.
    }

casework-unreached-reporter = { $case } hakkında: gönderdiğiniz henüz kimseye ulaşmadı, üzgünüm. Burada duruyor. Denemeyi sürdürüyorum, yeniden göndermeniz gerekmez.
