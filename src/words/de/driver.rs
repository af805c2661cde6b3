//! German sentences for [`DriverFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::agreement::Language::De;
use crate::finding::DriverFault;
use crate::period::{Date, Span};
use crate::series::population::DRIVER;
use crate::words::Sentence;
use crate::words::format::{date, quantity, span as days};
use crate::words::lists::{self, joined, names};

/// The sentence for a fault.
pub(super) fn sentence(fault: &DriverFault) -> Sentence {
    match fault {
        DriverFault::Unknown { driver, nearest, known } => unknown(driver, nearest.as_deref(), known),
        DriverFault::OnlyPartners { driver, service } => only_partners(driver, service),
        DriverFault::NoneOn { driver, partner, day, known } => none_on(driver, partner, *day, known),
        DriverFault::TwoOn { driver, partner, day, known } => Sentence::new(
            format!("Zum {} hat `{partner}` mehrere Werte der Bezugsgröße `{driver}`.", date(*day, De)),
            format!(
                "Lassen Sie in drivers.csv genau einen davon stehen. Vorhanden: {}.",
                lists::days(known, De)
            ),
        ),
        DriverFault::NoCommonDay { driver, until, missing } => Sentence::new(
            format!(
                "Bis zum {} gibt es keinen Tag, an dem alle Beteiligten einen Wert der Bezugsgröße `{driver}` haben.",
                date(*until, De)
            ),
            if driver == DRIVER {
                format!(
                    "Für {} liegt kein Wert bei. Eigene Zeilen von `{DRIVER}` in drivers.csv ersetzen die mitgelieferten ganz und \
                     müssen dann alle Partner enthalten.",
                    names(missing, De)
                )
            } else {
                format!(
                    "Am jüngsten Tag fehlt ein Wert von {}; tragen Sie ihn in drivers.csv nach.",
                    names(missing, De)
                )
            },
        ),
        DriverFault::NoneIn { driver, partner, span, known } => none_in(driver, partner, *span, known),
        DriverFault::Straddles { driver, partner, row, span, over_year_helps } => {
            straddles(driver, partner, *row, *span, *over_year_helps)
        }
        DriverFault::NoAgs { partner } => no_ags(partner),
        DriverFault::UnknownAgs { partner, ags } => unknown_ags(partner, ags),
        DriverFault::UnequalRows { driver, span, counts } => unequal(driver, *span, counts),
        DriverFault::DaysDiffer { driver, span, gaps } => days_differ(driver, *span, gaps),
        DriverFault::Overlap { driver, partner, rows } => overlap(driver, partner, *rows),
        DriverFault::Negative { driver, partner, value } => Sentence::new(
            format!("Der Wert von `{partner}` für `{driver}` ist negativ: {}.", quantity(*value, De)),
            "Eine Bezugsgröße kann nicht unter null liegen; berichtigen Sie die Zeile in drivers.csv.",
        ),
        DriverFault::AllZero { driver, span, over_year_helps } => all_zero(driver, *span, *over_year_helps),
    }
}

fn only_partners(driver: &str, service: &str) -> Sentence {
    Sentence::new(
        format!(
            "Von der Bezugsgröße `{driver}` gibt es nur Werte von Partnern; die interne Leistung `{service}` wird aber auf \
             Leistungen und Eigenanteile umgelegt."
        ),
        "Tragen Sie in drivers.csv unter einer eigenen Bezugsgröße ein, was jede Leistung und jeder Eigenanteil (`own:` mit \
         der Kennung des Partners) von ihr braucht, und nennen Sie diese im Schlüssel.",
    )
}

fn unknown(driver: &str, nearest: Option<&str>, known: &[String]) -> Sentence {
    let message = format!("drivers.csv hat keine Zeile der Bezugsgröße `{driver}`.");
    match nearest {
        Some(nearest) => Sentence::new(message, format!("Meinten Sie `{nearest}`?")),
        None if known.is_empty() => Sentence::new(
            format!("Für die Bezugsgröße `{driver}` gibt es keine drivers.csv mit Werten."),
            "Legen Sie drivers.csv an, mit den Spalten Bezugsgroesse;Empfaenger;von;bis;Wert;Quelle.",
        ),
        None => Sentence::new(message, format!("Vorhanden sind {}.", names(known, De))),
    }
}

fn over_year(helps: bool) -> &'static str {
    if helps { " Oder verteilen Sie nach dem ganzen Jahr: over = \"year\"." } else { "" }
}

fn straddles(driver: &str, partner: &str, row: Span, span: Span, over_year_helps: bool) -> Sentence {
    Sentence::new(
        format!(
            "Der Wert von `{partner}` für `{driver}` gilt für {} und reicht damit über die Grenze von {} hinaus.",
            days(row, De),
            days(span, De)
        ),
        format!("Teilen Sie die Zeile an der Grenze auf.{}", over_year(over_year_helps)),
    )
}

fn unequal(driver: &str, span: Span, counts: &[(String, usize)]) -> Sentence {
    Sentence::new(
        format!(
            "Für das Mittel der Bezugsgröße `{driver}` über {} haben nicht alle gleich viele Werte: {}.",
            days(span, De),
            joined(counts.iter().map(|(partner, count)| format!("`{partner}` {count}")), De)
        ),
        "Ergänzen Sie die fehlenden Werte in drivers.csv, so dass jeder Beteiligte gleich viele hat.",
    )
}

fn all_zero(driver: &str, span: Span, over_year_helps: bool) -> Sentence {
    Sentence::new(
        format!("Für {} ist die Bezugsgröße `{driver}` bei allen Beteiligten null.", days(span, De)),
        format!(
            "Nach lauter Nullen lässt sich nichts verteilen; legen Sie für diese Zeit einen anderen Schlüssel fest.{}",
            over_year(over_year_helps)
        ),
    )
}

fn overlap(driver: &str, partner: &str, (first, second): (Span, Span)) -> Sentence {
    Sentence::new(
        format!(
            "Zwei Werte von `{partner}` für `{driver}` überschneiden sich: {} und {}; beide werden addiert.",
            days(first, De),
            days(second, De)
        ),
        "Prüfen Sie, ob eine der Zeilen in der anderen schon enthalten ist.",
    )
}

fn missing(gaps: &[(String, Vec<Span>)]) -> String {
    let gaps = gaps.iter().filter(|(_, gaps)| !gaps.is_empty());
    joined(gaps.map(|(partner, gaps)| format!("`{partner}` {}", lists::days(gaps, De))), De)
}

fn days_differ(driver: &str, span: Span, gaps: &[(String, Vec<Span>)]) -> Sentence {
    Sentence::new(
        format!(
            "Die Werte der Bezugsgröße `{driver}` für {} sind nicht für alle Beteiligten über dieselben Tage da; es fehlen: {}.",
            days(span, De),
            missing(gaps)
        ),
        "Prüfen Sie, ob in drivers.csv Zeilen fehlen; wenn nichts anfiel, tragen Sie den Wert 0 ein.",
    )
}

fn no_ags(partner: &str) -> Sentence {
    Sentence::new(
        format!(
            "`{partner}` hat keinen amtlichen Schlüssel; ohne ihn ist die Einwohnerzahl nicht zu finden."
        ),
        format!(
            "Ergänzen Sie in [partners.{partner}]: ags = \"10041100\" (Gemeinde) oder ags = \"10045\" (Kreis). Oder \
                 führen Sie die Einwohner aller Partner selbst in drivers.csv."
        ),
    )
}

fn unknown_ags(partner: &str, ags: &str) -> Sentence {
    Sentence::new(
        format!("Für den amtlichen Schlüssel `{ags}` von `{partner}` liegt keine Einwohnerzahl bei."),
        "Mitgeliefert sind die Gemeinden (8 Ziffern) und Kreise (5 Ziffern) des Saarlands. Führen Sie sonst die Einwohner \
             aller Partner selbst in drivers.csv.",
    )
}

fn none_on(driver: &str, partner: &str, day: Date, known: &[Span]) -> Sentence {
    Sentence::new(
        format!("Zum Stichtag {} hat `{partner}` keinen Wert der Bezugsgröße `{driver}`.", date(day, De)),
        if driver == DRIVER {
            shipped(known)
        } else {
            format!(
                "Tragen Sie den Wert in drivers.csv nach oder ändern Sie den Stichtag (`at`, `lag`). Vorhanden: {}.",
                lists::days(known, De)
            )
        },
    )
}

fn none_in(driver: &str, partner: &str, span: Span, known: &[Span]) -> Sentence {
    Sentence::new(
        format!("Für {} hat `{partner}` keinen Wert der Bezugsgröße `{driver}`.", days(span, De)),
        if driver == DRIVER {
            shipped(known)
        } else {
            format!(
                "Tragen Sie die Werte in drivers.csv nach; wenn nichts anfiel, eine Zeile mit dem Wert 0. Vorhanden: {}.",
                lists::days(known, De)
            )
        },
    )
}

/// What helps where the shipped population lacks a day.
fn shipped(known: &[Span]) -> String {
    format!(
        "`population` ist die mitgelieferte Einwohnerzahl; sie hat Werte für {}: measure = \"at\" mit einem dieser Tage (`at`, `lag`), \
         oder at = \"latest\" für den jüngsten. Eigene Zeilen in drivers.csv ersetzen sie ganz und müssen dann alle Partner und Tage enthalten.",
        lists::days(known, De)
    )
}
