"""The practice page: everybody's phone in one browser, and the real relay under them.

`server` answers, `runs` keeps what is being rehearsed, `watching` notices what changes and `hub`
tells every open page. What people read that comes from here is in `wording/served.ftl`; what the
page's own program says is in `wording/page.ftl`.
"""
