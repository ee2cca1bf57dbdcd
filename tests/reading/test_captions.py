import pytest

from communique.reading._captions import is_caption


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ana Silva shakes the king's hand. (Photo: POOL / AFP)",
        "The envoys (L) and (R) before the talks in Rome",
        "The embassy with its flag, June 26, 2016. REUTERS photo",
        "Ambassador Jane Roe, January 29, 2018. /VCG Photo",
        "Powell signs the accord as a witness, Nairobi, Sunday, Jan. 9, 2005. (AP)",
        "Second from left: the president; on the right his colleague.",
        "Photo: the opening of the conference.",
        "AP Photo/Jane Roe",
        "Camera Icon It is done. Credit: Gazette",
        "Ministers at the border in May (Agency via Xinhua)",
    ],
)
def test_captions(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that a photo of the letter would be published on Monday.",
        "He left open a new meeting. (IANS)",
        "The United States and China spoke about Taiwan, Iran and the war.",
        "Credit for the truce goes to Norway, whose envoys drafted the memorandum.",
        "The right to vote was discussed, and so were (at length) the tariffs.",
    ],
)
def test_sentences(text: str) -> None:
    assert not is_caption(text)
