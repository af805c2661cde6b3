//! The fixed words of the statement in German.
//!
//! In: what is to be named. Out: its name: headings, captions, columns, rows. One exhaustive match for each; no
//! figure stands in them.

use crate::words::statement::{Caption, Entry, Head, Record};

/// A heading of a section, or the caption of a table.
pub(in crate::words) fn caption(caption: Caption) -> &'static str {
    match caption {
        Caption::Result => "Ergebnis",
        Caption::CostsAndShares => "1 Kosten und Verteilung",
        Caption::Keys => "2 Schlüssel",
        Caption::ClaimsAndSettlement => "3 Forderungen und Ausgleich",
        Caption::Avoided => "4 Vermiedene Doppelausgaben",
        Caption::Evidence => "5 Nachweis",
        Caption::Costs => "Kosten je Leistung und Anteile der Partner",
        Caption::CostsAlone => "Kosten je Leistung",
        Caption::Allocated => "Anteile der Partner je Leistung",
        Caption::Kinds => "Kosten je Leistung und Kostenart",
        Caption::Shares => "Anteile nach dem Schlüssel",
        Caption::Positions => "Anteil und Verauslagtes je Leistung (+ schuldet, - bekommt)",
        Caption::Claims => "Forderungen je Leistung",
        Caption::Advances => "Abschläge, die in diesem Jahr zählen",
        Caption::Pairs => "Forderungen und Abschläge zwischen je zwei Partnern, brutto in beiden Richtungen",
        Caption::Balances => "Saldo je Partner (+ hat zu zahlen, - bekommt)",
        Caption::Transfers => "Zahlungen",
        Caption::SavedByService => "Je Leistung, davon je Partner",
        Caption::SavedByPartner => "Je Partner",
        Caption::Grades => "Wie die Kosten ohne Kooperation belegt sind",
        Caption::Unassessed => "Nicht bewertete Leistungen",
        Caption::Net => "Vergleich mit der bisherigen Einsparung",
        Caption::Reconciliation => "Abstimmung der Buchungen",
        Caption::YearBy => "Wonach die Buchungen im Jahr zählen",
        Caption::Years => "Buchungen nach Jahren",
        Caption::Controls => "Kontrollsummen",
        Caption::NotShared => "Nicht umlagefähige Buchungen",
        Caption::Warnings => "Warnungen",
        Caption::Residuals => "Rundungscent: wer sie bekam",
        Caption::Inputs => "Eingelesene Buchungsdateien",
        Caption::Hashes => "Prüfsummen aller Eingabedateien",
    }
}

/// The heading of a column in the first three sections.
pub(in crate::words) fn head(head: Head) -> &'static str {
    match head {
        Head::Service => "Leistung",
        Head::Partner => "Partner",
        Head::Key => "Schlüssel",
        Head::Cost => "Kosten",
        Head::Kind => "Kostenart",
        Head::Amount => "Betrag",
        Head::Rounding => "Rundung",
        Head::Written => "Laut Vereinbarung",
        Head::Rows => "Zeilen",
        Head::Unrounded => "Ungerundet",
        Head::Share => "Anteil in %",
        Head::Allocated => "Anteil",
        Head::AllServices => "Alle Leistungen",
        Head::Borne => "Verauslagt",
        Head::Owes => "Schuldet",
        Head::Debtor => "Schuldner",
        Head::Creditor => "Gläubiger",
        Head::Claim => "Forderung",
        Head::Claims => "Forderungen",
        Head::Date => "Datum",
        Head::From => "Von",
        Head::To => "An",
        Head::Text => "Text",
        Head::AdvancesPaid => "Abschläge gezahlt",
        Head::AdvancesReceived => "Abschläge erhalten",
        Head::Advances => "Abschläge",
        Head::Balance => "Saldo",
        Head::Open => "Offen",
        Head::Pays => "Zahlt",
        Head::PaidTo => "Zahlungsempfänger",
    }
}

/// The heading of a column in the last two sections.
pub(in crate::words) fn record(record: Record) -> &'static str {
    match record {
        Record::Standalone => "Ohne Kooperation",
        Record::Joint => "Gemeinsam",
        Record::Remaining => "Verbleibend",
        Record::Avoided => "Vermieden",
        Record::Grade => "Beleg",
        Record::Missing => "Es fehlen laufende Kosten von",
        Record::Field => "Feld",
        Record::Year => "Jahr",
        Record::Ledger => "Dateien",
        Record::Declared => "Laut Saldenliste",
        Record::Read => "Eingelesen",
        Record::Agrees => "Stimmt überein",
        Record::Reason => "Grund",
        Record::Account => "Sachkonto",
        Record::CostCentre => "Kostenstelle",
        Record::Place => "Stelle",
        Record::Code => "Kennung",
        Record::Message => "Meldung",
        Record::Segment => "Abschnitt",
        Record::Exact => "Genauer Anteil",
        Record::Residual => "Rundungscent",
        Record::File => "Datei",
        Record::Bytes => "Bytes",
        Record::Skipped => "Übergangen",
        Record::SkippedTotal => "Deren Summe",
        Record::Blank => "Leerzeilen",
        Record::Hash => "SHA-256",
    }
}

/// The name of a row, or a word in a cell.
pub(in crate::words) fn entry(entry: Entry) -> &'static str {
    match entry {
        Entry::Sum => "Summe",
        Entry::NoKind => "Übrige Kosten",
        Entry::Key => "Schlüssel",
        Entry::Basis => "Grundlage",
        Entry::Measure => "Messung",
        Entry::ReferenceDate => "Stichtag",
        Entry::Period => "Zeitraum",
        Entry::Sources => "Quelle",
        Entry::Rounding => "Rundung",
        Entry::AllFiles => "Alle Zeilen aller Dateien",
        Entry::OtherYears => "Abzüglich Buchungen anderer Jahre",
        Entry::ThisYear => "Buchungen des Jahres",
        Entry::NotShared => "Abzüglich nicht umlagefähig",
        Entry::Shared => "Umlagefähig",
        Entry::RoundingDifference => "Zuzüglich Rundungsdifferenz",
        Entry::Allocated => "Den Partnern zugeteilt",
        Entry::ByPeriod => "Leistungszeitraum",
        Entry::ByFiscalYear => "Haushaltsjahr",
        Entry::ByDate => "Buchungsdatum",
        Entry::ByVoucherDate => "Belegdatum",
        Entry::Yes => "Ja",
        Entry::No => "Nein",
        Entry::NotDeclared => "Nicht angegeben",
        Entry::Actual => "Gezahlt (Ist)",
        Entry::Offer => "Angebot",
        Entry::Estimate => "Schätzung",
        Entry::AvoidedAssessed => "Vermieden, bewertete Leistungen",
        Entry::CostUnassessed => "Abzüglich Kosten nicht bewerteter Leistungen",
        Entry::NetAvoided => "Vermieden, netto",
        Entry::Baseline => "Abzüglich bisheriger Einsparung",
        Entry::Difference => "Abweichung",
    }
}
