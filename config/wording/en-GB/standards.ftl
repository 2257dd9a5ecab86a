# What somebody agrees to before they join a first group of the branch; the numbered standards (conduct_standards.ftl)
# follow it. A branch may replace it with its own: put a file with this message into the folder of its wording. After each
# change, whoever joins a group is asked again.

standards =
    What we expect of each other in { $branch }: be kind, and argue about what was said, never about who somebody is. What is said in a group stays there. Say only what is yours to say. What you believe is your own; what you do here is everybody’s business. So none of this:
