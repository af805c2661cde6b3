//! `[partners.*]`.
//!
//! In: the tables in the order written. Out: the partners in that order, which is the order of every table;
//! no two of them could be mistaken for each other in a cell.

use super::Known;
use super::names::distinct;
use super::sheet::Sheet;
use super::table::Entry;
use crate::agreement::{Ags, Partner, PartnerKind};
use crate::finding::agreement::Named;

const KINDS: [(&str, PartnerKind); 5] = [
    ("city", PartnerKind::City),
    ("district", PartnerKind::District),
    ("municipality", PartnerKind::Municipality),
    ("association", PartnerKind::Association),
    ("other", PartnerKind::Other),
];

/// All partners.
pub(super) fn read(entries: &[Entry<'_>], known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<Partner>> {
    let mut names = Vec::new();
    let mut partners = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some(mut table) = entry.table(sheet) else { continue };
        let name = table.required("name", "name = \"Landeshauptstadt Saarbrücken\"");
        let span = name.as_ref().map_or(0..0, |name| name.span.clone());
        let name = name.and_then(|entry| entry.text(sheet));
        let kind = table.optional("kind").and_then(|entry| entry.choice(&KINDS, sheet));
        let ags = table.optional("ags").and_then(|entry| {
            let place = sheet.place(&entry.span);
            entry.string(sheet).map(|code| Ags { code, place })
        });
        let payee = table.optional("payee").and_then(|entry| entry.string(sheet));
        table.end(sheet);
        let Some(name) = name else { continue };
        names.push((index, name, span));
        partners.push(Partner { id: entry.key.to_owned(), name: name.to_owned(), kind, ags, payee });
    }
    distinct(Named::Partner, &names, &known.partners, sheet);
    (partners.len() == entries.len()).then_some(partners)
}
