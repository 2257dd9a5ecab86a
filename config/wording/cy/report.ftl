### Reviewed: no. Not yet read by a native speaker.
### What somebody reads, in Welsh, who tells the branch that something happened.
###
### "Chi", and everyday words that are understood in the north and in the south.

report-discreet-hidden = diogel, lles, amddiffyn, cam-drin, camdrin, trais, treis, aflonydd, cwyn, disgybl, goroes, dioddef, swyddog, cefnog, urddas, cydradd, heddlu, argyfwng, menyw, merched, safeguard, welfare, safety, protect, abuse, harass, violence, conduct, complaint, complain, disciplin, grievance, survivor, victim, victims, officer, moderator, report, support, wellbeing, well-being, dignity, equalit, police, crisis, liberation, women, lgbt, queer, trans

## The beginning

report-opening =
    Gallwch ddweud yma am rywbeth sydd wedi digwydd. Does dim yn mynd at neb nes i chi deipio anfon, a does neb yn ei ddarllen yn syth.
    Dydyn nhw ddim yn gweld eich rhif, enw na llun.
    I adael, teipiwch stop: does dim yn cael ei gadw. I gael pobl i siarad â nhw, teipiwch llinellau.
    .discreet =
    Helo. Gallwch adael nodyn yma. Fydd e ddim yn mynd at neb nes i chi deipio anfon, a does neb yn ei godi’n syth.
    Dydyn nhw ddim yn gweld eich rhif, eich enw na’ch llun.
    I adael, teipiwch stop: does dim yn cael ei gadw. Teipiwch tacluso i negeseuon newydd ddiflannu ar ôl awr, cuddio i dynnu fy rhai i oddi ar y ffôn yma, neu rhifau i gael rhifau defnyddiol.

report-danger = Mewn perygl nawr? Ffoniwch { $number }. Os na allwch siarad, ffoniwch o ffôn symudol, gwrandewch, a phwyswch { $silent } pan ofynnir.
    .discreet = Mae’r rhif tri digid rydych chi’n ei nabod yn gweithio unrhyw bryd. O ffôn symudol, heb siarad: gwrandewch, a phwyswch { $silent } pan ofynnir.

report-helplines =
    Gallwch chi hefyd siarad â phobl y tu allan i’r gangen. Does neb yn dweud wrthyn nhw eich bod wedi ysgrifennu yma.
    { $lines }
    Gall yr oriau newid. I weld y rhestr yma eto, teipiwch llinellau.
    .discreet =
    Rhifau:
    { $lines }

report-helpline =
    • { $label }: { $number }{ $hours ->
        [none] .
       *[other] , { $hours }.
    }

report-helpline-way =
    {" "}{ $kind ->
        [text] Neu anfonwch neges destun i { $at }.
        [chat] Neu sgwrsio ar-lein: { $at }.
        [email] Neu ysgrifennwch at { $at }.
       *[bsl] Neu yn Iaith Arwyddion Prydain: { $at }.
    }

report-danger-bsl = Yn Iaith Arwyddion Prydain: { $at }

report-danger-text = Os na allwch chi glywed neu siarad, gallwch chi hefyd anfon neges destun i { $number }, ond dim ond o ffôn sydd wedi’i gofrestru o’r blaen: tecstiwch { $word } i { $number }.

report-helpline-label = { $name } ({ $about })

report-in-group =
    Dim ond chi sy’n gweld hyn. Gall pawb yn y grŵp ddarllen beth rydych chi newydd ei ysgrifennu yno.
    Os nad ydych chi eisiau hynny: pwyswch y neges a dal eich bys arni, dewiswch ei dileu, ac yna ei dileu i bawb.
    Os oes rhywbeth wedi digwydd, gallwch chi ddweud yma yn lle hynny. Teipiwch adrodd. Dydy’r rhai sy’n ei ddarllen ddim yn gweld pwy ydych chi.
    Os ydw i wedi camddeall, does dim byd i’w wneud.
    .discreet =
    Dim ond chi sy’n gweld hyn. Gall pawb yn y grŵp ddarllen beth rydych chi newydd ei ysgrifennu yno.
    Os nad ydych chi eisiau hynny: pwyswch y neges a dal eich bys arni, dewiswch ei dileu, ac yna ei dileu i bawb. Gallwch chi ei ysgrifennu ata i yma.

report-officer-reports =
    Rydych chi’n darllen y rhain eich hun, felly dyma beth gallai’r lleill sylwi arno. Dydy hwn ddim yn dod atoch chi. Pan fyddan nhw’n edrych arno, dw i’n dangos ym mha rolau mae’n cael ei ddarllen, a dydy’ch rôl chi ddim yn eu plith.
    Maen nhw hefyd yn gwybod sut rydych chi’n ysgrifennu, ac nad ydych chi’n sôn am y peth. Os gallai hynny ddangos pwy ydych chi, dewiswch dîm nad ydych chi ynddo, os oes un, neu siaradwch â phobl y tu allan i’r gangen: teipiwch llinellau.
    .discreet =
    Dydy’r nodyn yma ddim yn dod atoch chi. Gallai’r lleill sylwi: maen nhw’n gweld ym mha rolau mae’n cael ei ddarllen, a dydy’ch rôl chi ddim yn eu plith. Maen nhw hefyd yn gwybod sut rydych chi’n ysgrifennu. Os yw hynny’n bwysig, dewiswch bobl nad ydych chi’n un ohonyn nhw, os bydda i’n gofyn. I siarad â phobl eraill, teipiwch rhifau.

report-announcement-dropped = Mae’r cyhoeddiad roeddech chi’n ei ysgrifennu wedi’i ollwng. Dydy e ddim wedi’i bostio.

report-kept = Dw i wedi cadw beth ysgrifennoch chi fel y dechrau. Un cwestiwn yn gyntaf, yna gallwch chi fynd ymlaen.

## The questions

report-ask-track =
    Am beth mae hyn?
    1. Mae rhywun wedi cael niwed, ofn neu bwysau, neu gallai gael
    2. Sut mae rhywun yn ymddwyn yn y gangen
    3. Dim yn siŵr
    Atebwch gyda rhif.
    .discreet =
    Pa fath o nodyn yw e?
    1. Un personol
    2. Un am sut mae rhywun yn ymddwyn yn y grŵp
    3. Dim yn siŵr
    Atebwch gyda rhif.

report-ask-track-again = Atebwch gydag 1, 2 neu 3. Os nad ydych chi’n siŵr, mae 3 yn ateb da.

report-ask-team =
    Pwy ddylai ei ddarllen?
    { $lines }
    Atebwch gyda rhif. Os nad ydych chi’n siŵr, atebwch 1.

report-ask-team-again = Atebwch gydag un o’r rhifau o 1 i { $most }. Os nad ydych chi’n siŵr, atebwch 1.

report-team-choice =
    { $index }. { $team }: { $readers ->
        [one] un person ({ $roles })
       *[other] { $readers } o bobl ({ $roles })
    }

report-ask-about =
    Ydy e am un o’r bobl yma, neu oes un ohonyn nhw na ddylai ei ddarllen?
    { $lines }
    Atebwch gyda’u rhifau, er enghraifft { $example }. Fydda i ddim yn ei roi iddyn nhw nac yn gadael iddyn nhw wybod ei fod yn bod, a dw i’n gofyn i’r lleill beidio â sôn amdano.
    { $known ->
        [all] Gallwch chi deipio enw hefyd.
        [some] Gallwch chi deipio enw hefyd. Dydw i ddim yn gwybod enw pob un: rhag ofn, gadewch allan bawb y gallai fod.
       *[none] Dydw i ddim yn gwybod eu henwau. Os ydych chi’n gwybod enw ac nid beth maen nhw’n ei wneud yma, gadewch allan bawb y gallai fod, rhag ofn.
    }
    Os nad yw’n un ohonyn nhw, atebwch 0.
    .discreet =
    Oes un o’r bobl yma na ddylai ei gael?
    { $lines }
    Atebwch gyda’u rhifau, er enghraifft { $example }. Fyddan nhw ddim yn ei gael nac yn clywed amdano gen i, a dw i’n gofyn i’r lleill beidio â sôn amdano.
    { $known ->
        [all] Gallwch chi deipio enw hefyd.
        [some] Gallwch chi deipio enw hefyd. Dydw i ddim yn gwybod enw pob un: rhag ofn, gadewch allan bawb y gallai fod.
       *[none] Dydw i ddim yn gwybod eu henwau. Os ydych chi’n gwybod enw ac nid beth maen nhw’n ei wneud yma, gadewch allan bawb y gallai fod, rhag ofn.
    }
    Os yw’n iawn i bawb ei ddarllen, atebwch 0.

report-about-choice = { $index }. { $role }

report-ask-about-again =
    Dw i am fod yn sicr o hyn. Atebwch gyda rhifau yn unig, er enghraifft { $example }, gydag enw, neu 0 am neb.
    { $known ->
        [all] Dim ond y bobl yn y rhestr fyddai’n ei ddarllen.
       *[other] Dydw i ddim yn gwybod enw pob un. Os ydych chi’n gwybod enw ac nid beth maen nhw’n ei wneud yma, gadewch allan bawb y gallai fod, rhag ofn.
    }

report-about-meant =
    Ydych chi’n golygu { $roles }? Teipiwch ie, ac fe adawa i allan bawb rydw i newydd eu henwi.
    Os yw’n rhywun arall, atebwch gyda rhif neu enw arall, neu 0 am neb.

report-about-all-but =
    Dydw i ddim yn siŵr beth rydych chi’n ei olygu, felly dydw i ddim wedi gadael neb allan eto.
    Os na ddylai { $roles } ei gael, ond y caiff pawb arall: teipiwch ie.
    Os mai dim ond { $roles } sy’n cael ei weld: atebwch gyda rhifau’r lleill, { $others }.

report-about-some =
    Fe ddeallais i { $roles }, ond nid popeth arall ysgrifennoch chi. Os mai dim ond nhw yw e, teipiwch ie, ac fe adawa i nhw allan.
    Os yw’n eraill hefyd, atebwch gyda’r holl rifau neu enwau, er enghraifft { $example }, neu 0 am neb.

report-officer = { $role } ({ $name })

report-officer-one = { $role } (yr un enwoch chi)

report-about-not-sure = Os nad ydych chi’n siŵr am rywun, gallwch chi adael y person yna allan. Atebwch gyda’u rhifau, er enghraifft { $example }, neu 0 am neb.

report-people =
    { $named ->
        [0] {""}
       *[other] { $more ->
            [0] {" "}({ $roles })
            [one] {" "}({ $roles } ac un person arall)
           *[other] {" "}({ $roles } a { $more } o bobl eraill)
        }
    }

report-audience =
    { $readers ->
        [one] Byddai un person yn ei ddarllen{ $people }.
       *[other] Byddai { $readers } o bobl yn ei ddarllen{ $people }.
    }

report-audience-moved =
    Does neb ar ôl yno allai ei ddarllen, felly byddai’n mynd at bobl eraill. { $readers ->
        [one] Byddai un person yn ei ddarllen{ $people }.
       *[other] Byddai { $readers } o bobl yn ei ddarllen{ $people }.
    }

report-nobody =
    Mae’n ddrwg gen i. Ar wahân i’r bobl rydych chi am eu gadael allan, does neb yma allai ei ddarllen, felly alla i ddim ei basio ymlaen. Does dim wedi’i anfon at neb, a does neb wedi cael gwybod.
    I adael, teipiwch stop.
    .discreet =
    Mae’n ddrwg gen i, does neb ar ôl allai ei ddarllen. Dydy e ddim wedi mynd at neb, a does neb wedi cael gwybod. I adael, teipiwch stop.

report-no-team =
    Mae’n ddrwg gen i. Does gan y gangen yma neb eto sy’n darllen negeseuon o’r fath, felly alla i ddim pasio dim ymlaen. Does dim o beth ysgrifennoch chi yn cael ei gadw.
    .discreet = Mae’n ddrwg gen i, does neb yn codi nodiadau yma eto. Does dim o beth ysgrifennoch chi yn cael ei gadw.

## Writing

report-ask-write =
    { $audience }

    Nawr ysgrifennwch beth rydych chi am ei ddweud wrthyn nhw, yn eich geiriau eich hun, mewn faint fynnwch chi o negeseuon. Does dim rhaid dweud popeth.
    Gallwch chi ychwanegu lluniau a ffeiliau PDF. Dw i’n tynnu manylion cudd allan, fel ble cafodd llun ei dynnu.
    Os byddwch chi’n newid neu’n dileu neges yn Signal, dw i’n gwneud yr un peth yma.
    Gall beth rydych chi’n ei ysgrifennu ddangos pwy ydych chi o hyd. Felly hefyd eich llais mewn recordiad, neu beth mae llun yn ei ddangos.
    Gall Signal wybod bod eich cyfrif wedi ysgrifennu ata i. Felly hefyd pwy bynnag sy’n rhedeg y gweinydd yma, a allai ei ddarllen hefyd pe baen nhw’n trio.
    Pan fyddwch chi wedi gorffen, teipiwch gorffen. Fydd dim yn mynd at neb cyn i chi gytuno.
    .discreet =
    { $audience }

    Nawr ysgrifennwch eich nodyn, mewn faint fynnwch chi o negeseuon. Mae lluniau a ffeiliau PDF yn iawn hefyd. Dw i’n tynnu allan ble a chan bwy cawson nhw eu gwneud.
    Os byddwch chi’n newid neu’n dileu neges yn Signal, dw i’n gwneud yr un peth yma.
    Gall beth rydych chi’n ei ysgrifennu ddangos pwy ydych chi o hyd, ac felly hefyd eich llais neu lun.
    Gall Signal wybod eich bod wedi ysgrifennu ata i. Felly hefyd pwy bynnag sy’n rhedeg y gweinydd yma, a allai ei ddarllen hefyd pe baen nhw’n trio.
    Pan fyddwch chi wedi gorffen, teipiwch gorffen. Fydd e ddim yn mynd at neb cyn i chi gytuno.

report-first-part = Mae hwnna gen i. Ewch ymlaen cyhyd ag y mynnwch chi, a theipiwch gorffen pan fyddwch chi wedi gorffen.

report-count =
    Mae gen i { $parts ->
        [one] un neges
       *[other] { $parts } o negeseuon
    } gennych chi hyd yn hyn. Does dim wedi mynd at neb eto.

report-hint = Dw i wedi cymryd hwnna fel rhan o beth rydych chi am ei ddweud. Os mai { $word } roeddech chi’n ei olygu, teipiwch { $word } ar ei ben ei hun.

report-part-or-command =
    Dw i wedi rhoi hwnna yn beth rydych chi’n ei ddweud yma. Does neb wedi’i gael eto. Ai’r gorchymyn { $command } roeddech chi’n ei olygu? Tra byddwch chi’n ysgrifennu hyn, fydda i ddim yn gwneud yr un.
    I’w dynnu allan, pwyswch eich neges a dal eich bys arni, a’i dileu i bawb. Yna ewch ymlaen. Neu teipiwch stop: yna does dim o hyn yn cael ei gadw.
    .discreet =
    Dw i wedi rhoi hwnna yn eich nodyn. Does neb wedi’i gael eto. Ai’r gorchymyn { $command } roeddech chi’n ei olygu? Tra byddwch chi’n ysgrifennu nodyn, fydda i ddim yn gwneud yr un.
    I’w dynnu allan, pwyswch eich neges a dal eich bys arni, a’i dileu i bawb. Yna ewch ymlaen. Neu teipiwch stop: yna does dim o’r nodyn yn cael ei gadw.

report-unreadable = Allwn i ddim darllen hwnna. Rhowch hwnna mewn geiriau, neu anfonwch lun.

report-voice = Mae eich recordiad gen i. Gall pobl sy’n nabod llais ei adnabod. Os byddai’n well gennych chi ei ysgrifennu, dilëwch y recordiad yn Signal, ac fe wna i ei ddileu hefyd.
    .discreet = Mae eich recordiad gen i. Os byddai’n well gennych chi ei ysgrifennu, dilëwch y recordiad yn Signal, ac fe wna i ei ddileu hefyd.

report-file-unsupported = Allwn i ddim cymryd un o’r ffeiliau. Dydw i ddim yn nabod y math yna, felly alla i ddim tynnu manylion cudd ohoni. Gallaf gymryd lluniau, recordiadau a ffeiliau PDF. Mae llun o’r sgrin yn gweithio’n aml, neu gallwch chi ddweud mewn geiriau beth mae’n ei ddangos.
    .discreet = Allwn i ddim cymryd un o’r ffeiliau: dydw i ddim yn nabod y math yna. Gallaf gymryd lluniau, recordiadau a ffeiliau PDF. Mae llun o’r sgrin yn gweithio’n aml, neu gallwch chi ddweud mewn geiriau beth mae’n ei ddangos.

report-file-too-large = Mae un o’r ffeiliau dros 25 MB, sy’n rhy fawr i mi. Mae un lai, neu lun o’r sgrin, yn gweithio’n aml.

report-file-too-many = Roedd mwy na 32 o ffeiliau mewn un neges, a dydw i ddim wedi cymryd y gweddill. Anfonwch y rheiny eto, mewn neges arall.

report-file-too-many-pixels = Mae un o’r lluniau yn rhy fawr i mi ei agor. Anfonwch e fel llun ac nid fel ffeil, neu anfonwch lun o’r sgrin.

report-file-too-long = Mae un o’r recordiadau dros awr o hyd, felly dydw i ddim wedi’i gymryd. Anfonwch e mewn darnau byrrach, neu dywedwch mewn geiriau beth sydd i’w glywed.

report-file-too-complex = Mae agor un o’r ffeiliau yn cymryd gormod o amser neu gof, felly dydw i ddim wedi’i chymryd. Anfonwch hi mewn darnau llai, neu anfonwch luniau o’r sgrin.

report-file-picture-kind = Mae un o’r lluniau o fath na alla i ei agor, fel TIFF, RAW neu SVG. Anfonwch e fel JPEG neu PNG, neu anfonwch lun o’r sgrin.

report-file-film = Alla i ddim cymryd fideos. Gallwch chi anfon lluniau o’r sgrin ohono, neu ddweud mewn geiriau beth mae’n ei ddangos. Cadwch y fideo os yw hynny’n ddiogel i chi: gallwch chi ddweud yma ei fod gennych chi.
    .discreet = Alla i ddim cymryd fideos. Gallwch chi anfon lluniau o’r sgrin ohono, neu ddweud mewn geiriau beth mae’n ei ddangos.

report-file-office = Dogfen o raglen swyddfa yw un o’r ffeiliau. Alla i ddim tynnu enwau cudd o’r rheiny, felly dydw i ddim wedi’i chadw. Cadwch hi fel PDF ac anfonwch hwnnw, neu anfonwch luniau o’r sgrin.
    .discreet = Dogfen o raglen swyddfa yw un o’r ffeiliau, a dydw i ddim wedi’i chadw. Cadwch hi fel PDF ac anfonwch hwnnw, neu anfonwch luniau o’r sgrin.

report-file-archive = ZIP neu ffeil arall wedi’i phacio yw un o’r ffeiliau, a dydw i ddim wedi’i chymryd. Tynnwch allan beth sydd ynddi ac anfonwch hwnnw.

report-file-text = Ffeil destun yw un o’r ffeiliau, a dydw i ddim wedi’i chymryd. Copïwch y geiriau i neges ata i.

report-file-empty = Does dim byd yn un o’r ffeiliau. Edrychwch ai hi yw’r un iawn, ac anfonwch hi eto.

report-file-missing = Wnaeth un o’r ffeiliau ddim fy nghyrraedd i. Anfonwch hi eto.

report-file-moved = O’r llun sy’n symud, dim ond y llun cyntaf dw i wedi’i gadw. Os yw’r gweddill yn bwysig, anfonwch luniau o’r sgrin, neu dywedwch mewn geiriau beth mae’n ei ddangos.

report-file-pictured = O’r PDF, dw i wedi cadw llun o bob tudalen. Felly does dim byd cudd yn y ffeil yn mynd gyda hi. All darllenydd sgrin ddim darllen lluniau. Os dylai’r geiriau fynd hefyd, anfonwch y PDF unwaith eto ac ysgrifennwch wrth ei ymyl: gyda thestun
    .discreet = O’r PDF, dw i wedi cadw llun o bob tudalen. All darllenydd sgrin ddim darllen lluniau. Os dylai’r geiriau fynd hefyd, anfonwch y PDF unwaith eto ac ysgrifennwch wrth ei ymyl: gyda thestun

report-file-encrypted = Mae un o’r ffeiliau wedi’i chloi â chyfrinair. Anfonwch hi heb un, neu anfonwch lun o’r sgrin.

report-file-damaged = Allwn i ddim agor un o’r ffeiliau. Anfonwch hi eto, neu anfonwch lun o’r sgrin.

report-file-full = Does dim mwy o le i ffeiliau. Dywedwch mewn geiriau beth mae’r lleill yn ei ddangos.

report-file-again = Doeddwn i ddim yn disgwyl ffeil bryd hynny, felly dydw i ddim wedi’i chymryd. Anfonwch hi eto nawr.

report-take-back = Wnes i ddim ychwanegu hwnna, a does neb wedi cael dim byd. I dynnu neges o’ch rhai chi allan: pwyswch a daliwch hi, dewiswch Dileu, yna Dileu i bawb. I adael heb i ddim gael ei gadw, teipiwch stop. Os oedd yn rhan o beth rydych chi am ei ddweud, dywedwch e mewn geiriau eraill.

report-removed = Dw i wedi tynnu’r neges yna oddi yma.

report-removed-late = Dw i wedi tynnu’r neges yna oddi yma, ac wedi gofyn i Signal ei dileu oddi ar ffonau’r bobl sy’n ei darllen. Mae hi’n fwy na diwrnod oed, felly gallai aros yno.
    .discreet = Dw i wedi tynnu’r neges yna oddi yma. Mae hi’n fwy na diwrnod oed, felly gallai aros lle aeth hi.

report-changed =
    { $stands ->
        [waits] Dw i wedi ei newid yma. Does neb wedi’i gael eto, felly dim ond y geiriau newydd fyddan nhw’n eu darllen.
        [late] Dw i’n pasio’r geiriau newydd ymlaen i’r bobl sy’n darllen { $case }, ac wedi gofyn i Signal ddileu beth ysgrifennoch chi cynt. Mae hwnnw’n fwy na diwrnod oed, felly gallai aros ar eu ffonau.
       *[deleted] Dw i’n pasio’r geiriau newydd ymlaen i’r bobl sy’n darllen { $case }, ac wedi gofyn i Signal ddileu beth ysgrifennoch chi cynt oddi ar eu ffonau.
    }
    .discreet =
    { $stands ->
        [waits] Dw i wedi ei newid yma. Dydy e ddim wedi mynd at neb eto, felly dim ond y geiriau newydd sy’n mynd.
        [late] Dw i’n pasio’r geiriau newydd ymlaen, ac wedi gofyn i Signal ddileu beth ysgrifennoch chi cynt. Mae hwnnw’n fwy na diwrnod oed, felly gallai aros lle aeth e.
       *[deleted] Dw i’n pasio’r geiriau newydd ymlaen, ac wedi gofyn i Signal ddileu beth ysgrifennoch chi cynt.
    }

report-change-unknown = Doedd beth newidioch chi ddim yn rhan o beth rydych chi’n ei ysgrifennu yma, felly dydw i ddim wedi cadw dim o’r geiriau newydd. Os ydyn nhw’n perthyn iddo, anfonwch nhw fel neges newydd.

report-timer = Yn y sgwrs yma, mae negeseuon newydd yn diflannu ar ôl tipyn. Dim ond am y sgwrs yma mae hynny: mae’r bobl sy’n darllen beth rydych chi’n ei anfon yn ei gadw. I’w dynnu’n ôl ar ôl ei anfon, teipiwch dileu.
    .discreet = Yn y sgwrs yma, mae negeseuon newydd yn diflannu ar ôl tipyn. Dim ond am y sgwrs yma mae hynny: mae beth sy’n mynd oddi yma yn aros lle aeth e. I’w dynnu’n ôl wedyn, teipiwch dileu.

report-mark = Dydy marciau ar neges, fel bawd, calon neu bin, ddim yn mynd at neb. Os oedd eich un chi i ddweud rhywbeth, ysgrifennwch hynny mewn geiriau.

report-deletion-unknown = Doedd y neges a ddileoch chi ddim yn rhan o beth rydych chi’n ei ysgrifennu yma, felly does dim wedi newid.

report-too-many =
    Rydych chi wedi ysgrifennu llawer mewn amser byr, a dim ond hyn a hyn alla i ei gymryd mewn awr. Mae beth ysgrifennoch chi cynt yn ddiogel.
    Allwn i ddim cymryd y neges ddiwethaf. Arhoswch am ychydig ac yna anfonwch hi eto. Does neb yn eich anwybyddu.
    .discreet =
    Roedd hwnna’n llawer mewn amser byr, a dim ond hyn a hyn alla i ei gymryd mewn awr. Mae beth ddaeth cynt yma.
    Allwn i ddim cymryd y neges ddiwethaf. Arhoswch am ychydig ac yna anfonwch hi eto.

report-nothing-yet = Dydych chi ddim wedi ysgrifennu dim eto. Ysgrifennwch faint fynnwch chi, llawer neu ychydig, ac yna teipiwch gorffen. I adael, teipiwch stop.

report-question-first = Cyn hynny, mae gen i un cwestiwn.

report-going-on = Ewch ymlaen cyhyd ag y mynnwch chi. Teipiwch gorffen pan fyddwch chi wedi gorffen.

report-summary =
    Mae gen i { $parts ->
        [one] un neges
       *[other] { $parts } o negeseuon
    }{ $files ->
        [0] {""}
        [one] {" "}gydag un ffeil
       *[other] {" "}gyda { $files } o ffeiliau
    } gennych chi.

report-unseen = Fyddan nhw ddim yn gweld eich rhif, eich enw na’ch llun.

report-left-out = Fydd y rhain ddim yn ei gael nac yn clywed amdano gen i: { $roles }.

report-summary-answers = Teipiwch anfon i’w anfon, neu na i ddal i ysgrifennu. Teipiwch stop i adael, a fydd dim yn cael ei gadw.

report-review-unclear = Does dim wedi mynd at neb eto. Teipiwch anfon i’w anfon, neu na i ddal i ysgrifennu.

report-added = Dw i wedi ychwanegu hwnna. Does dim wedi mynd at neb eto. Teipiwch gorffen pan fyddwch chi wedi gorffen.

report-sent =
    Mae e ar ei ffordd. Diolch am ddweud wrthon ni. Does neb yn ei ddarllen yn syth.
    Yr enw arno yw { $case }. Gyda’r enw yna gallwch chi holi amdano heb ddweud pwy ydych chi.
    { $readers ->
        [one] Mae un person yn ei gael, a dw i’n gofyn am ateb
       *[other] Mae { $readers } o bobl yn ei gael, a dw i’n gofyn am ateb
    } o fewn { $hours } awr. Daw’r ateb atoch chi yma, gan y tîm.
    Os na fydd neb wedi ateb ar ôl { $later } awr, bydda i’n dweud wrthoch chi, ac yn dweud wrth y tîm nesaf, os oes un, fod rhywun yn aros.
    I weld beth sy’n digwydd, teipiwch achos. I’w dynnu’n ôl, teipiwch dileu. I ychwanegu rhywbeth, rhowch { $case } ar ddechrau eich neges.
    .discreet =
    Mae eich nodyn wedi mynd. Does neb yn ei ddarllen yn syth. Yr enw arno yw { $case }.
    { $readers ->
        [one] Mae un person yn ei gael, a dw i’n gofyn am ateb
       *[other] Mae { $readers } o bobl yn ei gael, a dw i’n gofyn am ateb
    } o fewn { $hours } awr. Daw’r ateb yma.
    Os na fydd neb wedi ateb ar ôl { $later } awr, bydda i’n dweud wrthoch chi, ac yn dweud wrth y bobl nesaf, os oes rhai, fod nodyn yn aros.
    I weld beth sy’n digwydd, teipiwch nodyn. I’w dynnu’n ôl, teipiwch dileu. I ychwanegu rhywbeth, rhowch { $case } ar ddechrau eich neges.

report-phrase-offer =
    Un peth arall, dim ond os ydych chi eisiau. Os byddwch chi’n colli’r ffôn neu’r rhif yma, mae cyfrinair yn gadael i chi fynd ymlaen o un arall.
    Teipiwch cyfrinair ac yna o leiaf bedwar gair o’ch rhai chi. Neu defnyddiwch y rhain: cyfrinair { $example }
    Gallai unrhyw un sy’n gwybod yr enw a’r cyfrinair ddarllen yr atebion. Cadwch e lle mai dim ond chi fydd yn ei gael, ac yna dilëwch eich neges.
    .discreet =
    Os byddwch chi’n newid ffôn rywbryd, gallwch chi fynd ymlaen â’ch nodyn yno. Teipiwch cyfrinair ac yna o leiaf bedwar gair o’ch rhai chi. Neu defnyddiwch y rhain: cyfrinair { $example }
    Cadwch nhw lle mai dim ond chi fydd yn eu cael, ac yna dilëwch eich neges.

report-help =
    Ysgrifennwch beth rydych chi am ei ddweud, mewn faint fynnwch chi o negeseuon.
    gorffen: rydych chi wedi gorffen, ac am weld beth fyddai’n cael ei anfon
    stop: gadael, a fydd dim yn cael ei gadw
    cuddio: dw i’n dileu fy negeseuon yn y sgwrs yma, ac yn dweud dim am hyn nes i chi deipio pum gair cyntaf, neu fwy, un o’ch negeseuon yma
    tacluso: mae negeseuon newydd yma yn diflannu ar ôl awr
    atgoffa: dw i’n ysgrifennu unwaith os na fyddwch chi’n gorffen, mewn geiriau sy’n dweud dim. Heb hynny, fydda i ddim.
    llinellau: pobl y tu allan i’r gangen i siarad â nhw
    Does dim wedi mynd at neb eto.
    .discreet =
    Ysgrifennwch beth rydych chi am ei ddweud, mewn faint fynnwch chi o negeseuon.
    gorffen: rydych chi wedi gorffen
    stop: gadael, a fydd dim yn cael ei gadw
    cuddio: dw i’n tynnu fy negeseuon oddi ar y ffôn yma, ac yn dweud dim am hyn nes i chi deipio’r gair y dechreuoch chi ag e
    tacluso: mae negeseuon newydd yma yn diflannu ar ôl awr
    atgoffa: dw i’n ysgrifennu unwaith os na fyddwch chi’n gorffen. Heb hynny, fydda i ddim.
    rhifau: rhifau defnyddiol
    Dydy e ddim wedi mynd at neb eto.

## Leaving

report-stopped =
    Dw i wedi dileu beth roeddech chi wedi’i ddechrau yma. Chafodd dim ohono ei anfon at neb.
    Mae’r sgwrs yma ar eich ffôn o hyd. Gallwch chi ei dileu yno.
    Gallwch chi ddod yn ôl pryd bynnag fynnwch chi.

report-stopped-hidden =
    Mae beth roeddech chi wedi’i ddechrau wedi mynd oddi yma, ac aeth e ddim at neb. Dw i wedi gofyn i Signal ddileu fy negeseuon cynharach hefyd. Gallwch chi ddileu beth sydd ar ôl yn y sgwrs yma ar eich ffôn.

report-erase-which =
    Pa un?
    { $lines }
    Atebwch gyda rhif, neu na i adael popeth fel y mae.

report-erase-choice = { $index }. { $case }

report-erase-ask =
    Tynnu { $case } yn ôl am byth?
    Byddwn i’n dinistrio popeth sydd gen i ohono ac ohonoch chi, ac yn gofyn i Signal ddileu beth gafodd y darllenwyr. Dydy Signal ddim yn dileu beth sy’n hŷn na thua diwrnod, ac mae pobl yn cofio beth maen nhw wedi’i ddarllen. Efallai fod copi hŷn gan bwy bynnag sy’n rhedeg y gweinydd yma.
    Yr unig beth maen nhw’n ei gael gwybod yw ei fod wedi’i dynnu’n ôl. Allan nhw ddim eich ateb chi mwyach, ac all neb ddadwneud hyn.
    Teipiwch ie i’w dynnu’n ôl, neu na i’w adael.
    .discreet =
    Tynnu { $case } yn ôl am byth?
    Byddwn i’n dileu popeth sydd gen i ohono, ac yn gofyn i Signal ddileu beth gafodd eraill. Mae beth sy’n hŷn na thua diwrnod yn aros gyda nhw. Efallai fod copi hŷn gan bwy bynnag sy’n rhedeg y gweinydd yma.
    Yr unig beth maen nhw’n ei gael gwybod yw ei fod wedi’i dynnu’n ôl, ac all neb ddadwneud hyn.
    Teipiwch ie i’w dynnu’n ôl, neu na i’w adael.

report-erased =
    Mae { $case } wedi mynd. Does gen i ddim ohono mwyach, na dim sy’n dweud mai oddi wrthoch chi y daeth.
    Dw i wedi gofyn i Signal ddileu fy negeseuon cynharach yma hefyd. Gallwch chi ddileu beth sydd ar ôl yn y sgwrs yma ar eich ffôn.
    .discreet =
    Mae { $case } wedi mynd. Does gen i ddim ohono mwyach.
    Dw i wedi gofyn i Signal ddileu fy negeseuon cynharach yma hefyd. Gallwch chi ddileu beth sydd ar ôl yn y sgwrs yma ar eich ffôn.

report-erase-kept = Does dim wedi newid. Mae { $case } yno o hyd.

report-erase-draft-only = Mae beth anfonoch chi cynt yno o hyd. I dynnu hwnnw’n ôl hefyd, teipiwch dileu eto.

## After sending

report-case =
    { $case }, anfonwyd: { $when }. { $readers ->
        [one] Gall un person ei ddarllen{ $people }.
       *[other] Gall { $readers } o bobl ei ddarllen{ $people }.
    }
    { $progress }
    .discreet =
    { $case }, dyddiad: { $when }. { $readers ->
        [one] Mae e gan un person{ $people }.
       *[other] Mae e gan { $readers } o bobl{ $people }.
    }
    { $progress }

report-progress =
    { $state ->
        [waiting] Does neb wedi ateb eto.
        [reminded] Does neb wedi ateb eto. Cawson nhw eu hatgoffa: { $since }.
        [escalated] Does neb wedi ateb eto. Mae’n ddrwg gen i. Dywedais i wrth y tîm nesaf fod rhywun yn aros: { $since }.
        [answered] Eu hateb diwethaf: { $since }.
       *[closed] Maen nhw wedi gorffen gydag e: { $since }.
    }
    .discreet =
    { $state ->
        [waiting] Does neb wedi ateb eto.
        [reminded] Does neb wedi ateb eto. Cawson nhw eu hatgoffa: { $since }.
        [escalated] Does neb wedi ateb eto. Mae’n ddrwg gen i. Dywedais i wrth y bobl nesaf fod nodyn yn aros: { $since }.
        [answered] Eu hateb diwethaf: { $since }.
       *[closed] Maen nhw wedi gorffen gydag e: { $since }.
    }

report-status = Maen nhw’n dweud: { $status }

report-until = Gallwch chi gael atebion amdano yma tan: { $when }. Ar ôl hynny, fydda i ddim yn gwybod mwyach pwy ysgrifennodd e.
    .discreet = Gallwch chi gael atebion amdano yma tan: { $when }.

report-add-to = I ychwanegu rhywbeth, rhowch { $case } ar ddechrau eich neges.

report-listening-now = Am y { $minutes } munud nesaf, mae beth rydych chi’n ei ysgrifennu yma yn mynd at y bobl sy’n darllen { $case }. Ar ôl hynny, rhowch { $case } ar ddechrau eich neges.
    .discreet = Am y { $minutes } munud nesaf, mae beth rydych chi’n ei ysgrifennu yma yn mynd at y bobl sydd â { $case }. Ar ôl hynny, rhowch { $case } ar ddechrau eich neges.

report-did-you-mean = Dydw i ddim wedi pasio dim ymlaen. Ai { $command } roeddech chi’n ei olygu? Yna teipiwch hwnnw eto. Os oedd e i’r bobl sy’n darllen { $case }, rhowch { $case } ar ddechrau eich neges.
    .discreet = Dydw i ddim wedi pasio dim ymlaen. Ai { $command } roeddech chi’n ei olygu? Yna teipiwch hwnnw eto. Os oedd e i’r bobl sydd â { $case }, rhowch { $case } ar ddechrau eich neges.

report-case-none = Wn i ddim am unrhyw beth rydych chi wedi’i anfon o’r cyfrif yma. Os ydych chi wedi anfon rhywbeth, teipiwch ei enw. O ffôn neu rif arall, teipiwch parhau, ei enw a’i gyfrinair. Os dechreuoch chi rywbeth heb ei anfon, teipiwch sut dechreuodd un o’ch negeseuon: pum gair ohoni neu fwy.

report-nothing-here = Does dim byd yma y gellid ei anfon. Mae beth sy’n cael ei ddechrau yma heb ei orffen yn mynd ohono’i hun ar ôl { $hours } awr, a does neb yn ei gael.

report-offer =
    { $count ->
        [one] Ydy hwn i’r bobl sy’n darllen { $case }? Teipiwch ie neu na.
       *[other] Ydy hwn i’r bobl sy’n darllen un o’r rhain?
        { $lines }
        Atebwch gyda’i rif, neu na.
    } Does neb wedi’i gael eto.{ $minutes ->
        [0] {""}
       *[other] {" "}Os yw e iddyn nhw, dw i hefyd yn pasio ymlaen beth rydych chi’n ei ysgrifennu nesaf, nes i chi oedi am { $minutes } munud.
    }
    .discreet =
    { $count ->
        [one] Ydy hwn yn perthyn i { $case }? Teipiwch ie neu na.
       *[other] Ydy hwn yn perthyn i un o’r rhain?
        { $lines }
        Atebwch gyda’i rif, neu na.
    } Does neb wedi’i gael eto.{ $minutes ->
        [0] {""}
       *[other] {" "}Os yw e, dw i hefyd yn pasio ymlaen beth rydych chi’n ei ysgrifennu nesaf, nes i chi oedi am { $minutes } munud.
    }

report-offer-more =
    { $count ->
        [one] Ydy’r cyfan i’r bobl sy’n darllen { $case }? Teipiwch ie neu na. Does neb wedi’i gael eto.
       *[other] I’r bobl sy’n darllen pa un? Does neb wedi’i gael eto. Atebwch gyda’i rif, neu na.
        { $lines }
    }
    .discreet =
    { $count ->
        [one] Ydy’r cyfan yn perthyn i { $case }? Teipiwch ie neu na. Does neb wedi’i gael eto.
       *[other] I ba un mae’n perthyn? Does neb wedi’i gael eto. Atebwch gyda’i rif, neu na.
        { $lines }
    }

# The same, where an answer was neither a yes nor a no.
report-offer-numbered =
    Ydy hwn i’r bobl sy’n darllen { $case }? Does neb wedi’i gael eto.
    1. Ydy, pasiwch ef ymlaen iddyn nhw
    2. Nac ydy, does neb yn ei gael
    Atebwch gydag 1 neu 2.
    .discreet =
    Ydy hwn yn perthyn i { $case }? Does neb wedi’i gael eto.
    1. Ydy, ychwanegwch ef
    2. Nac ydy, gadewch ef allan
    Atebwch gydag 1 neu 2.

report-offer-choice = { $index }. { $case }

report-offer-file = Allwn i ddim cadw’r ffeil nes i chi ateb. Anfonwch hi eto ar ôl hynny.

report-waits-flood = Mae llawer iawn o negeseuon wedi dod yn yr awr ddiwethaf. Rhag i un fynd ar goll, mae’r bobl sy’n eu darllen yn cael rhestr gyda’ch un chi arni, a gallan nhw ei hagor o’r fan honno. Dw i’n anfon eich un chi atyn nhw ar ei phen ei hun cyn gynted ag y bydd lle. Does dim ohoni’n mynd ar goll.
    .discreet = Mae llawer iawn o nodiadau wedi dod yn yr awr ddiwethaf. Felly mae eich un chi ar restr sy’n cael ei darllen, ac mae’n mynd ymlaen ar ei ben ei hun cyn gynted ag y bydd lle. Does dim ohono’n mynd ar goll.

report-sent-muted =
    Dw i wedi’i gymryd. Diolch am ddweud wrthon ni. Yr enw arno yw { $case }.
    O’r blaen, penderfynodd un o’r bobl sy’n darllen na ddylwn i gymryd dim mwy gennych chi. Felly mae hwn yn aros nes i un arall ohonyn nhw ei adael drwodd; dw i wedi gofyn iddyn nhw edrych. Does dim ohono’n mynd ar goll.
    Os na chlywch chi ddim, gall pobl y tu allan i’r gangen helpu: teipiwch llinellau.
    I weld beth sy’n digwydd, teipiwch achos. I’w dynnu’n ôl, teipiwch dileu.
    .discreet =
    Dw i wedi cymryd eich nodyn. Yr enw arno yw { $case }.
    O’r blaen, penderfynwyd na ddylwn i gymryd dim mwy gennych chi. Felly mae hwn yn aros nes i rywun arall ei adael drwodd; dw i wedi gofyn iddyn nhw edrych. Does dim ohono’n mynd ar goll.
    I weld beth sy’n digwydd, teipiwch nodyn. I’w dynnu’n ôl, teipiwch dileu.

report-muted = Chafodd neb hwnna: penderfynodd un o’r bobl sy’n darllen na ddylwn i gymryd dim mwy ar gyfer { $case }. Gall un arall ohonyn nhw newid hynny. I ysgrifennu am rywbeth arall, neu at bobl eraill, teipiwch adrodd.
    .discreet = Chafodd neb hwnna: penderfynwyd na ddylwn i gymryd dim mwy ar gyfer { $case }. Gall rhywun arall newid hynny.

report-passed-on = Dw i’n ei basio ymlaen i’r bobl sy’n darllen { $case }. Does neb yn ei ddarllen yn syth.
    .discreet = Dw i’n ei basio ymlaen i’r bobl sydd â { $case }. Does neb yn ei ddarllen yn syth.

report-passing-ended =
    Dydw i ddim wedi pasio hwnna ymlaen. O hyn ymlaen dydw i’n pasio dim ymlaen at y bobl sy’n darllen { $case }, nes i chi ddweud eto.{ $part ->
        [0] {""}
       *[other] {" "}I dynnu’n ôl y peth diwethaf gawson nhw: pwyswch eich neges a dal eich bys arni, dewiswch ei dileu, ac yna ei dileu i bawb. Wedyn dw i’n ei dileu iddyn nhw hefyd, cyn belled ag y mae Signal yn gwneud hynny.
    }
    Os oedd e iddyn nhw, rhowch { $case } ar ddechrau eich neges.
    .discreet =
    Dydw i ddim wedi pasio hwnna ymlaen. O hyn ymlaen dydw i’n pasio dim ymlaen at y bobl sydd â { $case }, nes i chi ddweud eto.{ $part ->
        [0] {""}
       *[other] {" "}I dynnu’n ôl y peth diwethaf gawson nhw: pwyswch eich neges a dal eich bys arni, dewiswch ei dileu, ac yna ei dileu i bawb. Wedyn dw i’n ei dileu iddyn nhw hefyd, cyn belled ag y mae Signal yn gwneud hynny.
    }
    Os oedd e iddyn nhw, rhowch { $case } ar ddechrau eich neges.

report-passing-goes-on = Dydw i ddim wedi pasio hwnna ymlaen. Os oedd e at y bobl sy’n darllen { $case }, rhowch { $case } ar ddechrau eich neges. Mae beth arall rydych chi’n ei ysgrifennu yma yn dal i fynd atyn nhw. I orffen hynny, teipiwch na.
    .discreet = Dydw i ddim wedi pasio hwnna ymlaen. Os oedd e at y bobl sydd â { $case }, rhowch { $case } ar ddechrau eich neges. Mae beth arall rydych chi’n ei ysgrifennu yma yn dal i fynd atyn nhw. I orffen hynny, teipiwch na.

report-not-passed-on = Dydw i ddim wedi pasio dim ymlaen, na chadw dim ohono. Os newidiwch chi’ch meddwl, rhowch { $case } ar ddechrau eich neges.

report-offer-ended = Dydw i ddim wedi pasio ymlaen dim o beth ysgrifennoch chi ddiwethaf, na chadw dim ohono. Os oedd e i rywun, ysgrifennwch hwnna eto.

report-closed = Mae { $case } wedi gorffen, felly wnes i ddim pasio hwnna ymlaen. I ddechrau un newydd, teipiwch adrodd.
    .discreet = Mae { $case } wedi gorffen, felly wnes i ddim pasio hwnna ymlaen. I ddechrau un newydd, teipiwch y gair y dechreuoch chi ag e.

report-nothing-to-send = Does dim byd yn aros i gael ei anfon. Mae { $case } wedi cyrraedd. I weld beth sy’n digwydd, teipiwch achos. I’w dynnu’n ôl, teipiwch dileu.
    .discreet = Does dim byd yn aros i gael ei anfon. Mae { $case } wedi cyrraedd. I weld beth sy’n digwydd, teipiwch nodyn. I’w dynnu’n ôl, teipiwch dileu.

report-case-help =
    Teipiwch achos i weld beth sy’n digwydd gyda { $case }.
    dileu: ei dynnu’n ôl am byth
    cuddio: dw i’n dileu fy negeseuon yn y sgwrs yma, ac yn dweud dim am hyn nes i chi deipio { $case }
    tacluso: mae negeseuon newydd yma yn diflannu ar ôl awr
    cyswllt: pryd mae’n ddiogel i mi ysgrifennu atoch chi
    cyfrinair, ac yna pedwar gair o’ch rhai chi: mynd ymlaen o ffôn arall yn nes ymlaen
    llinellau: pobl y tu allan i’r gangen i siarad â nhw
    adrodd: dechrau un newydd
    .discreet =
    Teipiwch nodyn i weld beth sy’n digwydd gyda { $case }.
    dileu: ei dynnu’n ôl am byth
    cuddio: dw i’n tynnu fy negeseuon oddi ar y ffôn yma, ac yn dweud dim am hyn nes i chi deipio { $case }
    tacluso: mae negeseuon newydd yma yn diflannu ar ôl awr
    cyswllt: pryd galla i ysgrifennu atoch chi
    cyfrinair, ac yna pedwar gair o’ch rhai chi: mynd ymlaen o ffôn arall yn nes ymlaen
    rhifau: rhifau defnyddiol

## Traces on the phone

report-hidden = Dw i wedi gofyn i Signal ddileu beth ysgrifennais i atoch chi yma yn y diwrnod diwethaf. Bydd beth sy’n hŷn, olion bod rhywbeth wedi’i ddileu, y neges yma a’ch negeseuon chi yn mynd dim ond pan fyddwch chi’n dileu’r sgwrs ar eich ffôn.

report-back = Gallwch chi fynd ymlaen. Mae beth ddechreuoch chi yma o hyd, a dydy e ddim wedi mynd at neb.

report-back-short = Dw i’n ei gadw’n fyr yma. I gael popeth yn llawn eto, teipiwch llawn.

report-full = Iawn. Dw i’n ysgrifennu’n llawn yma eto, atebion hefyd. I roi’r gorau i hynny, teipiwch cuddio.

report-tidy = Dw i wedi gofyn i Signal adael i negeseuon newydd yn y sgwrs yma ddiflannu awr ar ôl cael eu darllen. Mae beth sydd yma’n barod yn aros nes i chi ei ddileu. I’w ddiffodd, defnyddiwch osodiadau’r sgwrs yma yn Signal.

## When the bot may write by itself

report-ask-contact =
    Un cwestiwn olaf, fel na fydda i’n ysgrifennu ar adeg wael. Ga i ysgrifennu atoch chi yma pan fydd ateb?
    1. Cewch, unrhyw bryd
    2. Cewch, ond dim ond ar oriau penodol
    3. Na. Fe ddo i i edrych
    4. Cewch, ond dywedwch dim ond bod rhywbeth. Efallai bydd rhywun arall yn edrych ar y ffôn yma
    Atebwch gyda rhif. Nes i chi wneud, dw i’n ysgrifennu pan fydd ateb.
    .discreet =
    Un cwestiwn olaf. Ga i ysgrifennu yma ohono i’n hun? Dim ond dweud bod rhywbeth i chi fyddwn i, ac rydych chi’n ei ddarllen pan fyddwch chi’n teipio nodyn.
    1. Cewch, unrhyw bryd
    2. Cewch, ond dim ond ar oriau penodol
    3. Na. Fe ddo i i edrych
    Atebwch gyda rhif. Nes i chi wneud, dw i’n ysgrifennu pan fydd rhywbeth.

report-ask-hours = Rhwng pa oriau? Er enghraifft 9 i 15.

report-ask-hours-again = Mae angen dau amser arna i. Er enghraifft 9 i 15. Neu teipiwch byth, a fydda i ddim yn ysgrifennu gyntaf.

report-contact-any-time = Iawn. Dw i’n ysgrifennu pan fydd rhywbeth. I newid hynny, teipiwch cyswllt.

report-contact-hours = Iawn. Dw i’n ysgrifennu rhwng { $start } a { $end } yn unig. I newid hynny, teipiwch cyswllt.

report-contact-never =
    Iawn. Fydda i ddim yn ysgrifennu gyntaf. I weld a oes ateb, teipiwch achos. I newid hynny, teipiwch cyswllt.
    .discreet = Iawn. Fydda i ddim yn ysgrifennu gyntaf. I weld a oes rhywbeth, teipiwch nodyn. I newid hynny, teipiwch cyswllt.

report-contact-notice = Iawn. Dim ond dweud bod rhywbeth y bydda i. I’w ddarllen, teipiwch nodyn. I newid hynny, teipiwch cyswllt.

report-notice = Mae rhywbeth i chi. I’w ddarllen, teipiwch nodyn.

report-agreed-to-remind = Iawn. Os na fyddwch chi wedi gorffen ymhen tipyn, dw i’n ysgrifennu unwaith. I adael, teipiwch stop.

## Another phone

report-phrase-how = Teipiwch cyfrinair ac yna o leiaf bedwar gair mai dim ond chi sy’n eu gwybod, er enghraifft: cyfrinair { $example }

report-phrase-ok = Mae hynny wedi’i osod. O ffôn neu rif arall, ysgrifennwch ata i: parhau { $case } ac yna eich geiriau. Nawr dilëwch eich neges â’r geiriau ynddi.{ $old ->
        [0] {""}
       *[other] {" "}Mae fy un i, gyda’r geiriau awgrymais i, yn rhy hen i mi ei dileu. Dilëwch honno hefyd.
    }

report-phrase-set-already = Mae geiriau yno’n barod, felly does dim wedi newid. I osod rhai eraill, teipiwch cyfrinair, yr hen eiriau, y gair newydd, ac yna’r geiriau newydd. Os nad chi ddewisodd nhw, tynnwch bopeth yn ôl drwy deipio dileu, a dechreuwch eto o ffôn sydd heb fod gan neb arall.

report-phrase-wrong = Dydy’r hen eiriau ddim yn ffitio, felly does dim wedi newid. Edrychwch arnyn nhw eto. Does dim ots am brif lythrennau a chomas.

report-phrase-short = Mae hwnna’n rhy fyr, a byddai’n hawdd ei ddyfalu. Defnyddiwch o leiaf bedwar gair.

report-phrase-easy = Byddai hwnna’n rhy hawdd ei ddyfalu. Defnyddiwch bedwar gair sydd heb ddim i’w wneud â’i gilydd.

report-secret = Mae hwnna’n edrych fel cyfrinair, felly does neb yn ei gael, a wnes i gadw dim ohono.{ $file ->
        [no] {""}
       *[yes] {" "}Wnes i ddim cadw’r ffeil ddaeth gydag e chwaith.
    } Dilëwch eich neges. { $sent ->
        [no] Gallwch chi osod un ar ôl anfon.
       *[yes] I osod un, teipiwch cyfrinair ac yna’r geiriau.
    } Os rhywbeth arall oedd e, dywedwch e mewn geiriau eraill.

report-resume-how = Teipiwch parhau, yna enw’r hyn anfonoch chi, yna eich cyfrinair. Er enghraifft: parhau amber river 12 ac yna eich geiriau.

report-resume-wrong = Doedd hwnna ddim yn ffitio. Edrychwch ar yr enw a’r geiriau eto. Does dim ots am brif lythrennau a chomas.

report-resume-locked = Mae gormod o gynigion wedi bod. Triwch eto fory. Does dim wedi’i golli.

report-resumed =
    Rydych chi’n ôl gyda { $case }. Daw atebion yma o hyn ymlaen, ac nid mwyach i ble roeddech chi’n ysgrifennu o’r blaen.{ $told ->
        [yes] {" "}Maen nhw’n cael gwybod ei fod yn mynd ymlaen o ffôn arall, ond nid ffôn pwy.
       *[no] {""}
    } Dilëwch eich neges â’r geiriau ynddi.

report-moved-away = Helo. Does dim mwy i’w wneud yn y sgwrs yma. Os nad oeddech chi’n disgwyl darllen hynny, ysgrifennwch ata i eto.

## What comes by itself

report-nudge = Helo. Dechreuoch chi rywbeth yma heb ei orffen. Does dim brys. Gallwch chi fynd ymlaen pryd bynnag fynnwch chi, ac os na wnewch chi, mae’n mynd ohono’i hun { $hours } awr ar ôl eich neges ddiwethaf.

## What of a message did not come along

report-mention-instead = [cafodd rhywun ei grybwyll yma gydag @; ddaeth yr enw ddim drwodd]

report-mention-unknown = Fe sonioch chi am rywun gydag @, a alla i ddim gweld pa enw welsoch chi. Teipiwch yr enw, fel ei bod yn glir pwy rydych chi’n ei olygu.
    .discreet = Alla i ddim gweld un o’r enwau. Teipiwch yr enw.

report-object-lost = Doedd rhywbeth yn y neges yna ddim yn destun, a ddaeth e ddim drwodd. Os yw’n bwysig, rhowch hwnna mewn geiriau neu anfonwch lun.

report-file-beside = Dim ond geiriau’r neges yna ddarllenais i, a wnes i ddim cadw’r ffeil. Os yw’n bwysig, anfonwch hi eto ar ei phen ei hun.

report-quote-lost = Dydy beth ddyfynnoch chi ddim yn mynd ymlaen, dim ond beth ysgrifennoch chi eich hun. Os yw’n bwysig, rhowch hwnna mewn geiriau.

report-uncovered = Fe guddioch chi rai o’r geiriau. Alla i ddim eu cadw nhw dan orchudd: maen nhw’n mynd ymlaen fel testun plaen.

report-deletion-late = Doedd y neges a ddileoch chi ddim yn rhan o beth aeth ymlaen o’r fan hon, felly does dim wedi newid. I dynnu’n ôl beth anfonoch chi, teipiwch dileu.

report-view-once = Fe anfonoch chi hwnna i’w weld unwaith. Dw i’n ei gadw gyda gweddill beth anfonoch chi. Os nad ydych chi eisiau hynny, dilëwch y neges yn Signal, ac fe wna i ei dileu hefyd.

report-language-seen = Maen nhw’n gweld ym mha iaith rydych chi’n ysgrifennu. Efallai byddan nhw’n ateb mewn un arall: dydw i’n cyfieithu dim.
