### Reviewed: no. Not yet read by a native speaker.
### The card to print, by which people find the bot in Signal.

contact-card-title = Ysgrifennwch aton ni yn Signal
contact-card-about = Gofynnwch i’n bot pryd mae’r cyfarfod nesaf, a bydd yn dweud wrthych am bob newid. Ap negeseuon am ddim yw Signal.
contact-card-scan = Pwyntiwch gamera eich ffôn at y cod. Bydd Signal yn agor.
contact-card-report = Oes rhywbeth wedi digwydd i chi neu i rywun arall? Anfonwch y gair { $word }. Dydy’r rhai sy’n ei ddarllen ddim yn gweld pwy ydych chi.
contact-card-notice = Does neb yn ei ddarllen ar unwaith. Mewn perygl, ffoniwch y rhif argyfwng.
contact-card-page = Cyfarfodydd: { $page }
contact-card-key = Ai ni anfonodd y neges? Ein hallwedd: { $key }
contact-card-code = Cod i’r camera. Mae’n agor sgwrs â’n bot yn Signal.
