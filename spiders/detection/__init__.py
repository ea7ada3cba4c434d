"""Which platform and board a careers address belongs to: from the URL alone, or from its page (`pages`, `visit`)."""

from spiders.detection.urls import detect, detect_by_form

__all__ = ["detect", "detect_by_form"]
