### What the demo says in the terminal while it starts and ends.

demo-step-signal = Starting a stand-in for Signal …
demo-step-bluesky = Starting a Bluesky server of your own (a few seconds) …
demo-step-people = Inviting Alex, Bea, Cy, Mo, Sam, Rio, Noor, Una and Vic …
demo-step-relay = Starting the relay …
demo-ready =
    Ready. Open this address in your browser:

        { $address }

    Everything runs on this machine alone. Ctrl-C ends it.
demo-ready-for-others =
    Ready. Open this address in your browser:

        { $address }

    This is practice. You asked for it to be reachable: other devices in this network can open it
    by this computer’s own address, with port { $port }, and can do everything that you can. Ctrl-C ends it.
demo-port-taken = Port { $port } is in use. Leave out --port, or choose another one.
demo-port-refused = This computer does not let you take port { $port }. Choose one above 1023.
demo-not-there = This computer cannot listen on { $host }. Choose one of its own addresses.
demo-step-end = Everything is stopped, and nothing is left behind.
