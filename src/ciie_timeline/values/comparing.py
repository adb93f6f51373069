"""The questions that can be asked of two time values, and their three answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ciie_timeline.values.union import TimeValue
    from ciie_timeline.values.vocabulary import Allen


class Comparing:
    """What every time value can be asked about another; not for use on its own."""

    __slots__ = ()

    def relation(self, other: TimeValue) -> frozenset[Allen]:
        """The Allen relations to the other that the notation leaves possible; one alone is certain.

        A date stands for its whole unit, a masked date or one-of set for one of several units; an
        interval begins on a day of its start and ends on a day of its end.  Times with an offset
        are compared as instants, local ones as written; between the two kinds the local offset
        can be anything from -12 to +14 hours.

        An all-of set with gaps counts as the stretch from its first start to its last end, less
        the relations that ``contains``, ``during``, ``overlaps`` or ``equals`` rule out.  When
        none is left, the result is empty: Allen's relations are made for stretches without gaps.

        Raises:
            ValidationError: the other is no time value; so do all questions.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-05").relation(parse_edtf("2023-06"))
        frozenset({<Allen.MEETS: 'meets'>})
        """
        from ciie_timeline.values.relations import relation

        return relation(cast("TimeValue", self), other)

    def before(self, other: TimeValue) -> bool | None:
        """Whether this ends before the other begins, be it at the very instant; None if unsure.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2022").before(parse_edtf("2023"))
        True
        >>> parse_edtf("202X").before(parse_edtf("2023")) is None
        True
        """
        return self._verdict(other, "BEFORE")

    def after(self, other: TimeValue) -> bool | None:
        """Whether this begins after the other has ended; None if the notation does not settle it.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-05").after(parse_edtf("2023"))
        False
        """
        return self._verdict(other, "AFTER")

    def during(self, other: TimeValue) -> bool | None:
        """Whether no part of this lies outside the other, shared edges allowed; None if unsure.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-05").during(parse_edtf("2023"))
        True
        >>> parse_edtf("2023-05").during(parse_edtf("2022/")) is None
        True
        """
        return self._verdict(other, "DURING")

    def contains(self, other: TimeValue) -> bool | None:
        """Whether no part of the other lies outside this, shared edges allowed; None if unsure.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2018/..").contains(parse_edtf("2030"))
        True
        """
        return self._verdict(other, "CONTAINS")

    def overlaps(self, other: TimeValue) -> bool | None:
        """Whether both have some time in common; None if the notation does not settle it.

        >>> from ciie_timeline.values import parse_edtf
        >>> may, year = parse_edtf("2023-05"), parse_edtf("2023")
        >>> may.overlaps(year), may.overlaps(parse_edtf("2022"))
        (True, False)
        """
        return self._verdict(other, "OVERLAPS")

    def equals(self, other: TimeValue) -> bool | None:
        """Whether both are the same stretch of time, however written; None if unsure.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023").equals(parse_edtf("2023-01-01/2023-12-31"))
        True
        >>> parse_edtf("202X").equals(parse_edtf("202X")) is None
        True
        """
        return self._verdict(other, "EQUALS")

    def possibly_before(self, other: TimeValue) -> bool:
        """Whether this can be such that it ends before the other begins.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").possibly_before(parse_edtf("2023"))
        True
        """
        return self.before(other) is not False

    def definitely_before(self, other: TimeValue) -> bool:
        """Whether this certainly ends before the other begins.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").definitely_before(parse_edtf("2023"))
        False
        """
        return self.before(other) is True

    def possibly_after(self, other: TimeValue) -> bool:
        """Whether this can be such that it begins after the other has ended.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").possibly_after(parse_edtf("2023"))
        True
        """
        return self.after(other) is not False

    def definitely_after(self, other: TimeValue) -> bool:
        """Whether this certainly begins after the other has ended.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").definitely_after(parse_edtf("2023"))
        False
        """
        return self.after(other) is True

    def possibly_during(self, other: TimeValue) -> bool:
        """Whether this can be such that it lies inside the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-1X").possibly_during(parse_edtf("2023-11"))
        True
        """
        return self.during(other) is not False

    def definitely_during(self, other: TimeValue) -> bool:
        """Whether this certainly lies inside the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-1X").definitely_during(parse_edtf("2023-11"))
        False
        """
        return self.during(other) is True

    def possibly_contains(self, other: TimeValue) -> bool:
        """Whether this can be such that it encloses the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-1X").possibly_contains(parse_edtf("2023-11-05"))
        True
        """
        return self.contains(other) is not False

    def definitely_contains(self, other: TimeValue) -> bool:
        """Whether this certainly encloses the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-1X").definitely_contains(parse_edtf("2023-11-05"))
        False
        """
        return self.contains(other) is True

    def possibly_overlaps(self, other: TimeValue) -> bool:
        """Whether this can be such that it shares some time with the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").possibly_overlaps(parse_edtf("2023"))
        True
        """
        return self.overlaps(other) is not False

    def definitely_overlaps(self, other: TimeValue) -> bool:
        """Whether this certainly shares some time with the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").definitely_overlaps(parse_edtf("2023"))
        False
        """
        return self.overlaps(other) is True

    def possibly_equals(self, other: TimeValue) -> bool:
        """Whether this can be such that it is the same stretch as the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").possibly_equals(parse_edtf("2023"))
        True
        """
        return self.equals(other) is not False

    def definitely_equals(self, other: TimeValue) -> bool:
        """Whether this certainly is the same stretch as the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").definitely_equals(parse_edtf("2023"))
        False
        """
        return self.equals(other) is True

    def _verdict(self, other: TimeValue, wanted: str) -> bool | None:
        from ciie_timeline.values import relations

        return relations.verdict(cast("TimeValue", self), other, getattr(relations, wanted))
