//! German sentences for [`PostingFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::agreement::Language::De;
use crate::finding::PostingFault;
use crate::money::Money;
use crate::period::{Date, Year};
use crate::words::Sentence;
use crate::words::format::{amount as euro, count, date as day};
use crate::words::lists::names;

/// The sentence for a fault.
pub(super) fn sentence(fault: &PostingFault) -> Sentence {
    match fault {
        PostingFault::UnknownService { cell, nearest } => Sentence::new(
            format!("Die Spalte Leistung enthält `{cell}`; eine solche Leistung gibt es nicht."),
            match nearest {
                Some(nearest) => format!("Meinten Sie `{nearest}`? {}", declare(cell)),
                None => declare(cell),
            },
        ),
        PostingFault::TwoServices { services } => Sentence::new(
            format!("Die Buchung passt zu mehreren Leistungen: {}.", names(services, De)),
            "Fassen Sie die Regeln unter `match` enger, so dass nur eine Leistung passt.",
        ),
        PostingFault::TwoKinds { kinds } => Sentence::new(
            format!("Die Buchung passt zu mehreren Kostenarten: {}.", names(kinds, De)),
            "Fassen Sie die Regeln unter `cost_kinds` enger, so dass nur eine Kostenart passt.",
        ),
        PostingFault::NotLiving { service, year, since, until, amount } => {
            not_living(service, *year, *since, *until, &euro(*amount, De))
        }
        PostingFault::LostZeros { cell, pattern } => Sentence::new(
            format!("`{cell}` passt zu keiner Regel, mit führenden Nullen aber zu `{pattern}`."),
            "Vermutlich hat eine Tabellenkalkulation die Nullen entfernt: Exportieren Sie neu, ohne die Datei dort zu \
             speichern. Ist das Konto wirklich ein anderes, so nennen Sie es in einer eigenen Regel.",
        ),
        PostingFault::OpenSide { account, counter_account, both } => {
            open_side(account, counter_account, *both)
        }
        PostingFault::Control { year, expected, found, rows } => control(*year, *expected, *found, *rows),
        PostingFault::RuleWithoutRow { table, owner } => Sentence::new(
            format!("Auf diese Regel unter `{table}` von `{owner}` passt keine einzige Zeile."),
            "Prüfen Sie Schreibweise und Felder der Regel, oder löschen Sie sie.",
        ),
        PostingFault::FieldAbsent { field, table, owner } => field_absent(field, table, owner),
        PostingFault::LikeAnAdvance { amount, date, service } => like_an_advance(*amount, *date, service),
        PostingFault::LikeAnAsset { amount, asset, service } => like_an_asset(*amount, asset, service),
        PostingFault::PartnerAsVendor { partner, service } => Sentence::new(
            format!("Kreditor einer Buchung der Leistung `{service}` ist der Partner `{partner}`."),
            "Prüfen Sie, ob dieselben Kosten auch beim Partner gebucht und damit doppelt umgelegt sind.",
        ),
        PostingFault::FarFiscalYear { fiscal_year, date } => Sentence::new(
            format!("Das Haushaltsjahr {fiscal_year} liegt weit vom Datum {} entfernt.", day(*date, De)),
            "Die Buchung zählt im Haushaltsjahr; ist es ein Tippfehler, so fehlt sie in ihrem eigenen Jahr.",
        ),
        PostingFault::AdvanceWithoutStatement { year, amount } => advance_beside(*year, *amount),
        PostingFault::OpeningWithoutStatement { year, amount } => opening_beside(*year, *amount),
    }
}

fn field_absent(field: &str, table: &str, owner: &str) -> Sentence {
    Sentence::new(
        format!(
            "Die Regel unter `{table}` von `{owner}` sieht auf `{field}`, aber diese Datei hat keine solche Spalte; die Regel nimmt aus ihr nichts aus."
        ),
        format!(
            "Heißt die Spalte in dieser Datei anders, geben Sie der Datei ein eigenes [[ledger]], das sie unter `[ledger.columns]` mit `{field} = \"…\"` nennt; hat sie wirklich keine, schreiben Sie dort unter `[ledger.constants]` `{field} = \"-\"` und prüfen Sie, was sonst auszunehmen ist."
        ),
    )
}

fn open_side(account: &str, counter_account: &str, both: bool) -> Sentence {
    let message = format!(
        "Die Zeile bucht zwischen `{account}` und `{counter_account}`; auf welchem der beiden Konten die umgelegten Kosten stehen, ist nicht sicher, denn {}.",
        if both { "zu beiden passt eine Regel" } else { "keine Regel nennt eines von ihnen" }
    );
    if both {
        return Sentence::new(
            message,
            format!(
                "Fassen Sie `account` in den Regeln so eng, dass nur eines der beiden passt; ändert die Umbuchung an der Umlage nichts, nehmen Sie sie unter [[ledger]] aus: skip = [ {{ account = \"{account}\", counter_account = \"{counter_account}\" }} ]"
            ),
        );
    }
    Sentence::new(
        message,
        format!(
            "Nennen Sie das Konto, auf dem die Kosten stehen, in der Regel, die hier passt, oder in der einer Kostenart: `account = \"{account}\"` oder `account = \"{counter_account}\"`."
        ),
    )
}

fn declare(cell: &str) -> String {
    format!(
        "Gehört der Wert zu keiner gemeinsamen Leistung, so schreiben Sie unter [[ledger]]: not_shared = [\"{cell}\"]."
    )
}

fn not_living(service: &str, year: Year, since: Date, until: Option<Date>, amount: &str) -> Sentence {
    let message = format!(
        "{amount} der Buchung zählen für {year}, aber die Leistung `{service}` gibt es {year} nicht."
    );
    match until {
        Some(until) if Year::of(until) < year => Sentence::new(
            message,
            format!(
                "Sie endet am {}: Verschieben Sie `until` oder ordnen Sie die Buchung anders zu.",
                day(until, De)
            ),
        ),
        _ => Sentence::new(
            message,
            format!(
                "Sie beginnt am {}: Lassen Sie sie früher beginnen (since = {year}-01-01) oder ordnen Sie die \
                 Buchung anders zu.",
                day(since, De)
            ),
        ),
    }
}

fn control(year: Year, expected: Money, found: Money, rows: u64) -> Sentence {
    Sentence::new(
        format!(
            "Die Kontrollsumme {year} stimmt nicht: erwartet {}, gelesen {} aus {} {}, Abweichung {}.",
            euro(expected, De),
            euro(found, De),
            count(rows, De),
            if rows == 1 { "Zeile" } else { "Zeilen" },
            euro(found - expected, De)
        ),
        "Suchen Sie fehlende oder doppelte Zeilen im Export, oder berichtigen Sie `control`.",
    )
}

fn like_an_advance(amount: Money, date: Date, service: &str) -> Sentence {
    Sentence::new(
        format!(
            "Die Buchung über {} in der Leistung `{service}` gleicht einem Abschlag vom {}.",
            euro(amount, De),
            day(date, De)
        ),
        "Ist es der Abschlag, so nehmen Sie die Buchung mit einer Kostenart `shared = false` aus: Abschläge zählen \
         nur aus advances.csv.",
    )
}

fn like_an_asset(amount: Money, asset: &str, service: &str) -> Sentence {
    Sentence::new(
        format!(
            "Die Buchung über {} in der Leistung `{service}` gleicht den Kosten der Anlage `{asset}`.",
            euro(amount, De)
        ),
        "Ist es die Anschaffung, so nehmen Sie die Buchung mit einer Kostenart `shared = false` aus: Anlagen zählen nur \
             mit ihrer Abschreibung aus assets.csv.",
    )
}

fn advance_beside(year: Year, amount: Money) -> Sentence {
    Sentence::new(
        format!("Der Abschlag über {} zählt für {year}, aber {year} hat keine Buchungen.", euro(amount, De)),
        "Er erscheint in keiner Abrechnung: Prüfen Sie Datum und Jahr der Zeile.",
    )
}

fn opening_beside(year: Year, amount: Money) -> Sentence {
    Sentence::new(
        format!(
            "Der Saldovortrag über {} zählt für {year}, aber {year} hat keine Buchungen.",
            euro(amount, De)
        ),
        "Er erscheint in keiner Abrechnung: Prüfen Sie das Jahr der Zeile.",
    )
}
