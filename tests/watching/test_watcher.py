"""A watch over feeds that behave, that misbehave, and that change while it goes on."""

import gzip
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from threading import Timer
from time import monotonic, sleep

import pytest
from tests.site import BODY, Request, Site, article, item, rss

from communique.record import Record
from communique.running import code_pages
from communique.types import Coding, Document, InputError, Page, UsageError
from communique.watching import Note, Watcher

Make = Callable[..., Watcher]
MET = "Kenyan President Peter Kamau met {} Prime Minister {} in Nairobi on 9 April 2024."


def story(site: Site, path: str, country: str = "Japanese", name: str = "Haruto Sato") -> str:
    """Puts an article at ``path``; its item in a feed."""
    title = f"Kamau meets {name}"
    site.shows(path, article(title, MET.format(country, name) + " " + BODY.partition(". ")[2]))
    return item(path, title)


def told(notes: list[Note], event: str) -> list[str]:
    return [note.place or "" for note in notes if note.event == event]


def test_the_articles_of_a_feed_come_into_the_record_once(site: Site, record: Record, watcher: Make) -> None:
    one, other = story(site, "/a"), story(site, "/b", "Peruvian", "Rosa Quispe")
    site.shows("/rss", rss(one, other), "application/rss+xml")
    watcher(site.url("/rss")).run(once=True)
    watcher(site.url("/rss")).run(once=True)
    assert sorted(site.asked) == ["/a", "/b", "/rss", "/rss"]
    assert len(list(record.documents())) == 2
    assert len(record.events(kind="meeting")) == 2


def test_new_articles_are_read_and_an_unchanged_feed_is_not(site: Site, record: Record, watcher: Make) -> None:
    def feed(request: Request) -> None:
        if request.headers.get("If-None-Match") == '"1"':
            request.answer(304)
        else:
            request.answer(200, rss(story(site, "/a")).encode(), ETag='"1"')

    site.acts["/rss"] = feed
    watcher(site.url("/rss")).run(once=True)
    watcher(site.url("/rss")).run(once=True)
    assert site.asked == ["/rss", "/a", "/rss"]
    site.shows("/rss", rss(story(site, "/a"), story(site, "/b", "Peruvian", "Rosa Quispe")))
    watcher(site.url("/rss")).run(once=True)
    assert site.asked[3:] == ["/rss", "/b"]
    assert record.watchlist.counts().read == 2


def test_every_way_to_misbehave_is_survived_told_once_and_troubles_nobody_else(
    record: Record, notes: list[Note], watcher: Make
) -> None:
    def drip(request: Request) -> None:
        request.head(200)
        request.drip(b"<rss>", 0.01)

    def silent(request: Request) -> None:
        request.server.closing.wait(5)

    def flood(request: Request) -> None:
        request.head(200)
        request.drip(b"x" * 100_000, 0)

    bomb = '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]>' + rss(item("/x", "&b;" * 100))
    acts: dict[str, Callable[[Request], None]] = {
        "slow": drip,
        "silent": silent,
        "failing": lambda request: request.answer(500),
        "busy": lambda request: request.answer(429, Retry_After="3600"),
        "cut": lambda request: request.answer(200, gzip.compress(rss().encode())[:-9], Content_Encoding="gzip"),
        "endless": flood,
        "circle": lambda request: request.answer(302, Location="/rss"),
        "private": lambda request: request.answer(302, Location="http://[fe80::1]/rss"),
        "vast": lambda request: request.head(200, Content_Length="10000000000"),
        "broken": lambda request: request.answer(200, b"<rss><channel><"),
        "page": lambda request: request.answer(200, article("No feed").encode()),
        "gone": lambda request: request.answer(410),
    }
    good: dict[str, Callable[[Site], bytes]] = {
        "good": lambda site: rss(story(site, "/a")).encode(),
        "encoding": lambda site: rss(story(site, "/a", "Peruvian", "Rosa Muñoz")).encode("cp1252"),
        "invalid": lambda site: rss(story(site, "/a", "Chilean", "Ana Rojas") + "<b>&nbsp;&oops;<").encode(),
        "bomb": lambda site: bomb.encode(),
    }
    opened = {name: Site() for name in (*acts, *good)}
    try:
        for name, site in opened.items():
            site.__enter__()
            if name in acts:
                site.acts["/rss"] = acts[name]
            else:
                site.shows("/rss", good[name](site), "text/xml; charset=utf-8")
        urls = {name: site.url("/rss") for name, site in opened.items()}
        watching = watcher(*urls.values(), every=0.001)
        for _ in range(3):
            watching.step(all_feeds=True)
        assert sorted(told(notes, "feed failed") + told(notes, "feed gone")) == sorted(urls[name] for name in acts)
        assert len(record.events(kind="meeting")) == 3
        assert len(opened["busy"].asked) == len(opened["gone"].asked) == 1
        assert len(opened["good"].asked) == 4
        assert record.watchlist.counts().gone == 1
        opened["failing"].shows("/rss", rss(story(opened["failing"], "/a", "Ghanaian", "Kofi Owusu")))
        watching.step()
        assert told(notes, "feed reads again") == [urls["failing"]]
    finally:
        for site in opened.values():
            site.__exit__(None, None, None)


def test_a_feed_without_articles_is_told_once(site: Site, notes: list[Note], watcher: Make) -> None:
    site.shows("/rss", rss(""))
    watching = watcher(site.url("/rss"), every=0.001)
    for _ in range(3):
        watching.step(all_feeds=True)
    assert told(notes, "feed empty") == [site.url("/rss")]
    site.shows("/rss", rss(story(site, "/a")))
    watching.step(all_feeds=True)
    site.shows("/rss", rss(""))
    watching.step(all_feeds=True)
    assert [note.event for note in notes if note.event.startswith("feed")] == ["feed empty", "feed read", "feed empty"]


def test_a_feed_that_moved_for_good_is_asked_where_it_is(site: Site, notes: list[Note], watcher: Make) -> None:
    site.acts["/old"] = lambda request: request.answer(301, Location="/new")
    site.shows("/new", rss(story(site, "/a")))
    watcher(site.url("/old")).run(once=True)
    watcher(site.url("/old")).run(once=True)
    assert site.asked == ["/old", "/new", "/a", "/new"]
    assert told(notes, "feed moved for good") == [site.url("/old")]


def test_feeds_of_lists_are_watched_as_long_as_the_list_names_them(site: Site, watcher: Make, tmp_path: Path) -> None:
    site.shows("/1", rss(story(site, "/a")))
    site.shows("/2", rss(story(site, "/b", "Peruvian", "Rosa Quispe")))
    site.shows("/list", f'<opml><outline xmlUrl="{site.url("/1")}"/></opml>')
    (tmp_path / "feeds.txt").write_text(f"# mine\n\n{site.url('/list')}\n{site.url('/2')}\n")
    watcher(str(tmp_path / "feeds.txt")).run(once=True)
    assert sorted(site.asked) == ["/1", "/2", "/a", "/b", "/list"]
    site.shows("/list", f'<opml><outline xmlUrl="{site.url("/2")}"/></opml>')
    watcher(str(tmp_path / "feeds.txt")).run(once=True)
    assert sorted(site.asked[5:]) == ["/1", "/2", "/list"]
    watcher(str(tmp_path / "feeds.txt")).run(once=True)
    assert sorted(site.asked[8:]) == ["/2", "/list"]


def test_an_article_that_fails_is_tried_again_and_then_read_from_the_feed(
    site: Site, record: Record, notes: list[Note], watcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.watching._articles._PAUSE", timedelta(0))
    site.acts["/a"] = lambda request: request.answer(500)
    shown = f"<description>{MET.format('Japanese', 'Haruto Sato')} {BODY}</description>"
    site.shows("/rss", rss(item("/a", "Kamau meets Sato", shown)))
    watcher(site.url("/rss")).run(once=True)
    assert site.asked == ["/rss", *["/a"] * 6]
    assert told(notes, "article failed") == [site.url("/a")]
    assert told(notes, "feed's own text taken") == [site.url("/a")]
    assert [coding.document.source for coding in record.documents()] == [site.url("/a")]


def test_an_article_that_cannot_be_had_is_settled(site: Site, record: Record, notes: list[Note], watcher: Make) -> None:
    site.shows("/rss", rss(item("/a"), item("/b")))
    site.shows("/b", b"%PDF", "application/pdf")
    watcher(site.url("/rss")).run(once=True)
    watcher(site.url("/rss")).run(once=True)
    assert sorted(told(notes, "article not read")) == [site.url("/a"), site.url("/b")]
    counts = record.watchlist.counts()
    assert (counts.waiting, counts.failed) == (0, 2)


def test_an_error_in_coding_is_told_and_the_rest_is_read(
    site: Site, record: Record, notes: list[Note], watcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(pages: Sequence[Page], known: Callable[[Document], bool]) -> Iterator[Coding | Document | InputError]:
        if pages[0].source.endswith("/a"):
            raise RuntimeError("boom")
        return code_pages(pages, known)

    monkeypatch.setattr("communique.watching._articles.code_pages", failing)
    site.shows("/rss", rss(story(site, "/a"), story(site, "/b", "Peruvian", "Rosa Quispe")))
    watcher(site.url("/rss")).run(once=True)
    assert told(notes, "article not read") == [site.url("/a")]
    assert len(list(record.documents())) == 1


def test_the_same_text_at_another_address_of_the_site_is_known(site: Site, record: Record, watcher: Make) -> None:
    first = story(site, "/a")
    site.acts["/b"] = site.acts["/a"]
    site.shows("/rss", rss(first, item("/b")))
    watcher(site.url("/rss")).run(once=True)
    assert len(list(record.documents())) == 1
    assert record.watchlist.counts().read == 2


def test_a_changed_article_is_a_new_version(
    site: Site, record: Record, watcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.record.watchlist._REREAD", timedelta(0))
    stamp = "<atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2024-04-{:02}T10:00:00Z</atom:updated>"
    for day, name in ((9, "Haruto Sato"), (10, "Haruto Sato"), (10, "Rosa Quispe"), (11, "Rosa Quispe")):
        title = story(site, "/a", name=name)
        site.shows("/rss", rss(title.replace("</item>", stamp.format(day) + "</item>")))
        watcher(site.url("/rss")).run(once=True)
    assert site.asked.count("/a") == 3
    (coding,) = record.documents()
    assert "Rosa Quispe" in coding.document.text


@pytest.mark.parametrize("path", ["/rss", "/slow"])
def test_a_stop_ends_a_watch_that_waits_and_one_that_fetches(site: Site, watcher: Make, path: str) -> None:
    site.shows("/rss", rss())
    site.acts["/slow"] = lambda request: request.drip(b"x", 0.01)
    watching = watcher(site.url(path))
    timer = Timer(0.2, watching.stop)
    timer.start()
    began = monotonic()
    watching.run()
    timer.join()
    assert monotonic() - began < 5


def test_articles_that_wait_are_read_by_the_next_run(site: Site, record: Record, watcher: Make) -> None:
    site.shows("/rss", rss(story(site, "/a")))
    busy = site.acts["/a"]
    site.acts["/a"] = lambda request: request.answer(503, Retry_After="1")
    watcher(site.url("/rss")).run(once=True)
    assert record.watchlist.counts().waiting == 1
    site.acts["/a"] = busy
    sleep(1.0)
    watcher(site.url("/rss")).run(once=True)
    assert record.watchlist.counts().read == 1


@pytest.mark.parametrize(
    ("text", "words"), [("", "nothing to watch"), (rss(item("/a")), "lists no feeds"), ("hello", "neither a list")]
)
def test_what_cannot_be_watched_is_told(watcher: Make, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "a").write_text(text)
    with pytest.raises(UsageError, match=words):
        watcher(str(tmp_path / "a"))
    with pytest.raises(UsageError, match="no such file"):
        watcher(str(tmp_path / "b"))
    with pytest.raises(UsageError, match="password"):
        watcher("https://me:secret@news.example/")


def test_a_list_that_is_broken_meanwhile_is_told_and_the_old_one_counts(
    site: Site, notes: list[Note], watcher: Make, tmp_path: Path
) -> None:
    path = tmp_path / "feeds.txt"
    path.write_text(site.url("/rss"))
    site.shows("/rss", rss())
    watching = watcher(str(path))
    path.write_text("hello")
    watching.step()
    watching.step()
    assert site.asked == ["/rss"]
    assert len(told(notes, "list not read")) == 1
