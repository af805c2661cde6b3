//! The command line's help and its refusals, in both languages.
//!
//! In: clap's errors. Out: sentences of ours. The language of a line that cannot be parsed is the one that stands behind
//! `--lang` in it.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use umlage::agreement::Language;
use umlage::words::command::{Notice, Usage, notice, usage};

use crate::exit::Exit;
use crate::form::{LATER, command};
use crate::output;

/// The answer to a line that is no call: to stdout where it was asked for, else to stderr.
#[derive(Debug)]
pub(crate) struct Answer {
    text: String,
    asked: bool,
}

impl Answer {
    /// A refusal.
    pub(crate) fn refused(what: &Notice, language: Language) -> Self {
        Self { text: notice(what, language), asked: false }
    }

    /// Prints it.
    pub(crate) fn print(&self) -> Exit {
        if self.asked {
            return output::say(&self.text);
        }
        output::message(&format!("umlage: {}", self.text));
        Exit::Trouble
    }
}

/// The language named behind `--lang`, else German.
pub(crate) fn spoken(typed: &[OsString]) -> Language {
    let texts: Vec<&str> = typed.iter().filter_map(|text| text.to_str()).collect();
    let after = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    if after.or(joined) == Some("en") { Language::En } else { Language::De }
}

/// The help of the whole program.
pub(crate) fn whole(language: Language) -> Answer {
    Answer { text: command(language).render_help().to_string(), asked: true }
}

/// `umlage audit` without a test, or with something that is none.
pub(crate) fn no_test(typed: Option<String>, language: Language) -> Answer {
    Answer { text: usage(&Usage::NoTest { typed }, language), asked: false }
}

/// Clap's error as an answer of ours.
pub(crate) fn answer(error: &clap::Error, language: Language) -> Answer {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return Answer { text: error.to_string().trim_end().to_owned(), asked: true };
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        _ => None,
    };
    let typed = |kind| context(kind).unwrap_or_default();
    let audit = error.get(ContextKind::Usage).is_some_and(|usage| usage.to_string().contains("umlage audit"));
    let fault = match error.kind() {
        ErrorKind::InvalidSubcommand if audit => {
            Usage::NoTest { typed: context(ContextKind::InvalidSubcommand) }
        }
        ErrorKind::InvalidSubcommand if Path::new(&typed(ContextKind::InvalidSubcommand)).is_dir() => {
            Usage::Folder { typed: typed(ContextKind::InvalidSubcommand) }
        }
        ErrorKind::InvalidSubcommand => Usage::Command {
            typed: typed(ContextKind::InvalidSubcommand),
            nearest: context(ContextKind::SuggestedSubcommand),
        },
        ErrorKind::UnknownArgument if is_year(&typed(ContextKind::InvalidArg)) => {
            Usage::Year { typed: typed(ContextKind::InvalidArg) }
        }
        ErrorKind::UnknownArgument => Usage::Option {
            typed: typed(ContextKind::InvalidArg),
            nearest: context(ContextKind::SuggestedArg),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Usage::Value {
            option: typed(ContextKind::InvalidArg),
            typed: typed(ContextKind::InvalidValue),
            takes: match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(texts)) => {
                    texts.iter().filter(|text| !LATER.contains(&text.as_str())).cloned().collect()
                }
                _ => Vec::new(),
            },
        },
        ErrorKind::ArgumentConflict => Usage::Repeated { option: typed(ContextKind::InvalidArg) },
        ErrorKind::MissingRequiredArgument => Usage::Missing { what: typed(ContextKind::InvalidArg) },
        _ => Usage::Other(error.to_string().lines().next().unwrap_or_default().to_owned()),
    };
    Answer { text: usage(&fault, language), asked: false }
}

fn is_year(typed: &str) -> bool {
    typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit())
}
