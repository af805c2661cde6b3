//! The statement's sentences in German.
//!
//! In: a phrase with its names and figures. Out: the sentence, amounts and days as the language writes them.
//! One exhaustive match for each part of the statement.

use crate::agreement::{Language::De, Moment, Over, Rule, RuleField};
use crate::finding::Severity;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::words::format;
use crate::words::lists;
use crate::words::phrase::{
    ByHand, ClaimPhrase, CostPhrase, EvidencePhrase, KeyPhrase, NoticePhrase, SavingsPhrase,
};

fn euro(amount: Money) -> String {
    format::amount(amount, De)
}

/// Head and costs.
pub(in crate::words) fn cost(phrase: &CostPhrase<'_>) -> String {
    match phrase {
        CostPhrase::Title(year, name) => format!("Abrechnung {year} · {name}"),
        CostPhrase::Basis(basis) => format!("Rechtsgrundlage: {basis}"),
        CostPhrase::Reference(reference) => format!("Aktenzeichen: {reference}"),
        CostPhrase::Signed(day) => format!("Vereinbarung unterzeichnet am: {}", format::date(*day, De)),
        CostPhrase::Partners(names) => format!("Partner: {}", names.join(", ")),
        CostPhrase::Euro => "Alle Beträge in Euro; Aufwand ist positiv.".to_owned(),
        CostPhrase::Part(Some(span), one_off) => {
            format!("davon {}{}", format::span(*span, De), once(*one_off))
        }
        CostPhrase::Part(None, false) => "davon laufend".to_owned(),
        CostPhrase::Part(None, true) => "davon einmalige Kosten".to_owned(),
        CostPhrase::PartOf(partner) => format!("davon {partner}"),
        CostPhrase::Days(span, one_off) => format!("{}{}", format::span(*span, De), once(*one_off)),
        CostPhrase::Segment(name, span, one_off) => {
            let days = match span.days() {
                1 => "1 Tag".to_owned(),
                days => format!("{days} Tage"),
            };
            format!("{name} · {} ({days}){}", format::span(*span, De), once(*one_off))
        }
        CostPhrase::Postings { ledger, shared, not_shared } => format!(
            "Buchungen {} = umlagefähig {} + nicht umlagefähig {}",
            euro(*ledger),
            euro(*shared),
            euro(*not_shared)
        ),
        CostPhrase::NoService(year) => format!("Im Jahr {year} bestand keine Leistung."),
    }
}

fn once(one_off: bool) -> &'static str {
    if one_off { " · einmalige Kosten" } else { "" }
}

/// How a key came to its shares.
pub(in crate::words) fn key(phrase: &KeyPhrase<'_>) -> String {
    match phrase {
        KeyPhrase::Name(name, id) if name == id => (*name).to_owned(),
        KeyPhrase::Name(name, id) => format!("{name} ({id})"),
        KeyPhrase::Equal => "zu gleichen Teilen".to_owned(),
        KeyPhrase::Percent => "feste Prozentsätze der Vereinbarung".to_owned(),
        KeyPhrase::Weights => "feste Gewichte der Vereinbarung".to_owned(),
        KeyPhrase::At(driver, Moment::Day { .. }) => format!("{driver}, Wert am Stichtag"),
        KeyPhrase::At(driver, Moment::Latest) => {
            format!("{driver}, jüngster Wert, den bis zum Jahresende alle Beteiligten haben")
        }
        KeyPhrase::Sum(driver, over) => format!("{driver}, Summe der Werte {}", time(*over)),
        KeyPhrase::Mean(driver, over) => format!("{driver}, Mittelwert {}", time(*over)),
        KeyPhrase::Mix(parts) => {
            let part = |(percent, name): &(_, String)| key(&KeyPhrase::Part(*percent, name));
            format!("gemischt aus {}", parts.iter().map(part).collect::<Vec<_>>().join(" + "))
        }
        KeyPhrase::Part(percent, name) => format!("{} % {name}", format::quantity(*percent, De)),
        KeyPhrase::PartOfMix(percent, name) => {
            format!("Teilschlüssel zu {} %: {name}", format::quantity(*percent, De))
        }
        KeyPhrase::Rounded(0) => "laut Vereinbarung auf ganze Prozent, Summe 100".to_owned(),
        KeyPhrase::Rounded(1) => "laut Vereinbarung auf Prozent mit 1 Nachkommastelle, Summe 100".to_owned(),
        KeyPhrase::Rounded(decimals) => {
            format!("laut Vereinbarung auf Prozent mit {decimals} Nachkommastellen, Summe 100")
        }
    }
}

fn time(over: Over) -> &'static str {
    match over {
        Over::Segment => "im Abschnitt",
        Over::Year { lag: 0 } => "des ganzen Jahres",
        Over::Year { lag: 1 } => "des Vorjahres",
        Over::Year { .. } => "eines früheren Jahres",
    }
}

/// Who owes and who pays.
pub(in crate::words) fn claim(phrase: &ClaimPhrase<'_>) -> String {
    match phrase {
        ClaimPhrase::Formula { rounding, advances } => format!(
            "Saldo = Anteil{} - verauslagt{}",
            if *rounding { " + Rundung" } else { "" },
            if *advances { " - gezahlte Abschläge + erhaltene Abschläge" } else { "" }
        ),
        ClaimPhrase::Pays { from, to, payee, amount, due } => format!(
            "{from} zahlt an {to}{}: {}{}",
            payee.map(|payee| format!(" ({payee})")).unwrap_or_default(),
            euro(*amount),
            due.map(|due| format!(", Zahlungsziel: {due}")).unwrap_or_default()
        ),
        ClaimPhrase::Nobody => "Niemand schuldet einem anderen etwas; es ist nichts zu zahlen.".to_owned(),
        ClaimPhrase::PerPair => {
            "Je zwei Partner gleichen ihre Forderungen mit einer Zahlung aus. Gebucht werden die Bruttobeträge der Forderungen \
             in beiden Richtungen."
                .to_owned()
        }
        ClaimPhrase::Fewest(true) => {
            "Mit weniger Zahlungen lassen sich diese Salden nachweislich nicht ausgleichen. Gebucht werden die \
             Bruttobeträge der Forderungen."
                .to_owned()
        }
        ClaimPhrase::Fewest(false) => {
            "Es sind wenige Zahlungen; dass es die wenigsten sind, ist bei so vielen Partnern nicht \
             nachgewiesen. Gebucht werden die Bruttobeträge der Forderungen."
                .to_owned()
        }
        ClaimPhrase::NoInvoice => "Keine Rechnung im Sinne des § 14 UStG.".to_owned(),
    }
}

/// What belongs to a computation of savings.
const NOT_ASKED: &str = "Nicht ermittelt. Dazu gehören in umlage.toml die Tabelle [savings] mit der bisherigen Einsparung \
     (baseline = \"15000.00\", ohne eine solche \"0.00\") und in standalone.csv, was jeder Partner \
     ohne die Kooperation zahlen würde.";

/// What was saved.
pub(in crate::words) fn savings(phrase: &SavingsPhrase<'_>) -> String {
    match phrase {
        SavingsPhrase::NotAsked => NOT_ASKED.to_owned(),
        SavingsPhrase::NothingAssessed => {
            "Keine Leistung konnte bewertet werden: In standalone.csv fehlen laufende Kosten ohne \
             Kooperation."
                .to_owned()
        }
        SavingsPhrase::WhyDeducted => {
            "Die Kosten der nicht bewerteten Leistungen werden abgezogen: Was sie ohne Kooperation gekostet hätten, ist nicht \
             bekannt; eine Einsparung wird bei ihnen deshalb nicht behauptet."
                .to_owned()
        }
        SavingsPhrase::Missing(partner, days) => {
            let days: Vec<String> = days.iter().map(|span| format::span(*span, De)).collect();
            format!("{partner}: {}", days.join(", "))
        },
        SavingsPhrase::Baseline { amount, each_of, source } => baseline(*amount, *each_of, *source),
        SavingsPhrase::Net { net, difference, part } => format!(
            "Vermiedene Doppelausgaben, netto: {}; Abweichung von der bisherigen Einsparung: {}",
            euro(*net),
            deviation(*difference, *part)
        ),
        SavingsPhrase::Deviation { difference, part } => {
            format!("Abweichung {}", deviation(*difference, *part))
        }
        SavingsPhrase::Threshold(rate, threshold, reached) => format!(
            "Netto vermieden: {} der Kosten ohne Kooperation; gefordert sind {}: {}.",
            format::percent_beside(rate, threshold, De),
            format::shortest_percent(threshold, De),
            if *reached { "erreicht" } else { "nicht erreicht" }
        ),
        SavingsPhrase::Dearer(year, amount) => format!(
            "Im Jahr {year} waren die bewerteten Leistungen gemeinsam um {} teurer als ohne Kooperation.",
            euro(*amount)
        ),
        SavingsPhrase::Outweighed(amount) => format!(
            "Netto ist nichts eingespart: Die nicht bewerteten Leistungen kosteten {} mehr, als bei den \
             bewerteten vermieden wurde.",
            euro(*amount)
        ),
        SavingsPhrase::DearerFor(list) => {
            let item = |(name, amount): &(String, Money)| format!("{name} (um {})", euro(*amount));
            format!("Teurer als ohne Kooperation: {}.", list.iter().map(item).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A difference, and how much of the baseline that is.
fn deviation(difference: Money, part: Option<&Fraction>) -> String {
    let part = part.map(|part| format!(" ({})", format::signed_percent(part, 1, De))).unwrap_or_default();
    format!("{}{part}", format::signed(difference, De))
}

fn baseline(amount: Money, each_of: Option<usize>, source: Option<&str>) -> String {
    let each = each_of.map(|partners| format!("jeden der {partners} Partner"));
    let whom = each.unwrap_or_else(|| "alle Partner zusammen".to_owned());
    let source = source.map(|source| format!(" (Quelle: {source})")).unwrap_or_default();
    format!("Bisherige Einsparung: {} im Jahr für {whom}{source}.", euro(amount))
}

/// That nothing was lost, and how it was read.
pub(in crate::words) fn evidence(phrase: &EvidencePhrase<'_>) -> String {
    match phrase {
        EvidencePhrase::Clamped(1, amount) => format!(
            "1 Buchung ({}) liegt außerhalb der Laufzeit ihrer Leistung; sie zählt im nächstgelegenen \
             Abschnitt.",
            euro(*amount)
        ),
        EvidencePhrase::Clamped(rows, amount) => format!(
            "{} Buchungen ({}) liegen außerhalb der Laufzeit ihrer Leistung; sie zählen im nächstgelegenen \
             Abschnitt.",
            format::count(*rows, De),
            euro(*amount)
        ),
        EvidencePhrase::Spread(rows) => spread(*rows),
        EvidencePhrase::Moved(year, rows, amount) => super::seal::moved(*year, *rows, *amount),
        EvidencePhrase::Besides(file, above, unread) => besides(file, *above, unread),
        EvidencePhrase::Except(service, rule, payer) => {
            format!("Ausnahme bei {service} ({})", fields(rule, *payer))
        }
        EvidencePhrase::Kind(kind) => format!("Kostenart {kind}"),
        EvidencePhrase::Declared(pattern) => format!("Leistung {pattern}, als nicht umlagefähig erklärt"),
        EvidencePhrase::NoRule => "Keine Regel trifft zu".to_owned(),
        EvidencePhrase::AllShared => "Alle Buchungen des Jahres sind umlagefähig.".to_owned(),
        EvidencePhrase::Warnings(1) => "1 Warnung, siehe Abschnitt 5".to_owned(),
        EvidencePhrase::Warnings(count) => {
            format!("{} Warnungen, siehe Abschnitt 5", format::count(*count, De))
        }
        EvidencePhrase::MoreWarnings(1) => {
            "1 weitere Warnung dieser Art; `umlage check --all` zeigt sie.".to_owned()
        }
        EvidencePhrase::MoreWarnings(count) => {
            format!(
                "{} weitere Warnungen dieser Art; `umlage check --all` zeigt sie.",
                format::count(*count, De)
            )
        }
        EvidencePhrase::NoWarnings => "Keine Warnungen.".to_owned(),
        EvidencePhrase::NoResiduals => "Alle Anteile gingen ohne Rundungscent auf.".to_owned(),
        EvidencePhrase::LargestRemainder => "Größter Rest".to_owned(),
        EvidencePhrase::RestTo(partner) => format!("Rest geht laut Vereinbarung an {partner}"),
        EvidencePhrase::HalfUp => "Kaufmännisch gerundet".to_owned(),
        EvidencePhrase::Version(version) => format!("Berechnet mit umlage {version}."),
        EvidencePhrase::ByHand(what) => by_hand(*what).to_owned(),
        EvidencePhrase::Signature => {
            "Sachlich und rechnerisch richtig: ______________________________ (Datum, Unterschrift)"
                .to_owned()
        }
    }
}

/// Why the years count more rows than were read.
fn spread(rows: u64) -> String {
    match rows {
        1 => {
            "Das ist zusammen 1 Zeile mehr, als eingelesen wurde: Eine Buchung, deren Leistungszeitraum zwei Jahre \
             berührt, zählt in jedem mit ihrem Teil."
                .to_owned()
        }
        rows => format!(
            "Das sind zusammen {} Zeilen mehr, als eingelesen wurden: Buchungen, deren Leistungszeitraum mehrere \
             Jahre berührt, zählen in jedem davon mit ihrem Teil.",
            format::count(rows, De)
        ),
    }
}

/// A file's lines and columns that hold no postings.
fn besides(file: &str, above: u64, unread: &[String]) -> String {
    let lines = match above {
        0 => None,
        1 => Some("1 Titelzeile über der Kopfzeile".to_owned()),
        lines => Some(format!("{} Titelzeilen über der Kopfzeile", format::count(lines, De))),
    };
    let columns =
        (!unread.is_empty()).then(|| format!("nicht ausgewertete Spalten: {}", lists::ticked(unread, ", ")));
    format!("{file}: {}", lines.into_iter().chain(columns).collect::<Vec<_>>().join("; "))
}

/// A rule as people say it: Sachkonto 53*, Kostenstelle 1110.
fn fields(rule: &Rule, payer: Option<&str>) -> String {
    let payer = payer.map(|payer| format!("verauslagt durch {payer}"));
    let patterns = rule.patterns.iter().map(|(field, pattern)| {
        let name = match field {
            RuleField::CostCentre => "Kostenstelle",
            RuleField::Account => "Sachkonto",
            RuleField::CounterAccount => "Gegenkonto",
            RuleField::Product => "Produkt",
            RuleField::Vendor => "Kreditor",
            RuleField::Text => "Text",
            RuleField::Voucher => "Beleg",
        };
        format!("{name} {}", pattern.written())
    });
    lists::joined(payer.into_iter().chain(patterns), De)
}

/// What stands around a finding.
pub(in crate::words) fn notice(phrase: NoticePhrase<'_>) -> String {
    match phrase {
        NoticePhrase::Severity(Severity::Error) => "Fehler".to_owned(),
        NoticePhrase::Severity(Severity::Warning) => "Warnung".to_owned(),
        NoticePhrase::Help => "Hilfe".to_owned(),
        NoticePhrase::Against => "vergleiche".to_owned(),
        NoticePhrase::More(count, code, file) => {
            let file = file.map(|file| format!(" in {file}")).unwrap_or_default();
            let findings = if count == 1 { "weiterer Befund" } else { "weitere Befunde" };
            format!("{} {findings} {code}{file}; `--all` zeigt alle.", format::count(count, De))
        }
    }
}

fn by_hand(what: ByHand) -> &'static str {
    match what {
        ByHand::Head => "Nachprüfen, auch ohne dieses Programm:",
        ByHand::Files => {
            "Dateien: `sha256sum` gefolgt vom Dateinamen, im Ordner der Kooperation eingegeben, ergibt die Prüfsummen oben."
        }
        ByHand::Ledgers => {
            "Buchungen: Die Beträge jeder Datei, in einer Tabellenkalkulation summiert (Soll und Ausgaben positiv, Haben und Einnahmen negativ), ergeben den Betrag unter „Eingelesene Buchungsdateien“; ausgelassene Zeilen stehen daneben."
        }
        ByHand::Amount => {
            "Beträge, mit dem Bleistift, bei Schlüsseln nach Anteilen: Kosten des Abschnitts × Wert des Partners ÷ Summe der Werte (Abschnitt 2), auf den Cent abgeschnitten, dazu die Rundungscents oben, ergibt den Anteil; Anteil - verauslagt ergibt, was er schuldet (Abschnitt 3)."
        }
        ByHand::Explain => {
            "Einzelne Beträge bis zur Buchungszeile: umlage explain --partner PARTNER, auch mit --service LEISTUNG."
        }
        ByHand::Seal => {
            "Das Ganze: umlage seal schreibt die Abrechnung mit allen Dateien fest; danach prüfen `sha256sum -c SHA256SUMS` und umlage verify."
        }
    }
}
