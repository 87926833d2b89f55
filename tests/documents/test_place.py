from steelyard.documents.place import Mark, MarkedMapping, MarkedSequence, Place, mark_of


def test_a_place_is_written_as_editors_open_it() -> None:
    """Path, line and column, joined by colons."""
    assert str(Place("options/a.yaml", 14, 7)) == "options/a.yaml:14:7"


def test_places_sort_by_path_then_line_then_column() -> None:
    """Findings in order of place stand in order of file, line and column."""
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 5), Place("a", 9, 4)]
    assert sorted(places) == [Place("a", 9, 4), Place("a", 9, 5), Place("a", 10, 1), Place("b", 1, 1)]


def test_what_is_no_tree_stands_at_the_start() -> None:
    """A file without a tree is pointed at by its first character."""
    assert mark_of(None, ("a", 0)) == Mark(1, 1)
    assert mark_of("text", ()) == Mark(1, 1)


def test_steps_of_the_wrong_kind_stop_at_the_parent() -> None:
    """A number where a key is needed, and a key where a number is, point at what holds them."""
    tree, items = MarkedMapping(Mark(1, 1)), MarkedSequence(Mark(2, 3))
    tree["a"], tree.key_marks["a"], tree.value_marks["a"] = items, Mark(2, 1), Mark(2, 4)
    items.append("b")
    items.item_marks.append(Mark(3, 5))
    assert mark_of(tree, ("a", 0)) == Mark(3, 5)
    assert mark_of(tree, ("a", "b")) == Mark(2, 1)
    assert mark_of(tree, (0,)) == Mark(1, 1)
