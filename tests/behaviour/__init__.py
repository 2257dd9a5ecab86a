"""What the relay does with each message, in each state, of each person: recorded, and compared.

`make behaviour` plays every message of `messages` in every state of `states` against the stand-in
and writes down who took it and what came of it. A change of the product that changes what people
see shows up as a difference of these files, combination by combination.
"""
