"""Every setting, with its meaning. Read from the environment (`SHANGAN_...`) and from a `.env` file in the working folder.

The README's table and `.env.example` are generated from this class; a token or key comes from nowhere else.
"""

from __future__ import annotations

import ipaddress
from datetime import time
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, SettingsConfigDict

from engine.errors import SettingsError
from engine.models import ModelChoice

PROJECT = Path(__file__).resolve().parents[1]

OTHER_VARIABLES = {"SHANGAN_ENVIRONMENTS", "SHANGAN_KINDS", "SHANGAN_MODELS", "SHANGAN_PROVE", "SHANGAN_WRITE_GOLDEN"}
"""Variables that begin like a setting and are read elsewhere: where the embedder lies, and what the tests are asked for."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError("应是 IANA 时区名，如 Asia/Shanghai") from None
    return name


def _rate(text: str) -> str:
    from limits import parse

    try:
        parse(text)
    except ValueError:
        raise ValueError("应写成 次数/单位，如 60/minute") from None
    return text


class Settings(BaseSettings):
    """The bot's settings; all have a default that works on a laptop."""

    model_config = SettingsConfigDict(
        env_prefix="SHANGAN_", env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True, frozen=True
    )

    home: Path = Field(default=Path("var"), description="运行时写下的一切都在这个目录")
    exams: Path = Field(default=PROJECT / "data" / "exams", description="考试目录的上一级，里面每个目录是一门考试")
    exam: str = Field(default="408", description="默认考试（exams 下的目录名），各群可用 /设置 另选")
    zone: Annotated[str, AfterValidator(_zone)] = Field(default="Asia/Shanghai", description="默认时区，各群可用 /设置 另选")

    host: str = Field(default="127.0.0.1", description="监听地址；改成本机以外可达的地址时必须设好两个令牌")
    port: int = Field(default=8408, ge=1, le=65535, description="网页、OneBot 和 /healthz 的端口")
    web_token: SecretStr = Field(default=SecretStr(""), description="打开网页要输入的口令；空：不用口令，仅限本机")
    onebot_token: SecretStr = Field(default=SecretStr(""), description="OneBot 客户端连接时要带的 access token；空：不检查，仅限本机")
    discord_token: SecretStr = Field(default=SecretStr(""), description="Discord 机器人的令牌；空：不开 Discord")
    discord_api_base: str = Field(default="https://discord.com/api/v10", description="Discord 接口地址，一般不用改")

    qq_app_id: str = Field(default="", description="QQ 官方机器人的 AppID；空：不用")
    qq_secret: SecretStr = Field(default=SecretStr(""), description="QQ 官方机器人的 AppSecret")
    qq_transport: Literal["websocket", "webhook"] = Field(
        default="websocket", description="QQ 官方机器人的事件怎么来：websocket（连 QQ 网关），或 webhook（QQ 请求 /qq/webhook）"
    )
    qq_markdown: bool = Field(
        default=True, description="QQ 官方机器人可用原生 Markdown 和按钮；没有这个权限时会自己发现并改用纯文本，也可直接设为 false"
    )
    qq_api_base: str = Field(default="https://api.bot.qq.com/", description="QQ 开放平台的接口地址")
    qq_auth_base: str = Field(default="https://api.bot.qq.com/app/getAppAccessToken", description="QQ 开放平台取访问令牌的地址")

    weixin_app_id: str = Field(default="", description="微信公众号：AppID（开发者ID）")
    weixin_secret: SecretStr = Field(default=SecretStr(""), description="微信公众号：AppSecret（开发者密码）")
    weixin_token: SecretStr = Field(default=SecretStr(""), description="微信公众号：服务器配置里的令牌（Token）")
    weixin_aes_key: SecretStr = Field(
        default=SecretStr(""), description="微信公众号：43 位 EncodingAESKey，安全模式和兼容模式要填；空：明文模式"
    )
    weixin_api_url: str = Field(default="https://api.weixin.qq.com", description="微信公众号：接口地址，经代理访问时改")

    upload_limit_mb: int = Field(default=50, ge=1, description="网页上传文件的大小上限（MB）")

    wecom_bot_id: str = Field(default="", description="企业微信智能机器人：Bot ID；空：不用")
    wecom_secret: SecretStr = Field(default=SecretStr(""), description="企业微信智能机器人：长连接的 Secret")
    wecom_url: str = Field(default="wss://openws.work.weixin.qq.com", description="企业微信智能机器人：长连接地址，私有部署时改")
    wecom_ca: Path | None = Field(default=None, description="企业微信智能机器人：另外信任的 CA 证书（PEM 文件），私有部署时用")

    database_url: str = Field(default="", description="SQLAlchemy 数据库地址；空：home 下的 SQLite 文件")
    chroma_url: str = Field(default="", description="Chroma 服务地址，如 http://127.0.0.1:8000；空：用内嵌的 Chroma")
    embedder: str = Field(default="auto", description="向量模型：auto、e5、use，或 st:<sentence-transformers 模型名>")
    reranker: str = Field(default="", description="可选的 cross-encoder 重排模型名（需要 st 组件）；空：不重排")

    model: Literal["none", "openai", "turbomind"] = Field(default="none", description="语言模型：none、openai（任何兼容接口）或 turbomind")
    model_url: str = Field(default="", description="openai：接口地址，以 /v1 结尾")
    model_name: str = Field(default="", description="openai：模型名")
    model_key: SecretStr = Field(default=SecretStr(""), description="openai：密钥，本机接口可空")
    model_path: Path | None = Field(default=None, description="turbomind：AWQ 量化后的模型目录")

    compare_a: str = Field(default="", description="对比页 /compare 左边的模型名（在 SHANGAN_MODEL_URL 上，如微调前）；两个都设才打开")
    compare_b: str = Field(default="", description="对比页 /compare 右边的模型名（如微调后）")

    person_limit: Annotated[str, AfterValidator(_rate)] = Field(default="60/minute", description="每人最多多少条命令")
    scene_limit: Annotated[str, AfterValidator(_rate)] = Field(default="1200/minute", description="每个群最多多少条命令")
    warm_start: bool = Field(default=True, description="启动后先把解题和检索读进内存（多占约 80 MB），第一个问题就不用等")
    command_seconds: float = Field(default=30, gt=0, description="一条命令最多执行多少秒（写长回答时为模型的等待另加时间）")
    answer_seconds: int = Field(default=60, ge=5, le=86400, description="群里一道题默认开放作答多少秒")
    daily_close: time = Field(default=time(21, 0), description="群里每日一题公布答案的时间（群所在时区）")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="日志级别；日志不记聊天内容")

    @property
    def database(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite+aiosqlite:///{(self.home / 'shangan.db').resolve().as_posix()}"

    @property
    def is_loopback(self) -> bool:
        """True if only this machine can connect."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def model_choice(self) -> ModelChoice:
        """The language model asked for."""
        return ModelChoice(self.model, self.model_url, self.model_name, self.model_key.get_secret_value(), self.model_path)

    def check_exposure(self) -> None:
        """Refuse to be reachable from other machines without tokens.

        Raises:
            SettingsError: naming every token that is missing.
        """
        if self.is_loopback:
            return
        tokens = {"SHANGAN_WEB_TOKEN": self.web_token, "SHANGAN_ONEBOT_TOKEN": self.onebot_token}
        missing = [name for name, token in tokens.items() if not token.get_secret_value()]
        if missing:
            raise SettingsError(
                f"监听 {self.host} 会让别的机器也能连上，但还没有设 {' 和 '.join(missing)}，所以没有启动。"
                "请在 .env 里设好，或把 SHANGAN_HOST 改回 127.0.0.1。"
            )


def load_settings() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: listing every setting that is wrong.
    """
    try:
        return Settings()
    except ValidationError as error:
        faults = "\n".join(f"  SHANGAN_{str(fault['loc'][0]).upper()} = {fault['input']!r}：{_wrong(fault)}" for fault in error.errors())
        raise SettingsError(f"有 {error.error_count()} 项设置不对，还没有启动：\n{faults}\n请改好 .env 或环境变量再试。") from None


def unknown_settings() -> dict[str, str]:
    """Names in the environment and in `.env` that begin like a setting and are none, with the one they may mean (empty: none is near)."""
    given = {name.upper() for name in (*EnvSettingsSource(Settings).env_vars, *DotEnvSettingsSource(Settings).env_vars)}
    # Without what they all begin with, which would make any two alike.
    names = {name.removeprefix("SHANGAN_") for name in given - OTHER_VARIABLES if name.startswith("SHANGAN_")}
    known = {name.upper() for name in Settings.model_fields}
    near = {name: get_close_matches(name, known, 1) for name in sorted(names - known)}
    return {f"SHANGAN_{name}": f"SHANGAN_{meant[0]}" if meant else "" for name, meant in near.items()}


def _wrong(fault: ErrorDetails) -> str:
    """What is wrong with a setting, in Chinese where pydantic says it in English."""
    limits = fault.get("ctx", {})
    match fault["type"]:
        case "int_parsing" | "int_from_float" | "int_type":
            return "应是整数"
        case "float_parsing" | "float_type":
            return "应是数"
        case "bool_parsing" | "bool_type":
            return "应是 true 或 false"
        case "literal_error":
            return f"只能是 {str(limits['expected']).replace(' or ', '、').replace(', ', '、').replace(chr(39), '')}"
        case "time_parsing" | "time_type":
            return "应是一天里的时刻，如 21:00"
        case "greater_than":
            return f"应大于 {limits['gt']}"
        case "greater_than_equal":
            return f"最小是 {limits['ge']}"
        case "less_than_equal":
            return f"最大是 {limits['le']}"
    return fault["msg"].removeprefix("Value error, ")
