"""Whether a moderator's reason seems to be about a belief: measured with made-up reasons.

They were written before it was tried on them, and after the list had been made with others.
"""

from relay.language.vocabulary import vocabulary

ABOUT_BELIEFS = (
    "She is a Lib Dem at heart.",
    "They believe the earth is flat.",
    "He supports Reform.",
    "Her beliefs are not those of the party.",
    "He is a Hindu nationalist.",
    "They voted against the motion on Palestine.",
    "You are a capitalist.",
    "She thinks men and women are different.",
    "He is opposed to immigration.",
    "They're anti-union.",
    "Your worldview is not welcome here.",
    "He says that God made two sexes.",
    "They are on the left of the party and always have been.",
    "She wants Scotland to be independent.",
    "He does not believe in vaccination.",
    "People with such views should find another chat.",
    "They admire Thatcher.",
    "She is a feminist of the wrong kind.",
    "He has backward ideas about women.",
    "They are Orthodox Jews and it shows.",
    "He thinks immigration should stop.",
    "They defend Israel whatever happens.",
    "She is anti-abortion.",
    "He prays for us and we do not want that.",
    "They are tankies.",
    "Her politics make people uncomfortable.",
    "They support a ban on the burqa.",
    "He is an apologist for Assad.",
    "They do not think the branch should back the strike.",
    "She is a Brexiteer.",
)
ABOUT_WHAT_WAS_DONE = (
    "They called two members liars in front of forty people.",
    "He wrote that women belong in the kitchen and told Amira to leave.",
    "She forwarded a private message to her employer.",
    "They kept on after being told that it hurt.",
    "He posted a link to a betting site five times.",
    "You told somebody that they were too old to have a say.",
    "They took a picture of a child at the picnic and posted it.",
    "She wrote at three in the night to everybody on the list.",
    "He said a disabled member was a burden.",
    "They posted the address of a councillor and asked people to go there.",
    "She accused him of stealing, without saying what.",
    "They were in the chat under a false name.",
    "He touched on the same matter eleven times after the chair had closed it.",
    "She is asked to apologise to the person.",
    "They used a slur.",
    "He sent her messages although she had blocked him.",
    "They imitated somebody's accent.",
    "She said she would get him sacked.",
    "They laughed at people who cannot spell.",
    "He wrote that all Muslims should leave the country.",
    "They told a Jewish member that Hitler was right.",
    "We ask them to leave others' beliefs alone.",
    "She spoke over every woman at the meeting.",
    "They disagreed with the decision and then insulted everybody who had taken it.",
    "He was angry, and broke the door of the hall.",
    "They recorded a call and passed it on.",
    "She keeps asking a member about her body.",
    "They invented a quotation of the chair.",
    'He wrote "you people" to a Black member.',
    "It is the third time in two weeks that this happens.",
)


def _noticed(reasons: tuple[str, ...]) -> list[str]:
    return [one for one in reasons if vocabulary("en-GB").phrase("belief").search(one)]


def test_three_of_four_reasons_about_a_belief_are_noticed() -> None:
    assert len(_noticed(ABOUT_BELIEFS)) >= 23


def test_what_was_done_is_not_taken_for_a_belief() -> None:
    assert _noticed(ABOUT_WHAT_WAS_DONE) == []
