"""Lists to tick are named alike in both languages, and nothing else of a page changes."""

from macros.checklists import with_checklists

BOXES = '<ul class="task-list">\n<li class="task-list-item">one</li>\n</ul>'
PAGE = (
    f'<h2 id="before">Before</h2>\n<p>A</p>\n{BOXES}\n'
    f'<h3 class="folded" id="evidence">E</h3>\n{BOXES}\n<ul><li>no</li></ul>'
)


def test_a_list_is_named_by_its_page_and_the_heading_above_it() -> None:
    for lang in ("zh", "en"):
        html = with_checklists(PAGE, "orders/returns", lang)
        assert html.count("<check-list ") == html.count("</check-list>") == 2
        assert 'data-name="orders/returns#before"' in html
        assert 'data-name="orders/returns#evidence"' in html
        assert html.count(BOXES) == 2
        assert html.endswith("<ul><li>no</li></ul>")


def test_a_page_without_one_stays_as_it_is() -> None:
    html = '<h2 id="a">A</h2><ul><li>no</li></ul>'
    assert with_checklists(html, "index", "en") == html
