//! The command line. Its words stand in `ftl/`, by the names of the arguments.

use std::path::PathBuf;

use cittadini_core::model::Risk;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::host::Place;
use crate::keys::Holder;
use crate::reader::{Choices, ReaderArgs};
use crate::terminal::moment::{day, moment};
use crate::terminal::words::Language;

/// `cittadini`
#[derive(Debug, Parser)]
#[command(name = "cittadini", version, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "it",
        hide_default_value = true,
        hide_possible_values = true,
        display_order = 900
    )]
    pub(crate) lang: Language,
    #[arg(long, global = true, display_order = 900)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    #[command(subcommand)]
    New(NewVerb),
    Check(CheckArgs),
    Show(ShowArgs),
    Build(BuildArgs),
    #[command(subcommand)]
    Keys(KeysVerb),
    Publish(PublishArgs),
    Refresh(RefreshArgs),
    Fetch(FetchArgs),
    Seed(SeedArgs),
    Export(ExportArgs),
    Poster(PosterArgs),
    Territories(TerritoriesArgs),
    Serve(ServeArgs),
    Preview(PreviewArgs),
    Translated(TranslatedArgs),
    Differences(DifferencesArgs),
    Reader(ReaderArgs),
}

/// Which content.
#[derive(Debug, Args)]
pub(crate) struct ContentArgs {
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(crate) content: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) territory: Option<String>,
}

/// What to begin.
#[derive(Debug, Subcommand)]
pub(crate) enum NewVerb {
    Procedure(NewProcedureArgs),
    Office(NewOfficeArgs),
    Language(NewLanguageArgs),
    Territory(NewTerritoryArgs),
}

/// What every new item carries.
#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(crate) content: PathBuf,
    #[arg(long, value_name = "ROLE", default_value = "redazione")]
    pub(crate) owner: String,
    #[arg(long, value_enum, default_value = "high", hide_possible_values = true)]
    pub(crate) risk: RiskOf,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

// The id comes first: after it, options may have as many values as they like.
#[derive(Debug, Args)]
#[command(override_usage = "cittadini new procedure <ID> [OPTIONS]")]
pub(crate) struct NewProcedureArgs {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, value_name = "NAME", value_delimiter = ',', num_args = 1..)]
    pub(crate) step: Vec<String>,
    #[command(flatten)]
    pub(crate) new: NewArgs,
}

#[derive(Debug, Args)]
#[command(
    override_usage = "cittadini new office <ID> --type <OFFICE_TYPE>... --organisation <ORG> [OPTIONS]"
)]
pub(crate) struct NewOfficeArgs {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, value_name = "ID")]
    pub(crate) territory: Option<String>,
    #[arg(long = "type", value_name = "OFFICE_TYPE", value_delimiter = ',', num_args = 1..)]
    pub(crate) types: Vec<String>,
    #[arg(long, value_name = "ORG")]
    pub(crate) organisation: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) new: NewArgs,
}

#[derive(Debug, Args)]
pub(crate) struct NewLanguageArgs {
    #[arg(value_name = "TAG")]
    pub(crate) tag: String,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(crate) content: PathBuf,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Args)]
#[command(
    override_usage = "cittadini new territory <ID> --name <NAME> --municipality <ISTAT=NAME>... [OPTIONS]"
)]
pub(crate) struct NewTerritoryArgs {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long = "municipality", value_name = "ISTAT=NAME", required = true, num_args = 1..)]
    pub(crate) municipalities: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) ask: Option<String>,
    #[arg(long, value_name = "ORG")]
    pub(crate) organisation: Option<String>,
    #[arg(long = "type", value_name = "OFFICE_TYPE", value_delimiter = ',', num_args = 1..)]
    pub(crate) types: Vec<String>,
    #[command(flatten)]
    pub(crate) new: NewArgs,
}

/// What a mistake costs the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RiskOf {
    Low,
    Medium,
    High,
}

impl From<RiskOf> for Risk {
    fn from(risk: RiskOf) -> Self {
        match risk {
            RiskOf::Low => Self::Low,
            RiskOf::Medium => Self::Medium,
            RiskOf::High => Self::High,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    #[command(flatten)]
    pub(crate) choices: Choices,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
    #[arg(long, value_name = "DIR")]
    pub(crate) draw: Option<PathBuf>,
    #[arg(long, value_name = "TAG", requires = "draw")]
    pub(crate) language: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum KeysVerb {
    New(KeysNewArgs),
    Root(KeysRootArgs),
    Sign(KeysSignArgs),
    Status(KeysStatusArgs),
    Retire(KeysRetireArgs),
    Init(KeysInitArgs),
}

/// Where the passphrase of a key comes from, if nobody is to be asked.
#[derive(Debug, Args)]
pub(crate) struct PassphraseArgs {
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(override_usage = "cittadini keys new <ROLE-N>... --keys <DIR> [OPTIONS]")]
pub(crate) struct KeysNewArgs {
    #[arg(value_name = "ROLE-N", required = true)]
    pub(crate) names: Vec<String>,
    #[arg(long, value_name = "DIR")]
    pub(crate) keys: PathBuf,
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
}

#[derive(Debug, Args)]
pub(crate) struct KeysRootArgs {
    #[arg(long, value_name = "DIR")]
    pub(crate) keys: PathBuf,
    #[arg(long, value_name = "ROLE=N", value_parser = threshold)]
    pub(crate) threshold: Vec<(Holder, usize)>,
    #[arg(long)]
    pub(crate) renew: bool,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) clock: Option<Timestamp>,
}

/// `root=2`
fn threshold(text: &str) -> Result<(Holder, usize), String> {
    let (role, count) = text.split_once('=').ok_or("ROLE=N")?;
    let holder = Holder::ALL.into_iter().find(|holder| holder.name() == role);
    let count = count.parse().map_err(|_| "ROLE=N")?;
    Ok((holder.ok_or("ROLE=N")?, count))
}

#[derive(Debug, Args)]
pub(crate) struct KeysSignArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "KEY")]
    pub(crate) key: String,
    #[arg(long, value_name = "DIR")]
    pub(crate) keys: PathBuf,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
}

#[derive(Debug, Args)]
pub(crate) struct KeysStatusArgs {
    #[arg(long, value_name = "DIR")]
    pub(crate) keys: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) repository: Option<PathBuf>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) clock: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub(crate) struct KeysRetireArgs {
    #[arg(value_name = "ROLE-N")]
    pub(crate) name: String,
    #[arg(long, value_name = "DIR")]
    pub(crate) keys: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct KeysInitArgs {
    #[arg(long, value_name = "DIR")]
    pub(crate) keys: PathBuf,
    #[arg(long)]
    pub(crate) development: bool,
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) clock: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub(crate) struct PublishArgs {
    #[arg(long, value_name = "PLACE")]
    pub(crate) to: Place,
    #[arg(long, value_name = "DIR")]
    pub(crate) repository: Option<PathBuf>,
    #[arg(long)]
    pub(crate) prune: bool,
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    #[arg(long, value_name = "DIR")]
    pub(crate) keys: PathBuf,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
    #[arg(long)]
    pub(crate) dev: bool,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) clock: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub(crate) struct RefreshArgs {
    #[arg(long, value_name = "PLACE")]
    pub(crate) to: Place,
    #[arg(long, value_name = "DIR")]
    pub(crate) repository: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) keys: PathBuf,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
    #[arg(long)]
    pub(crate) dev: bool,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) clock: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub(crate) struct FetchArgs {
    #[arg(long, value_name = "PLACE")]
    pub(crate) from: Place,
    #[arg(long, value_name = "DIR")]
    pub(crate) repository: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) keys: PathBuf,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) clock: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub(crate) struct SeedArgs {
    #[arg(long, value_name = "DIR")]
    pub(crate) repository: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) repository: PathBuf,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) clock: Option<Timestamp>,
}

/// What differs between municipalities.
#[derive(Debug, Args)]
pub(crate) struct DifferencesArgs {
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct PosterArgs {
    #[arg(long, value_name = "DIR")]
    pub(crate) repository: PathBuf,
    #[arg(long, value_name = "URL")]
    pub(crate) url: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
    #[arg(long)]
    pub(crate) dev: bool,
}

#[derive(Debug, Args)]
#[command(override_usage = "cittadini territories --to <FILE> <DIR=URL>... [OPTIONS]")]
pub(crate) struct TerritoriesArgs {
    #[arg(value_name = "DIR=URL", required = true, value_parser = repository_at)]
    pub(crate) repositories: Vec<(PathBuf, String)>,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
    #[arg(long)]
    pub(crate) dev: bool,
}

/// `DIR=URL`
fn repository_at(text: &str) -> Result<(PathBuf, String), String> {
    let (folder, url) = text.split_once('=').ok_or("DIR=URL")?;
    match folder.is_empty() || url.is_empty() {
        true => Err("DIR=URL".into()),
        false => Ok((folder.into(), url.to_owned())),
    }
}

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) port: u16,
}

#[derive(Debug, Args)]
pub(crate) struct PreviewArgs {
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) port: u16,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) clock: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub(crate) struct TranslatedArgs {
    #[arg(long, value_name = "LANG")]
    pub(crate) language: String,
    #[arg(long, value_enum, hide_possible_values = true)]
    pub(crate) kind: Kind,
    #[arg(long, value_name = "ROLE")]
    pub(crate) by: String,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(crate) content: PathBuf,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) date: Option<Date>,
    #[arg(value_name = "IDS")]
    pub(crate) ids: Vec<String>,
}

/// How a translation was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Machine,
    Human,
    Reviewed,
}
