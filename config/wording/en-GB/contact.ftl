### The card to print, by which people find the bot in Signal: relay card, and the admins' word card.

contact-card-title = Write to us in Signal
contact-card-about = Ask our bot when the next meeting is, and it tells you about every change. Signal is a free app for messages.
contact-card-scan = Point your phone’s camera at the code. Signal opens.
contact-card-report = Has something happened to you, or to somebody else? Send the word { $word }. Those who read it do not see who you are.
contact-card-notice = Nobody reads it at once. In danger, ring the emergency number.
contact-card-page = Meetings: { $page }
contact-card-key = Is a message really from us? Our key: { $key }
contact-card-code = Code for the camera. It opens a chat with our bot in Signal.

## What admins read

contact-card-here =
    Here is the card to print, for A5 and A4: how to find the bot, and how to report something. It names nobody. Print it, hang it up, or put it into an email.

    For another language, send card and its number:
    { $names }
contact-card-no-link = I have no link to put on a card. Please ask the person who runs this bot to set it: it is link under [signal] in the settings.

## The command of the host

contact-card-help =
    Write a card to print into FILE (- for standard output), a PDF, by which people find the bot of BRANCH in Signal.

    It holds the branch's name, the bot's link as a code for a phone's camera, how to report something, and the address of the public page. It names nobody.
contact-card-help-size = How large the sheet is.
contact-card-help-language = In which language. The usual one is that of the settings.
contact-card-no-branch = There is no branch { $branch }. Did you mean { $nearest }?
contact-card-no-link-host = The settings have no link to the bot yet. Put the link of its username under [signal], as link = "https://signal.me/#eu/…". relay setup --step privacy does it.
contact-card-without-key = The key of the branch is not on this card: the store could not be read, and no relay is running.
contact-card-not-written = I could not write { $file }.
contact-card-written = The card is in { $file }. Scan it once with your own phone before you print many.
