### Reviewed: no. Not yet read by a native speaker.
### What comes to somebody from those who read it, in Welsh.

casework-answer =
    Gan y tîm, am { $case }:

    { $text }
    .discreet =
    Am { $case }:

    { $text }

casework-closed-reporter =
    { $days ->
        [0] Am { $case }: mae’r tîm wedi’i gau.
        [one] Am { $case }: mae’r tîm wedi’i gau. Os nad yw hynny’n iawn, ysgrifennwch yma o fewn diwrnod.
       *[other] Am { $case }: mae’r tîm wedi’i gau. Os nad yw hynny’n iawn, ysgrifennwch yma o fewn { $days } diwrnod.
    }

casework-reopened-reporter = Am { $case }: mae’r tîm wedi’i agor eto.

casework-escalated-reporter =
    Am { $case }: mae tîm arall yn gofalu amdano o hyn ymlaen. { $count ->
        [0] Does neb yn ei ddarllen nad oedd yn gallu o’r blaen.
        [one] Mae un person arall yn ei ddarllen nawr.
       *[other] Mae { $count } o bobl eraill yn ei ddarllen nawr.
    } Dydyn nhw ddim yn gwybod pwy ydych chi. I weld beth sy’n digwydd, teipiwch achos.

casework-escalation-reporter =
    Am { $case }: mae beth ysgrifennoch chi yn aros am ateb o hyd, ac mae’n ddrwg gen i. Dydy e ddim wedi mynd yn angof. { $next ->
        [told] Dw i’n dweud wrth y tîm nesaf fod rhywbeth yn aros, nid beth mae’n ei ddweud.
       *[nobody] Does neb arall y gallwn i ddweud wrthyn nhw. Dw i’n dal i atgoffa’r tîm.
    }

casework-unreached-reporter = Am { $case }: dydy beth anfonoch chi ddim wedi cyrraedd neb eto, ac mae’n ddrwg gen i. Mae e wedi’i gadw yma. Dw i’n dal i drio, a does dim rhaid i chi ei anfon eto.
