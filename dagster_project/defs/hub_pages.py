"""From a hub's file to the texts of its page in the published file: classify and publish meet here, not in imports."""

from pipelines.classify.hub_files import Hub, shipped_hubs
from pipelines.publish import HubTexts
from warehouse.vocabulary import Level


def hub_texts() -> list[HubTexts]:
    """Every hub with the texts of its page, by name."""
    return [_texts(hub) for hub in shipped_hubs()]


def _texts(hub: Hub) -> HubTexts:
    named = {rung.level for rung in hub.levels}
    return HubTexts(
        hub.hub,
        hub.name,
        hub.tagline.strip(),
        definition=hub.definition.strip(),
        why_it_matters=hub.why_it_matters.strip(),
        career_paths=hub.career_paths.strip(),
        practice=hub.practice.strip(),
        faq=tuple((entry.question.strip(), entry.answer.strip()) for entry in hub.faq),
        # the ladder from below; a file orders its steps by which one is looked for first
        levels=tuple(level for level in Level if level in named),
    )
