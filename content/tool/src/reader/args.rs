//! The reader's command line.

use std::path::PathBuf;

use cittadini_core::model::Audience;
use cittadini_core::personal::Settings;
use cittadini_core::screens::{OfficeFilter, Since};
use cittadini_core::sync::{NetworkKind, Occasion};
use cittadini_core::triage::TriageAnswer;
use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;

use crate::terminal::moment::moment;

use super::dates::{DeadlineArgs, TimelineArgs};

/// `cittadini reader`
#[derive(Debug, Args)]
pub(crate) struct ReaderArgs {
    #[command(flatten)]
    pub(super) options: Options,
    #[command(subcommand)]
    pub(super) verb: ReaderVerb,
}

/// Options that stand before or after the verb.
#[derive(Debug, Args)]
pub(super) struct Options {
    #[arg(long, global = true, value_name = "DIR", default_value = ".cittadini-data")]
    pub(super) data: PathBuf,
    #[arg(long, global = true, value_name = "URL")]
    pub(super) repository: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) root: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) territories: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) seed: Option<PathBuf>,
    #[command(flatten)]
    pub(super) choices: Choices,
}

/// Who reads, and when.
#[derive(Debug, Args)]
pub(crate) struct Choices {
    #[arg(long, global = true, value_name = "TIME", value_parser = moment)]
    pub(crate) clock: Option<Timestamp>,
    #[arg(long, global = true, value_name = "TAG", value_delimiter = ',')]
    pub(super) language: Vec<String>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) municipality: Option<String>,
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    pub(super) audience: Option<As>,
}

impl Choices {
    /// Whether one of the options stands for a setting.
    pub(super) fn change_settings(&self) -> bool {
        !self.language.is_empty() || self.municipality.is_some() || self.audience.is_some()
    }

    /// The kept settings with what the options say instead.
    pub(crate) fn over(&self, kept: Settings) -> Settings {
        let languages = match self.language.is_empty() {
            true => kept.languages,
            false => self.language.iter().map(|tag| tag.trim().to_owned()).collect(),
        };
        Settings {
            languages,
            municipality: self.municipality.clone().or(kept.municipality),
            audience: self.audience.map_or(kept.audience, Audience::from),
            ..kept
        }
    }
}

/// What somebody reads as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum As {
    Person,
    Operator,
    Employer,
}

impl From<As> for Audience {
    fn from(reads_as: As) -> Self {
        match reads_as {
            As::Person => Self::Person,
            As::Operator => Self::Operator,
            As::Employer => Self::Employer,
        }
    }
}

/// What the reader chooses besides [`Choices`], and whether it is kept.
#[derive(Debug, Args)]
pub(super) struct Chosen {
    #[arg(long)]
    pub(super) keep: bool,
    #[arg(long, value_name = "BOOL")]
    wifi_only: Option<bool>,
    #[arg(long, value_name = "BOOL")]
    data_saver: Option<bool>,
}

impl Chosen {
    /// Whether one of the options stands for a setting.
    pub(super) fn change_settings(&self) -> bool {
        self.wifi_only.is_some() || self.data_saver.is_some()
    }

    /// Settings with what the options say instead.
    pub(super) fn over(&self, settings: Settings) -> Settings {
        Settings {
            wifi_only: self.wifi_only.unwrap_or(settings.wifi_only),
            data_saver: self.data_saver.unwrap_or(settings.data_saver),
            ..settings
        }
    }
}

/// What the device is connected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Over {
    #[value(alias = "none")]
    Offline,
    Metered,
    Unmetered,
}

impl From<Over> for NetworkKind {
    fn from(over: Over) -> Self {
        match over {
            Over::Offline => Self::Offline,
            Over::Metered => Self::Metered,
            Over::Unmetered => Self::Unmetered,
        }
    }
}

/// Why it is asked whether a sync is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    Opened,
    Background,
    Asked,
}

impl From<When> for Occasion {
    fn from(when: When) -> Self {
        match when {
            When::Opened => Self::Opened,
            When::Background => Self::Background,
            When::Asked => Self::Asked,
        }
    }
}

/// Which offices `open-now` lists.
#[derive(Debug, Args)]
pub(super) struct Wanted {
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long)]
    evening: bool,
    #[arg(long)]
    saturday: bool,
    #[arg(long, value_name = "TAG")]
    speaks: Option<String>,
    #[arg(long, value_name = "ID")]
    office_type: Option<String>,
}

impl Wanted {
    /// The filter of the core.
    pub(super) fn filter(&self) -> OfficeFilter {
        OfficeFilter {
            at: self.at.clone(),
            open: !self.all,
            evening: self.evening,
            saturday: self.saturday,
            language: self.speaks.clone(),
            office_type: self.office_type.clone(),
        }
    }
}

/// One verb a call of the core.
#[derive(Debug, Subcommand)]
pub(super) enum ReaderVerb {
    Sync {
        #[arg(long)]
        only_mine: bool,
    },
    Export {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    #[command(alias = "due")]
    SyncDue {
        #[arg(long, value_enum, hide_possible_values = true, default_value = "unmetered")]
        network: Over,
        #[arg(long, value_enum, hide_possible_values = true, default_value = "opened")]
        occasion: When,
    },
    Home,
    Labels,
    Procedures,
    Procedure {
        id: String,
    },
    Offices,
    Office {
        id: String,
    },
    Hours {
        #[arg(value_name = "OFFICE")]
        id: String,
    },
    OpenNow(Wanted),
    Search {
        #[arg(value_name = "WORDS", required = true)]
        words: Vec<String>,
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: u32,
    },
    Terms,
    Notices,
    Changes {
        #[arg(long, value_name = "SINCE")]
        since: Option<Since>,
    },
    Deadline(DeadlineArgs),
    Timeline(TimelineArgs),
    Freshness,
    Trees,
    Triage {
        tree: String,
        #[arg(long = "answer", value_name = "QUESTION=VALUE", value_parser = answer)]
        answers: Vec<TriageAnswer>,
    },
    Settings(Chosen),
    Territories,
    TerritoryOffer {
        qr: String,
    },
    AddTerritory {
        qr: String,
        #[arg(long)]
        yes: bool,
    },
    ChooseTerritory {
        #[arg(value_name = "ID")]
        territory_id: String,
    },
    RemoveTerritory {
        #[arg(value_name = "ID")]
        territory_id: String,
    },
    AgreeToInbox {
        #[arg(value_name = "ID")]
        territory_id: String,
        #[arg(long)]
        no: bool,
    },
}

/// `QUESTION=VALUE`
fn answer(text: &str) -> Result<TriageAnswer, String> {
    let (question, value) = text.split_once('=').ok_or("QUESTION=VALUE")?;
    Ok(TriageAnswer { question: question.trim().to_owned(), value: value.to_owned() })
}
