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


LONGER = {
    "no": "Vi søker en utvikler som skal jobbe med betaling hos oss i Oslo. Du har erfaring med å lage løsninger for"
    " våre kunder, og det er viktig at du kan samarbeide med andre. Vi tilbyr gode vilkår og et sterkt fagmiljø. ",
    "da": "Vi søger en udvikler, der skal arbejde med betaling hos os i København. Du har erfaring med at lave"
    " løsninger til vores kunder, og det er vigtigt, at du kan samarbejde med andre."
    " Vi tilbyder gode vilkår af høj værdi. ",
    "sv": "Vi söker en utvecklare som ska arbeta med betalningar hos oss i Stockholm. Du har erfarenhet av att bygga"
    " lösningar för våra kunder och det är viktigt att du kan samarbeta med andra. Vi erbjuder bra villkor. ",
    "fi": "Etsimme kehittäjää, joka työskentelee maksujen parissa Helsingissä. Sinulla on kokemusta ratkaisujen"
    " rakentamisesta asiakkaillemme, ja on tärkeää, että pystyt tekemään yhteistyötä. Tarjoamme hyvät edut. ",
    "cs": "Hledáme vývojáře, který bude pracovat na platbách v Praze. Máte zkušenosti s tvorbou řešení pro naše"
    " zákazníky a je důležité, abyste uměl spolupracovat s ostatními. Nabízíme dobré podmínky a přátelské prostředí. ",
    "hu": "Fejlesztőt keresünk, aki fizetési megoldásokon dolgozik Budapesten. Van tapasztalatod ügyfeleink számára"
    " készült rendszerekkel, és fontos, hogy jól működj együtt másokkal. Jó feltételeket és erős csapatot kínálunk. ",
    "ro": "Căutăm un dezvoltator care să lucreze la plăți în București. Ai experiență în construirea de soluții pentru"
    " clienții noștri și este important să poți colabora cu alții. Oferim condiții bune și o echipă puternică. ",
    "tr": "İstanbul'da ödemeler üzerinde çalışacak bir geliştirici arıyoruz. Müşterilerimiz için çözüm geliştirme"
    " konusunda deneyiminiz var ve başkalarıyla iş birliği yapabilmeniz önemlidir. İyi koşullar sunuyoruz. ",
    "vi": "Chúng tôi đang tìm một lập trình viên làm việc về thanh toán tại Hà Nội. Bạn có kinh nghiệm xây dựng giải"
    " pháp cho khách hàng và điều quan trọng là bạn có thể hợp tác với người khác. ",
    "el": "Αναζητούμε προγραμματιστή που θα εργάζεται στις πληρωμές στην Αθήνα. Έχετε εμπειρία στην ανάπτυξη λύσεων. ",
    "uk": "Ми шукаємо розробника, який працюватиме над платежами в Києві. Ви маєте досвід створення рішень для наших"
    " клієнтів, і важливо, щоб ви вміли співпрацювати з іншими. ",
    "bg": "Търсим разработчик, който ще работи по плащанията в София. Имате опит в създаването на решения за нашите"
    " клиенти и е важно да можете да си сътрудничите с другите. Предлагаме добри условия в дългосрочен план. ",
    "th": "เรากำลังมองหานักพัฒนาที่จะทำงานด้านการชำระเงินในกรุงเทพฯ คุณมีประสบการณ์ในการสร้างโซลูชันสำหรับลูกค้าของเรา ",
}


@pytest.mark.parametrize("code", LONGER)
def test_languages_with_letters_or_words_of_their_own(code: str) -> None:
    assert language_of(None, LONGER[code] * 3) == code


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
