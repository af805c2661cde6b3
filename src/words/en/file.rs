//! English sentences for [`FileFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::finding::FileFault;
use crate::finding::file::{EncodingFault, Heading, Remedy, SealFault};
use crate::words::Sentence;
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &FileFault) -> Sentence {
    match fault {
        FileFault::NoMatch { pattern, there } => no_match(pattern, there),
        FileFault::Twice { file } => Sentence::new(
            format!("`{file}` is already read by another [[ledger]]; all its postings would count twice."),
            "Narrow the patterns in `files` so that each file belongs to one [[ledger]] only.",
        ),
        FileFault::Same { other } => Sentence::new(
            format!("The file is the same, byte for byte, as `{other}`; all its postings would count twice."),
            "Delete one of the two files, or narrow the pattern in `files`.",
        ),
        FileFault::Seal { file, fault } => seal(file, fault),
        FileFault::Unread { file, meant } => unread(file, meant.as_deref()),
        FileFault::Spreadsheet { kind, remedy } => spreadsheet(kind, *remedy),
        FileFault::Encoding(fault) => encoding(*fault),
        FileFault::RowTooLong { most } => row_too_long(*most),
        FileFault::NoDelimiter => Sentence::new(
            "Without a header nothing says which character divides the columns.",
            "Declare it, for example `delimiter = \";\"`.",
        ),
        FileFault::NoHeader { wanted, seen, ledger } => no_header(wanted, seen, *ledger),
        FileFault::NoColumn { column, columns } => Sentence::new(
            format!("The file has no column `{column}`. {}", those(columns)),
            "Write the name as in the file, or give the column's number, counted from 1.",
        ),
        FileFault::NoField { fields, columns, ledger } => no_field(fields, columns, *ledger),
        FileFault::ColumnTwice { field, columns: (first, second), numbers, ledger } => {
            column_twice(field, (first, second), numbers.filter(|_| *ledger), *ledger)
        }
        FileFault::AmountTwice { columns } => Sentence::new(
            format!("The amount stands in the file more than once: {}.", ticked(columns, ", ")),
            "Say in `[ledger.columns]` what counts: `amount`, or `debit` and `credit`.",
        ),
        FileFault::ConstantFirst { field, column } => constant_first(field, column),
        FileFault::Batch(fault) => super::batch::sentence(fault),
        FileFault::NoPosting { skipped } => no_posting(*skipped),
        FileFault::RowAbove { header } => row_above(*header),
        FileFault::RowAsHeader { line } => row_as_header(*line),
    }
}

fn no_match(pattern: &str, there: &[String]) -> Sentence {
    Sentence::new(
        format!("There is no file for `{pattern}`. {}", those(there)).trim_end(),
        "Put the file into the folder, or correct `files`; the path counts from the folder of umlage.toml, and upper and lower case differ.",
    )
}

fn row_above(header: u64) -> Sentence {
    Sentence::new(
        format!(
            "This row looks like a posting, but stands above the header (line {header}) and would be missing."
        ),
        format!(
            "Name the line of the headings with `header` in [[ledger]]; if it is line {header} indeed, except this row with a rule in `skip`."
        ),
    )
}

fn row_as_header(line: u64) -> Sentence {
    Sentence::new(
        format!(
            "Line {line}, which `header` names, looks like a posting: it holds an amount and, where a column is for it, a date. It would be missing."
        ),
        "Correct `header` in [[ledger]] to the line of the headings; if the file has none, write `header = 0` and below `[ledger.columns]` the numbers of the columns.",
    )
}

fn constant_first(field: &Heading, column: &str) -> Sentence {
    Sentence::new(
        format!(
            "The column `{column}` is not read, because `[ledger.constants]` sets a value `{}` for all rows.",
            field.english
        ),
        format!("If the column is to count, delete `{}` below `[ledger.constants]`.", field.english),
    )
}

fn no_posting(skipped: u64) -> Sentence {
    if skipped == 0 {
        return Sentence::new(
            "There is no posting below the header.",
            "Check that the export is complete; an empty file may be removed from the folder.",
        );
    }
    let rows = if skipped == 1 { "its only row".to_owned() } else { format!("all its {skipped} rows") };
    Sentence::new(
        format!("The file holds no posting; `skip` leaves out {rows}."),
        "Check the rules in `skip`.",
    )
}

fn encoding(fault: EncodingFault) -> Sentence {
    match fault {
        EncodingFault::Undeclared { byte } => Sentence::new(
            format!("The byte 0x{byte:02X} is not UTF-8, and no other encoding is declared."),
            "Declare the encoding in umlage.toml, under [[ledger]] or [tables]; for files from Windows it mostly is `encoding = \"windows-1252\"`.",
        ),
        EncodingFault::Mixed => Sentence::new(
            "The file mixes two encodings: some of its lines are UTF-8, others are not.",
            "Export the file again; perhaps two files of different encodings were put together.",
        ),
        EncodingFault::BrokenMark { byte } => Sentence::new(
            format!("The file begins with the mark of UTF-8, but the byte 0x{byte:02X} here is no UTF-8."),
            "Export the file again; perhaps the mark was put before text of another encoding, or another file was added to one in UTF-8. Declaring an `encoding` does not help here.",
        ),
        EncodingFault::Zero => Sentence::new(
            "The text holds zero bytes, as UTF-16 without a byte order mark does.",
            "Declare `encoding = \"utf-16le\"`, or save the file as UTF-8.",
        ),
    }
}

fn no_header(wanted: &[Vec<Heading>], seen: &[(u64, String)], ledger: bool) -> Sentence {
    let names: Vec<String> = wanted.iter().map(|fields| any(fields)).collect();
    let lines: Vec<String> = seen.iter().map(|(number, text)| format!("line {number}: `{text}`")).collect();
    if seen.is_empty() {
        return Sentence::new("The file is empty.", "Export the file again, or remove it.");
    }
    let looked =
        if names.is_empty() { String::new() } else { format!(" Looked for: {}.", names.join("; and ")) };
    Sentence::new(
        format!("No line is recognised as the header.{looked} Found: {}.", lines.join("; ")),
        if ledger {
            "If the file has headings, name their line with `header` and the columns in `[ledger.columns]`; if it has none, write `header = 0` and below `[ledger.columns]` the numbers of the columns."
        } else {
            "Give the columns the headings that were looked for."
        },
    )
}

/// `date` or `voucher_date`
fn any(fields: &[Heading]) -> String {
    ticked(fields.iter().map(|field| field.english), " or ")
}

fn those(columns: &[String]) -> String {
    if columns.is_empty() { String::new() } else { format!("There are: {}.", ticked(columns, ", ")) }
}

fn no_field(fields: &[Heading], columns: &[String], ledger: bool) -> Sentence {
    let key = fields.first().map_or("", |field| field.english);
    Sentence::new(
        format!("There is no column {}. {}", any(fields), those(columns)),
        if key == "payer" {
            "Say in [[ledger]] who paid: `payer = \"…\"`; or write the same line below `[ledger.columns]` with the heading from your file.".to_owned()
        } else if ledger {
            format!(
                "Write below `[ledger.columns]` the line `{key} = \"…\"` with the heading from your file; if it has no such column, below `[ledger.constants]` with the value that holds for all rows."
            )
        } else {
            "Add the column, or give its heading this name.".to_owned()
        },
    )
}

fn column_twice(
    field: &Heading,
    (first, second): (&str, &str),
    numbers: Option<(usize, usize)>,
    ledger: bool,
) -> Sentence {
    Sentence::new(
        format!("The columns `{first}` and `{second}` both hold `{}`.", field.english),
        if let Some((one, other)) = numbers {
            format!(
                "Say in `[ledger.columns]` by the column's number which one counts: `{key} = {one}` or `{key} = {other}`.",
                key = field.english
            )
        } else if ledger {
            format!(
                "Say in `[ledger.columns]` which one counts, for example `{} = \"{first}\"`.",
                field.english
            )
        } else {
            "Give one of the two another heading.".to_owned()
        },
    )
}

fn seal(file: &str, fault: &SealFault) -> Sentence {
    let message = match fault {
        SealFault::Missing => {
            format!("`{file}` is missing; without it nobody knows what counts in that year already.")
        }
        SealFault::Form => {
            format!(
                "`{file}` was changed, or is of a newer version; it does not say what counts in that year already."
            )
        }
        SealFault::OtherYear(year) => {
            format!("`{file}` is of the year {year}, but lies in the folder of another.")
        }
        SealFault::UnknownPayer(payer) => {
            return Sentence::new(
                format!("`{file}` names the partner `{payer}`, whom umlage.toml does not know any more."),
                format!(
                    "Leave the partner the id `{payer}` in umlage.toml (its name may change): otherwise its postings that \
                     reach into the sealed year would count a second time."
                ),
            );
        }
    };
    Sentence::new(
        message,
        "Put the folder of the sealed statement back as it was, from a backup for instance; `umlage verify` says what \
         is wrong with it.",
    )
}

fn unread(file: &str, meant: Option<&str>) -> Sentence {
    match meant {
        Some(meant) => Sentence::new(
            format!("`{file}` is not read; `{meant}` would be."),
            format!("Rename the file to `{meant}` if that is what it is."),
        ),
        None => Sentence::new(
            format!("`{file}` lies beside the ledgers, but no [[ledger]] reads it."),
            "Widen a pattern in `files`, or put the file elsewhere.",
        ),
    }
}

fn spreadsheet(kind: &str, remedy: Remedy) -> Sentence {
    match remedy {
        Remedy::Rename => Sentence::new(
            format!("This is a workbook of Excel or LibreOffice ({kind}), but the file is named otherwise."),
            format!("Give its name the ending .{kind} and correct `files`; then it is read."),
        ),
        Remedy::SaveAsCsv => Sentence::new(
            format!("This is a workbook of Excel or LibreOffice ({kind}), not a CSV file."),
            "Save the sheet as \"CSV UTF-8 (comma delimited)\"; the small tables are always CSV files.",
        ),
        Remedy::SaveAsOds => Sentence::new(
            format!("A file .{kind} is not read."),
            "Save it in LibreOffice as .ods or .xlsx, and correct `files`.",
        ),
    }
}

fn row_too_long(most: usize) -> Sentence {
    Sentence::new(
        format!("This line does not end within {} MiB; the rest of the file is not read.", most >> 20),
        "Check that the file is a CSV file, and export it again.",
    )
}
