"""The data folder: clear errors, and sample data never mixed with real data."""

from pathlib import Path

import pytest

from warehouse.errors import StorageError
from warehouse.layout import REAL, SAMPLE, Home


def test_prepare_makes_the_folders(tmp_path: Path) -> None:
    home = Home(tmp_path / "new" / "data")
    home.prepare()
    assert home.landing.is_dir()
    assert home.published.is_dir()
    assert not (home.root / ".writable").exists()


def test_a_file_in_the_way_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StorageError, match=r"Cannot write to the data folder .*ROLECALL_HOME"):
        Home(tmp_path / "data").prepare()


def test_sample_and_real_data_do_not_mix(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.claim(SAMPLE)
    home.claim(SAMPLE)
    with pytest.raises(StorageError, match="holds sample data and this run would add real data"):
        home.claim(REAL)
