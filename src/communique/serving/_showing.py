"""Pages as they are sent: made by the thread that has asked the record, not by the one that all answers pass."""

from __future__ import annotations

from jinja2 import Environment
from litestar import MediaType, Response

__all__ = ["Pages"]


class Pages:
    """Makes pages of templates."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def show(self, template: str, **context: object) -> Response[str]:
        """The page that a template makes of what it is told."""
        return Response(self._environment.get_template(template).render(context), media_type=MediaType.HTML)
