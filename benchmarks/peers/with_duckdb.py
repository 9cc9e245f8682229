"""Three of the rules as SQL for DuckDB, written by hand: what each row has of each, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from esfmodel.law import codes

if TYPE_CHECKING:
    from pathlib import Path

_QUERY = r"""
with derived as (
    select *,
        case when regexp_matches(operation_id, '^20\d\d[A-Z]{2}\d\d[A-Z0-9]{2}[A-Z]{2}\d{3}_')
             then substr(operation_id, 1, 15) end as number_cci,
        case substr(cci, 1, 4) when '2014' then '2014-2020' when '2021' then '2021-2027' end as cci_period
    from read_parquet($path)
),
judged as (
    select
        case when operation_id is not null and number_cci is null then 'not applicable'
             when operation_id is null or cci is null then 'not evaluated'
             when number_cci <> cci then 'failed' else 'passed' end as PRJ002,
        case when programming_period is null or cci_period is null then 'not evaluated'
             when programming_period <> cci_period then 'failed' else 'passed' end as PRJ003,
        case when nuts is null then 'not evaluated'
             when substr(nuts, 1, 2) <> 'SE' then 'not applicable'
             when not list_contains($nuts, nuts) then 'failed' else 'passed' end as PRJ010
    from derived
)
select count(*) filter (PRJ002 = 'failed'), count(*) filter (PRJ003 = 'failed'), count(*) filter (PRJ010 = 'failed'),
       count(*) filter (PRJ002 = 'not evaluated'), count(*) filter (PRJ003 = 'not evaluated'),
       count(*) filter (PRJ010 = 'not evaluated')
from judged
"""


def failed(path: Path) -> dict[str, int]:
    """Return how many rows each rule failed."""
    given = {"path": str(path), "nuts": [each.code for each in codes.nuts()]}
    with duckdb.connect() as connection:
        (counts,) = connection.execute(_QUERY, given).fetchall()
    return dict(zip(("PRJ002", "PRJ003", "PRJ010"), counts, strict=False))
