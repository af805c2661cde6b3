//! German: corrections to a sealed year (`festgeschriebenes Jahr`).
//!
//! In: what is to be named or said, as data. Out: its words.

use crate::agreement::Language::De;
use crate::corrections::{For, Kind};
use crate::period::Year;
use crate::words::corrections::{CorrectionLabel, CorrectionPhrase, SealedNotice};
use crate::words::format::{amount, printable};

/// A heading, a caption or a column.
pub(in crate::words) fn label(label: CorrectionLabel) -> &'static str {
    match label {
        CorrectionLabel::PartResult => "Ergebnis",
        CorrectionLabel::PartChanges => "1 Was sich seit der Festschreibung geändert hat",
        CorrectionLabel::PartCosts => "2 Kosten je Leistung und Partner",
        CorrectionLabel::PartClaims => "3 Forderungen, Abschläge und Salden",
        CorrectionLabel::PartCarry => "4 Vortrag in ein späteres Jahr",
        CorrectionLabel::CameIn => "Hinzugekommen",
        CorrectionLabel::WentOut => "Weggefallen",
        CorrectionLabel::Changed => "Geändert",
        CorrectionLabel::AgreementLines => "Geänderte Zeilen der umlage.toml",
        CorrectionLabel::Allocated => "Anteile",
        CorrectionLabel::Borne => "Verauslagt",
        CorrectionLabel::Claims => "Forderungen",
        CorrectionLabel::Paid => "Abschläge, vorgetragene Salden und Zahlungen des Jahres",
        CorrectionLabel::Balances => "Saldo je Partner",
        CorrectionLabel::Carry => "Auszugleichen je Leistung und Partnerpaar, Umsatzsteuer eingeschlossen",
        CorrectionLabel::Savings => "Vermiedene Doppelausgaben",
        CorrectionLabel::Net => "Netto",
        CorrectionLabel::Deviation => "Abweichung von der bisherigen Einsparung",
        CorrectionLabel::Place => "Fundstelle",
        CorrectionLabel::Row => "Zeile",
        CorrectionLabel::InYear => "Betrag im Jahr",
        CorrectionLabel::Cell => "Feld",
        CorrectionLabel::Sealed => "Festgeschrieben",
        CorrectionLabel::New => "Neu",
        CorrectionLabel::Difference => "Differenz",
        CorrectionLabel::Carried => "Vorgetragen",
        CorrectionLabel::Open => "Offen",
        CorrectionLabel::For => "Wofür",
        CorrectionLabel::NetSealed => "Netto festgeschrieben",
        CorrectionLabel::NetNew => "Netto neu",
        CorrectionLabel::NetDifference => "Differenz netto",
        CorrectionLabel::VatDifference => "Differenz USt",
        CorrectionLabel::Was => "war",
        CorrectionLabel::Is => "ist",
    }
}

/// What a table's rows are called.
pub(in crate::words) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Postings => "Buchungen",
        Kind::Drivers => "Bezugsgrößen",
        Kind::Standalone => "Kosten ohne Kooperation",
        Kind::Advances => "Abschläge",
        Kind::Assets => "Anlagen",
        Kind::Openings => "Saldovorträge",
    }
}

/// What a cell is called.
pub(in crate::words) fn cell(name: &'static str) -> &'static str {
    match name {
        "payer" => "verauslagt durch",
        "date" => "Datum",
        "by_voucher_date" => "nach Belegdatum",
        "fiscal_year" => "Haushaltsjahr",
        "period_from" => "Leistung von",
        "period_to" => "Leistung bis",
        "amount" => "Betrag",
        "service" => "Leistung",
        "voucher" => "Beleg",
        "account" => "Sachkonto",
        "counter_account" => "Gegenkonto",
        "cost_centre" => "Kostenstelle",
        "product" => "Produkt",
        "vendor" => "Kreditor",
        "text" => "Text",
        "driver" => "Bezugsgröße",
        "receiver" => "Empfänger",
        "from" => "von",
        "to" => "bis/an",
        "value" => "Wert",
        "source" => "Quelle",
        "partner" => "Partner",
        "kind" => "Art",
        "life_months" => "Laufzeit in Monaten",
        "grade" => "Güte",
        "price_level" => "Preisstand",
        "asset" => "Anlage",
        "acquired" => "angeschafft",
        "cost" => "Kosten",
        "residual" => "Restwert",
        "year" => "Jahr",
        other => other,
    }
}

/// A sentence.
pub(in crate::words) fn said(phrase: &CorrectionPhrase<'_>) -> String {
    match phrase {
        CorrectionPhrase::Title(year, name) => format!("Korrekturen zur Abrechnung {year} · {name}"),
        CorrectionPhrase::Locked(year) => format!(
            "{year} ist festgeschrieben (sealed/{year}): Die Abrechnung bleibt, wie sie beschlossen und bezahlt wurde. Hier steht, \
             was seither anders ist und in einem späteren Jahr auszugleichen bleibt."
        ),
        CorrectionPhrase::Signs => "Beträge in Euro. Differenz = neu − festgeschrieben. Beim Saldo heißt plus: schuldet.".to_owned(),
        CorrectionPhrase::Owes(from, to, sum) => {
            format!("{from} schuldet {to} aus dem Jahr noch: {}", amount(*sum, De))
        }
        CorrectionPhrase::NobodyOwes => "Niemand schuldet deshalb jemandem mehr oder weniger.".to_owned(),
        CorrectionPhrase::AllCarried => {
            "Alles ist schon in opening.csv vorgetragen; es bleibt nichts zu tun.".to_owned()
        }
        CorrectionPhrase::Next { command, into } => format!(
            "Als Nächstes: Die Zeilen für opening.csv, mit denen das im Jahr {into} ausgeglichen wird, schreibt\n  {command}"
        ),
        CorrectionPhrase::Counts(of, [came, went, changed]) => {
            format!("{}: {came} hinzugekommen, {went} weggefallen, {changed} geändert.", kind(*of))
        }
        CorrectionPhrase::NoRows => "Keine Buchung und keine Tabellenzeile des Jahres ist anders.".to_owned(),
        CorrectionPhrase::Agreement(0) => {
            "umlage.toml hat sich seit der Festschreibung geändert, aber nur in Kommentaren und Leerzeilen.".to_owned()
        }
        CorrectionPhrase::Agreement(_) => "umlage.toml hat sich seit der Festschreibung geändert. Was darin nur andere Jahre \
                                           betrifft, ändert hier nichts; Kommentare und Leerzeilen sind weggelassen."
            .to_owned(),
        CorrectionPhrase::OnlyDifferent => "Gezeigt wird nur, was sich ändert.".to_owned(),
        CorrectionPhrase::NoCosts => "Kein Anteil und kein verauslagter Betrag ist anders.".to_owned(),
        CorrectionPhrase::BalanceNote => "Offen = Differenz − vorgetragen.".to_owned(),
        CorrectionPhrase::CarryNote(year) => format!(
            "Was schon vorgetragen ist, steht in opening.csv unter einem späteren Jahr mit „(sealed/{year}: …)“ in der Quelle. \
             Jede Leistung hat ihre eigene Zeile, weil brutto gebucht wird."
        ),
        CorrectionPhrase::Source(year, of, tag) => format!("Korrektur der Abrechnung {year}: {of} {tag}"),
        CorrectionPhrase::Named(of) => named(of).to_owned(),
        CorrectionPhrase::InSeal(year) => format!("unter sealed/{year}/inputs"),
        CorrectionPhrase::CellChange(name, was, is) => format!("{name} „{was}“ → „{is}“"),
    }
}

fn named(of: &For) -> &str {
    match of {
        For::Service(id) => id,
        For::Own => "Eigenanteile",
        For::Advances => "Abschläge",
        For::Openings => "Vorgetragene Salden",
        For::Transfers => "Zahlung",
    }
}

/// An answer.
pub(in crate::words) fn notice(notice: &SealedNotice) -> String {
    match notice {
        SealedNotice::Agrees(year, agreement) => {
            let but = if *agreement { but_agreement() } else { "" };
            format!("{year} ist festgeschrieben (sealed/{year}); die Abrechnung stimmt damit überein.{but}")
        }
        SealedNotice::RowsDiffer { year, lines, more, agreement } => rows_differ(*year, lines, *more, *agreement),
        SealedNotice::Corrected(year) => format!(
            "{year} ist festgeschrieben (sealed/{year}), und die Beträge wären heute andere. Dies sind Korrekturen, keine neue Abrechnung."
        ),
        SealedNotice::ExplainedNow(year, command) => format!(
            "{year} ist festgeschrieben (sealed/{year}), und die Beträge wären heute andere. Erklärt sind die heutigen; die \
             festgeschriebenen erklärt\n  {command}"
        ),
        SealedNotice::NoSource => "opening.csv hat keine Spalte für die Quelle. Ohne sie wären vorgetragene Korrekturen nicht wiederzuerkennen und würden noch einmal geschrieben.\nHilfe: Ergänzen Sie in opening.csv eine Spalte `Quelle`.".to_owned(),
        SealedNotice::CarriedTooMuch(command) => format!(
            "In opening.csv sind Korrekturen vorgetragen, die nicht mehr bestehen. Die Gegenzeilen schreibt\n  {command}"
        ),
        SealedNotice::Lies(year) => format!("Die festgeschriebene Abrechnung {year} liegt in sealed/{year}."),
        SealedNotice::NotSealed { year, sealed } => not_sealed(*year, sealed),
        SealedNotice::NothingToCarry(year, true) => {
            format!("Zu {year} ist nichts mehr vorzutragen: Alle Differenzen stehen schon in opening.csv.")
        }
        SealedNotice::NothingToCarry(year, false) => {
            format!("Zu {year} ist nichts vorzutragen: Niemand schuldet jemandem mehr oder weniger als festgeschrieben.")
        }
        SealedNotice::Rows { rows, year, into, vat, gone } => {
            let rows = if *rows == 1 { "1 Zeile".to_owned() } else { format!("{rows} Zeilen") };
            let vat = if *vat { " Umsatzsteuer ist enthalten." } else { "" };
            let gone = if gone.is_empty() {
                String::new()
            } else {
                format!("\nIn umlage.toml fehlen inzwischen: {}. opening.csv nimmt sie erst an, wenn sie dort stehen.", gone.join(", "))
            };
            format!(
                "{rows} für {into} aus den Korrekturen zu {year}.{vat}\nFügen Sie sie ohne die Kopfzeile an opening.csv an; \
                 solange sie dort stehen, werden sie nicht noch einmal geschrieben.{gone}"
            )
        }
        SealedNotice::OnlyCsv => {
            "Mit --corrections werden Zeilen für opening.csv geschrieben; ein anderes Format als csv gibt es dafür nicht.".to_owned()
        }
    }
}

fn rows_differ(year: Year, lines: &[String], more: usize, agreement: bool) -> String {
    let but = if agreement { but_agreement() } else { "" };
    let list = lines.iter().flat_map(|line| ["\n  ".to_owned(), printable(line)]).collect::<String>();
    let rest = if more > 0 { format!("\n  … und {more} weitere") } else { String::new() };
    format!(
        "{year} ist festgeschrieben (sealed/{year}). Anteile, Forderungen, Salden, Zahlungen und Einsparungen stimmen damit überein, aber nicht alle Zeilen:{list}{rest}{}",
        if but.is_empty() { String::new() } else { format!("\n{}", but.trim_start()) }
    )
}

fn but_agreement() -> &'static str {
    " umlage.toml hat sich seither geändert; an den Beträgen dieses Jahres ändert das nichts."
}

fn not_sealed(year: Option<Year>, sealed: &[Year]) -> String {
    let there = match sealed {
        [] => "Festgeschrieben ist hier noch kein Jahr; das macht umlage seal.".to_owned(),
        sealed => {
            let years = sealed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            format!("Festgeschrieben: {years}. Nennen Sie eines davon mit --year.")
        }
    };
    match year {
        Some(year) => format!(
            "{year} ist nicht festgeschrieben; Korrekturen gibt es nur zu festgeschriebenen Jahren. {there}"
        ),
        None => format!("Korrekturen wozu? {there}"),
    }
}
