"""The page of `verlof toon`, opened as the file that it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from verlof_api.cli import main


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    html = CliRunner().invoke(main, ["toon", "wazo.ouderschapsverlof", "2022-08-02", "--html"]).stdout
    path: Path = tmp_path_factory.mktemp("toon") / "verlof.html"
    path.write_text(html)
    return path.as_uri()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_every_screen_and_every_reader(
    make_page: Callable[..., Page], axe: Callable[[Page], None], file: str, width: int
) -> None:
    page = make_page(width=width, bypass_csp=True)
    page.goto(file)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    axe(page)


def test_its_own_style_is_let_in_and_no_script_is(make_page: Callable[..., Page], file: str) -> None:
    page = make_page(bypass_csp=False)
    page.goto(file)
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.gegevens')).backgroundColor") == "rgb(238, 243, 248)"
    )
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("window.ran") is None


def test_the_table_scrolls_with_the_keyboard_and_its_rows_keep_their_names(
    make_page: Callable[..., Page], file: str
) -> None:
    page = make_page(width=320, bypass_csp=True)
    page.goto(file)
    table = page.get_by_role("region", name="De versies naast elkaar")
    table.focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.breed').scrollLeft > 100")
    box = page.locator("th[scope=row]").first.bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= 20
