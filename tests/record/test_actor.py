from datetime import date
from pathlib import Path

from communique.record import open_record
from communique.running import code_text


def test_offices_are_remembered_with_the_days_and_reports_in_which_they_were_seen(tmp_path: Path) -> None:
    texts = [
        ("a", "2019-05-02", "Peruvian Deputy Foreign Minister Rosa Quispe visited Chile on Tuesday."),
        ("b", "2024-05-02", "Peruvian Foreign Minister Rosa Quispe visited Kenya on Tuesday."),
        ("c", "2024-06-06", "Peruvian Foreign Minister Rosa Quispe met Kenyan President William Ruto on Tuesday."),
    ]
    with open_record(tmp_path / "r.db", create=True) as record:
        for identifier, published, text in texts:
            record.add(code_text(text, published=published, id=identifier, language="en"))
        record.resolve()
        quispe = next(p.actor.id for e in record.events() for p in e.participants if "Quispe" in p.actor.name)
        profile = record.actor(quispe)
        assert record.actor("nobody") is None
    assert profile is not None
    assert [(o.office, o.first, o.last, o.reports) for o in profile.offices] == [
        ("deputy foreign minister", date(2019, 5, 2), date(2019, 5, 2), ("a",)),
        ("foreign minister", date(2024, 5, 2), date(2024, 6, 6), ("b", "c")),
    ]
    assert len(profile.events) == 3
