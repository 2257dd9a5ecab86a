# One account floods groups. Moderators read this; nobody in a group does.

flood-stopped =
    { $kind ->
        [same] { $name } has written the same into several groups within a minute.
       *[many] { $name } has written very many messages within a minute.
    }
    So only admins can write until { $until } in: { $groups }
    I have only counted. I have not looked at what the messages say, and nobody was taken out.

    To open it again now, give this message a 👍 or write: flood over
    If you leave it, it opens by itself.
    What else is to be done is for you and the other moderators. To begin: decide

flood-not-stopped =
    { $kind ->
        [same] { $name } has written the same into several groups within a minute.
       *[many] { $name } has written very many messages within a minute.
    }
    I cannot pause: { $groups }
    An admin can see why: groups check
    I have only counted. I have not looked at what the messages say. What is to be done is for you and the other moderators. To begin: decide

flood-opened = I am opening again: { $groups }

flood-opened-other = Another moderator has ended the pause after the flood: { $groups }

flood-open-already = Nothing is paused because of a flood any more.
