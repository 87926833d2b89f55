"""What every test stands on: one hypothesis profile, and the folder of shared helpers."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from steelyard.model.sampling import chance
from steelyard.probing import effort

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # so that test files find `projects` and `odd_projects`, whatever runs pytest

# Every test on the same day, 1 December 2026: a review that falls due later breaks no build.
os.environ["SOURCE_DATE_EPOCH"] = "1796083200"

# The same examples on every run: a red build is a change in the code. No deadline: machines differ.
settings.register_profile(
    "repeatable",
    derandomize=True,
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("searching", parent=settings.get_profile("repeatable"), derandomize=False, max_examples=2000)
settings.register_profile("hasty", parent=settings.get_profile("repeatable"), phases=[Phase.explicit, Phase.generate])
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def _few_samples(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports that are made only to look at something else draw few samples; whoever measures says how many.

    Tests of outputs make hundreds of them, and leave out the repetition that error bars come from as well.
    """
    monkeypatch.setattr(effort, "USUAL_SAMPLES", 64)
    if request.path.parent.name in {"agreement", "outputs", "returning"}:
        monkeypatch.setattr(chance, "LEAST_SHIFTS", 2)


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the terminal, or on the settings, of whoever runs it."""
    for name in (
        "COLUMNS",
        "LINES",
        "FORCE_COLOR",
        "TTY_COMPATIBLE",
        "TTY_INTERACTIVE",
        "PY_COLORS",
        "NO_COLOR",
        "CI",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def catalogue() -> Path:
    """The folder of the decision that this repository is about."""
    return HERE.parent


@pytest.fixture
def documents() -> Path:
    """The folder with copies of the source documents; without one, the test is skipped and says so."""
    folder = os.environ.get("STEELYARD_DOCUMENTS")
    if not folder:
        pytest.skip("STEELYARD_DOCUMENTS names no folder with copies of the source documents")
    return Path(folder)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The twenty thousand spoilt files begin first, so that no worker is left alone with them at the end."""
    items.sort(key=lambda item: item.name != "test_no_spoilt_file_makes_check_fail")
