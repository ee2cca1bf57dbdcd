"""What the commands are for, in the words of their help; kept apart so that help loads none of them."""

from __future__ import annotations

import msgspec

__all__ = ["COMMANDS", "EXAMPLES", "SUMMARY", "Command"]


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """A command's help: a line for the list, how it is called, what more there is to know, examples."""

    name: str
    usage: str
    summary: str
    details: str
    examples: tuple[str, ...]


SUMMARY = """Read news and keep the record of diplomacy: who met whom, where, when, on whose word.

SOURCE is a file, a folder, an archive (WARC, zip, tar, mailbox), a table (.jsonl .csv .parquet), a web address (of \
an article, a feed or a list of feeds), or - for standard input.

Exit codes: 0 done, 1 some inputs could not be read (each is named on stderr), the output could not be \
written, or check found faults; 2 wrong use; 3 the record cannot be opened.
"""
EXAMPLES = (
    "communique code article.txt",
    "communique read news/ --record africa.db",
    "communique events --country KEN --from 2024-05 --record africa.db",
    "communique events --help",
)
COMMANDS = (
    Command(
        name="code",
        usage="communique code SOURCE... [--discover] [--map COLUMNS] [--model NAME]",
        summary="Code documents: one JSON object a document on stdout; nothing is stored.",
        details=(
            "Every value that comes from the text has its characters (start, end, text) in the document's "
            "text. Inputs that cannot be read are named on stderr, and the others go on."
        ),
        examples=(
            "communique code article.txt",
            "cat article.txt | communique code -",
            "communique code news/ > codings.jsonl",
        ),
    ),
    Command(
        name="read",
        usage="communique read SOURCE... [--record PATH] [--discover] [--map COLUMNS] [--model NAME] [--workers N]",
        summary="Read documents into the record, and say what is new.",
        details=(
            "The record is made where there is none. A document that is there with the same text changes "
            "nothing; with another text it is a new version. A run that was interrupted is completed by "
            "the next one. Of a feed, a list of feeds or a sitemap all articles are fetched that the record does not "
            "have (docs/web.md). Needs communique[feeds] for web addresses."
        ),
        examples=(
            "communique read news/",
            "communique read today.jsonl --record africa.db",
            "communique read https://news.example.org/world/rss.xml",
        ),
    ),
    Command(
        name="watch",
        usage="communique watch FEEDS... [--every 15m] [--once] [filters] [--config FILE] [--record PATH]",
        summary="Keep reading feeds into the record, and tell of events that are new or changed.",
        details=(
            "FEEDS are addresses of feeds, lists of feeds and sitemaps, or files with a list: OPML, or one address a "
            "line. Events that meet all filters are printed as they come; a file of settings (docs/web.md) tells "
            "of them by webhook, e-mail and Atom too. Runs until it is interrupted, and goes on where it was when it "
            "runs again. Needs communique[feeds]."
        ),
        examples=(
            "communique watch feeds.opml --record africa.db",
            "communique watch feeds.opml --country KEN --status planned",
            "communique watch --config desk.toml --once",
        ),
    ),
    Command(
        name="events",
        usage="communique events [filters] [--format FORMAT] [--record PATH]",
        summary="List events as a table, JSON, JSON Lines or CSV.",
        details=(
            'In the table "Src" counts independent sources out of all documents, and "≠" names the fields '
            "in which reports disagree. All filters must hold."
        ),
        examples=(
            "communique events --country KEN --status planned",
            "communique events --actor lavrov --from 2024 --format csv > lavrov.csv",
            "communique events --text '\"border closure\"' --format jsonl",
        ),
    ),
    Command(
        name="show",
        usage="communique show ID [--why] [--json] [--record PATH]",
        summary="Show one event with every report side by side, one document with its claims, or one actor.",
        details=(
            "ID may be shortened as long as it is the beginning of one id only. --why tells of an event why each "
            "report was joined, and which events it resembles and is not one with."
        ),
        examples=("communique show e4kq2x7na", "communique show e4kq --why", "communique show e4kq --json"),
    ),
    Command(
        name="timeline",
        usage="communique timeline [filters] [--json] [--record PATH]",
        summary="Show events by date, a month at a time.",
        details=(
            "● happened or going on, ○ planned or possible, × cancelled, postponed or denied. Events known "
            "to the year only stand before its months, undated ones at the end. All filters must hold."
        ),
        examples=("communique timeline --actor lavrov --from 2024", "communique timeline --country KEN"),
    ),
    Command(
        name="statements",
        usage="communique statements [filters] [--format FORMAT] [--record PATH]",
        summary="List what somebody is reported to have said, as a table, JSON, JSON Lines or CSV.",
        details=(
            "Statements are listed by the day on which their report was published; the words of a table may be "
            "shortened. Offsets are characters of the document's text. All filters must hold."
        ),
        examples=(
            "communique statements --actor 'wang yi' --from 2024",
            "communique statements --country KEN --kind direct --format csv > kenya.csv",
            "communique statements --text '\"grain corridor\"' --format jsonl",
        ),
    ),
    Command(
        name="figures",
        usage="communique figures [filters] [--format FORMAT] [--record PATH]",
        summary="List figures as a table, JSON, JSON Lines or CSV: value, unit, of what, when, how it moved.",
        details=(
            "Money is in ISO 4217 (USD), people are counted as people, other things by the noun of the text. "
            "Every figure has its document and the characters that it was read from. All filters must hold."
        ),
        examples=(
            "communique figures --unit USD --of trade",
            "communique figures --from 2024 --format csv > figures.csv",
        ),
    ),
    Command(
        name="export",
        usage="communique export [FORMAT] [filters] [-o PATH] [--OPTION VALUE] [--record PATH]",
        summary="Write events in a format that other programs read.",
        details=(
            "FORMAT is one of csv, parquet, jsonl, geojson, gexf, ics, atom, jsonld, ftm, gdelt, plover. "
            "Without it the formats are listed, each with its options and what it cannot carry. The output goes to "
            "standard output, or to a file that is replaced only by a whole one. All filters must hold."
        ),
        examples=(
            "communique export",
            "communique export csv --country KEN --from 2024 -o kenya.csv",
            "communique export csv --table participants > participants.csv",
        ),
    ),
    Command(
        name="actors",
        usage="communique actors [filters] [--format FORMAT] [--record PATH]",
        summary="List the actors of events as a table, JSON, JSON Lines or CSV, those with the most events first.",
        details=(
            "--actor and --country choose the actors themselves, the other filters the events that count. Offices "
            "are those that events give, the most frequent first. communique show ID shows one actor with its events."
        ),
        examples=(
            "communique actors --country KEN",
            "communique actors --kind visit --from 2024 --format csv > visitors.csv",
        ),
    ),
    Command(
        name="changes",
        usage="communique changes [--since TIME] [--event ID] [--format FORMAT] [--record PATH]",
        summary="List what changed about events and documents, and when, oldest first.",
        details=(
            "Events are added, updated, merged, split, withdrawn, judged, rejected and restored; documents replaced by "
            "another version or recoded. No row is ever changed or deleted."
        ),
        examples=(
            "communique changes --since 2024-05-13",
            "communique changes --since 2024-05-13T09:00+02:00 --format jsonl",
            "communique changes --event e4kq",
        ),
    ),
    Command(
        name="review",
        usage="communique review [--limit N] [--by NAME] [--format FORMAT] [--record PATH]",
        summary="Go through what is most doubtful, and judge it with a key each.",
        details=(
            "Asked are pairs that may be one event, and events that rest on little: s same, d different, k keep, "
            "r reject, ? skip, u undo, q quit. From a pipe the first letter of each line is the key. With --format "
            "table, json, jsonl or csv the questions are listed only."
        ),
        examples=("communique review --by anna", "communique review --format json", "yes '?' | communique review"),
    ),
    Command(
        name="judge",
        usage="communique judge ACTION... [--by NAME] [--note TEXT] [--format FORMAT] [--record PATH]",
        summary="Decide what the program got wrong, undo it, or list what was decided.",
        details=(
            "same A B: two events are one. different A B: they are two; different EVENT DOCUMENT sets a report apart. "
            "reject A: it is no event; keep A: it is one, as told. set A FIELD VALUE: kind, status, start, end or "
            "place. undo [N]: takes a judgement back, the last one by default. list shows all, adopt FILE takes in "
            "those of another record. A judgement outranks what the program decides, also after coding anew; of two "
            "that contradict the later wins."
        ),
        examples=(
            "communique judge same e4kq eb5g --note 'one journey'",
            "communique judge different e4kq report-17 --by anna",
            "communique judge set e4kq place 'Gleneagles, GBR'",
            "communique judge undo",
            "communique judge list --format jsonl > judged.jsonl",
        ),
    ),
    Command(
        name="recode",
        usage="communique recode [--all] [--model NAME] [--workers N] [--record PATH]",
        summary="Code the documents of a record anew, and say what changed.",
        details=(
            "Those that another version of the codebook has coded; with --all, or another model, all. Judgements and "
            "the ids of events are kept. A run that was interrupted is gone on with by the same command."
        ),
        examples=("communique recode --record africa.db", "communique recode --model en_core_web_lg"),
    ),
    Command(
        name="search",
        usage="communique search WORDS... [--limit N] [--format FORMAT] [--record PATH]",
        summary="Find events and documents by their words, the best first.",
        details=(
            "All words must stand in an event's title, people, place or topics, or in a document's title or text; "
            "phrases in double quotes; case and accents do not matter. JSON has both lists; a line of JSON Lines says "
            'with "found" which it is.'
        ),
        examples=("communique search grain corridor", "communique search '\"state visit\"' Lisbon --format json"),
    ),
    Command(
        name="sql",
        usage="communique sql [QUERY] [--format FORMAT] [-o FILE] [--snapshot FOLDER] [--record PATH]",
        summary="Answer a question in SQL (DuckDB's) over the record's tables; without one, list the tables.",
        details=(
            "Tables: events, participants, claims, statements, figures, documents, actors, changes. A query can read "
            "them and do nothing else: files, the network and settings are closed to it. - reads the query from "
            "standard input. Over a large record make a snapshot once and ask that: it is many times faster."
        ),
        examples=(
            'communique sql "SELECT kind, count(*) FROM events GROUP BY kind ORDER BY 2 DESC"',
            'communique sql "PIVOT events ON status GROUP BY kind" --format csv > kinds.csv',
            "communique sql - --snapshot snapshot/ < question.sql",
        ),
    ),
    Command(
        name="snapshot",
        usage="communique snapshot FOLDER [--no-texts] [--record PATH]",
        summary="Write the record's tables as Parquet files, all of one moment.",
        details=(
            "One file a table, with typed columns (docs/sql.md): events.parquet, claims.parquet … Files of an "
            "earlier snapshot are replaced when all are complete. --no-texts leaves out the documents' texts."
        ),
        examples=("communique snapshot snapshot/", "communique snapshot share/ --no-texts --record africa.db"),
    ),
    Command(
        name="check",
        usage="communique check [--deep] [--repair] [--json] [--record PATH]",
        summary="Check that the record is sound, and say what to do where it is not.",
        details=(
            "Looks at SQLite's pages, references and full-text indexes; at every claim, and every span, which must "
            "quote its text; at events, which must be what their claims derive to (about 1,000 of them, all with "
            "--deep, which also joins all claims anew in a copy); at redirects and the log. --repair mends what can be "
            "derived anew. Nothing is changed without it. Exit code 1 where faults are left."
        ),
        examples=("communique check", "communique check --deep --json", "communique check --repair --record africa.db"),
    ),
    Command(
        name="compact",
        usage="communique compact [--record PATH]",
        summary="Pack the record's file and its full-text indexes, and say what was gained.",
        details="Others may go on reading; where another program writes, it waits ten seconds and then gives up.",
        examples=("communique compact", "communique compact --record africa.db"),
    ),
    Command(
        name="codebook",
        usage="communique codebook [KIND] [--json]",
        summary="Show the codebook: the kinds of event, or the whole entry of one.",
        details=(
            "KIND is a kind or a family. An entry gives definition, PLOVER type and mode, CAMEO code, roles, the words "
            "that tell of it, examples with their coding and counter-examples. The version is the one that a record "
            "stores with every document that it has coded."
        ),
        examples=("communique codebook", "communique codebook statement", "communique codebook expulsion --json"),
    ),
    Command(
        name="evaluate",
        usage="communique evaluate GOLD [--json | --errors] [--model NAME]",
        summary="Measure the coder on texts that you have labelled.",
        details=(
            "GOLD is a gold.jsonl, or the folder that holds one, with its texts beside it. Tables count events "
            "found, missed and false by kind, and how right participants, dates, status, places and quotes are; "
            "--errors lists each mistake with its words and their place in the text. A line that cannot be used is "
            "named with its field, and nothing is measured."
        ),
        examples=(
            "communique evaluate labelled/",
            "communique evaluate labelled/gold.jsonl --errors",
            "communique evaluate labelled/ --json > figures.json",
        ),
    ),
    Command(
        name="serve",
        usage="communique serve [--host ADDRESS] [--port PORT] [--record PATH] [--workers N]",
        summary="Show the record in a browser.",
        details=(
            "Pages for the timeline, events, reports and actors, at 127.0.0.1 unless another address is given. All "
            "that the pages need is shipped: they ask no other site for anything. Needs communique[web]."
        ),
        examples=("communique serve --record africa.db", "communique serve --port 9000"),
    ),
    Command(
        name="schema",
        usage="communique schema [coding|event|statement]",
        summary="Print the JSON Schema of the output of code, of events or of statements.",
        details=(
            "Draft 2020-12, with a version; coding is one line of the output of code, event and statement one "
            "line of events and statements --format jsonl."
        ),
        examples=("communique schema", "communique schema event"),
    ),
)
