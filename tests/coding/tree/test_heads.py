"""Questions of heads, asked of tokens that may not make a tree yet."""

import msgspec
import pytest

from communique.coding.tree._heads import lies_under
from communique.parsing import Token, parse

TOKENS = parse("Peru sent soldiers to Kenya.", whole=True).sentences[0].tokens


def at(word: str) -> int:
    return next(i for i, token in enumerate(TOKENS) if token.text == word)


def test_a_token_lies_under_itself_and_all_above_it() -> None:
    assert lies_under(TOKENS, at("Kenya"), at("Kenya"))
    assert lies_under(TOKENS, at("Kenya"), at("sent"))


@pytest.mark.parametrize(("index", "top"), [("sent", "Kenya"), ("Peru", "soldiers")])
def test_and_under_nothing_else(index: str, top: str) -> None:
    assert not lies_under(TOKENS, at(index), at(top))


def test_a_circle_is_walked_once() -> None:
    circle: list[Token] = list(TOKENS)
    circle[0] = msgspec.structs.replace(circle[0], head=1)
    circle[1] = msgspec.structs.replace(circle[1], head=0)
    assert not lies_under(circle, 0, len(circle) - 1)
