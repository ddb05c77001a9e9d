"""What a seller's helper reads at the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands.import_catalogue import import_
from bot.commands.import_words import problem_line, refusal_line
from services.importing.problems import Kind, Problem
from storage.catalogue_files import limits
from tests.importing.seller_files import cup, cups, write_csv


def run(folder: Path, *arguments: str) -> Result:
    where = ["--database-url", f"sqlite:///{folder / 'yijia.db'}", "--files-url", str(folder / "kept")]
    return CliRunner().invoke(import_, [*arguments, *where])


def test_a_good_file_ends_with_counts_and_success(tmp_path: Path) -> None:
    result = run(tmp_path, str(write_csv(tmp_path, cups(3))))

    assert result.exit_code == 0
    assert "3 rows of 1 supplier read: 3 new, 0 changed, 0 as before." in result.output
    assert "Checking rows: 3" in result.stderr


def test_a_bad_row_is_told_with_row_column_value_and_what_to_do(tmp_path: Path) -> None:
    result = run(tmp_path, str(write_csv(tmp_path, [cup(), cup(sku="C-2", moq="1,000")])))

    assert result.exit_code == 1
    assert "Row 3: moq should be a whole number" in result.stderr
    assert "“1,000”" in result.stderr
    assert "Nothing was imported" in result.stdout


def test_a_dry_run_checks_and_touches_nothing(tmp_path: Path) -> None:
    result = run(tmp_path, "--dry-run", str(write_csv(tmp_path, cups(2))))

    assert result.exit_code == 0
    assert "dry run" in result.stdout
    assert not (tmp_path / "yijia.db").exists()


def test_many_problems_are_counted_rather_than_all_shown(tmp_path: Path) -> None:
    result = run(tmp_path, str(write_csv(tmp_path, [cup(sku=str(n), moq="") for n in range(100)])))

    assert "… and 70 more of this sort." in result.stderr
    assert "100 problems" in result.stdout


def test_a_missing_file_is_told_kindly(tmp_path: Path) -> None:
    result = run(tmp_path, str(tmp_path / "nowhere.csv"))

    assert result.exit_code == 1
    assert "No such file or directory. Nothing was imported." in result.output


def test_a_column_that_means_nothing_is_mentioned(tmp_path: Path) -> None:
    result = run(tmp_path, "--dry-run", str(write_csv(tmp_path, [cup(colour="red")])))

    assert "column “colour”" in result.stderr


@pytest.mark.parametrize("kind", Kind)
def test_every_rule_has_a_sentence(kind: Kind) -> None:
    line = problem_line(Problem(7, "moq", kind, "x", "y"))

    assert line.startswith("Row 7: moq ")
    assert "{" not in line


@pytest.mark.parametrize("refusal", limits.UnreadableCatalogue.__subclasses__())
def test_every_refusal_of_a_file_has_a_sentence(refusal: type[limits.UnreadableCatalogue]) -> None:
    assert refusal_line(refusal(most=5)).endswith(".")
