"""Claims -> Facts and Findings: contradiction, difference of basis, slip, or copy? See README.md."""

from extractor.reconcile.engine import check_article, reconcile, reconcile_group, reconcile_keys
from extractor.reconcile.findings import by_urgency
from extractor.reconcile.judgements import Ruling, history, in_force, kept, ruled
from extractor.reconcile.keys import core_key, group_keys, keys_of
from extractor.reconcile.model import Reconciliation

__all__ = [
    "Reconciliation",
    "Ruling",
    "by_urgency",
    "check_article",
    "core_key",
    "group_keys",
    "history",
    "in_force",
    "kept",
    "keys_of",
    "reconcile",
    "reconcile_group",
    "reconcile_keys",
    "ruled",
]
