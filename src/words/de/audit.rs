//! The words of the tests on the ledgers in German.
//!
//! In: what is to be named or said. Out: its words. One exhaustive match for each kind of word.

use crate::agreement::Language::De;
use crate::audit::duplicates::{Status, Test};
use crate::audit::overlap::By;
use crate::words::audit::{AuditLabel, AuditTitle, HitHeading, SeparatePhrase, TwicePhrase};
use crate::words::format::{amount, count};

/// A heading or a caption.
pub(in crate::words) fn title(title: AuditTitle) -> &'static str {
    match title {
        AuditTitle::PartTests => "Was geprüft wurde",
        AuditTitle::PartHits(Status::Open) => "Zu klären",
        AuditTitle::PartHits(Status::Recurring) => "Regelmäßig unter demselben Beleg gezahlt",
        AuditTitle::PartHits(Status::Reversed) => "Schon zurückgenommen",
        AuditTitle::PartLacking => "Was sich nicht prüfen ließ",
        AuditTitle::PartBy(By::Vendor) => "Gleiche Kreditoren",
        AuditTitle::PartBy(By::Product) => "Gleiche Produkte",
        AuditTitle::PartBy(By::Account) => "Gleiche Sachkonten",
        AuditTitle::Common(By::Vendor) => "Kreditoren, die mindestens zwei Partner bezahlen",
        AuditTitle::Common(By::Product) => "Produkte, für die mindestens zwei Partner zahlen",
        AuditTitle::Common(By::Account) => "Sachkonten, auf denen mindestens zwei Partner zahlen",
        AuditTitle::PartOutside => "Außerhalb der gemeinsamen Leistungen",
        AuditTitle::PartNext => "Was damit zu tun ist",
        AuditTitle::Tests => {
            "Der Betrag ist in jeder Prüfung gleich; von oben nach unten wird schwächer geprüft"
        }
        AuditTitle::Lacking => {
            "Dateien, deren Zeilen ein Feld fehlt; ein Datum aus `[ledger.constants]` ist kein Tag der einzelnen Zeile"
        }
        AuditTitle::Outside => "Was die Partner außerhalb der gemeinsamen Leistungen zahlen",
    }
}

/// The heading of a column.
pub(in crate::words) fn label(label: AuditLabel) -> &'static str {
    match label {
        AuditLabel::Test => "Prüfung",
        AuditLabel::Open => "Offene Treffer",
        AuditLabel::Across => "davon über Partner hinweg",
        AuditLabel::AtRisk => "Zu klären",
        AuditLabel::Others => "Übrige Treffer",
        AuditLabel::Applied => "Geprüfte Zahlungen",
        AuditLabel::NotApplied => "Nicht prüfbar",
        AuditLabel::Hit => "Treffer",
        AuditLabel::Place => "Fundstelle",
        AuditLabel::Date => "Datum",
        AuditLabel::Vendor | AuditLabel::Name(By::Vendor) => "Kreditor",
        AuditLabel::Text => "Text",
        AuditLabel::Payer => "Verauslagt durch",
        AuditLabel::Amount => "Betrag",
        AuditLabel::File => "Datei",
        AuditLabel::Lacks => "Es fehlt",
        AuditLabel::Voucher => "Beleg",
        AuditLabel::Name(By::Product) => "Produkt",
        AuditLabel::Name(By::Account) => "Sachkonto",
        AuditLabel::Rows => "Buchungen",
        AuditLabel::Sum => "Summe",
        AuditLabel::Second => "Zweitgrößte Summe",
        AuditLabel::Total => "Zusammen",
    }
}

/// What a test asks, with its number.
pub(in crate::words) fn test(test: Test) -> &'static str {
    match test {
        Test::Row => "P1 Ganze Zeile gleich",
        Test::Same => "P2 Kreditor, Beleg, Datum gleich",
        Test::SameDigits => "P3 Kreditor, Ziffern des Belegs, Datum gleich",
        Test::OtherDate => "P4 Kreditor, Beleg gleich; anderes Datum oder keines",
        Test::OtherDateDigits => "P5 Kreditor, Ziffern des Belegs gleich; anderes Datum oder keines",
        Test::OtherVendor => "P6 Beleg, Datum gleich; anderer Kreditor",
        Test::OtherVendorDigits => "P7 Ziffern des Belegs, Datum gleich; anderer Kreditor",
        Test::OtherVoucher => "P8 Kreditor, Datum gleich; anderer Beleg oder keiner",
    }
}

/// A sentence about what was perhaps paid twice.
pub(in crate::words) fn twice(phrase: &TwicePhrase<'_>) -> String {
    match phrase {
        TwicePhrase::Duplicates(None, name) => format!("Doppelt gezahlt? · {name}"),
        TwicePhrase::Duplicates(Some(year), name) => format!("Doppelt gezahlt? {year} · {name}"),
        TwicePhrase::Found(0, _) => "Kein offener Treffer.".to_owned(),
        TwicePhrase::Found(1, at_risk) => format!("1 offener Treffer, zu klären {}.", amount(*at_risk, De)),
        TwicePhrase::Found(hits, at_risk) => {
            format!("{} offene Treffer, zu klären {}.", count(*hits, De), amount(*at_risk, De))
        }
        TwicePhrase::Question => "Ein Treffer ist eine Frage, kein Beweis: Ob doppelt gezahlt wurde, zeigen nur die Belege. \
                                  Zu klären ist je Treffer die Summe aller Zahlungen bis auf eine."
            .to_owned(),
        TwicePhrase::Coverage { rows, payments, credits, zero, skipped } => {
            coverage([*rows, *payments, *credits, *zero, *skipped])
        }
        TwicePhrase::AllYears(year) => format!(
            "Geprüft wurden die Buchungen aller Jahre; gezeigt wird, was mindestens eine Buchung des Jahres {year} enthält."
        ),
        TwicePhrase::Spelling => "Kreditoren sind gleich ohne Rücksicht auf Groß- und Kleinschreibung, Leer- und Satzzeichen, \
                                  Umlaute (ae = ä) und Rechtsform; Belege ohne Rücksicht auf Satzzeichen, oder nur nach ihren \
                                  Ziffern ohne führende Nullen. Leere Felder sind nie gleich. Was eine stärkere Prüfung schon \
                                  zusammengebracht hat, steht in einer schwächeren nur einmal und zählt in keiner Summe doppelt."
            .to_owned(),
        TwicePhrase::NotRun(tests) => format!(
            "Nicht anwendbar, da keine Zahlung die nötigen Felder enthält: {}.",
            tests.iter().map(|test| format!("„{test}“")).collect::<Vec<_>>().join(", ")
        ),
        TwicePhrase::About(status) => about(*status).to_owned(),
        TwicePhrase::Hit(heading) => hit(heading),
        TwicePhrase::Credit(text) => format!("Gegenbuchung: {text}"),
    }
}

/// A sentence about what is still paid separately.
pub(in crate::words) fn separate(phrase: &SeparatePhrase<'_>) -> String {
    match phrase {
        SeparatePhrase::Overlap(year, name) => format!("Noch getrennt gezahlt {year} · {name}"),
        SeparatePhrase::Ranking => "Reihenfolge: nach der zweitgrößten Summe unter den Partnern, denn nur was ein zweiter Partner auch \
                                 zahlt, lässt sich gemeinsam tun; bei zwei Partnern ist es die kleinere. Bei Gleichstand nach Namen."
            .to_owned(),
        SeparatePhrase::Outside => "Enthalten ist, was zu keiner Leistung gehört. Was eine Leistung mit `except` oder durch die Kostenart \
                                 ausnimmt, und Zahlungen an einen Partner sind nicht enthalten."
            .to_owned(),
        SeparatePhrase::ToPartners(rows, sum) => {
            format!("Zahlungen an Partner, nicht enthalten: {}.", rows_of(*rows, &amount(*sum, De)))
        }
        SeparatePhrase::NothingCommon(by) => match by {
            By::Vendor => "Keinen Kreditor bezahlen mindestens zwei Partner.",
            By::Product => "Kein Produkt kommt bei mindestens zwei Partnern vor.",
            By::Account => "Kein Sachkonto kommt bei mindestens zwei Partnern vor.",
        }
        .to_owned(),
        SeparatePhrase::Unnamed(by, rows, sum) => {
            let lacks = match by {
                By::Vendor => "Ohne Kreditor",
                By::Product => "Ohne Produkt",
                By::Account => "Ohne Sachkonto",
            };
            format!("{lacks} und deshalb nicht verglichen: {}.", rows_of(*rows, &amount(*sum, De)))
        }
        SeparatePhrase::More(rest, sum) => format!(
            "Weitere {} mit zweitgrößten Summen von zusammen {}; `--all` zeigt alle.",
            count(*rest, De),
            amount(*sum, De)
        ),
        SeparatePhrase::Next => "Die obersten Zeilen sind Kandidaten für den nächsten Schritt der Zusammenarbeit: gemeinsam \
                              ausschreiben, einen Vertrag statt mehrerer schließen, oder eine Leistung daraus machen (`[services]` in \
                              umlage.toml) und mit `umlage compare` die Schlüssel vergleichen. Gleicher Kreditor heißt nicht \
                              gleicher Vertrag, gleiches Konto nicht gleicher Zweck: Leistungsumfang, Laufzeit und Kündigungsfrist \
                              stehen in den Verträgen."
            .to_owned(),
    }
}

/// A hit's heading: number, what is at risk, in what its payments differ.
fn hit(heading: &HitHeading) -> String {
    let HitHeading { number, status, at_risk, payments, sum, across, text, account } = heading;
    let differs = [(*across, "Partner"), (*text, "Text"), (*account, "Konto")];
    let differs: Vec<&str> = differs.iter().filter(|(does, _)| *does).map(|(_, word)| *word).collect();
    let differs = if differs.is_empty() { String::new() } else { format!(" ({})", differs.join(", ")) };
    match status {
        Status::Open => format!("Treffer {number}: {}{differs}", amount(*at_risk, De)),
        Status::Recurring => {
            format!("Treffer {number}: {payments} Monate, {}{differs}", amount(*sum, De))
        }
        Status::Reversed => format!("Treffer {number}: zurückgenommen{differs}"),
    }
}

/// What hits that stand so have in common.
fn about(status: Status) -> &'static str {
    match status {
        Status::Open => {
            "Sehen Sie je Treffer die Belege nebeneinander an: eine Rechnung oder mehrere, ein Storno, das anders gebucht ist, \
             eine Rechnung, die auf mehrere Kostenstellen verteilt ist? Hinter der Nummer steht, was zu klären ist, und in \
             Klammern, worin sich die Zahlungen außerdem unterscheiden (Konto oder Kostenstelle: Konto). Je Prüfung stehen \
             Treffer mit gleichem Text vorn, dann die größten."
        }
        Status::Recurring => {
            "Derselbe Kreditor, Beleg und Betrag in drei oder mehr Monaten: vermutlich ist der Beleg eine Vertrags- oder \
             Kundennummer. Sie stehen je Monat einmal hier und in keiner Summe."
        }
        Status::Reversed => {
            "Gutschriften über denselben Betrag nehmen alle bis auf eine Zahlung zurück (derselbe Partner, dazu Kreditor und \
             Beleg, Kreditor und Tag oder Beleg und Tag gleich). Sie stehen in keiner Summe."
        }
    }
}

fn coverage([rows, payments, credits, zero, skipped]: [u64; 5]) -> String {
    let mut parts = vec![format!("{} Zahlungen geprüft", count(payments, De))];
    if credits > 0 {
        parts.push(format!("{} mit Betrag unter null (nur als Rücknahme einer Zahlung)", count(credits, De)));
    }
    if zero > 0 {
        parts.push(format!("{} mit Betrag null (keine Zahlungen)", count(zero, De)));
    }
    let skipped = if skipped > 0 {
        format!(" Durch `skip` ausgelassene Zeilen wurden nicht geprüft: {}.", count(skipped, De))
    } else {
        String::new()
    };
    format!("Von {} Buchungen: {}.{skipped}", count(rows, De), parts.join(", "))
}

fn rows_of(rows: u64, sum: &str) -> String {
    if rows == 1 {
        format!("1 Buchung, {sum}")
    } else {
        format!("{} Buchungen, zusammen {sum}", count(rows, De))
    }
}
