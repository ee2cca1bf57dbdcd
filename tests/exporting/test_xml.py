"""XML of any text is well-formed, and says the text."""

import io

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from communique.exporting._text import printable
from communique.exporting._xml import Xml


@given(st.text(), st.text())
def test_any_text_is_read_back(words: str, value: str) -> None:
    stream = io.BytesIO()
    xml = Xml(stream)
    with xml.element("whole", {"value": value, "unknown": None}):
        xml.leaf("part", text=words)
    root = etree.fromstring(stream.getvalue())
    part = root.find("part")
    assert part is not None
    assert (part.text or "") == printable(words).replace("\r\n", "\n").replace("\r", "\n")  # as XML reads line ends
    assert root.get("value") == printable(value)
    assert root.get("unknown") is None
