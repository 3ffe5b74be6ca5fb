"""The compose file is one that Docker takes, keeps the bot's data in a volume, and shows nothing beyond this machine."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[2]


def composer() -> list[str] | None:
    """The command that reads compose files here, if there is one."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) and subprocess.run([*command, "version"], capture_output=True, check=False).returncode == 0:
            return command
    return None


@pytest.fixture
def compose(tmp_path: Path) -> dict[str, Any]:
    """The file as Docker understands it."""
    command = composer()
    if command is None:
        pytest.skip("no docker compose on this machine")
    for name in ("compose.yaml", "Dockerfile"):
        shutil.copy(PROJECT / name, tmp_path)
    (tmp_path / ".env").write_text("SHANGAN_WEB_TOKEN=a\nSHANGAN_ONEBOT_TOKEN=b\n", encoding="utf-8")
    done = subprocess.run([*command, "-f", "compose.yaml", "config"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = yaml.safe_load(done.stdout)
    return found


def test_docker_takes_it(compose: dict[str, Any]) -> None:
    bot, client = compose["services"]["shangan"], compose["services"]["qq"]
    assert "build" in bot
    assert "image" in client
    assert "build" not in client  # referenced, never bundled
    assert bot["environment"]["SHANGAN_HOME"] == "/data"
    assert "data" in json.dumps(bot["volumes"])
    assert {"data", "qq-login", "qq-config"} <= {name.split("_")[-1] for name in compose["volumes"]}
    for service in (bot, client):
        assert "127.0.0.1" in json.dumps(service["ports"])
