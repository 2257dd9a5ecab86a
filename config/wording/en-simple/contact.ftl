### Reviewed: no. Not yet read by a native speaker.
### The card to print, by which people find the bot in Signal.

contact-card-title = Write to us in Signal
contact-card-about = Ask our bot: when is the next meeting? Signal is a free app.
contact-card-scan = Hold your phone’s camera over the code. Signal opens.
contact-card-report = Did something bad happen to you or to somebody else? Send the word { $word }. Nobody sees who you are.
contact-card-notice = Nobody reads it at once. Are you in danger? Ring the emergency number.
contact-card-page = Meetings: { $page }
contact-card-key = Is a message really from us? Our key: { $key }
contact-card-code = Code for the camera. It opens our bot in Signal.
