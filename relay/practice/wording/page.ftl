### What the practice page itself says. Read by newcomers, in the browser.
