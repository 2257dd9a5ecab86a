"""The signed feed: what a branch says in public, so that any copy of it can be checked.

| module | what is in it |
|---|---|
| `keys` | Ed25519 keys, and how people read one |
| `entry` | what is signed, and what stands beside it |
| `reading`, `verifying` | a feed that came from anywhere, and whether it holds |
| `document` | a feed as JSON Feed 1.1 |
| `tables`, `feed` | the feeds of this relay's branches |

`entry`, `reading` and `verifying` reach neither the store nor the network.
"""
