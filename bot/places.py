"""What a conversation is called when somebody is told of it elsewhere: the platform, the person or the group."""

from __future__ import annotations

from collections.abc import Iterable

from bot.commands.command import spaced
from bot.platforms import PLATFORMS
from engine.messages import Scene
from engine.storage.learners import Learners

_TITLES = {**{platform.name: platform.title for platform in PLATFORMS}, "terminal": "终端"}
_KINDS = {"private": "私聊", "group": "群", "channel": "频道"}
_LONGEST = 12  # signs of an id that are shown; a random one is told from others by its first eight


async def place_names(scenes: Iterable[Scene], here: Scene, learners: Learners) -> dict[Scene, str]:
    """The name of every scene: `QQ（OneBot 11）群 700`, `Discord 和小明的私聊`, `网页私聊 4fabca6f`; `here` is said to be this one."""
    wanted = set(scenes)
    people = await learners.called({(scene.platform, scene.id) for scene in wanted if scene.is_private})
    return {scene: _named(scene, people.get((scene.platform, scene.id), "")) + ("（这里）" if scene == here else "") for scene in wanted}


def _named(scene: Scene, person: str) -> str:
    title = _TITLES.get(scene.platform, scene.platform)
    if scene.platform == "terminal":
        return title
    gap = " " if title[-1:].isascii() else ""
    if scene.is_private and person:
        return f"{title}{gap}和{spaced(person)}的私聊"
    identifier = scene.id if len(scene.id) <= _LONGEST else scene.id[:8]
    return f"{title}{gap}{_KINDS[scene.kind]} {identifier}"
