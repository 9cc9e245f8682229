"""The mutants of a module: one small change each, made by the operators of mutmut and three of our own.

What nobody could see in a test, or what is no logic, is left out by rule:

- annotations, docstrings, `TYPE_CHECKING` blocks, overloads, protocols, type variables, the type given to `cast`;
- `assert_never` and the case that holds it, `__all__`, the size of a cache, `strict=` of a `zip`;
- texts: a literal with a space in it is wording, which golden files and pages hold;
- words outside functions: tables of words are data, compared with pages, schemas and the law. Patterns are logic,
  and are changed; so are numbers;
- the case of letters: most words are read without regard to it;
- what is given to `isinstance` and `len`, which no program survives without; `None` for `False`, which is the same.
"""

from __future__ import annotations

import ast
import string
from typing import TYPE_CHECKING, Any

import attrs
import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

if TYPE_CHECKING:
    from collections.abc import Iterator

_CASES = 1  # of the changes of a literal: the first puts marks around it, the others change its letters' case
_NO_LOGIC = frozenset({"isinstance", "len", "TypeVar", "NewType", "ParamSpec", "assert_never"})
_WITH_OPERATOR = (
    cst.BinaryOperation,
    cst.UnaryOperation,
    cst.BooleanOperation,
    cst.ComparisonTarget,
    cst.AugAssign,
)


@attrs.frozen
class Mutant:
    """A module with one change: where it is, and the whole text of what is run instead."""

    path: str
    line: int
    last_line: int
    original: str = attrs.field(repr=False)
    source: str = attrs.field(repr=False)

    @property
    def lines(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines that differ, before and after, without their indentation."""
        before, after = self.original.splitlines(), self.source.splitlines()
        while before and after and before[0] == after[0]:
            del before[0], after[0]
        while before and after and before[-1] == after[-1]:
            del before[-1], after[-1]
        return tuple(line.strip() for line in before), tuple(line.strip() for line in after)

    @property
    def function(self) -> tuple[str, int] | None:
        """Name and first line of the outermost function whose body has the change; None outside functions."""
        return _function_at(ast.parse(self.original), self.line, "")


def mutants(path: str, text: str) -> tuple[Change, ...]:
    """Find every change of a module that the rules allow."""
    wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
    finder = _Finder(path, text, wrapper.module)
    wrapper.visit(finder)
    return tuple(finder.found)


@attrs.frozen
class Change:
    """What a mutant replaces, as lines and columns, and by what."""

    path: str
    start: tuple[int, int]
    end: tuple[int, int]
    code: str

    def mutant(self, text: str) -> Mutant | None:
        """Make the mutant; None where it is no Python, or the same text."""
        lines = text.split("\n")
        before = "\n".join([*lines[: self.start[0] - 1], lines[self.start[0] - 1][: self.start[1]]])
        after = "\n".join([lines[self.end[0] - 1][self.end[1] :], *lines[self.end[0] :]])
        source = before + self.code + after
        try:
            compile(source, self.path, "exec", dont_inherit=True)
        except SyntaxError:
            return None
        return None if source == text else Mutant(self.path, self.start[0], self.end[0], text, source)


def negated(node: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """Turn a bare condition round; a comparison and a negation are turned round by mutmut."""
    if isinstance(node, (cst.Name, cst.Attribute, cst.Call, cst.NamedExpr, cst.BooleanOperation)):
        inner = node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
        yield cst.UnaryOperation(cst.Not(), inner)


class _Finder(cst.CSTVisitor):
    """Walks a module, past what the rules leave out."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, path: str, text: str, module: cst.Module) -> None:
        super().__init__()
        self.path, self.text, self.module = path, text, module
        self.found: list[Change] = []
        self.depth = 0

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _left_out(node):
            return False
        for changed in self.changes(node):
            self.add(node, changed)
        for condition in _conditions(node):
            for changed in negated(condition):
                self.add(condition, changed)
        if isinstance(node, (cst.FunctionDef, cst.Lambda)):
            self.depth += 1
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, (cst.FunctionDef, cst.Lambda)) and not _left_out(original_node):
            self.depth -= 1

    def add(self, node: cst.CSTNode, changed: cst.CSTNode) -> None:
        place = self.get_metadata(PositionProvider, node, None)
        if place is not None:
            start, end = place.start, place.end
            lines = self.text.split("\n")
            # Spaces around an operator lie within its place, or outside.
            code = self.module.code_for_node(changed)
            code = code if lines[start.line - 1][start.column : start.column + 1].isspace() else code.lstrip()
            code = code if lines[end.line - 1][end.column - 1 : end.column].isspace() else code.rstrip()
            self.found.append(Change(self.path, (start.line, start.column), (end.line, end.column), code))

    def changes(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        if isinstance(node, cst.Expr) and isinstance(node.value, cst.Call):
            yield cst.Expr(cst.Name("None"))
        if isinstance(node, cst.Return) and node.value is not None:
            yield cst.Return(cst.Name("None"))
        if isinstance(node, (cst.Assign, cst.AnnAssign)) and self.depth == 0:
            return  # a name of a module or class that is None is missed at once, or is a type
        for kind, operator in mutators.mutation_operators:
            # This one asks much of every node, and changes those with an operator.
            if operator is mutators.operator_swap_op and not isinstance(node, _WITH_OPERATOR):
                continue
            if isinstance(node, kind):
                yield from self.allowed(node, operator(node))

    def allowed(self, node: cst.CSTNode, changed: Any) -> Iterator[cst.CSTNode]:  # whatever mutmut yields
        every = list(changed)
        if isinstance(node, cst.SimpleString):
            raw = "r" in node.prefix.lower()
            wording = any(mark.isspace() for mark in node.raw_value)
            every = [] if not raw and (wording or self.depth == 0) else every[:_CASES]
        if isinstance(node, cst.Call) and _name(node.func) == "zip":
            every = [each for each in every if "strict=True" in self.module.code_for_node(each)]
        if isinstance(node, cst.Call):
            every = [each for each in every if not _none_for_false(node, each)]
        if isinstance(node, cst.Match):
            kept = sum("assert_never" in self.module.code_for_node(case) for case in node.cases)
            every = [
                each
                for each in every
                if sum("assert_never" in self.module.code_for_node(c) for c in each.cases) == kept
            ]
        yield from every


def _left_out(node: cst.CSTNode) -> bool:
    match node:
        case cst.Annotation() | cst.Import() | cst.ImportFrom() | cst.TypeAlias():
            return True
        case cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString() | cst.Ellipsis()):
            return True
        case cst.If(
            test=cst.Name(value="TYPE_CHECKING") | cst.UnaryOperation(expression=cst.Name(value="TYPE_CHECKING"))
        ):
            return True
        case cst.FunctionDef(decorators=decorators):
            return any(_name(each.decorator) == "overload" for each in decorators)
        case cst.ClassDef(bases=bases):
            return any(_name(each.value) == "Protocol" for each in bases)
        case cst.Decorator(decorator=decorator):
            return _name(decorator) in {"cache", "lru_cache"}
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            return name in {"__all__", "__slots__"}
        case cst.AnnAssign(annotation=cst.Annotation(annotation=kind)):
            return _name(kind) == "TypeAlias"
        case cst.Call(func=function):
            return _name(function) in _NO_LOGIC | {"cast"}
        case cst.Arg(keyword=cst.Name(value="strict")):
            return True
        case cst.BinaryOperation(operator=cst.BitOr()):
            return _is_union_of_types(node) and _name(node.right)[:1] in string.ascii_uppercase
        case _:
            return False


def _none_for_false(call: cst.Call, changed: cst.Call) -> bool:
    pairs = zip(call.args, changed.args, strict=False)
    return len(call.args) == len(changed.args) and any(
        _name(was.value) == "False" and _name(now.value) == "None" for was, now in pairs
    )


def _is_union_of_types(node: cst.BaseExpression) -> bool:
    match node:
        case cst.BinaryOperation(left=left, operator=cst.BitOr(), right=right):
            return _is_union_of_types(left) and _is_union_of_types(right)
        case _:
            return isinstance(node, (cst.Name, cst.Subscript))


def _conditions(node: cst.CSTNode) -> tuple[cst.BaseExpression, ...]:
    return (node.test,) if isinstance(node, (cst.If, cst.While, cst.CompIf)) else ()


def _name(node: cst.CSTNode) -> str:
    """The last name of what is called, based on or annotated; empty for anything else."""
    match node:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name
        case cst.Call(func=inner) | cst.Subscript(value=inner):
            return _name(inner)
        case _:
            return ""


def _function_at(tree: ast.Module | ast.ClassDef, line: int, before: str) -> tuple[str, int] | None:
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.lineno <= line <= (node.end_lineno or 0):
            return _function_at(node, line, f"{before}{node.name}.")
        if isinstance(node, ast.FunctionDef) and node.body[0].lineno <= line <= (node.end_lineno or 0):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            return f"{before}{node.name}", first
    return None
