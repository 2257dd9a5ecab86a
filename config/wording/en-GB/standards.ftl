# What somebody agrees to before they join a first group of the branch. A branch may replace it with its own:
# put a file with this message into the folder of its wording. After each change, whoever joins a group is asked again.

standards =
    What we expect of each other in { $branch }:
    1. Be kind. Argue about what was said, never about who somebody is.
    2. No harassment, no hate, no unwanted messages to people you met here.
    3. What is said in a group stays there. Do not pass on messages, names, numbers or pictures.
    4. Say only what is yours to say, and stay with what the group is for.
    5. If something is wrong, write to me: report
