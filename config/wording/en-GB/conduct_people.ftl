# Who is in a group, as moderators see it.

people-nameless = somebody without a name
people-name-link = [link]

# In a list; $number holds for this conversation only.
people-line = { $number }. { $name }
people-line-hint = { $number }. { $name } ({ $hint })

# By what people with the same name are told apart, one after the other.
people-hint-wrote = wrote { $when }
people-hint-silent = has not written of late
people-hint-new = came this week
people-hint-others = also in { $groups }
people-when =
    { $when ->
        [hour] in the last hour
        [today] today
        [yesterday] yesterday
       *[earlier] the day before yesterday
    }
