"""The examples in the docstrings of crawl/ and archive/ are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import extractor.archive
import extractor.crawl

MODULES = [
    module.name
    for package in (extractor.archive, extractor.crawl)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
