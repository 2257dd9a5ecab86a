### What the command "relay" says about itself. Read by the host, in a terminal.

cli-help = Carry a branch's announcements from Signal to the people who need them.

    Start with "relay setup", or look at what there is with "relay check". The settings are explained in config/relay.example.toml.
