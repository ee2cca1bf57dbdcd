"""A measurement as tables, and the list of what was missed or made up."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table

from communique.evaluation.align import Alignment, Pair
from communique.evaluation.counts import Share, Tally
from communique.evaluation.found import Prediction
from communique.evaluation.gold import GoldEvent
from communique.evaluation.measure import Measurement
from communique.evaluation.scores import wrong_values
from communique.types import When

__all__ = ["error_lines", "tables"]


def tables(measurement: Measurement) -> Iterator[Table]:
    """Events, then values, then what must not happen, then statements and figures."""
    yield _events(measurement)
    yield _values(measurement)
    yield _joins(measurement)
    yield _disputes(measurement)
    yield _published(measurement)
    yield _quotes(measurement)
    yield _actors(measurement)
    yield _figures(measurement)


def error_lines(measurement: Measurement) -> Iterator[str]:
    """A line for each event missed or made up, and each wrong value, with the words and their place in the raw text.

    Then a line for each pair of texts that was left apart or wrongly joined, each disagreement that is not shown, or
    shown and not labelled, and one for each quote missed, with the wrong speaker, or found and not labelled; then the
    participants that are not who they should be, and the same as for quotes for figures.
    """
    for alignment in measurement.alignments:
        yield from (_missed(alignment, event) for event in alignment.missed)
        yield from (_false(alignment, found) for found in alignment.false)
        yield from (line for pair in alignment.pairs for line in _wrong(alignment, pair))
    yield from (f"{left} {right}\tleft apart" for left, right in measurement.joins.apart)
    yield from (f"{left} {right}\twrongly joined" for left, right in measurement.joins.wrong)
    yield from (f"{left} {right}\tjoined in {event}, labelled as two" for event, left, right in measurement.joins.mixed)
    yield from measurement.disputes.lines
    for mistake in measurement.published.wrong:
        yield f"{mistake.document}\twrong date of publication\t{mistake.found.edtf} for {mistake.gold}"
    yield from measurement.quotes.lines
    yield from measurement.actors.lines
    yield from measurement.actors.shared_ids
    yield from measurement.figures.lines


def _events(measurement: Measurement) -> Table:
    table = _table("Events", "kind", "found", "missed", "false", "precision", "recall", "F1")
    for kind, tally in measurement.events.kinds.items():
        table.add_row(*_tally_row(kind, tally))
    table.add_section()
    table.add_row(*_tally_row("all", measurement.events.all))
    table.add_row(*_tally_row("main events", measurement.events.main))
    table.add_row(*_tally_row("meeting, talks and summit as one", measurement.lenient.all))
    return table


def _values(measurement: Measurement) -> Table:
    table = _table("Values of the events found", "field", "right", "of", "share")
    values = measurement.values
    table.add_row(*_share_row("start exact", values.start))
    table.add_row(*_share_row("unknown start left null", values.null_kept))
    table.add_row(*_share_row("status", values.status))
    table.add_row(*_share_row("country of the place", values.place))
    table.add_row(*_share_row("PLOVER type", values.plover))
    table.add_row(*_share_row("family, of events found whatever they were taken for", measurement.families))
    people = values.participants
    table.add_row(*_share_row("participants: recall", Share(people.hits, people.hits + people.missed)))
    table.add_row(*_share_row("participants: precision", Share(people.hits, people.hits + people.false)))
    table.add_row("participants: F1", "", "", _percent(people.f1))
    table.add_section()
    table.add_row(*_share_row("names of participants found whole", measurement.names.all))
    table.add_row(*_share_row("the same, by the language model alone", measurement.names.model))
    return table


def _joins(measurement: Measurement) -> Table:
    table = _table("Across texts", "", "count", "of", "share")
    joins = measurement.joins
    table.add_row(*_share_row("pairs of texts on one event that share an event", joins.joined))
    table.add_row("look-alike pairs wrongly joined", str(len(joins.wrong)), str(len(joins.look_alikes)), "")
    table.add_row(*_share_row("pairs of reports in one event that tell of two", joins.other_wrong))
    table.add_row("events found in texts that have none", str(measurement.false_on_negatives), "", "")
    return table


def _disputes(measurement: Measurement) -> Table:
    table = _table("Disagreements", "", "count", "of", "share")
    disputes = measurement.disputes
    table.add_row(*_share_row("listed ones that are shown", disputes.found))
    for field, share in disputes.fields.items():
        if share.of:
            table.add_row(*_share_row(f"  {field}", share))
    table.add_row(*_share_row("shown ones that are listed or labelled", disputes.right))
    return table


def _published(measurement: Measurement) -> Table:
    table = _table("Dates of publication", "", "count", "of", "share")
    dates = measurement.published
    table.add_row(*_share_row("inferred for texts without one", dates.inferred))
    table.add_row(*_share_row("read in texts that have one, without metadata", dates.stated))
    table.add_row("dates that cannot be true", str(len(dates.wrong)), "", "")
    return table


def _quotes(measurement: Measurement) -> Table:
    table = _table("Statements", "", "found", "of", "share")
    quotes = measurement.quotes
    table.add_row(*_share_row("direct quotes with their speaker", quotes.direct))
    table.add_row(*_share_row("direct quotes", quotes.content_direct))
    table.add_row(*_share_row("indirect quotes with their speaker", quotes.indirect))
    table.add_row(*_share_row("indirect quotes", quotes.content_indirect))
    table.add_row(*_share_row("statements made that hold a labelled quote", quotes.labelled))
    table.add_row("statements in texts that tell of no event", str(quotes.on_negatives), "", "")
    return table


def _actors(measurement: Measurement) -> Table:
    table = _table("Actors", "", "right", "of", "share")
    actors = measurement.actors
    table.add_row(*_share_row("country of participants named in the text", actors.country))
    table.add_row(*_share_row("name and office of persons", actors.name_office))
    table.add_row(*_share_row("pairs of texts on one person with one id", actors.same_id))
    table.add_row("pairs of persons under one id", str(len(actors.shared_ids)), "", "")
    table.add_row(*_share_row("country, of participants of events found", actors.paired_country))
    table.add_row(*_share_row("office, of persons in events found", actors.paired_office))
    return table


def _figures(measurement: Measurement) -> Table:
    table = _table("Figures", "", "right", "of", "share")
    figures = measurement.figures
    table.add_row(*_share_row("value and unit", figures.value_unit))
    table.add_row(*_share_row("period or change", figures.period_or_change))
    table.add_row(*_share_row("period and change, where both are labelled", figures.period_and_change))
    table.add_row(*_share_row("period", figures.period))
    table.add_row(*_share_row("change", figures.change))
    table.add_row(*_share_row("figures made that are labelled", figures.labelled))
    return table


def _table(title: str, first: str, *numbers: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first)
    for number in numbers:
        table.add_column(number, justify="right")
    return table


def _tally_row(name: str, tally: Tally) -> tuple[str, ...]:
    counts = (str(tally.hits), str(tally.missed), str(tally.false))
    return (name, *counts, _percent(tally.precision), _percent(tally.recall), _percent(tally.f1))


def _share_row(name: str, share: Share) -> tuple[str, ...]:
    return (name, str(share.right), str(share.of), _percent(share.value))


def _percent(ratio: float | None) -> str:
    return "–" if ratio is None else f"{100 * ratio:.1f}"


def _missed(alignment: Alignment, event: GoldEvent) -> str:
    start = alignment.document.text.index(event.evidence)
    who = ", ".join(participant.name for participant in event.participants)
    weight = "main" if event.main else "background"
    facts = f"{event.type} {event.status} {event.start or 'undated'} ({who}; {weight})"
    return _line(alignment, "missed", facts, start, start + len(event.evidence), event.evidence)


def _false(alignment: Alignment, found: Prediction) -> str:
    claim, (start, end) = found.claim, found.stretches[0]
    who = ", ".join(participant.actor.name for participant in claim.participants)
    facts = f"{claim.kind} {claim.status} {_edtf(claim.start)} ({who}; {claim.salience})"
    return _line(alignment, "false", facts, start, end, alignment.document.text[start:end])


def _wrong(alignment: Alignment, pair: Pair) -> Iterator[str]:
    """A line for each value of an event found that is not the labelled one."""
    start, end = pair.prediction.stretches[0]
    for field, gold, found in wrong_values(pair):
        facts = f"{pair.gold.type}: {found} for {gold}"
        yield _line(alignment, f"wrong {field}", facts, start, end, alignment.document.text[start:end])


def _line(alignment: Alignment, what: str, facts: str, start: int, end: int, words: str) -> str:
    return f"{alignment.document.id}\t{what}\t{facts}\t{start}:{end}\t{' '.join(words.split())}"


def _edtf(when: When | None) -> str:
    return "undated" if when is None else when.edtf
