//! English: what each command does.
//!
//! In: a command. Out: a sentence, and how it is called. Options have their words in [`super::command`].

use crate::words::command::Verb;

/// What it does, and its usage line.
pub(in crate::words) fn described(verb: Verb) -> (&'static str, &'static str) {
    match verb {
        Verb::Report => ("Makes a year's statement", "umlage report [OPTIONS] [DIR]"),
        Verb::Check => {
            ("Names everything that is wrong with the files, at once", "umlage check [OPTIONS] [DIR]")
        }
        Verb::Inspect => (
            "Says what a file is, and writes the [[ledger]] table that reads it",
            "umlage inspect [OPTIONS] FILE",
        ),
        Verb::Explain => (
            "Explains an amount down to ledger lines and residual cents",
            "umlage explain [OPTIONS] --partner PARTNER [DIR]",
        ),
        Verb::Savings => {
            ("Shows avoided duplicate spending over the years", "umlage savings [OPTIONS] [DIR]")
        }
        Verb::Compare => (
            "Shows what another key would change; nothing is saved",
            "umlage compare [OPTIONS] --key SERVICE=KEY ... [DIR]",
        ),
        Verb::Audit => {
            ("Tests the postings: paid twice, still paid separately", "umlage audit TEST [OPTIONS] [DIR]")
        }
        Verb::Duplicates => {
            ("Looks for payments that were entered twice", "umlage audit duplicates [OPTIONS] [DIR]")
        }
        Verb::Overlap => {
            ("Shows what several partners still pay separately", "umlage audit overlap [OPTIONS] [DIR]")
        }
        Verb::Seal => {
            ("Seals a year's statement with all inputs in sealed/YEAR", "umlage seal [OPTIONS] [DIR]")
        }
        Verb::Verify => {
            ("Recomputes sealed statements and names the first difference", "umlage verify [OPTIONS] [DIR]")
        }
        Verb::Init => ("Makes a new cooperation folder, with comments", "umlage init [OPTIONS] DIR"),
        Verb::Help => ("Shows this help or that of a command", "umlage help [COMMAND]"),
    }
}
