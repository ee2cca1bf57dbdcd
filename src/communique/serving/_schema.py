"""What Litestar's description of the API does not know of our types."""

from __future__ import annotations

from litestar._openapi.schema_generation import SchemaCreator
from litestar.openapi.spec import OpenAPIType, Schema
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from communique.types import Segment

__all__ = ["ArraySchema"]


class ArraySchema(OpenAPISchemaPlugin):
    """A segment is written as an array of its fields, not as an object."""

    @staticmethod
    def is_plugin_supported_type(value: object) -> bool:
        """Whether the type is one that is written so."""
        return value is Segment

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: SchemaCreator) -> Schema:
        """Three integers."""
        length = len(Segment.__struct_fields__)
        return Schema(
            type=OpenAPIType.ARRAY,
            items=Schema(type=OpenAPIType.INTEGER),
            min_items=length,
            max_items=length,
        )
