from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import InvalidValue
from esfmodel.testing import workings
from esfmodel.workings._formula import Node, less, name_node, parse, sum_node
from refusals import facts, refused

if TYPE_CHECKING:
    from esfmodel import Workings

atoms = st.sampled_from(["0", "1", "units", "costs[0]", "financing[12]", "total_cost"])


def grown(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put formulas together."""
    two = st.tuples(parts, parts)
    return st.one_of(
        two.map(lambda both: f"{both[0]} + {both[1]}"),
        two.map(lambda both: f"{both[0]} - ({both[1]})"),
        two.map(lambda both: f"({both[0]}) * ({both[1]})"),
        two.map(lambda both: f"({both[0]})/({both[1]})"),
        parts.map(lambda part: f"upto({part})"),
        two.map(lambda both: f"share({both[0]}, {both[1]})"),
        two.map(lambda both: f"least({both[0]}, {both[1]}, {both[0]})"),
    )


def as_python(node: Node) -> str:
    """Write a formula with a pair of parentheses around everything."""
    if node.kind in ("name", "number"):
        return node.text
    parts = [as_python(part) for part in node.parts]
    if node.kind == "+":
        text = parts[0]
        for term, part in zip(node.parts[1:], parts[1:], strict=True):
            text = f"({text} {'-' if term.kind == '-' else '+'} {part})"
        return text
    if node.kind == "-":
        return parts[0]
    return f"({parts[0]} {node.kind} {parts[1]})" if node.kind in "*/" else f"{node.kind}({', '.join(parts)})"


@given(st.recursive(atoms, grown, max_leaves=6))
def test_a_formula_is_read_as_python_reads_it(formula: str) -> None:
    """Operators bind as they do everywhere, and terms are taken from left to right."""
    assert ast.dump(ast.parse(as_python(parse(formula)))) == ast.dump(ast.parse(formula))


@given(workings("SEK"))
def test_the_names_of_a_formula_are_its_inputs(found: Workings) -> None:
    """A step has an input for each name, and no other."""
    for step in found.steps:
        assert list(dict.fromkeys(parse(step.formula).names)) == [each.name for each in step.inputs]


@pytest.mark.parametrize(
    "formula",
    [
        "a +", "+ a", "a b", "(a", "a)", "a, b", "upto", "upto()", "upto(a, b)", "both(a)", "least(a)", "most(a)", "2",
        "10", "a ** b", "a - -b", "A", "a[0", "a[x]", "é", "()", "a;b", "__import__(a)", "(" * 50 + "a" + ")" * 50,
        "((", "(a b", "(a, b)", "least(a, b c", "least(a, b c)", "least(a, b", "share(a; b)",
    ],
)  # fmt: skip
def test_what_is_no_formula_is_refused(formula: str) -> None:
    """Only names, 0 and 1, four operators and five functions are known, and nothing is nested without end."""
    if formula == "upto":
        assert parse(formula).kind == "name"
        return
    with pytest.raises(InvalidValue, match=r"is no formula; write names, \+ - \* / and the functions"):
        parse(formula)
    with pytest.raises(InvalidValue) as refused:
        parse(formula)
    assert (refused.value.place, refused.value.given) == ("formula", formula)


@given(st.integers(0, 60), st.sampled_from([("(", ")"), ("upto(", ")")]))
def test_parentheses_are_nested_so_deep_and_no_deeper(depth: int, marks: tuple[str, str]) -> None:
    """Twenty levels are read, each counted once; what is deeper is refused, whatever opens it."""
    formula = f"{marks[0] * depth}a{marks[1] * depth}"
    if depth <= 20:
        assert list(parse(formula).names) == ["a"]
    else:
        with pytest.raises(InvalidValue, match="is no formula"):
            parse(formula)


def test_what_nothing_is_taken_from_stays() -> None:
    """A whole less no terms is the whole, and a sum of none is 0."""
    assert str(less(name_node("a"), [])) == "a"
    assert str(less(name_node("a"), [name_node("b")])) == "a - b"
    assert str(sum_node([])) == "0"


def test_a_long_sum_is_read() -> None:
    """A sum of thousands of lines is one sum."""
    assert len(parse(" + ".join(f"costs[{line}]" for line in range(5_000))).parts) == 5_000


@pytest.mark.parametrize(
    ("function", "takes"),
    [("upto", {1}), ("both", {2}), ("from_zero", {1}), ("least", {2, 3, 998, 999}), ("share", {2, 3})],
)
def test_a_function_takes_its_number_of_parts(function: str, takes: set[int]) -> None:
    """A formula with fewer parts or more is none, and the error has it."""
    for count in (1, 2, 3, 4, 998, 999, 1_000):
        formula = f"{function}({', '.join(['units'] * count)})"
        if count in takes or (function == "least" and count == 4):
            assert len(parse(formula).parts) == count
        else:
            error = refused(lambda formula=formula: parse(formula))  # type: ignore[misc]
            assert facts(error) == ("formula.not_readable", "formula", formula, {})
