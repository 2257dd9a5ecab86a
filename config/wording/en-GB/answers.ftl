### Questions people ask, and what stands round the answers. The answers themselves are in config/answers.

answers-replaces = What Signal and our bot replace
answers-does-not = What they do not do
answers-point = • { $line }
answers-origin = Where this is from, with dates: { $page }
answers-origins =
    Where this is from:
    { $lines }
answers-source =
    { $kind ->
        [published] { $name }, published on { $day }: { $link }
       *[read] { $name }, read on { $day }: { $link }
    }
# How a day is written; see unicode.org/reports/tr35/tr35-dates.html#Date_Format_Patterns.
answers-day = d MMMM y

answers-begin =
    To get going, send me one of these words:
    { $lines }
answers-begin-groups = groups: our groups, and how to join one
answers-begin-next = next: our next meeting
answers-begin-subscribe = subscribe: what we announce, to you alone
answers-begin-questions = questions: more answers

answers-list =
    I have answers to these. Send me questions and the number, such as questions 1, or ask in your own words.

    { $lines }
answers-line = { $number } { $question }
answers-none = I have no questions and answers at the moment. To see what I can do, type help.
answers-no-number = There is no question { $number }.
answers-otherwise = If you did not mean an app: I am only a bot, and nobody has read what you wrote. { $reach }

help-questions = Why Signal, is it safe, and what else people ask: type questions.

## The public page

pages-answers-title = Questions people ask
pages-answers-heading = Why Signal, and other questions
pages-answers-description = Why we use Signal, what it replaces, and honestly what it does not.
pages-answers-link = Why Signal? Questions people ask
pages-answers-all = On this page
pages-answers-sources = Where this is from
pages-answers-read = read on
pages-answers-published = published on
pages-answers-begin = How to get going
pages-answers-begin-how = Put Signal on your phone. Then scan the code on one of our posters, or ask the branch for the link to its bot. Send it one word, such as next or groups.
pages-answers-skip = Skip to the questions
pages-answers-get-signal = Get Signal, from its makers

## The leaflet to print

leaflet-title = Questions people ask
leaflet-begin = Short answers, and a code to begin with.
leaflet-scan = Put Signal on your phone: signal.org/install. Then point its camera at the code, and send our bot one word, such as next.
leaflet-more = Whole answers, and where each is from: { $page }
leaflet-more-bot = Whole answers, and where each is from: send our bot the word questions.
leaflet-here = Here is the leaflet to print, for A5 and A4: what people ask, short answers, and the code of this bot. Print both sides of one sheet. It names nobody.

leaflet-help =
    Write a leaflet to print into FILE (- for standard output), a PDF: what people ask, short answers, and the bot's link as a code for a phone's camera.

    The answers are those of config/answers, with what BRANCH's own wording folder has in their place. It names nobody.
leaflet-written = The leaflet is in { $file }. Scan its code once with your own phone before you print many.

## What is wrong with a file

check-answers-fine = Your own questions and answers can be read.
check-answers-name = The name of this file cannot be used.
    .fix = Call it by small letters, digits and hyphens, at most 40, with .toml at the end: why-not-telegram.toml
check-answers-unreadable = This file cannot be read.
    .fix = Save it as plain text in UTF-8, in a file that the relay may read.
check-answers-large = This file is larger than any answer can be.
    .fix = One question to a file.
check-answers-toml = This file has a slip in its marks: { $detail }.
    .fix = Compare it with one in config/answers/en-GB. Mostly a quotation mark, a comma or a bracket is missing in the line before.
check-answers-key = Nothing is called { $line } in such a file.
    .fix = Did you mean { $detail }?
check-answers-missing = { $line } is missing.
    .fix = Add it, as in the files of config/answers/en-GB.
check-answers-text = { $line } has to be a text between quotation marks.
    .fix = Such as { $line } = "…"
check-answers-list = { $line } has to be a list.
    .fix = Put it into square brackets: [ "one", "two" ]. Each source begins with a line [[sources]].
check-answers-number = { $line } has to be a whole number from 0 to 9999.
    .fix = Such as order = 25
check-answers-yes-no = { $line } has to be true or false.
    .fix = Without quotation marks.
check-answers-empty = { $line } says nothing.
    .fix = Write something, or take the line out.
check-answers-nothing = { $line } has nothing in it.
    .fix = Write one entry at least.
check-answers-many = { $line } has too many entries.
    .fix = At most { $detail }.
check-answers-long = { $line } is too long.
    .fix = At most { $detail } characters: it is read on a phone.
check-answers-short = The first paragraph of { $line } is too long: it also stands on the leaflet.
    .fix = At most { $detail } characters, then an empty line. Or leave the question off the leaflet: leaflet = false
check-answers-lines = { $line } has to be one line.
    .fix = Take the line breaks out.
check-answers-link = { $line } is no address of a page.
    .fix = It begins with https:// and has no blanks.
check-answers-undated = { $line } has no date.
    .fix = Add read = with the day you read it, such as read = 2026-11-28, or published =
check-answers-date = { $line } is no date.
    .fix = Year, month, day, without quotation marks: 2026-11-28
check-answers-asked-long = Nobody asks that long: “{ $line }”.
    .fix = At most 160 characters, better ten words.
check-answers-asked-short = Too little is left of “{ $line }” to know it by.
    .fix = Use two words that say what it is about. Words such as do, we or the do not count.
check-answers-asked-cry = “{ $line }” may be said in danger, so it is never taken for a question.
    .fix = Take it out.
check-answers-asked-command = “{ $line }” is a command of the bot already.
    .fix = Take it out, or ask in other words.
check-answers-asked-twice = “{ $line }” is also how { $detail } is asked.
    .fix = Take it out of one of the two. Until then the one with the smaller order is answered.
check-answers-leaves-nothing = This file leaves out a question that there is not.
    .fix = Call it like the file in config/answers/en-GB that is to go.
