//! The headings of a DATEV batch, folded.
//!
//! In: nothing. Out: the names under which DATEV and the programs that write its format head the columns that are
//! read. The first German name is the one that messages tell; the English one is the field's key in
//! umlage.toml. Fields that DATEV lacks can still be mapped by `[ledger.columns]`.

use super::super::header::Names;
use crate::agreement::Field;

/// Each field that a batch has, with its names.
pub(crate) const FIELDS: [(Field, Names); 9] = [
    (Field::VoucherDate, names(&["voucher_date"], &["belegdatum"])),
    (Field::Voucher, names(&["voucher"], &["belegfeld_1", "belegfeld1"])),
    (Field::Account, names(&["account"], &["konto"])),
    (Field::CounterAccount, names(&["counter_account"], &["gegenkonto", "gegenkonto_(ohne_bu_schluessel)"])),
    (Field::CostCentre, names(&["cost_centre"], &["kost1_kostenstelle", "kost1"])),
    (Field::Product, names(&["product"], &["kost2_kostenstelle", "kost2"])),
    (Field::Text, names(&["text"], &["buchungstext"])),
    (
        Field::Amount,
        names(
            &["amount"],
            &[
                "umsatz",
                "umsatz_(ohne_soll_haben_kz)",
                "umsatz_(ohne_soll_haben_kz.)",
                "umsatz_(ohne_soll_haben_kennzeichen)",
            ],
        ),
    ),
    (
        Field::Side,
        names(&["side"], &["soll_haben_kennzeichen", "soll_haben_kz", "soll_haben_kz.", "soll_haben", "s_h"]),
    ),
];

/// The currency of `Umsatz`.
pub(crate) const CURRENCY: Names = names(&["currency"], &["wkz_umsatz", "wkz"]);
/// The amount in the head's currency.
pub(crate) const BASE: Names = names(&["base_amount"], &["basis_umsatz", "basisumsatz"]);
/// The head's currency.
pub(crate) const BASE_CURRENCY: Names = names(&["base_currency"], &["wkz_basis_umsatz", "wkz_basisumsatz"]);
/// Is the row a general reversal?
pub(crate) const REVERSAL: Names = names(&["general_reversal"], &["generalumkehr", "generalumkehr_(gu)"]);
/// The key of value added tax.
pub(crate) const TAX: Names = names(&["tax_key"], &["bu_schluessel"]);

const fn names(english: &'static [&'static str], german: &'static [&'static str]) -> Names {
    Names { english, german }
}

#[cfg(test)]
mod tests {
    use super::super::super::header::folded;
    use super::*;

    #[test]
    fn headings_of_the_published_format_and_of_other_programs_are_known() {
        let fields = [
            ("Umsatz (ohne Soll/Haben-Kz)", Field::Amount),
            ("Soll/Haben-Kennzeichen", Field::Side),
            ("Soll-/Haben-Kennzeichen", Field::Side),
            ("S/H", Field::Side),
            ("Konto", Field::Account),
            ("Gegenkonto (ohne BU-Schlüssel)", Field::CounterAccount),
            ("Belegdatum", Field::VoucherDate),
            ("Belegfeld 1", Field::Voucher),
            ("KOST1 - Kostenstelle", Field::CostCentre),
            ("KOST2 – Kostenstelle", Field::Product),
            ("Buchungstext", Field::Text),
        ];
        for (heading, field) in fields {
            let found = FIELDS.iter().find(|(_, names)| names.has(&folded(heading)));
            assert_eq!(found.map(|(field, _)| *field), Some(field), "{heading}");
        }
        for (heading, names) in [
            ("WKZ Umsatz", CURRENCY),
            ("Basis-Umsatz", BASE),
            ("Basisumsatz", BASE),
            ("WKZ Basis-Umsatz", BASE_CURRENCY),
            ("Generalumkehr (GU)", REVERSAL),
            ("BU-Schlüssel", TAX),
        ] {
            assert!(names.has(&folded(heading)), "{heading}");
        }
    }
}
