"""The ASGI application."""

from __future__ import annotations

import gc
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from litestar import Litestar
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template.config import TemplateConfig
from markupsafe import Markup

from communique.codebook import codebook, countries
from communique.serving._api import API, LONGEST_TEXT
from communique.serving._errors import ERRORS
from communique.serving._exports import EXPORTS
from communique.serving._filters import FILTERS
from communique.serving._freshness import Freshness
from communique.serving._judging import JUDGING
from communique.serving._origin import same_origin
from communique.serving._pages import PAGES
from communique.serving._readers import Readers
from communique.serving._reading import READING
from communique.serving._review import REVIEW, queue
from communique.serving._schema import ArraySchema
from communique.serving._security import protect
from communique.serving._session import judge_of
from communique.serving._settings import Settings
from communique.serving._showing import Pages
from communique.serving._static import STATIC, static_url
from communique.serving._threads import take_turns

__all__ = ["application"]

_HERE = Path(__file__).parent
_LARGEST_BODY = 4 * LONGEST_TEXT + 10_000
"""Bytes: a character has four at most."""


def application(settings: Settings) -> Litestar:
    """The pages of the record that ``settings`` name. Raises ``RecordError`` where it cannot be opened."""
    readers = Readers(settings)
    with readers.reading():
        pass  # tells at once what the first page would find
    freshness, doubtful = Freshness(settings, readers), queue()
    environment = _environment(settings)
    pages = Pages(environment)
    return Litestar(
        route_handlers=[
            *PAGES,
            *EXPORTS,
            *READING,
            *JUDGING,
            *REVIEW,
            API,
            *STATIC,
        ],
        dependencies={
            "readers": Provide(lambda: readers, use_cache=True, sync_to_thread=False),
            "pages": Provide(lambda: pages, use_cache=True, sync_to_thread=False),
            "queue": Provide(lambda: doubtful, use_cache=True, sync_to_thread=False),
            "judge": Provide(judge_of, sync_to_thread=False),
            "settings": Provide(lambda: settings, use_cache=True, sync_to_thread=False),
        },
        guards=[same_origin],
        template_config=TemplateConfig(engine=JinjaTemplateEngine.from_environment(environment)),
        exception_handlers=ERRORS,
        before_request=freshness.answer,
        before_send=[protect, freshness.stamp],
        allowed_hosts=AllowedHostsConfig(allowed_hosts=list(settings.hosts), www_redirect=False),
        compression_config=CompressionConfig(
            backend="gzip", minimum_size=1_000, gzip_compress_level=1, exclude="^/static/"
        ),
        on_startup=[take_turns, _settle],
        on_shutdown=[readers.close],
        request_max_body_size=_LARGEST_BODY,
        openapi_config=_described(),
        plugins=[ArraySchema()],
    )


def _settle() -> None:
    """What was loaded stays, and is not looked through whenever memory is collected."""
    gc.collect()
    gc.freeze()


def _described() -> OpenAPIConfig:
    """The description of the API, without the pages that would be fetched from elsewhere to show it."""
    return OpenAPIConfig(
        title="Communiqué",
        version=version("communique"),
        description="A record of diplomacy: events with their reports, documents with their claims.",
        use_handler_docstrings=True,
        path="/openapi",
        render_plugins=[JsonRenderPlugin(path=["/openapi.json", "/"])],
    )


def _environment(settings: Settings) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    environment.globals["static"] = static_url
    environment.globals["writable"] = settings.token is not None
    environment.globals["families"] = sorted({kind.family for kind in codebook().kinds})
    options = environment.get_template("_countries.html").render(countries=countries())
    environment.globals["country_options"] = Markup(options)
    return environment
