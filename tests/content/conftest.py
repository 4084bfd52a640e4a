"""The tree for every test that changes content."""

from pathlib import Path

import pytest

from tests.content.tree import Tree


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)
