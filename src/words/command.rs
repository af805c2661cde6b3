//! What the command line says: its help, and its answers that are no findings.
//!
//! In: a phrase or a notice, as data. Out: its text. Apart from the findings because it concerns what was typed,
//! not what the files hold.

use std::path::PathBuf;

use crate::agreement::Language;
use crate::error::Error;
use crate::money::Money;
use crate::period::Year;
use crate::words::corrections::SealedNotice;
use crate::words::explain::ExplainNotice;
use crate::words::seal::SealNotice;
use crate::words::views::AlternativeNotice;
use crate::words::{de, en};

/// A fixed text of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    /// What the program is for.
    About,
    /// What to try first.
    After,
    /// Heading above the usage line.
    Usage,
    /// Heading above the commands.
    Commands,
    /// Heading above the arguments.
    Arguments,
    /// Heading above the options.
    Options,
    /// What stands for a command.
    CommandName,
    /// The usage line of `umlage`.
    UsageLine,
    /// Before the bar that shows how much is read.
    Reading,
    /// `--sheet`.
    Sheet,
    /// `--service`.
    ServiceOption,
    /// `--partner`.
    PartnerOption,
    /// `--all` of explain.
    AllPostings,
    /// `--key`.
    KeyOption,
    /// `--secondary`.
    SecondaryOption,
    /// `--year` of compare and of audit overlap.
    CompareYear,
    /// Heading above the tests of audit.
    Tests,
    /// `--year` of audit duplicates.
    DuplicatesYear,
    /// `--all` of audit overlap.
    AllRows,
    /// `--from`.
    From,
    /// `--to`.
    To,
    /// The cooperation's folder.
    Dir,
    /// The file to look at.
    LedgerFile,
    /// The folder to make.
    NewDir,
    /// `--year`.
    Year,
    /// `--year` of verify.
    VerifyYear,
    /// `--format` of report.
    Format,
    /// `--format` of check.
    CheckFormat,
    /// `--output`.
    Output,
    /// `--force`.
    Force,
    /// `--corrections`.
    Corrections,
    /// `--all`.
    All,
    /// `--all` of verify.
    VerifyAll,
    /// `--lang`.
    Lang,
    /// `--help`.
    Help,
    /// `--version`.
    Version,
}

/// A command, as its help names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the command of its name")]
pub enum Verb {
    Report,
    Check,
    Inspect,
    Explain,
    Savings,
    Compare,
    Audit,
    Duplicates,
    Overlap,
    Seal,
    Verify,
    Init,
    Help,
}

/// What a command does, and its usage line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Described {
    /// In a sentence.
    pub about: &'static str,
    /// `umlage report [OPTIONS] [DIR]`
    pub line: &'static str,
}

/// An answer that is no finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Several years have postings and none was named.
    YearNeeded {
        /// The years, how many rows each has, and their sum.
        years: Vec<(Year, u64, Money)>,
        /// What to type, for one of them.
        command: String,
    },
    /// The named year has no postings.
    YearWithoutPostings {
        /// The year.
        year: i16,
        /// The years that have.
        years: Vec<Year>,
    },
    /// The last year that was named lies before the first.
    YearsReversed {
        /// The first.
        from: i16,
        /// The last.
        to: i16,
    },
    /// No ledger has any posting.
    NoPostings,
    /// An output file exists.
    Exists(PathBuf),
    /// A folder to be made exists and is not empty.
    NotEmpty(PathBuf),
    /// A format that this version cannot write.
    FormatLater(String),
    /// An output file whose ending names no format.
    FormatUnknown(PathBuf),
    /// How many findings there are.
    Findings {
        /// Errors.
        errors: u64,
        /// Warnings.
        warnings: u64,
    },
    /// Only umlage.toml was looked at.
    AgreementOnly,
    /// An output file would replace one that the statement is made from.
    OverInput(PathBuf),
    /// There is no statement because of errors.
    NoStatement {
        /// The year.
        year: Option<Year>,
    },
    /// The ledgers were not tested because of errors.
    NotTested,
    /// A file was written.
    Written(PathBuf),
    /// So many warnings stand in what was written.
    WithWarnings(u64),
    /// An alternative to compare with is none.
    Alternative(AlternativeNotice),
    /// Savings are not asked for by the agreement.
    NoSavingsTerms,
    /// Nothing is sealed or checked.
    Seal(SealNotice),
    /// About a sealed year.
    Sealed(SealedNotice),
    /// What is to be explained cannot be.
    Explain(ExplainNotice),
}

/// What lies in a folder, as an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overview {
    /// Everything is well.
    AllWell {
        /// How many ledger files were read.
        ledgers: usize,
        /// How many postings.
        postings: u64,
        /// The years with postings.
        years: Vec<Year>,
    },
    /// A new folder was made.
    Made {
        /// The folder.
        path: PathBuf,
        /// Its files.
        files: Vec<String>,
    },
    /// No cooperation lies in the current folder.
    NothingHere,
    /// What lies in the current folder.
    Here {
        /// The cooperation's name.
        name: String,
        /// How many partners.
        partners: usize,
        /// How many services.
        services: usize,
        /// The ledger files.
        ledgers: Vec<String>,
        /// The years, how many rows each has, and their sum.
        years: Vec<(Year, u64, Money)>,
        /// How many errors.
        errors: u64,
    },
    /// umlage.toml cannot be used.
    HereBroken {
        /// How many errors.
        errors: u64,
    },
}

/// What is wrong with a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Usage {
    /// No such command.
    Command {
        /// What was typed.
        typed: String,
        /// The likeliest of those there are.
        nearest: Option<String>,
    },
    /// `umlage audit` without a test, or with something that is none.
    NoTest {
        /// What was typed.
        typed: Option<String>,
    },
    /// No such option.
    Option {
        /// What was typed.
        typed: String,
        /// The likeliest of those there are.
        nearest: Option<String>,
    },
    /// A year without `--year`.
    Year {
        /// What was typed.
        typed: String,
    },
    /// A folder without a command.
    Folder {
        /// What was typed.
        typed: String,
    },
    /// An option that was given twice.
    Repeated {
        /// The option.
        option: String,
    },
    /// A value that the option does not take.
    Value {
        /// The option.
        option: String,
        /// What was typed.
        typed: String,
        /// What it takes; empty where that cannot be listed.
        takes: Vec<String>,
    },
    /// Something needed is missing.
    Missing {
        /// What.
        what: String,
    },
    /// Anything else, in the parser's own words.
    Other(String),
}

/// The phrase's text.
#[must_use]
pub fn phrase(phrase: Phrase, language: Language) -> &'static str {
    match language {
        Language::De => de::command::phrase(phrase),
        Language::En => en::command::phrase(phrase),
    }
}

/// What a command does, and its usage line.
#[must_use]
pub fn described(verb: Verb, language: Language) -> Described {
    let (about, line) = match language {
        Language::De => de::verb::described(verb),
        Language::En => en::verb::described(verb),
    };
    Described { about, line }
}

/// The notice's text, of one or several lines.
#[must_use]
pub fn notice(notice: &Notice, language: Language) -> String {
    match language {
        Language::De => de::notice::notice(notice),
        Language::En => en::notice::notice(notice),
    }
}

/// The overview's text, of several lines.
#[must_use]
pub fn overview(overview: &Overview, language: Language) -> String {
    match language {
        Language::De => de::notice::overview(overview),
        Language::En => en::notice::overview(overview),
    }
}

/// What is wrong with the command line, and how to get help.
#[must_use]
pub fn usage(usage: &Usage, language: Language) -> String {
    match language {
        Language::De => de::command::usage(usage),
        Language::En => en::command::usage(usage),
    }
}

/// What is wrong with the machine.
#[must_use]
pub fn error(error: &Error, language: Language) -> String {
    match language {
        Language::De => de::command::error(error),
        Language::En => en::command::error(error),
    }
}
