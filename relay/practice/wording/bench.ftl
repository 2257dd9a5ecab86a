### What "make bench" says. Read by people who work on the relay.

bench-measuring = Measuring { $name } …
bench-head = measure                 value   aim
bench-met = met
bench-missed = MISSED
