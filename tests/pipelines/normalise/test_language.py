import pytest

from pipelines.normalise.language import language_of

ENGLISH = (
    "We are looking for a product manager who will work with our team and with customers. You will own the roadmap of "
)
GERMAN = (
    "Wir suchen eine Person, die mit uns und für unsere Kunden arbeitet. Du bist offen und hast Freude an der Arbeit. "
)
FRENCH = (
    "Nous cherchons une personne pour notre équipe. Vous travaillez avec les clients et vous êtes une force pour nous. "
)
JAPANESE = (
    "私たちはプロダクトマネージャーを募集しています。チームと一緒"
    "に働き、お客様の課題を解決する仕事です。経験者を歓迎します。"
)


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-US", "en"),
        ("pt_BR", "pt"),
        ("zhHant", "zh"),
        ("zh-Hans", "zh"),
        ("German", "de"),
        ("deu", "de"),
        ("ger", "de"),
        ("xx", None),
        ("klingon", None),
        ("", None),
        (None, None),
    ],
)
def test_stated_languages(stated: str | None, code: str | None) -> None:
    assert language_of(stated, None) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH * 3, "en"),
        (GERMAN * 3, "de"),
        (FRENCH * 3, "fr"),
        (JAPANESE * 2, "ja"),
        (ENGLISH, None),
        (ENGLISH * 2 + GERMAN * 2, None),
        ("Senior Product Manager " * 30, None),
        (None, None),
    ],
)
def test_a_longer_text_speaks_for_itself_where_plain(text: str | None, code: str | None) -> None:
    assert language_of(None, text) == code


def test_the_stated_language_wins() -> None:
    assert language_of("fr", ENGLISH * 3) == "fr"
