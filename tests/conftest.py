"""How hard the properties are tried.

The ordinary run draws the same examples every time, so that a red test is always the change that made it red. The
thorough run searches afresh: `HYPOTHESIS_PROFILE=thorough uv run pytest`.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

# A slow machine is no failure: nothing here is measured by the clock. Explaining draws a hundred times more, also for
# each `find`, where nothing has failed.
_COMMON = settings(
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)

settings.register_profile("default", _COMMON, max_examples=40, derandomize=True, database=None)
settings.register_profile("thorough", _COMMON, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
