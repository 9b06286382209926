"""What all domain types share."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: immutable, compared by content, closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def trusted(cls, values: dict[str, Any]) -> Self:
        """The model without validation, for values that this project made itself; every field must be given.

        A figure is made in a few microseconds this way, and millions of them are.
        """
        made = object.__new__(cls)
        _set_values(made, values)
        _set_fields(made, _fields(cls))
        _set_extra(made, None)
        _set_private(made, None)
        return made

    def changed(self, values: dict[str, Any]) -> Self:
        """A copy with some fields replaced, without validation: as `trusted`, for values of our own making."""
        return self.trusted({**self.__dict__, **values})


_set_values, _set_fields, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
"""The slots of every model, which frozen models do not let be set by name; found once, since a claim fills forty."""


@cache
def _fields(model: type[BaseModel]) -> set[str]:
    return set(model.model_fields)


def content_id(*parts: object) -> str:
    """A short content address: the first 16 hex digits of the parts' SHA-256.

    Parts are joined by a unit separator, so ("ab", "c") and ("a", "bc") differ.
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
