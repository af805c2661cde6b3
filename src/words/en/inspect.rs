//! English: what a file is, and what it leaves open.
//!
//! In: a label or a sentence, as data. Out: its text.

use crate::agreement::Language::En;
use crate::finding::SheetFault;
use crate::inspect::{Datev, Kind, Nature, Script};
use crate::words::format::count;
use crate::words::inspect::{Head, Label, Said};
use crate::words::lists::ticked;

/// Fixed words.
pub(in crate::words) fn label(label: Label) -> &'static str {
    match label {
        Label::PartFile => "1 File",
        Label::PartStyles => "2 Numbers and dates",
        Label::PartColumns => "3 Columns",
        Label::PartTotals => "4 Control totals",
        Label::PartAside => "5 Rows that are probably no postings",
        Label::PartTable => "6 For umlage.toml",
        Label::File => "How the file is written",
        Label::Columns => "What the columns hold",
        Label::Amounts => "Sums of the columns that look like amounts",
        Label::Days => "Columns that look like dates",
        Label::Sides => "Sums by debit and credit",
        Label::Aside => "Without a date, and with words of a sum or of the header",
        Label::Open => "What single columns leave open",
        Label::Bytes => "Size",
        Label::Sha256 => "SHA-256",
        Label::Nature => "Kind",
        Label::Script => "Encoding",
        Label::Ends => "Line ends",
        Label::Delimiter => "Delimiter",
        Label::Header => "Header",
        Label::Above => "Above it",
        Label::Rows => "Rows",
        Label::Blank => "Blank rows",
        Label::Short => "rows too short",
        Label::Long => "rows too long",
        Label::Quotes => "faults of quotes",
        Label::Endless => "Row without an end",
        Label::MixedEncoding => "two encodings",
        Label::TwoMarks => "two decimal marks",
        Label::TwoForms => "two forms of dates",
    }
}

/// Headings of columns, and what stands at their left.
pub(in crate::words) fn head(head: Head) -> &'static str {
    match head {
        Head::Rows => "Rows",
        Head::Number => "No.",
        Head::Heading => "Heading",
        Head::Field => "Field",
        Head::Content => "Content",
        Head::Filled => "filled",
        Head::Empty => "empty",
        Head::Distinct => "distinct",
        Head::Samples => "Samples",
        Head::Column => "Column",
        Head::Cells => "Cells",
        Head::Sum => "Sum",
        Head::Least => "smallest",
        Head::Most => "largest",
        Head::NoAmounts => "no amount",
        Head::First => "first",
        Head::FirstDay => "first day",
        Head::LastDay => "last day",
        Head::NoDays => "no date",
        Head::Side => "Side",
        Head::Debit => "debit",
        Head::Credit => "credit",
        Head::DebitLessCredit => "debit − credit",
        Head::LooksLike => "Looks like",
        Head::Places => "Places",
        Head::LeftOpen => "Left open",
        Head::DecimalMark => "the decimal mark",
        Head::DayAndMonth => "day or month first",
        Head::NotCounted => "not counted (section 5)",
    }
}

/// A sentence.
pub(in crate::words) fn said(said: &Said<'_>) -> String {
    match said {
        Said::Title(file) => format!("File {file}"),
        Said::Summary([], 0) => "No faults in the file, no question open.".to_owned(),
        Said::Summary([], questions) => format!("No faults in the file; {}.", open(*questions)),
        Said::Summary(faults, questions) => {
            format!("Faults in the file: {}; {}.", faults.join(", "), open(*questions))
        }
        Said::Bytes(bytes) => format!("{} bytes", count(*bytes, En)),
        Said::Nature(nature) => self::nature(nature),
        Said::Script(script, seen) => self::script(script, *seen),
        Said::Ends([]) => "none".to_owned(),
        Said::Ends([(name, number)]) => format!("{name} ({})", count(*number, En)),
        Said::Ends(kinds) => {
            let kinds = kinds.iter().map(|(name, number)| format!("{name} {}", count(*number, En)));
            format!("mixed: {}", kinds.collect::<Vec<_>>().join(", "))
        }
        Said::Delimiter(None) => "none found; every line is one cell".to_owned(),
        Said::Delimiter(Some(';')) => "semicolon (;)".to_owned(),
        Said::Delimiter(Some(',')) => "comma (,)".to_owned(),
        Said::Delimiter(Some('\t')) => "tab".to_owned(),
        Said::Delimiter(Some(mark)) => format!("{mark}"),
        Said::Header(None) => "none; the first line holds values already".to_owned(),
        Said::Header(Some((line, names))) => format!("line {line}: {names}"),
        Said::Above(1, titles) => format!("1 line with text: {}", ticked(*titles, ", ")),
        Said::Above(lines, titles) => format!("{lines} lines with text: {}", ticked(*titles, ", ")),
        Said::Ragged(rows, width, places) => {
            format!("{}; there should be {width} cells: {places}", count(*rows, En))
        }
        Said::At(faults, places) => format!("{}: {places}", count(*faults, En)),
        Said::Places(places, more) => self::places(places, *more),
        Said::NoTable(nature) => no_table(nature),
        Said::TableNote(0) => "Paste into umlage.toml:".to_owned(),
        Said::TableNote(_) => {
            "Paste into umlage.toml. Each QUESTION needs an answer: choose the right line and delete the # \
                               before it."
                .to_owned()
        }
        Said::ReadAs(column, reading) => format!("{column}, read with {reading}"),
        Said::More(most) => format!("> {}", count(u64::try_from(*most).unwrap_or(u64::MAX), En)),
        Said::ByLook => "A field with ? is told by what the column holds, not by its heading.".to_owned(),
        Said::HeaderAgain => "the header again".to_owned(),
        Said::SumRow(word) => format!("a sum (`{word}`)"),
        Said::AsideNote => {
            "The sums above do not contain these rows. Whether they are postings is for you to decide; \
                            `skip` in section 6 would leave them out."
                .to_owned()
        }
        style => self::style(style),
    }
}

/// How numbers and dates are written.
fn style(said: &Said<'_>) -> String {
    match said {
        Said::Decimal(mark, proof) => format!("Decimal mark: {}, proven by {proof}.", mark_name(*mark)),
        Said::DecimalAgainst(place) => {
            format!("CONTRADICTION: {place} proves the other decimal mark. A file has only one.")
        }
        Said::DecimalOpen(places) => {
            format!("Decimal mark: OPEN. Thousands or decimals? No cell decides: {places}.")
        }
        Said::DecimalNeedless => "Decimal mark: does not matter; no amount has one.".to_owned(),
        Said::Date(format, proof) => format!("Date: {format}, proven by {proof}."),
        Said::DateAgainst(place) => {
            format!("CONTRADICTION: {place} is written otherwise. A file has only one form of dates.")
        }
        Said::DateOpen(places) => {
            format!("Date: OPEN. Does the day or the month come first? No cell decides: {places}.")
        }
        Said::DateDeclared([], places) => {
            format!("Date: in no form that could read all cells: {places}.")
        }
        Said::DateDeclared([format], places) => {
            format!("Date: {format}, which umlage.toml must say: {places}.")
        }
        Said::DateDeclared(formats, places) => {
            format!("Date: OPEN between {}: {places}.", ticked(*formats, ", "))
        }
        Said::Serials(number, places) => format!(
            "{} of a spreadsheet instead of dates: {places}. Format the column there as a date and export it \
             again.",
            plural(*number, "day number", "day numbers")
        ),
        Said::DateNone => "Date: no column looks like dates.".to_owned(),
        _ => String::new(),
    }
}

fn open(questions: usize) -> String {
    match questions {
        0 => "no question open".to_owned(),
        1 => "one question open (section 6)".to_owned(),
        many => format!("{many} questions open (section 6)"),
    }
}

fn plural(number: u64, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {many}", count(number, En)) }
}

fn mark_name(mark: char) -> &'static str {
    if mark == ',' { "comma" } else { "point" }
}

fn places(places: &[String], more: u64) -> String {
    let more = if more == 0 { String::new() } else { format!(" and {} more", count(more, En)) };
    places.join(", ") + &more
}

fn nature(nature: &Nature) -> String {
    match nature {
        Nature::Nothing => "empty: not a single byte".to_owned(),
        Nature::Text => "text, line by line".to_owned(),
        Nature::Misnamed(kind) => format!("workbook of a spreadsheet program ({kind}), no text"),
        Nature::Unread(_) => "workbook of a spreadsheet program".to_owned(),
        Nature::Sheet { name, .. } => format!("sheet `{name}` of a workbook"),
        Nature::Datev(Datev { mark, version, category, name }) => {
            let kind = format!("DATEV format ({mark}, version {version}): {name} ({category})");
            match (nature, version.as_str()) {
                (Nature::Datev(datev), _) if !datev.is_postings() => format!("{kind}; no postings"),
                (Nature::Datev(datev), _) if !datev.is_known() => {
                    format!("{kind}; versions 510 and 700 are known")
                }
                _ => kind,
            }
        }
    }
}

/// What is wrong with a workbook.
fn sentence(fault: &SheetFault) -> String {
    let sentence = super::sheet::sentence(fault);
    format!("{} {}", sentence.message, sentence.help)
}

fn script(script: &Script, seen: Option<(&str, &str)>) -> String {
    let (place, text) = seen.unwrap_or_default();
    match script {
        Script::Marked(name) => format!("{name}, by its byte order mark"),
        Script::Utf8 => "UTF-8".to_owned(),
        Script::Ascii => "ASCII only; any encoding will do".to_owned(),
        Script::Wide(name) => format!("{name}, without a byte order mark"),
        Script::Other { .. } => format!("no UTF-8, first at {place}; as windows-1252 the line reads: {text}"),
        Script::Mixed { .. } => format!("MIXED: one part is UTF-8, another is not, first at {place}: {text}"),
    }
}

fn no_table(nature: &Nature) -> String {
    match nature {
        Nature::Misnamed(kind) => {
            format!("The file is no text but a workbook: give it a name that ends in .{kind}.")
        }
        Nature::Unread(SheetFault::Several { sheets, .. }) => {
            format!("Several sheets hold something: {}. `--sheet NAME` says which.", ticked(sheets, ", "))
        }
        Nature::Unread(fault) => sentence(fault),
        Nature::Datev(datev) => format!(
            "The file holds {}, no postings. What is needed is the export of the Buchungsstapel.",
            datev.name
        ),
        Nature::Nothing | Nature::Text | Nature::Sheet { .. } => {
            "The file is empty; there is nothing to read.".to_owned()
        }
    }
}

/// What the cells of a column look like.
pub(in crate::words) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Empty => "empty",
        Kind::Amount => "amounts",
        Kind::Whole => "whole numbers",
        Kind::Date => "dates",
        Kind::Text => "text",
        Kind::Mixed => "mixed",
    }
}
