"""The settings as the relay sees them: frozen, complete and valid."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    PrivateAttr,
    SecretStr,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from relay.destinations import KINDS, DestinationKind
from relay.schema.parts import Part, repeated
from relay.schema.restart import NeedsRestart
from relay.schema.secret import DrawnSecret, secrets_in
from relay.schema.values import (
    Aci,
    Address,
    Colour,
    ContactLink,
    GroupId,
    Lead,
    ListenAddress,
    LocaleName,
    PhoneNumber,
    RpcAddress,
    Site,
    Slug,
    Text,
    Url,
    Zone,
)
from relay.settings.announcements import AnnouncementSettings
from relay.settings.backup import BackupSettings
from relay.settings.conduct import ConductSettings
from relay.settings.contact_list import ContactListSettings
from relay.settings.data_protection import DataProtectionSettings
from relay.settings.following import FollowingSettings
from relay.settings.groups import GroupSettings
from relay.settings.safeguarding import SafeguardingSettings
from relay.settings.watch import PingUrl, WatchSettings


class SignalSettings(Part):
    """The admin SIM and the signal-cli-rest-api it is registered on.

    Attributes:
        number: E.164, such as `+447700900000`.
        api_url: without a slash at its end.
        request_timeout_s: seconds until a call counts as failed; sending to a large group can
            take minutes.
        link: by which anybody can write to the bot, for cards and posters; None where nobody is
            shown one. A username's tells no number.
        rpc: where signal-cli itself listens, by TCP or as the absolute path of a unix socket, for
            what the API has no path to; None for nowhere.
    """

    number: Annotated[PhoneNumber, NeedsRestart()] = Field(repr=False)
    api_url: Url = "http://127.0.0.1:8080"
    request_timeout_s: float = Field(default=600.0, ge=1, le=3600)
    link: ContactLink | None = None
    rpc: Annotated[RpcAddress | None, NeedsRestart()] = None


class WebSettings(Part):
    """The relay's own web server.

    Attributes:
        listen: where it listens.
        public_url: where the public pages are seen from outside, without a slash at its end.
        max_body_bytes: a webhook call larger than this is refused.
        export: the folder that the running relay also writes the public pages into; None for none.
    """

    listen: Annotated[ListenAddress, NeedsRestart()] = Address("127.0.0.1", 8090)
    public_url: Url | None = None
    max_body_bytes: int = Field(default=1024 * 1024, ge=64 * 1024, le=256 * 1024 * 1024)
    export: Path | None = None

    @property
    def has_pages(self) -> bool:
        """Whether anything says that there are public pages: without it nobody has seen them."""
        return self.public_url is not None or self.export is not None


class StoreSettings(Part):
    """The encrypted database; a relative path starts where the relay is started."""

    path: Annotated[Path, NeedsRestart()] = Path("var/relay.db")


class CardSettings(Part):
    """The colours of a branch's picture cards, `#rrggbb`: behind its name, and behind the rest."""

    band: Colour = "#3d1a52"
    paper: Colour = "#ffffff"


class _Branch(Part):
    """One branch: who may speak for it, and where.

    Each public destination adds a table of its own name, None where the branch does without it.

    Attributes:
        slug: short name in commands and addresses, such as `tower-hamlets`.
        name: as people read it.
        admins: Signal account ids (ACI), lower case.
        moderators: account ids of those who look after conduct among members, and read adverts
            before they are posted, without end. Better two admins name them in the chat, for a
            term. Adverts are read by the admins where nobody moderates.
        adverts_read: which adverts a moderator reads before they are posted: the `first` of each
            person, and any with a link, or `all`.
        announcement_groups: ids in the `group.` form.
        groups: those that are kept as declared.
        approvals: how many admins it takes to post, the one who asks included.
        reminders: how long before a meeting its groups are reminded; empty for never.
        online_links: who reads the links to its online meetings: only members in Signal, or
            everybody on Bluesky and the web too, trolls included.
        public_sites: websites, subdomains included, whose links in a meeting with a way in from
            afar everybody may follow: those on which nobody meets.
        page_announcements: which announcements are on its public page and in its feed: `public`
            for those that a public place such as Bluesky gets too, `all` for every one, papers
            included, `none`.
        subscribers: how many people may get its announcements by direct message; 0 for none.
        card: how the pictures that go with its meetings look.
        conduct: how it looks after conduct in its groups.
        contact_list: its list of people who asked to be on one; None for none.
    """

    slug: Slug
    name: Text
    admins: tuple[Aci, ...] = Field(default=(), repr=False)
    moderators: tuple[Aci, ...] = Field(default=(), repr=False)
    adverts_read: Literal["first", "all"] = "first"
    announcement_groups: tuple[GroupId, ...] = Field(default=(), repr=False)
    groups: tuple[GroupSettings, ...] = ()
    approvals: int = Field(default=1, ge=1, le=2)
    reminders: tuple[Lead, ...] = (timedelta(days=7), timedelta(days=1), timedelta(hours=2))
    online_links: Literal["members", "everyone"] = "members"
    public_sites: tuple[Site, ...] = ()
    page_announcements: Literal["public", "all", "none"] = "public"
    subscribers: int = Field(default=500, ge=0, le=5_000)
    card: CardSettings = CardSettings()
    conduct: ConductSettings = ConductSettings()
    contact_list: ContactListSettings | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if repeated(self.admins):
            raise PydanticCustomError("settings-admin-twice", "an admin twice")
        if repeated(self.moderators):
            raise PydanticCustomError("settings-moderator-twice", "a moderator twice")
        if repeated(self.announcement_groups):
            raise PydanticCustomError("settings-group-twice", "a group twice")
        if repeated(str(lead) for lead in self.reminders):
            raise PydanticCustomError("settings-reminder-twice", "a reminder twice")
        if self.admins and len(self.admins) < self.approvals:
            raise PydanticCustomError("settings-approvals", "nobody could agree")
        return self

    def destination(self, kind: DestinationKind[Any]) -> Any:
        """Return the branch's table for a kind of public destination, or None."""
        return getattr(self, kind.name)


if TYPE_CHECKING:
    Branch = _Branch
else:
    Branch = create_model(
        "Branch",
        __base__=_Branch,
        __doc__=_Branch.__doc__,
        __module__=__name__,
        **{kind.name: (kind.table | None, None) for kind in KINDS},
    )


class WordingSettings(Part):
    """A branch's own wording files, laid over the shipped ones."""

    folder: Path | None = None


class LogSettings(Part):
    """How much is logged and in which form; redaction is the same at every level."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["json", "console"] = "json"


class _Settings(BaseSettings):
    """Everything a host configures.

    Constructing it directly takes nothing but its arguments; `load_settings` reads the file, the
    environment and the secrets. Each public destination adds a secret for each branch that has it
    (`RELAY_BLUESKY__<SLUG>`), by slug.

    Attributes:
        timezone: in which every branch lives and speaks.
        webhook_token: `RELAY_WEBHOOK_TOKEN`, what signal-cli-rest-api has to show.
        store_key: `RELAY_STORE_KEY`, opens the database.
        metrics_token: `RELAY_METRICS_TOKEN`, what another computer has to show to read the metrics.
        watch_ping_url: `RELAY_WATCH_PING_URL`, called while all is well; who knows it can keep an
            alarm from ringing.
    """

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        env_prefix="RELAY_",
        env_nested_delimiter="__",
    )

    timezone: Zone = Field(default="Europe/London", validate_default=True)
    locale: LocaleName = "en-GB"
    signal: SignalSettings
    web: WebSettings = WebSettings()
    store: StoreSettings = StoreSettings()
    branches: tuple[Branch, ...]
    safeguarding: SafeguardingSettings = SafeguardingSettings()
    announcements: AnnouncementSettings = AnnouncementSettings()
    backup: BackupSettings = BackupSettings()
    watch: WatchSettings = WatchSettings()
    following: FollowingSettings = FollowingSettings()
    data_protection: DataProtectionSettings = DataProtectionSettings()
    wording: WordingSettings = WordingSettings()
    logs: LogSettings = LogSettings()
    webhook_token: DrawnSecret
    store_key: Annotated[DrawnSecret, NeedsRestart()]
    metrics_token: DrawnSecret | None = None
    watch_ping_url: PingUrl | None = None

    _file: Path | None = PrivateAttr(default=None)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if not self.branches:
            raise PydanticCustomError("settings-no-branch", "no branch", {"where": "branches"})
        if repeated(branch.slug for branch in self.branches):
            raise PydanticCustomError(
                "settings-branch-twice", "two branches with one slug", {"where": "branches"}
            )
        if repeated(group.id for branch in self.branches for group in branch.groups):
            raise PydanticCustomError(
                "settings-group-declared-twice", "a group declared twice", {"where": "branches"}
            )
        if repeated(team.slug for team in self.safeguarding.teams):
            raise PydanticCustomError(
                "settings-team-twice", "two teams with one slug", {"where": "safeguarding.teams"}
            )
        self.safeguarding.check_teams(frozenset(branch.slug for branch in self.branches))
        for kind in KINDS:
            self._check_secrets(kind)
        return self

    def _check_secrets(self, kind: DestinationKind[Any]) -> None:
        """A secret for each branch that has the destination, and for no other."""
        with_account = {branch.slug for branch in self.branches if branch.destination(kind)}
        given = getattr(self, kind.secret_setting).keys()
        # One with a slip in its name is both unused and missing; what it is called shows the slip.
        for slugs, wrong in ((given - with_account, "unused"), (with_account - given, "missing")):
            for slug in sorted(slugs):
                raise PydanticCustomError(
                    f"settings-{kind.name}-secret-{wrong}",
                    "one secret for each account",
                    {"where": kind.secret_variable(slug)},
                )

    def branch(self, slug: str) -> Branch:
        """The branch called `slug`.

        Raises:
            KeyError: there is none.
        """
        for branch in self.branches:
            if branch.slug == slug:
                return branch
        raise KeyError(slug)

    @property
    def file(self) -> Path | None:
        """The file they were read from, None if from none."""
        return self._file

    def read_from(self, file: Path) -> Self:
        """Remember the file they were read from; return them."""
        self._file = file.absolute()
        return self

    def secret_of(self, kind: DestinationKind[Any], slug: str) -> SecretStr:
        """Return the secret of a branch that has a public destination.

        Raises:
            KeyError: it has none.
        """
        kept: dict[str, SecretStr] = getattr(self, kind.secret_setting)
        return kept[slug]

    def secrets(self) -> tuple[str, ...]:
        """Every secret in the clear, for the log redaction to know."""
        return tuple(secret for _, secret in secrets_in(self))


def _by_slug(value: object) -> object:
    # A variable's name cannot hold the hyphen of tower-hamlets.
    if isinstance(value, dict):
        return {str(key).lower().replace("_", "-"): one for key, one in value.items()}
    return value


if TYPE_CHECKING:
    Settings = _Settings
else:
    Settings = create_model(
        "Settings",
        __base__=_Settings,
        __doc__=_Settings.__doc__,
        __module__=__name__,
        **{
            kind.secret_setting: (
                Annotated[dict[str, kind.secret_type], BeforeValidator(_by_slug)],
                {},
            )
            for kind in KINDS
        },
    )
