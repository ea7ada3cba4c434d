"""Devpost's hackathon list on the wire: `GET devpost.com/api/hackathons?page=N&status[]=upcoming&status[]=open`."""

import re
from collections.abc import Iterator
from typing import Any

from spiders.sample_sites.material.dice import Dice
from spiders.sample_sites.material.vacancies import data

THEMES = {
    "Blockchain": 1, "Fintech": 3, "Gaming": 4, "Machine Learning/AI": 6, "IoT": 7, "Cybersecurity": 9,
    "Communication": 10, "Productivity": 11, "Lifehacks": 12, "Social Good": 13, "Music/Art": 15, "Low/No Code": 17,
    "Design": 18, "Education": 19, "E-commerce/Retail": 20, "Enterprise": 21, "Open Ended": 22, "Beginner Friendly": 23,
    "Web": 25, "Mobile": 26, "Databases": 28, "Serverless": 29,
}  # fmt: skip
PRIZE = re.compile(r"(?P<currency>\D*)(?P<amount>[\d,]+)")


def pages() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, address and answer of every page; the page after the last is empty, as on the real site."""
    entries, per_page = data("challenges/devpost.yaml")["hackathons"], data("challenges/devpost.yaml")["per_page"]
    starts = range(0, len(entries) + per_page, per_page)
    meta = {"total_count": len(entries), "per_page": per_page, "fuzzy": False}
    for page, start in enumerate(starts, start=1):
        shown = [_hackathon(entry) for entry in entries[start : start + per_page]]
        address = f"https://devpost.com/api/hackathons?page={page}&status[]=upcoming&status[]=open"
        yield f"hackathons-{page}", address, {"hackathons": shown, "meta": meta}


def _hackathon(entry: dict[str, Any]) -> dict[str, Any]:
    site = f"https://{entry['slug']}.devpost.com/"
    picture = f"challenge_thumbnails/{Dice('devpost', entry['id']).hex()[:3]}/medium_square.png"
    return {
        "id": entry["id"],
        "title": entry["title"],
        "displayed_location": {
            "icon": "globe" if entry["where"] == "Online" else "map-marker-alt",
            "location": entry["where"],
        },
        "open_state": entry["state"],
        "thumbnail_url": f"//d112y698adiu2z.cloudfront.net/photos/production/{picture}",
        "analytics_identifier": f"{entry['title'].strip()} ({entry['id']})",
        "url": site,
        "time_left_to_submission": "Upcoming" if entry["state"] == "upcoming" else "about 1 month left",
        "submission_period_dates": entry["dates"],
        "themes": [{"id": THEMES[name], "name": name} for name in entry["themes"]],
        "prize_amount": PRIZE.sub(r"\g<currency><span data-currency-value>\g<amount></span>", entry["prize"]),
        "prizes_counts": {"cash": entry["cash"], "other": entry.get("other", 0)},
        "registrations_count": entry["joined"],
        "featured": entry.get("featured", False),
        "organization_name": entry["org"],
        "winners_announced": False,
        "submission_gallery_url": f"{site}project-gallery",
        "start_a_submission_url": f"{site}challenges/start_a_submission",
        "invite_only": "invite" in entry,
        "eligibility_requirement_invite_only_description": entry.get("invite"),
        "managed_by_devpost_badge": entry.get("managed", False),
    }
