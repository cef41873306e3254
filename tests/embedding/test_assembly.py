"""The widget's modules become the one script that its hash covers."""

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest

from verlof_api import embedding
from verlof_api.embedding.assembly import AssemblyError, assemble


def _folder(root: Path, modules: Mapping[str, str]) -> Path:
    for name, source in modules.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(source)
    return root


def test_each_module_comes_once_after_what_it_imports(tmp_path: Path) -> None:
    modules = {
        "in.js": 'import { a } from "./x/a.js";\nimport { b } from "./b.js";\n\na(b);\n',
        "x/a.js": 'import { b } from "../b.js";\n\nexport const a = (c) => c + b;\n',
        "b.js": "export const b = 1;\n",
    }
    assert assemble(_folder(tmp_path, modules), "in.js") == (
        "// b.js\nconst b = 1;\n\n// x/a.js\nconst a = (c) => c + b;\n\n// in.js\na(b);\n"
    )


@pytest.mark.parametrize(
    ("modules", "complaint"),
    [
        ({"in.js": 'import a from "./a.js";\n'}, 'in.js: `import a from "./a.js";` is not a plain import or export'),
        ({"in.js": 'import "https://elsewhere.example/a.js";\n'}, "not a plain import"),
        ({"in.js": 'import { a as b } from "./a.js";\n', "a.js": ""}, "not a plain import"),
        ({"in.js": "export default 1;\n"}, "in.js: `export default 1;` is not a plain import or export"),
        ({"in.js": "const a = 1;\nexport { a };\n"}, "not a plain import or export"),
        ({"in.js": 'import { a } from "./a.js";\nconst a = 1;\n', "a.js": "export const a = 2;\n"}, "also stands in"),
        ({"in.js": 'import { a } from "./a.js";\n', "a.js": 'import { b } from "./in.js";\n'}, "in.js imports itself"),
    ],
)
def test_what_it_would_get_wrong_it_refuses(tmp_path: Path, modules: Mapping[str, str], complaint: str) -> None:
    with pytest.raises(AssemblyError, match=re.escape(complaint)):
        assemble(_folder(tmp_path, modules), "in.js")


def test_every_module_of_the_widget_is_in_the_script() -> None:
    folder = files("verlof_api").joinpath("widget")
    script = embedding.load("1.0.0").script
    modules = Path(str(folder)).joinpath("element").rglob("*.js")
    missing = [each.name for each in modules if f"// {each.relative_to(str(folder))}\n".encode() not in script.body]
    assert missing == []


def test_no_module_of_the_widget_is_longer_than_a_room() -> None:
    folder = Path(str(files("verlof_api").joinpath("widget")))
    lines = {str(each): len(each.read_text().splitlines()) for each in folder.rglob("*.js")}
    assert {name: length for name, length in lines.items() if length > 350} == {}


def test_comments_stay_at_home_and_addresses_do_not(tmp_path: Path) -> None:
    source = '// why\nexport const a = "https://example.org/"; // at the end\n/** Of two\n * lines. */\nconst b = 1;\n'
    (tmp_path / "entry.js").write_text(source)
    assert assemble(tmp_path, "entry.js") == (
        '// entry.js\nconst a = "https://example.org/"; // at the end\nconst b = 1;\n'
    )
