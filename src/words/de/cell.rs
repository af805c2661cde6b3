//! German sentences for [`CellFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::agreement::Language::De;
use crate::finding::CellFault;
use crate::finding::cell::{DateFault, NumberFault, PeriodFault, QuoteFault};
use crate::finding::file::Heading;
use crate::money::Money;
use crate::period::Span;
use crate::words::Sentence;
use crate::words::format::{amount as euro, date as day};
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &CellFault) -> Sentence {
    match fault {
        CellFault::Quote(fault) => quote(*fault),
        CellFault::Width { found, expected } => width(*found, *expected),
        CellFault::Replacement => Sentence::new(
            "Hier ist ein Zeichen verloren gegangen (U+FFFD); die Datei wurde vorher falsch umkodiert.",
            "Exportieren Sie die Datei neu, ohne sie zwischendurch in einer anderen Kodierung zu speichern.",
        ),
        CellFault::Number { cell, fault } => number(cell, fault),
        CellFault::Date { cell, fault } => date(cell, fault),
        CellFault::FiscalYear { cell } => Sentence::new(
            format!("`{cell}` ist kein Haushaltsjahr."),
            "Schreiben Sie das Jahr mit vier Ziffern von 1900 bis 2999, zum Beispiel `2014`.",
        ),
        CellFault::Side { cell } => Sentence::new(
            if cell.is_empty() {
                "Hier fehlt, ob der Betrag im Soll oder im Haben steht.".to_owned()
            } else {
                format!("`{cell}` sagt weder Soll noch Haben.")
            },
            "Schreiben Sie `S` für Soll oder `H` für Haben.",
        ),
        CellFault::Sides { both: true } => Sentence::new(
            "In dieser Zeile sind Soll und Haben beide ausgefüllt.",
            "Lassen Sie eines von beiden leer oder null.",
        ),
        CellFault::Sides { both: false } => Sentence::new(
            "In dieser Zeile sind Soll und Haben beide leer.",
            "Tragen Sie den Betrag ein, oder nehmen Sie die Zeile mit einer Regel in `skip` aus.",
        ),
        CellFault::Negative { amount } => negative(*amount),
        CellFault::Foreign { cell } => foreign(cell),
        CellFault::Reversal { cell, known } => reversal(cell, *known),
        CellFault::Payer { cell, nearest } => payer(cell, nearest.as_deref()),
        CellFault::OtherPayer { cell, declared } => other_payer(cell, declared),
        CellFault::Missing { fields } => missing(fields),
        CellFault::Period(PeriodFault::Half { absent: Some(absent) }) => half(absent),
        CellFault::Period(PeriodFault::Half { absent: None }) => Sentence::new(
            "Der Leistungszeitraum hat nur einen Anfang oder nur ein Ende.",
            "Füllen Sie `leistung_von` und `leistung_bis` beide aus oder beide nicht.",
        ),
        CellFault::Period(PeriodFault::Reversed) => Sentence::new(
            "Der Leistungszeitraum endet, bevor er beginnt.",
            "Vertauschen oder berichtigen Sie `leistung_von` und `leistung_bis`.",
        ),
    }
}

fn negative(amount: Money) -> Sentence {
    Sentence::new(
        format!(
            "Der Umsatz {} ist negativ; im DATEV-Format sagt das nur das Soll/Haben-Kennzeichen.",
            euro(amount, De)
        ),
        "Schreiben Sie den Betrag ohne Minus und das andere Kennzeichen (`S` statt `H`, `H` statt `S`), oder exportieren Sie den Buchungsstapel neu.",
    )
}

fn foreign(cell: &str) -> Sentence {
    Sentence::new(
        format!("Der Umsatz ist in `{cell}` angegeben, und die Zeile sagt nicht, wie viel das in Euro ist."),
        "Füllen Sie `Basis-Umsatz` mit dem Betrag in Euro und `WKZ Basis-Umsatz` mit `EUR`.",
    )
}

fn reversal(cell: &str, known: bool) -> Sentence {
    if !known {
        return Sentence::new(
            format!("`{cell}` sagt nicht, ob die Zeile eine Generalumkehr ist."),
            "Schreiben Sie `1` oder `G` für eine Generalumkehr, sonst `0` oder nichts.",
        );
    }
    Sentence::new(
        "Die Zeile ist eine Generalumkehr. Ob ihr Soll/Haben-Kennzeichen schon umgedreht ist oder das der aufgehobenen Buchung wiederholt, ist je nach Programm verschieden.",
        "Vergleichen Sie sie mit der Buchung, die sie aufhebt: Steht sie auf der anderen Seite, schreiben Sie unter [[ledger]] `general_reversal = \"as-written\"`, steht sie auf derselben, `general_reversal = \"turned\"`.",
    )
}

fn payer(cell: &str, nearest: Option<&str>) -> Sentence {
    let help = nearest.map_or_else(
        || "Schreiben Sie die Kennung oder den vollen Namen eines Partners aus umlage.toml.".to_owned(),
        |name| format!("Meinten Sie `{name}`?"),
    );
    Sentence::new(format!("Einen Partner `{cell}` gibt es nicht."), help)
}

fn other_payer(cell: &str, declared: &str) -> Sentence {
    Sentence::new(
        format!("Hier hat `{cell}` gezahlt, laut umlage.toml aber `{declared}`."),
        "Berichtigen Sie die Zelle, oder streichen Sie `payer` in [[ledger]], damit die Spalte gilt.",
    )
}

fn half(absent: &Heading) -> Sentence {
    Sentence::new(
        format!(
            "Der Leistungszeitraum ist nur zur Hälfte angegeben; eine Spalte `{}` wurde nicht gefunden.",
            absent.german
        ),
        format!(
            "Nennen Sie die Spalte unter `[ledger.columns]`: `{} = \"…\"` mit der Überschrift aus Ihrer Datei.",
            absent.english
        ),
    )
}

fn missing(fields: &[Heading]) -> Sentence {
    let names = ticked(fields.iter().map(|field| field.german), " oder ");
    Sentence::new(
        format!("In dieser Zeile fehlt {names}."),
        "Ergänzen Sie die Zelle; ist die Zeile keine Buchung, nehmen Sie sie mit einer Regel in `skip` aus; steht ihr Text in der Spalte des Datums, nennen Sie diese unter `[ledger.columns]` zweimal, als `date` und als ein Feld, das sonst frei ist, etwa `voucher`, und schreiben Sie die Regel für dieses.",
    )
}

fn quote(fault: QuoteFault) -> Sentence {
    match fault {
        QuoteFault::Bare => Sentence::new(
            "Hier steht ein Anführungszeichen mitten in einer Zelle, die nicht mit einem beginnt.",
            "Setzen Sie die ganze Zelle in Anführungszeichen und verdoppeln Sie die inneren: `\"Lizenz \"\"Pro\"\"\"`.",
        ),
        QuoteFault::After => Sentence::new(
            "Nach dem schließenden Anführungszeichen steht noch Text.",
            "Verdoppeln Sie Anführungszeichen innerhalb einer Zelle: `\"Lizenz \"\"Pro\"\"\"`.",
        ),
        QuoteFault::Unclosed => Sentence::new(
            "Das Anführungszeichen, das sich hier öffnet, wird nicht geschlossen; gelesen wird ab der nächsten Zeile weiter.",
            "Schließen Sie es am Ende der Zelle, oder löschen Sie es.",
        ),
    }
}

fn width(found: usize, expected: usize) -> Sentence {
    let cells = if found == 1 { "eine Zelle".to_owned() } else { format!("{found} Zellen") };
    if found < expected {
        return Sentence::new(
            format!("Diese Zeile hat nur {cells} statt {expected}."),
            "Ergänzen Sie die fehlenden Zellen; ist die Zeile keine Buchung, nehmen Sie sie mit einer Regel in `skip` aus; steht ihr Text in der Spalte des Datums, nennen Sie diese unter `[ledger.columns]` zweimal, als `date` und als ein Feld, das sonst frei ist, etwa `voucher`, und schreiben Sie die Regel für dieses.",
        );
    }
    Sentence::new(
        format!("Diese Zeile hat {cells} statt {expected}."),
        "Setzen Sie Zellen, die das Trennzeichen enthalten, in Anführungszeichen; in einer Mappe geben Sie der Spalte eine Überschrift, oder leeren Sie die Zelle.",
    )
}

fn outside(cell: &str, span: Span, year: bool) -> Sentence {
    let (from, to) = (day(span.from(), De), day(span.to(), De));
    if year {
        return Sentence::new(
            format!(
                "Den Tag `{cell}` gibt es im Wirtschaftsjahr {from} bis {to} nicht, das die erste Zeile nennt."
            ),
            "Berichtigen Sie den Tag; gehört die Buchung in ein anderes Wirtschaftsjahr, exportieren Sie dieses eigens.",
        );
    }
    Sentence::new(
        format!(
            "Der Tag `{cell}` liegt nicht im Zeitraum {from} bis {to}, den die erste Zeile nennt; das Jahr der Buchung ist deshalb nicht sicher."
        ),
        "Exportieren Sie den Buchungsstapel neu, oder berichtigen Sie den Tag oder den Zeitraum in der ersten Zeile (Felder 15 und 16).",
    )
}

fn number(cell: &str, fault: &NumberFault) -> Sentence {
    let (why, help) = match fault {
        NumberFault::Form => ("ist keine Zahl".to_owned(), no_number(cell)),
        NumberFault::Groups => (
            "ist keine Zahl: Tausendergruppen haben drei Ziffern, und vor und nach dem Komma steht eine Ziffer".to_owned(),
            "Schreiben Sie zum Beispiel `1.234,56` oder `1234,56`.",
        ),
        NumberFault::Ambiguous => (
            "kann Tausende oder drei Nachkommastellen meinen, und keine andere Zelle der Datei entscheidet es".to_owned(),
            "Geben Sie in umlage.toml unter [[ledger]] oder [tables] das Dezimalzeichen an: `decimal = \",\"` oder `decimal = \".\"`.",
        ),
        NumberFault::Contradicts { decimal, declared: true } => (
            format!("passt nicht zum angegebenen Dezimalzeichen `{decimal}`"),
            "Berichtigen Sie die Zelle oder `decimal` in umlage.toml.",
        ),
        NumberFault::Contradicts { decimal, declared: false } => (
            format!("passt nicht zur Schreibweise der Datei, deren Dezimalzeichen nach einer früheren Zelle `{decimal}` ist"),
            "Berichtigen Sie die falsche der beiden Zellen; `decimal` in umlage.toml legt fest, was gilt.",
        ),
        NumberFault::Scientific => (
            "ist eine Zahl mit Exponent; eine Tabellenkalkulation hat sie gekürzt".to_owned(),
            "Stellen Sie die Spalte auf Zahlen mit zwei Nachkommastellen, und exportieren Sie neu.",
        ),
        NumberFault::Decimals { found } => (
            format!("hat {found} Nachkommastellen; ein Betrag hat höchstens zwei"),
            match found {
                3 => "Runden Sie in der Quelle auf Cent, in einer Tabelle mit `=RUNDEN(…;2)`. Sind Tausender gemeint, geben Sie `decimal` in umlage.toml an.",
                _ => "Runden Sie in der Quelle auf Cent, in einer Tabelle mit `=RUNDEN(…;2)`: Excel zeigt weniger Stellen an, als in der Zelle stehen.",
            },
        ),
        NumberFault::Digits { most } => (
            format!("hat zu viele Ziffern; vor dem Komma sind höchstens {most} möglich"),
            "Prüfen Sie, ob die Spalte wirklich Zahlen enthält.",
        ),
        NumberFault::Brackets => (
            "steht in Klammern".to_owned(),
            "Schreiben Sie negative Beträge mit Minus: `-1.234,56`.",
        ),
        NumberFault::Currency { first } => (
            format!("steht in einer anderen Währung als eine frühere Zelle ({first})"),
            "Rechnen Sie die Beträge vorher in eine Währung um.",
        ),
    };
    Sentence::new(format!("`{cell}` {why}."), help)
}

fn no_number(cell: &str) -> &'static str {
    no_result(cell).unwrap_or("Schreiben Sie zum Beispiel `1.234,56` oder `-1234,56`.")
}

/// What to do about a formula whose result is not in the file, or is none.
fn no_result(cell: &str) -> Option<&'static str> {
    match cell.as_bytes() {
        [b'=', ..] => Some(
            "Das Ergebnis der Formel ist nicht gespeichert: Öffnen Sie die Mappe in Excel oder LibreOffice und speichern Sie sie.",
        ),
        [b'#', ..] => Some("Berichtigen Sie die Formel in der Mappe, oder tragen Sie den Wert ein."),
        _ => None,
    }
}

fn date(cell: &str, fault: &DateFault) -> Sentence {
    let (why, help) = match fault {
        DateFault::Form if no_result(cell).is_some() => {
            ("ist kein Datum".to_owned(), no_result(cell).unwrap_or_default().to_owned())
        }
        DateFault::Form => (
            "ist kein Datum".to_owned(),
            "Schreiben Sie zum Beispiel `31.12.2014`, oder geben Sie das Format in umlage.toml unter [[ledger]] oder [tables] an, etwa `date_format = \"%d-%b-%y\"` für `05-Apr-17`.".to_owned(),
        ),
        DateFault::Ambiguous => (
            "kann Tag/Monat oder Monat/Tag meinen, und keine andere Zelle der Datei entscheidet es"
                .to_owned(),
            "Geben Sie in umlage.toml unter [[ledger]] oder [tables] `date_format = \"%d/%m/%Y\"` oder `date_format = \"%m/%d/%Y\"` an.".to_owned(),
        ),
        DateFault::Contradicts { format, declared: true } => (
            format!("passt nicht zum angegebenen Datumsformat `{format}`"),
            "Berichtigen Sie die Zelle oder `date_format` in umlage.toml.".to_owned(),
        ),
        DateFault::Contradicts { format, declared: false } => (
            format!("passt nicht zur Schreibweise der Datei, die nach einer früheren Zelle `{format}` ist"),
            "Berichtigen Sie die falsche der beiden Zellen; `date_format` in umlage.toml legt fest, was gilt.".to_owned(),
        ),
        DateFault::Serial => (
            "ist die laufende Nummer eines Tages; eine Tabellenkalkulation hat das Datum verloren".to_owned(),
            "Stellen Sie die Spalte auf Datum, und exportieren Sie neu.".to_owned(),
        ),
        DateFault::NoSuchDay => ("gibt es im Kalender nicht".to_owned(), "Berichtigen Sie den Tag.".to_owned()),
        DateFault::ShortYear { mark } => (
            "hat ein Jahr mit nur zwei Ziffern".to_owned(),
            format!("Geben Sie das Format in umlage.toml unter [[ledger]] oder [tables] an, zum Beispiel `date_format = \"%d{mark}%m{mark}%y\"`."),
        ),
        DateFault::Year => ("liegt nicht zwischen 1900 und 2999".to_owned(), "Berichtigen Sie das Jahr.".to_owned()),
        DateFault::Time => (
            "hat eine Uhrzeit".to_owned(),
            "Exportieren Sie nur das Datum, oder geben Sie das Format mit der Uhrzeit an, etwa `date_format = \"%d.%m.%Y %H:%M\"`; gelesen wird dann nur der Tag.".to_owned(),
        ),
        DateFault::DayMonth => (
            "ist kein Datum, wie DATEV es schreibt".to_owned(),
            "Schreiben Sie Tag und Monat ohne Punkte, zum Beispiel `3112`; stehen die Daten der Datei anders, geben Sie in [[ledger]] `date_format` an, etwa `date_format = \"%d.%m.%Y\"`.".to_owned(),
        ),
        DateFault::Outside { span, year } => return outside(cell, *span, *year),
    };
    Sentence::new(format!("`{cell}` {why}."), help)
}
