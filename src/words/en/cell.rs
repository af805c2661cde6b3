//! English sentences for [`CellFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::agreement::Language::En;
use crate::finding::CellFault;
use crate::finding::cell::{DateFault, NumberFault, PeriodFault, QuoteFault};
use crate::finding::file::Heading;
use crate::money::Money;
use crate::period::Span;
use crate::words::Sentence;
use crate::words::format::{amount as euro, date as day};
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &CellFault) -> Sentence {
    match fault {
        CellFault::Quote(fault) => quote(*fault),
        CellFault::Width { found, expected } => width(*found, *expected),
        CellFault::Replacement => Sentence::new(
            "A character was lost here (U+FFFD); the file was converted wrongly before.",
            "Export the file again, without saving it in another encoding on the way.",
        ),
        CellFault::Number { cell, fault } => number(cell, fault),
        CellFault::Date { cell, fault } => date(cell, fault),
        CellFault::FiscalYear { cell } => Sentence::new(
            format!("`{cell}` is no fiscal year."),
            "Write the year with four digits from 1900 to 2999, for example `2014`.",
        ),
        CellFault::Side { cell } => Sentence::new(
            if cell.is_empty() {
                "Here it is missing whether the amount is a debit or a credit.".to_owned()
            } else {
                format!("`{cell}` says neither debit nor credit.")
            },
            "Write `D` for debit or `C` for credit.",
        ),
        CellFault::Sides { both: true } => {
            Sentence::new("In this row debit and credit are both filled.", "Leave one of them empty or zero.")
        }
        CellFault::Sides { both: false } => Sentence::new(
            "In this row debit and credit are both empty.",
            "Enter the amount, or except the row with a rule in `skip`.",
        ),
        CellFault::Negative { amount } => negative(*amount),
        CellFault::Foreign { cell } => foreign(cell),
        CellFault::Reversal { cell, known } => reversal(cell, *known),
        CellFault::Payer { cell, nearest } => payer(cell, nearest.as_deref()),
        CellFault::OtherPayer { cell, declared } => other_payer(cell, declared),
        CellFault::Missing { fields } => missing(fields),
        CellFault::Period(PeriodFault::Half { absent: Some(absent) }) => half(absent),
        CellFault::Period(PeriodFault::Half { absent: None }) => Sentence::new(
            "The period has only a beginning or only an end.",
            "Fill in both `period_from` and `period_to`, or neither.",
        ),
        CellFault::Period(PeriodFault::Reversed) => Sentence::new(
            "The period ends before it begins.",
            "Exchange or correct `period_from` and `period_to`.",
        ),
    }
}

fn negative(amount: Money) -> Sentence {
    Sentence::new(
        format!(
            "The amount {} is negative; in DATEV's format only the side (Soll/Haben) says that.",
            euro(amount, En)
        ),
        "Write the amount without the minus and the other side (`S` for `H`, `H` for `S`), or export the posting batch anew.",
    )
}

fn foreign(cell: &str) -> Sentence {
    Sentence::new(
        format!("The amount is in `{cell}`, and the row does not say how much that is in euro."),
        "Fill `Basis-Umsatz` with the amount in euro and `WKZ Basis-Umsatz` with `EUR`.",
    )
}

fn reversal(cell: &str, known: bool) -> Sentence {
    if !known {
        return Sentence::new(
            format!("`{cell}` does not say whether the row is a general reversal (Generalumkehr)."),
            "Write `1` or `G` for a general reversal, else `0` or nothing.",
        );
    }
    Sentence::new(
        "The row is a general reversal (Generalumkehr). Whether its side is turned already, or is that of the posting it undoes, differs from program to program.",
        "Compare it with the posting that it undoes: if it stands on the other side, write `general_reversal = \"as-written\"` under [[ledger]]; if on the same, `general_reversal = \"turned\"`.",
    )
}

fn payer(cell: &str, nearest: Option<&str>) -> Sentence {
    let help = nearest.map_or_else(
        || "Write the id or the full name of a partner in umlage.toml.".to_owned(),
        |name| format!("Did you mean `{name}`?"),
    );
    Sentence::new(format!("There is no partner `{cell}`."), help)
}

fn other_payer(cell: &str, declared: &str) -> Sentence {
    Sentence::new(
        format!("Here `{cell}` has paid, but by umlage.toml it is `{declared}`."),
        "Correct the cell, or remove `payer` from [[ledger]], so that the column counts.",
    )
}

fn half(absent: &Heading) -> Sentence {
    Sentence::new(
        format!("Only half of the period is given; a column `{}` was not found.", absent.english),
        format!(
            "Name the column in `[ledger.columns]`: `{} = \"…\"` with the heading from your file.",
            absent.english
        ),
    )
}

fn missing(fields: &[Heading]) -> Sentence {
    let names = ticked(fields.iter().map(|field| field.english), " or ");
    Sentence::new(
        format!("This row lacks {names}."),
        "Fill in the cell; if the row is no posting, except it with a rule in `skip`; if its text stands in the column of the date, name that one twice below `[ledger.columns]`, as `date` and as a field that is free otherwise, such as `voucher`, and write the rule for the latter.",
    )
}

fn quote(fault: QuoteFault) -> Sentence {
    match fault {
        QuoteFault::Bare => Sentence::new(
            "Here a quote stands inside a cell that does not begin with one.",
            "Put the whole cell into quotes and double the inner ones: `\"Licence \"\"Pro\"\"\"`.",
        ),
        QuoteFault::After => Sentence::new(
            "There is text after the closing quote.",
            "Double quotes inside a cell: `\"Licence \"\"Pro\"\"\"`.",
        ),
        QuoteFault::Unclosed => Sentence::new(
            "The quote that opens here is never closed; reading goes on with the next line.",
            "Close it at the end of the cell, or delete it.",
        ),
    }
}

fn width(found: usize, expected: usize) -> Sentence {
    let cells = if found == 1 { "1 cell".to_owned() } else { format!("{found} cells") };
    if found < expected {
        return Sentence::new(
            format!("This row has only {cells} instead of {expected}."),
            "Fill in the missing cells; if the row is no posting, except it with a rule in `skip`; if its text stands in the column of the date, name that one twice below `[ledger.columns]`, as `date` and as a field that is free otherwise, such as `voucher`, and write the rule for the latter.",
        );
    }
    Sentence::new(
        format!("This row has {cells} instead of {expected}."),
        "Put cells that hold the delimiter into quotes; in a workbook give the column a heading, or empty the cell.",
    )
}

fn outside(cell: &str, span: Span, year: bool) -> Sentence {
    let (from, to) = (day(span.from(), En), day(span.to(), En));
    if year {
        return Sentence::new(
            format!("There is no day `{cell}` in the fiscal year {from} to {to} that the first line says."),
            "Correct the day; if the posting belongs to another fiscal year, export that one on its own.",
        );
    }
    Sentence::new(
        format!(
            "The day `{cell}` does not lie in the period {from} to {to} that the first line says; so the posting's year is not certain."
        ),
        "Export the posting batch anew, or correct the day, or the period in the first line (fields 15 and 16).",
    )
}

fn number(cell: &str, fault: &NumberFault) -> Sentence {
    let (why, help) = match fault {
        NumberFault::Form => ("is no number".to_owned(), no_number(cell)),
        NumberFault::Groups => (
            "is no number: groups have three digits, and a digit stands before and after the decimal mark"
                .to_owned(),
            "Write for example `1,234.56` or `1234.56`.",
        ),
        NumberFault::Ambiguous => (
            "may mean thousands or three decimals, and no other cell of the file decides it".to_owned(),
            "Declare the decimal mark in umlage.toml, under [[ledger]] or [tables]: `decimal = \",\"` or `decimal = \".\"`.",
        ),
        NumberFault::Contradicts { decimal, declared: true } => (
            format!("does not fit the declared decimal mark `{decimal}`"),
            "Correct the cell, or `decimal` in umlage.toml.",
        ),
        NumberFault::Contradicts { decimal, declared: false } => (
            format!("does not fit the file, whose decimal mark is `{decimal}` by an earlier cell"),
            "Correct the cell that is wrong; `decimal` in umlage.toml says what counts.",
        ),
        NumberFault::Scientific => (
            "is a number with an exponent; a spreadsheet has shortened it".to_owned(),
            "Format the column as numbers with two decimals, and export again.",
        ),
        NumberFault::Decimals { found } => (
            format!("has {found} decimals; an amount has at most two"),
            match found {
                3 => {
                    "Round to cents in the source, in a spreadsheet with `=ROUND(…,2)`. If thousands are meant, declare `decimal` in umlage.toml."
                }
                _ => {
                    "Round to cents in the source, in a spreadsheet with `=ROUND(…,2)`: Excel shows fewer digits than the cell holds."
                }
            },
        ),
        NumberFault::Digits { most } => (
            format!("has too many digits; there may be {most} before the decimal mark"),
            "Check that the column holds numbers.",
        ),
        NumberFault::Brackets => {
            ("stands in brackets".to_owned(), "Write negative amounts with a minus: `-1,234.56`.")
        }
        NumberFault::Currency { first } => (
            format!("is in another currency than an earlier cell ({first})"),
            "Convert the amounts into one currency before.",
        ),
    };
    Sentence::new(format!("`{cell}` {why}."), help)
}

fn no_number(cell: &str) -> &'static str {
    no_result(cell).unwrap_or("Write for example `1,234.56` or `-1234.56`.")
}

/// What to do about a formula whose result is not in the file, or is none.
fn no_result(cell: &str) -> Option<&'static str> {
    match cell.as_bytes() {
        [b'=', ..] => {
            Some("The formula's result was not saved: open the workbook in Excel or LibreOffice and save it.")
        }
        [b'#', ..] => Some("Correct the formula in the workbook, or write the value."),
        _ => None,
    }
}

fn date(cell: &str, fault: &DateFault) -> Sentence {
    let (why, help) = match fault {
        DateFault::Form if no_result(cell).is_some() => {
            ("is no date".to_owned(), no_result(cell).unwrap_or_default().to_owned())
        }
        DateFault::Form => (
            "is no date".to_owned(),
            "Write for example `2014-12-31`, or declare the format in umlage.toml, under [[ledger]] or [tables], such as `date_format = \"%d-%b-%y\"` for `05-Apr-17`.".to_owned(),
        ),
        DateFault::Ambiguous => (
            "may mean day/month or month/day, and no other cell of the file decides it".to_owned(),
            "Declare `date_format = \"%d/%m/%Y\"` or `date_format = \"%m/%d/%Y\"` in umlage.toml, under [[ledger]] or [tables].".to_owned(),
        ),
        DateFault::Contradicts { format, declared: true } => (
            format!("does not fit the declared date format `{format}`"),
            "Correct the cell, or `date_format` in umlage.toml.".to_owned(),
        ),
        DateFault::Contradicts { format, declared: false } => (
            format!("does not fit the file, which writes `{format}` by an earlier cell"),
            "Correct the cell that is wrong; `date_format` in umlage.toml says what counts.".to_owned(),
        ),
        DateFault::Serial => (
            "is the number of a day; a spreadsheet has lost the date".to_owned(),
            "Format the column as dates, and export again.".to_owned(),
        ),
        DateFault::NoSuchDay => ("is in no calendar".to_owned(), "Correct the day.".to_owned()),
        DateFault::ShortYear { mark } => (
            "has a year of only two digits".to_owned(),
            format!("Declare the format in umlage.toml, under [[ledger]] or [tables], for example `date_format = \"%d{mark}%m{mark}%y\"`."),
        ),
        DateFault::Year => ("is not between 1900 and 2999".to_owned(), "Correct the year.".to_owned()),
        DateFault::Time => {
            ("has a time of day".to_owned(), "Export the date only, or declare the format with the time, for example `date_format = \"%d.%m.%Y %H:%M\"`; only the day is then read.".to_owned())
        }
        DateFault::DayMonth => (
            "is no date as DATEV writes it".to_owned(),
            "Write day and month without dots, for instance `3112`; if the file's dates are written otherwise, declare `date_format` in [[ledger]], for instance `date_format = \"%d.%m.%Y\"`.".to_owned(),
        ),
        DateFault::Outside { span, year } => return outside(cell, *span, *year),
    };
    Sentence::new(format!("`{cell}` {why}."), help)
}
