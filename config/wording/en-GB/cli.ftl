### What the command "relay" says about itself. Read by the host, in a terminal.

cli-help = Carry a branch's announcements from Signal to the people who need them.

    Start with "relay setup", or look at what there is with "relay check". The settings are explained in config/relay.example.toml.

commands-help =
    Show who hears what people send: the conversations in the order in which they are asked.

    A line has the function, what it hears, the commands it carries out, what its sender is in the middle of, and what else has to be true. The first line that fits is the one. It needs no settings.

commands-hears =
    { $kind ->
        [reaction] emoji
        [deletion] deletion
       *[message] message
    }

commands-in = in { $state }
