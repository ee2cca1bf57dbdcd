"""The day in elements that are called one, and behind labels."""

from datetime import date

import pytest

from communique.sources.html._layout import lay_out
from communique.sources.html._named_day import named_day


@pytest.mark.parametrize(
    "markup",
    [
        '<p><span class="news-date">Mon, <b>8. April</b> 2024</span>, 9 May 2024</p>',
        '<div class="post-meta">by A. Vega<br>08.04.24</div>',
        '<p id="pubDatum">2024-04-08</p><p class="date">9 May 2024</p>',
        '<p class="updateDate">9 May 2024</p><p class="date">Edited 9 May 2024</p><p itemprop="date">8.4.2024</p>',
        '<p class="date">soon</p><p class="date">8 April 2024</p>',
        "<p>9 May 2024</p><ul><li><b>Datum</b> 08.04.2024</li></ul>",
    ],
)
def test_the_day_of_an_element_that_is_called_one_or_of_a_label(markup: str) -> None:
    assert named_day(markup, lay_out(markup), "de") == date(2024, 4, 8)


@pytest.mark.parametrize("name", "publishing posted byline subline submitted author autor fecha Time meta".split())
def test_each_name_that_is_looked_for_is_found(name: str) -> None:
    markup = f'<p class="x-{name}-y">8 April 2024</p>'
    assert named_day(markup, lay_out(markup), "en") == date(2024, 4, 8)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>8 April 2024</p>",
        '<p class="box">8 April 2024</p>',
        f'<div class="post-meta">{"<i>a</i>" * 20}8 April 2024</div>',
        f'<div class="time-travel">{"far " * 20}8 April 2024</div>',
        '<p class="date"></p><p>8 April 2024</p>',
        "<p>Dated 8 April 2024</p>",
        "",
    ],
)
def test_other_days_are_left_alone(markup: str) -> None:
    assert named_day(markup, lay_out(markup), "en") is None
