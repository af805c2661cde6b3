//! `preset` of a `[[ledger]]` table: which program's export its files are.
//!
//! In: the table. Out: the preset, with what it settles of the dialect where the table does not say otherwise. What
//! only one preset knows is refused beside the others.

use encoding_rs::WINDOWS_1252;

use super::sheet::Sheet;
use super::table::{Entry, Table};
use crate::agreement::{Dialect, Preset, Reversal};
use crate::finding::AgreementFault;

const PRESETS: [(&str, Preset); 2] =
    [("umlage", Preset::Umlage), ("datev", Preset::Datev { reversal: None })];
const REVERSALS: [(&str, Reversal); 2] = [("as-written", Reversal::AsWritten), ("turned", Reversal::Turned)];
const REVERSAL: &str = "general_reversal";

/// The preset; `umlage` where nothing is said.
pub(super) fn read(chosen: Option<&Entry<'_>>, table: &mut Table<'_>, sheet: &mut Sheet<'_>) -> Preset {
    let preset = chosen.and_then(|entry| entry.choice(&PRESETS, sheet));
    let reversal = table.optional(REVERSAL);
    match (preset.unwrap_or_default(), reversal) {
        (Preset::Datev { .. }, reversal) => {
            Preset::Datev { reversal: reversal.and_then(|entry| entry.choice(&REVERSALS, sheet)) }
        }
        (Preset::Umlage, Some(entry)) => {
            // A preset that is misspelt is told already, and may well have been meant to be the one.
            if chosen.is_none() || preset.is_some() {
                let (key, needs) = (REVERSAL.to_owned(), vec!["preset = \"datev\"".to_owned()]);
                sheet.note(&entry.key_span, AgreementFault::Misplaced { key, needs });
            }
            Preset::Umlage
        }
        (Preset::Umlage, None) => Preset::Umlage,
    }
}

/// The dialect, as far as the preset settles what the table leaves open.
pub(super) fn dialect(preset: Preset, declared: Dialect) -> Dialect {
    match preset {
        Preset::Umlage => declared,
        Preset::Datev { .. } => Dialect {
            encoding: declared.encoding.or(Some(WINDOWS_1252)),
            delimiter: declared.delimiter.or(Some(b';')),
            decimal: declared.decimal.or(Some(b',')),
            date_format: declared.date_format,
        },
    }
}

/// Where DATEV's headings stand is no matter of choice.
pub(super) fn excludes(
    preset: Preset,
    chosen: Option<&Entry<'_>>,
    line: Option<&Entry<'_>>,
    sheet: &mut Sheet<'_>,
) {
    if let (Preset::Datev { .. }, Some(chosen), Some(line)) = (preset, chosen, line) {
        let fault = AgreementFault::Exclusive { one: "preset".to_owned(), other: "header".to_owned() };
        sheet.note_against(&line.key_span, sheet.place(&chosen.key_span), fault);
    }
}
