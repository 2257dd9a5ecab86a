### What "make bench" says. Read by people who work on the relay.

bench-measuring = Measuring { $name } …
bench-head = measure                        value   aim
bench-met = met
bench-missed = MISSED

### What "make soak" says.

soak-head = { "" } seconds   rss MB  handles  threads  store MB  inbox s   waiting
soak-findings = finding                     value   at most
