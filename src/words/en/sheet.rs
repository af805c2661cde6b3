//! English sentences for [`SheetFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do in Excel or LibreOffice, or which line to write into
//! umlage.toml; the match is exhaustive, names from the files stand in back-ticks.

use crate::finding::SheetFault;
use crate::finding::sheet::Bound;
use crate::words::Sentence;
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &SheetFault) -> Sentence {
    match fault {
        SheetFault::NoWorkbook { html } => no_workbook(*html),
        SheetFault::Broken { why } => Sentence::new(
            format!("The workbook cannot be read; it is damaged or incomplete.{}", because(why)),
            "Open it in Excel or LibreOffice and save it again as .xlsx; if it cannot be opened there either, export it again.",
        ),
        SheetFault::Password => Sentence::new(
            "The workbook is protected by a password.",
            "Save it without a password: in Excel under File, Info, Protect Workbook; in LibreOffice with Save As, without the tick at \"Save with password\".",
        ),
        SheetFault::TooLarge(bound) => too_large(*bound),
        SheetFault::Empty => Sentence::new(
            "The workbook is empty: no sheet has a cell that is filled in.",
            "Export the file again, or remove it.",
        ),
        SheetFault::Several { file, sheets } => Sentence::new(
            format!("In `{file}` several sheets hold something: {}.", ticked(sheets, ", ")),
            format!(
                "Write into this [[ledger]] which one counts, for example `{}`; if several do, each needs a [[ledger]] of its own.",
                line(sheets.first().map_or("", String::as_str))
            ),
        ),
        SheetFault::NoSuchSheet { file, sheet, sheets, nearest } => Sentence::new(
            format!("`{file}` has no sheet `{sheet}`. There are: {}.", ticked(sheets, ", ")),
            nearest.as_ref().map_or_else(
                || {
                    "Write the name as on the tab at the bottom of the workbook; upper and lower case differ."
                        .to_owned()
                },
                |name| format!("Did you mean `{}`?", line(name)),
            ),
        ),
        SheetFault::SheetOfText => Sentence::new(
            "`sheet` names a sheet, but none of the files is a workbook; it has no effect.",
            "Delete the line, or correct `files`.",
        ),
        SheetFault::Unsaved { formula } => Sentence::new(
            format!("Here is the formula `{formula}`, but its result was not saved."),
            "Open the workbook in Excel or LibreOffice and save it; then the result is in the file.",
        ),
        SheetFault::Error { cell } => Sentence::new(
            format!("The formula in this cell gives the error `{cell}`."),
            "Correct the formula in the workbook, or write the value.",
        ),
    }
}

/// The line of umlage.toml that names a sheet.
fn line(sheet: &str) -> String {
    format!("sheet = \"{}\"", sheet.replace('\\', "\\\\").replace('"', "\\\""))
}

fn because(why: &str) -> String {
    if why.is_empty() {
        String::new()
    } else {
        format!(" (In technical terms: {})", why.trim_end_matches('.'))
    }
}

fn no_workbook(html: bool) -> Sentence {
    Sentence::new(
        if html {
            "The file is named like a workbook, but is a page in HTML or XML."
        } else {
            "The file is named like a workbook, but is none."
        },
        if html {
            "Open it in Excel or LibreOffice and save it as .xlsx."
        } else {
            "If it is a CSV file, give its name the ending .csv; otherwise open it in Excel or LibreOffice and save it as .xlsx."
        },
    )
}

fn too_large(bound: Bound) -> Sentence {
    let help = "Save the sheet with the postings alone as .xlsx or as CSV UTF-8; delete what does not belong to it first.";
    Sentence::new(
        match bound {
            Bound::Text => {
                "The sheet is too large: as text it would have more than 512 MiB or 32 million cells."
                    .to_owned()
            }
            Bound::Part(most) => {
                format!("The workbook is too large: a part of it unpacks to more than {most} MiB.")
            }
            Bound::Cells(most) => format!(
                "The workbook is too large: from the first cell that is filled in to the last there are more than {most} million cells."
            ),
        },
        help,
    )
}
