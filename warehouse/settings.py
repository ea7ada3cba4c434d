"""The settings a person may change, all named ROLECALL_*. The only place that reads the environment."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once where a command or a run starts, then passed on as values."""

    model_config = SettingsConfigDict(env_prefix="ROLECALL_", extra="ignore")

    home: Path = Field(
        default=Path("data"),
        description="where landing, warehouse and published files lie",
    )
    replay: str | None = Field(
        default=None,
        description="address of a replay server; nothing else is then contacted",
    )
    contact: str = Field(
        default="https://github.com/rolecall/rolecall",
        description="how a site's owner reaches whoever runs the crawler",
    )
    close_after: int = Field(
        default=2,
        ge=1,
        description="complete crawls in a row a posting must be missing from before it closes",
    )
    usajobs_key: SecretStr | None = Field(
        default=None,
        description="the key that USAJOBS gives out at https://developer.usajobs.gov/apirequest/, free of charge",
    )
    usajobs_email: str | None = Field(
        default=None,
        description="the e-mail address that key was given to; USAJOBS wants it with every request",
    )
    kaggle_token: SecretStr | None = Field(
        default=None,
        description="access token or username:key for Kaggle's API; without it Kaggle's public list is asked",
    )

    webhook: SecretStr | None = Field(
        default=None,
        description="address that is told of failed runs and of sources that fall ill; without it they are in the log",
    )

    @property
    def user_agent(self) -> str:
        """How we introduce ourselves: the project, and whom to write to."""
        return f"Rolecall/0.1 (open job and challenge index; contact: {self.contact})"
