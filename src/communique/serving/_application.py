"""The ASGI application."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from litestar import Litestar, MediaType, Request
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Template
from litestar.static_files import create_static_files_router
from litestar.template.config import TemplateConfig

from communique.serving._filters import FILTERS
from communique.serving._pages import PAGES
from communique.serving._readers import Readers
from communique.serving._security import protect
from communique.serving._settings import Settings
from communique.types import CommuniqueError, UsageError

__all__ = ["application"]

_HERE = Path(__file__).parent
_DAY = "public, max-age=86400"


def application(settings: Settings) -> Litestar:
    """The pages of the record that ``settings`` name. Raises ``RecordError`` where it cannot be opened."""
    readers = Readers(settings)
    with readers.reading():
        pass  # tells at once what the first page would find
    return Litestar(
        route_handlers=[*PAGES, create_static_files_router("/static", [_HERE / "static"], cache_control=None)],
        dependencies={"readers": Provide(lambda: readers, use_cache=True, sync_to_thread=False)},
        template_config=TemplateConfig(engine=JinjaTemplateEngine.from_environment(_environment())),
        exception_handlers={HTTPException: _http_error, CommuniqueError: _own_error},
        before_send=[protect],
        allowed_hosts=AllowedHostsConfig(allowed_hosts=list(settings.hosts), www_redirect=False),
        compression_config=CompressionConfig(backend="gzip", minimum_size=1_000, gzip_compress_level=4),
        on_shutdown=[readers.close],
        openapi_config=None,
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    return environment


def _http_error(request: Request[None, None, State], error: HTTPException) -> Template:
    return _error(error.status_code, error.detail)


def _own_error(request: Request[None, None, State], error: CommuniqueError) -> Template:
    return _error(400 if isinstance(error, UsageError) else 503, str(error))


def _error(status: int, text: str) -> Template:
    return Template(
        "error.html", context={"status": status, "text": text}, status_code=status, media_type=MediaType.HTML
    )
