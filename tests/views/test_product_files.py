"""A seller's file as he reads of it, whatever is written in it."""

from services.importing.problems import Kind, Problem
from services.product_files import FileReport, FileStatus, ProductFile
from tests.views.goods import CHINESE, ENGLISH, words_on
from views.product_file import all_problems, product_file

PROBLEMS = tuple(Problem(row, "moq", Kind.NOT_WHOLE, "<b>x&", "1-10000000") for row in range(2, 9))


def file(status: FileStatus, report: FileReport) -> ProductFile:
    return ProductFile(7, 1, 20, "BQAC", "<i>cups</i>.csv", status, report=report)


def test_problems_are_named_by_row_and_all_of_them_come_as_a_table() -> None:
    refused = file(FileStatus.REFUSED, FileReport(rows=9, problem_count=7, problems=PROBLEMS))

    screen, table = product_file(ENGLISH, refused), all_problems(CHINESE, refused)

    assert "Row 6, <code>moq</code>: Please give a whole number" in screen.text
    assert "… and 2 more" in screen.text
    assert "<b>x&" not in screen.text
    assert table.made
    assert table.made.data["rows"][1][:3] == [2, "moq", "<b>x&"]


def test_a_file_that_is_ready_tells_what_an_import_would_do() -> None:
    report = FileReport(rows=37, added=30, changed=4, unchanged=3, unread=("phone",))

    screen = product_file(CHINESE, file(FileStatus.READY, report))

    assert "新增 30 · 修改 4 · 不变 3" in screen.text
    assert words_on(screen.rows) == ["✅ 导入（37 行）", "✖️ 取消"]


def test_a_file_as_a_whole_is_refused_in_a_sentence() -> None:
    report = FileReport(refusal="MissingColumns", facts={"columns": ["moq", "price_tiers"]})

    screen = product_file(CHINESE, file(FileStatus.REFUSED, report))

    assert "现在缺：moq, price_tiers" in screen.text
