### Reviewed: no. Not yet read by a native speaker.
### What everybody reads who writes to the bot, in Welsh.

help-report = Os oes rhywbeth wedi digwydd na ddylai fod wedi digwydd, teipiwch adrodd. Gallwch chi ddweud wrthon ni yma, a dydy’r bobl sy’n ei ddarllen ddim yn gweld pwy ydych chi. Does dim yn cael ei anfon nes i chi ddweud. I dynnu fy negeseuon oddi ar y ffôn yma, teipiwch cuddio.

help-member =
    Dw i’n postio beth mae’r gangen yn ei gyhoeddi: cyfarfodydd, agendâu a newidiadau.
    { $attending }
    Dydw i ddim yn postio dros aelodau, a dydy beth rydych chi’n ei ysgrifennu yma ddim i’w weld yn y grwpiau.
    Os dylech chi allu postio dros gangen, teipiwch cyfrif.

whoami =
    { $role ->
        [admin] Rydych chi’n weinyddwr yma. Mae rhif eich cyfrif yn y neges nesaf.
       *[member] Mae rhif eich cyfrif yn y neges nesaf. Rhowch e i’r person sy’n rhedeg y bot yma os dylen nhw eich gwneud chi’n weinyddwr.
    } Nid eich rhif ffôn yw e, ac all neb eich ffonio gydag e.

fallback-thanks = Croeso. I weld beth galla i ei wneud, teipiwch cymorth.

fallback-still-waiting = Dydw i ddim yn siŵr beth rydych chi’n ei olygu, felly dydw i ddim wedi gwneud dim eto. Dw i’n aros am ie neu na i’r cwestiwn diwethaf gofynnais i.

fallback-nothing-open = Does dim byd yn aros am ateb gennych chi. I weld beth galla i ei wneud, teipiwch cymorth.

fallback-member =
    { $sent ->
        [file] Dim ond bot ydw i. Alla i ddim edrych ar luniau na gwrando ar recordiadau yma, felly does neb wedi’i gael.
       *[words] Dim ond bot ydw i, a doeddwn i ddim yn deall hwnna. Does neb wedi’i ddarllen.
    } I weld beth galla i ei wneud, teipiwch cymorth.

fallback-reach =
    { $teams ->
        [no] I weld pobl y gallwch chi siarad â nhw, teipiwch llinellau.
       *[yes] I ddweud wrth bobl yma yn gyfrinachol fod rhywbeth wedi digwydd, teipiwch adrodd.
    }{ $who ->
        [official] {" "}I ychwanegu at rywbeth anfonoch chi felly, dechreuwch eich neges gyda’i enw.
       *[member] {""}
    }

fallback-edit = Fe newidioch chi neges roeddwn i wedi’i darllen yn barod, a does neb wedi darllen y geiriau newydd. Os ydyn nhw i mi, anfonwch nhw fel neges newydd.

fallback-did-you-mean = Doeddwn i ddim yn deall hwnna, felly dydw i ddim wedi gwneud dim. Ai { $command } roeddech chi’n ei olygu? Yna dechreuwch eich neges gyda’r gair yna.

enough = Roedd hwnna’n llawer o negeseuon mewn amser byr, felly dw i’n oedi yma am ychydig ac yn cymryd dim byd newydd. Does dim o’i le, ac mae beth ddaeth cynt gen i o hyd. Ysgrifennwch eto ymhen awr.

dead-letter-sender =
    Aeth rhywbeth o’i le yma gyda neges anfonoch chi, ac allwn i wneud dim â hi. Nid eich bai chi oedd hynny.
    Anfonwch hi eto, efallai mewn geiriau eraill. Dydw i ddim wedi dweud wrth neb beth ysgrifennoch chi.

unreadable-kind =
    Mae hwnna’n rhywbeth na alla i ei ddarllen, fel cyswllt, pôl neu daliad. Dydw i ddim wedi dweud wrth neb amdano.
    Os oedd e i mi, ysgrifennwch e fel neges destun gyffredin.

call-not-taken = Does dim modd fy ffonio i. Chlywodd neb hwnna, a does neb yn cael gwybod amdano. Dim ond beth sy’n cael ei ysgrifennu yma dw i’n ei ddarllen. Teipiwch cymorth i weld beth gallwch chi ei ysgrifennu.

unreadable-lost =
    Daeth neges oddi wrthoch chi, ond allwn i ddim ei hagor. Nid eich bai chi oedd hynny. Os nad ydych chi wedi ysgrifennu ata i heddiw, does dim rhaid i chi wneud dim.
    Os ydych chi, ac atebais i ddim, ysgrifennwch hi eto fel neges destun gyffredin.
