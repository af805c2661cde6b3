//! umlage.toml, read by hand: every fault of the file in one run.
//!
//! In: the file's bytes. Out: an [`Agreement`] whose names are resolved and whose numbers are exact, or
//! findings that say why not. The text is parsed with recovery and then walked, since a derive would stop
//! at the first fault; ids are taken first, so that every reference can be judged wherever it stands.

use toml::de::DeTable;

use self::names::Names;
use self::sheet::Sheet;
use self::table::{Entry, Table};
use super::{Agreement, Dialect, Language};
use crate::error::Error;
use crate::finding::agreement::Named;
use crate::finding::{AgreementFault, Finding, Findings, Severity};
use crate::folder::Folder;
use crate::place::{FileId, Place};

mod columns;
mod cost_kinds;
mod dialect;
mod heading;
mod keys;
mod ledgers;
mod loops;
mod measure;
mod names;
mod number;
mod participation;
mod partners;
mod preset;
mod rules;
mod services;
mod sheet;
mod steps;
mod surcharges;
mod syntax;
mod table;
#[cfg(test)]
mod tests;
mod uses;
mod value;

/// Reads the folder's umlage.toml. None: it has errors, and the findings tell them.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn read(folder: &mut Folder, findings: &mut Findings) -> Result<Option<Agreement>, Error> {
    let file = folder.files.id(Folder::AGREEMENT);
    let bytes = folder.bytes(file)?;
    let (text, fault) = syntax::text(&bytes);
    let Some((offset, fault)) = fault else { return Ok(parse(&text, file, findings)) };
    findings.push(Finding::at(Place::new(file, u64::try_from(offset).unwrap_or(u64::MAX)), fault));
    if !syntax::is_wide(&bytes) {
        parse(&text, file, findings);
    }
    Ok(None)
}

/// The language that the folder's umlage.toml asks for, even where the file has errors: these too are told in it.
#[must_use]
pub fn language(folder: &mut Folder) -> Option<Language> {
    let file = folder.find(Folder::AGREEMENT)?;
    let bytes = folder.bytes(file).ok()?;
    let (text, _) = syntax::text(&bytes);
    let (root, _) = DeTable::parse_recoverable(&text);
    let language = root.get_ref().get("agreement")?.get_ref().get("language")?.get_ref().as_str()?;
    Language::from_id(language)
}

/// Reads the text of an umlage.toml. None: it has errors, and the findings tell them.
///
/// ```
/// use umlage::{agreement, finding::Findings, folder::Folder, place::Files};
/// let file = Files::default().id(Folder::AGREEMENT);
/// let mut findings = Findings::all();
/// assert!(agreement::parse("[agreement]\nname = 1.5\n", file, &mut findings).is_none());
/// assert!(findings.count(None).0 > 0);
/// ```
pub fn parse(text: &str, file: FileId, findings: &mut Findings) -> Option<Agreement> {
    let mut sheet = Sheet::new(file, text);
    let (root, errors) = DeTable::parse_recoverable(text);
    let shadows = syntax::note(&errors, &mut sheet);
    let agreement = whole(root.get_ref(), &mut sheet);
    sheet.keep(|finding| syntax::holds(finding, &shadows));
    let found = sheet.found();
    let clean = found.iter().all(|finding| finding.fault.severity() == Severity::Warning);
    findings.extend(found);
    agreement.filter(|_| clean)
}

/// What references can name.
#[derive(Debug)]
struct Known {
    partners: Names,
    keys: Names,
    services: Names,
    kinds: Names,
}

fn whole(root: &DeTable<'_>, sheet: &mut Sheet<'_>) -> Option<Agreement> {
    let mut root = Table::new(String::new(), 0..0, root);
    let heading = root.required("agreement", "[agreement]");
    let partners = members(root.required("partners", "[partners.stadt]"), 2, Named::Partner, sheet);
    let keys = members(root.required("keys", "[keys.einwohner]"), 1, Named::Key, sheet);
    let services = members(root.required("services", "[services.wohngeld]"), 1, Named::Service, sheet);
    let kinds = root.optional("cost_kinds");
    let ledgers = root.required("ledger", "[[ledger]]");
    let tables = root.optional("tables");
    let savings = root.optional("savings");
    root.end(sheet);
    let known = Known {
        partners: Names::new(Named::Partner, partners.as_deref(), sheet),
        keys: Names::new(Named::Key, keys.as_deref(), sheet),
        services: Names::new(Named::Service, services.as_deref(), sheet),
        kinds: cost_kinds::names(kinds.as_ref(), sheet),
    };
    let heading = heading.and_then(|entry| heading::read(&entry, &known, sheet));
    let partners = partners.and_then(|entries| partners::read(&entries, &known, sheet));
    let mut keys = keys.and_then(|entries| keys::read(&entries, &known, sheet));
    let services = services.and_then(|entries| services::read(&entries, &known, sheet));
    let cost_kinds = kinds.map_or(Some(Vec::new()), |entry| cost_kinds::read(&entry, &known, sheet));
    let sources = ledgers.and_then(|entry| ledgers::read(&entry, &known, sheet));
    let tables = tables.map_or(Some(Dialect::default()), |entry| dialect::alone(&entry, sheet));
    let savings = savings.map(|entry| heading::savings(&entry, sheet));
    if let (Some(keys), Some(services)) = (&mut keys, &services) {
        uses::resolve(keys, services, &known);
        uses::check(keys, services, cost_kinds.as_deref().unwrap_or_default(), sheet);
    }
    Some(Agreement {
        partners: partners?,
        keys: keys?,
        services: services?,
        cost_kinds: cost_kinds?,
        sources: sources?,
        tables: tables?,
        savings: savings.flatten(),
        ..heading?
    })
}

/// The tables of a table, in the order written, noted if they are too few; none where it is no table.
fn members<'t>(
    entry: Option<Entry<'t>>,
    least: usize,
    what: Named,
    sheet: &mut Sheet<'_>,
) -> Option<Vec<Entry<'t>>> {
    let table = entry?.table(sheet)?;
    let entries: Vec<Entry<'t>> = table.entries().collect();
    if entries.len() < least {
        let span = entries.first().map_or(&table.span, |entry| &entry.key_span);
        sheet.note(span, AgreementFault::TooFew { what, found: entries.len() });
    }
    Some(entries)
}

/// All items, or none where one of them could not be read. Each is tried first, so that each tells its faults.
fn all<T>(items: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let tried: Vec<Option<T>> = items.collect();
    tried.into_iter().collect()
}
