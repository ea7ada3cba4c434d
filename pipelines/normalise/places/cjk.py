"""Japanese, Chinese and Korean addresses: from the large to the small, without commas. Out come the names of places."""

import re

_SCRIPT = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
#: cities by their usual English name; the district behind one is left out
_CITIES = {
    "Tokyo": "東京都?", "Osaka": "大阪府?大阪市|大阪市?", "Kyoto": "京都府?京都市|京都市?",
    "Nagoya": "(?:愛知県)?名古屋市?",
    "Yokohama": "(?:神奈川県)?横浜市?", "Fukuoka": "(?:福岡県)?福岡市|福岡", "Sapporo": "(?:北海道)?札幌市?",
    "Kobe": "(?:兵庫県)?神戸市?", "Sendai": "(?:宮城県)?仙台市?",
    "Beijing": "北京市?", "Shanghai": "上海市?", "Shenzhen": "(?:广东省)?深圳市?", "Guangzhou": "(?:广东省)?广州市?",
    "Hangzhou": "(?:浙江省)?杭州市?", "Chengdu": "(?:四川省)?成都市?", "Nanjing": "(?:江苏省)?南京市?",
    "Suzhou": "(?:江苏省)?苏州市?", "Wuhan": "(?:湖北省)?武汉市?", "Tianjin": "天津市?", "Chongqing": "重庆市?",
    "Xiamen": "(?:福建省)?厦门市?", "Dalian": "(?:辽宁省)?大连市?", "Qingdao": "(?:山东省)?青岛市?",
    "Taipei": "[台臺]北市?", "Hsinchu": "新竹[市縣]?", "Taichung": "[台臺]中市?", "Kaohsiung": "高雄市?",
    "Hong Kong": "香港", "Singapore": "新加坡",
    "Seoul": "서울(?:특별시|시)?",
    "Busan": "부산(?:광역시|시)?",
    "Incheon": "인천(?:광역시|시)?", "Daejeon": "대전(?:광역시|시)?", "Pangyo": "판교",
}  # fmt: skip
_KNOWN = tuple((city, re.compile(pattern)) for city, pattern in _CITIES.items())
#: region and city of an address, by the country whose words for them these are
_ADDRESSES = (
    ("Japan", re.compile(r"(北海道|(?:京都|大阪)府|[\u4e00-\u9fff]{2,3}県)\s?(\S{1,5}?[市郡])?")),
    ("China", re.compile(r"([\u4e00-\u9fff]{2,3}省)\s?([\u4e00-\u9fff]{2,4}?市)?")),
    ("Taiwan", re.compile(r"()([桃新][園北]市|[臺台]南市|基隆市|嘉義[市縣]|[\u4e00-\u9fff]{2}縣)")),
    (
        "South Korea",
        re.compile(
            r"((?:경기|강원|충청[남북]|전라[남북]|경상[남북]|제주)(?:특별자치)?도|대구|광주|울산|세종)"
            r"\S*\s?(\S{1,3}시)?"
        ),
    ),
)  # fmt: skip
_COUNTRIES = {
    "日本": "Japan", "中国": "China", "中國": "China", "대한민국": "South Korea", "한국": "South Korea",
    "台灣": "Taiwan", "台湾": "Taiwan", "臺灣": "Taiwan",
}  # fmt: skip


def cjk_names(segment: str) -> list[str]:
    """The names of the place that such an address says, the city first; nothing for any other text."""
    if segment.isascii() or not _SCRIPT.match(segment):
        return []
    country = next((name for word, name in _COUNTRIES.items() if segment.startswith(word)), None)
    address = re.sub(r"^(?:日本|中[国國]|대한민국|한국|[台臺][灣湾])[\s,、・·-]*(?=\S)", "", segment)
    if city := next((city for city, pattern in _KNOWN if pattern.match(address)), None):
        return [city]
    for name, pattern in _ADDRESSES:
        if found := pattern.match(address):
            return [*filter(None, found.group(2, 1)), name] if found[2] else [name]
    return [country] if country and address == segment else []
