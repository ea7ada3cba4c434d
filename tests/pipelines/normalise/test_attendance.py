import pytest

from pipelines.normalise.challenges.attendance import attendance_of
from warehouse.readings import PlaceReading


@pytest.mark.parametrize(
    ("stated", "mode"),
    [
        ("online", "online"),
        ("globe", "online"),
        ("Offline", "offline"),
        ("map-marker-alt", "offline"),
        ("in_person", "offline"),
        ("IRL", "offline"),
        ("hybrid", "mixed"),
        ("hybrid_physical", "mixed"),
        ("both", "mixed"),
        ("somehow", None),
        (None, None),
    ],
)
def test_stated_words(stated: str | None, mode: str | None) -> None:
    assert attendance_of(stated, None) == mode


@pytest.mark.parametrize(
    ("place", "mode"),
    [
        ("Oak Hall", "offline"),
        ("", "offline"),
        ("Online", "online"),
        (" ONLINE' ", "online"),
        ("Virtual", "online"),
        ("Remote ", "online"),
        ("Zoom", "online"),
        ("Starlight Discord ", "online"),
        ("https://oak.example/discord", "online"),
        ("Preliminaries : Online (Global)", "online"),
        ("online there will be no on-site location", "online"),
        ("Oak Hall/Virtual", "mixed"),
        ("Oak Convention Center & Online", "mixed"),
        ("Oak Hall and online", "mixed"),
        ("Online&gt;Delhi India&gt;Japan", "mixed"),
        ("6 in-person, 3 community & virtually", "mixed"),
        ("Oak High School/Hybrid", "mixed"),
        ("Discord & Oak Markham", "mixed"),
        ("Virtual University Park", "offline"),
        ("Zoom HQ, San Jose", "offline"),
    ],
)
def test_a_place_on_the_map_may_be_online(place: str, mode: str) -> None:
    assert attendance_of("map-marker-alt", PlaceReading(text=place)) == mode


def test_a_place_does_not_overrule_a_platform_that_says_online() -> None:
    assert attendance_of("globe", PlaceReading(text="Oak Hall")) == "online"
    assert attendance_of(None, PlaceReading(text="Online")) is None
