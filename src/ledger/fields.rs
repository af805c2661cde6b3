//! The names of a ledger's fields in a header (design 3.2), folded.
//!
//! In: a field and a preset. Out: the names under which a header is searched for it, in both languages. They stand apart
//! from the search because they are the format, which other people's exports follow.

use super::datev;
use super::header::Names;
use crate::agreement::{Field, Preset};
use crate::finding::file::Heading;

/// Each field with its names; the first of each language is the one that messages tell.
pub(crate) const FIELDS: [(Field, Names); 18] = [
    (Field::Date, names(&["date", "posting_date"], &["datum", "buchungsdatum"])),
    (Field::VoucherDate, names(&["voucher_date"], &["belegdatum"])),
    (Field::FiscalYear, names(&["fiscal_year"], &["haushaltsjahr", "buchungsjahr"])),
    (Field::Voucher, names(&["voucher"], &["beleg", "belegnummer", "belegnr"])),
    (Field::Account, names(&["account"], &["konto", "sachkonto"])),
    (Field::CounterAccount, names(&["counter_account", "contra_account"], &["gegenkonto"])),
    (Field::CostCentre, names(&["cost_centre", "cost_center"], &["kostenstelle"])),
    (Field::Product, names(&["product"], &["produkt", "kostentraeger", "haushaltsstelle"])),
    (Field::Service, names(&["service"], &["leistung"])),
    (Field::Payer, names(&["payer"], &["zahler", "verauslagt_durch"])),
    (Field::Vendor, names(&["vendor", "supplier"], &["kreditor", "lieferant", "zahlungsempfaenger"])),
    (Field::Text, names(&["text", "description"], &["text", "buchungstext", "verwendungszweck"])),
    (Field::Amount, names(&["amount"], &["betrag"])),
    (Field::Side, names(&["side", "d_c", "debit_credit"], &["soll_haben", "s_h", "soll_haben_kennzeichen"])),
    (Field::Debit, names(&["debit"], &["soll"])),
    (Field::Credit, names(&["credit"], &["haben"])),
    (Field::PeriodFrom, names(&["period_from"], &["leistung_von", "leistungszeitraum_von"])),
    (Field::PeriodTo, names(&["period_to"], &["leistung_bis", "leistungszeitraum_bis"])),
];

const fn names(english: &'static [&'static str], german: &'static [&'static str]) -> Names {
    Names { english, german }
}

/// The names under which a header of the preset is searched for the field; none where it must be mapped.
pub(crate) fn names_of(preset: Preset, field: Field) -> Option<Names> {
    let fields = match preset {
        Preset::Umlage => FIELDS.as_slice(),
        Preset::Datev { .. } => datev::names::FIELDS.as_slice(),
    };
    fields.iter().find(|(known, _)| *known == field).map(|(_, names)| *names)
}

/// The names of the field that messages tell.
pub(crate) fn heading(preset: Preset, field: Field) -> Heading {
    let found = names_of(preset, field).or_else(|| names_of(Preset::Umlage, field));
    found.map_or(Heading { english: "", german: "" }, |names| names.heading())
}

/// The names of fields of which one would do, each name once.
pub(crate) fn headings(preset: Preset, fields: &[Field]) -> Vec<Heading> {
    let known = |field: &&Field| names_of(preset, **field).is_some();
    fields.iter().filter(known).map(|field| heading(preset, *field)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::header::folded;
    use super::*;

    #[test]
    fn no_name_means_two_fields_and_each_is_folded() {
        for (index, (field, names)) in FIELDS.iter().enumerate() {
            for name in names.english.iter().chain(names.german) {
                assert_eq!(folded(name), *name);
                let also = FIELDS[index + 1..].iter().find(|(_, names)| names.has(name));
                assert!(also.is_none(), "`{name}` is {field:?} and {also:?}");
            }
        }
    }
}
