//! The formats, over a small cooperation built by hand.

use super::*;
use crate::agreement::{PartnerId, Reading, Residual, Transfers};
use crate::period::Year;
use unicode_width::UnicodeWidthStr;

mod cooperation;
mod json;
mod tables;

use cooperation::{Cooperation, located, money};

const VERSION: &str = concat!("umlage ", env!("CARGO_PKG_VERSION"));

/// The statement's text in German.
fn german(cooperation: &Cooperation) -> String {
    let statement = cooperation.statement();
    text(&document(&statement, &located(&statement), Language::De), Language::De)
}

fn expected(name: &str) -> snapbox::Data {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report").join(name);
    snapbox::Data::read_from(&path, None)
}

#[test]
fn the_statement_of_two_partners_reads_as_expected_in_every_format() {
    let two = Cooperation::of_two();
    let statement = two.statement();
    for (language, name) in [(Language::De, "de"), (Language::En, "en")] {
        let findings = located(&statement);
        let document = document(&statement, &findings, language);
        let check = |found: String, extension: &str| {
            let found = found.replace(VERSION, "umlage [VERSION]");
            let file = expected(&format!("two.{name}.{extension}"));
            snapbox::Assert::new().action_env("SNAPSHOTS").eq(found, file);
        };
        check(text(&document, language), "txt");
        check(md(&document, language), "md");
        check(csv(&document, language), "csv");
    }
}

#[test]
fn no_line_is_wider_than_the_page() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.services[0].name = "Leistungsverwaltungsunterstützungssystem ".repeat(6);
    for cooperation in [two, Cooperation::of_many(4), Cooperation::of_many(5), Cooperation::of_many(50)] {
        let text = german(&cooperation);
        let widest = text.lines().max_by_key(|line| line.width()).unwrap();
        assert!(widest.width() <= 112, "{} columns: {widest}", widest.width());
    }
}

#[test]
fn no_word_of_a_long_name_breaks_among_the_residual_cents() {
    let mut two = Cooperation::of_two();
    let word = "Verbandsgemeindeverwaltungsgemeinschaften";
    let names = [word, "Gesundheits-, Katastrophen- und Zivilschutz"];
    let agreement = &mut two.rules.agreement;
    for (index, name) in names.into_iter().enumerate() {
        agreement.partners[index].name = name.to_owned();
        agreement.services[index].name = name.to_owned();
    }
    for residual in [Residual::LargestRemainder, Residual::To(PartnerId(0)), Residual::None] {
        two.rules.agreement.rounding.residual = residual;
        let text = german(&two);
        let table = text.split("\n\n").find(|block| block.starts_with("Rundungscent")).unwrap();
        let whole = |word: &str| names.iter().any(|name| name.contains(word));
        for line in table.lines().skip(3) {
            let words = line.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
            let broken: Vec<&str> = words.filter(|word| !whole(word)).collect();
            let known = ["Größter", "Rest", "geht", "laut", "Vereinbarung", "an", "Kaufmännisch", "gerundet"];
            assert!(broken.iter().all(|word| known.contains(word)), "{broken:?}\n{table}");
        }
        assert!(table.contains(word));
    }
}

#[test]
fn spread_postings_explain_why_the_years_count_more_rows_than_were_read() {
    let mut two = Cooperation::of_two();
    assert!(!german(&two).contains("als eingelesen wurde"));
    two.booked.inputs[0].postings = 103;
    assert!(german(&two).contains("Das sind zusammen 3 Zeilen mehr, als eingelesen wurden"));
    two.booked.inputs[0].postings = 105;
    assert!(german(&two).contains("Das ist zusammen 1 Zeile mehr, als eingelesen wurde"));
}

#[test]
fn all_partners_are_named_however_many_there_are() {
    let text = german(&Cooperation::of_many(50)).replace('\n', " ");
    let (head, _) = text.split_once("Alle Beträge in Euro").unwrap();
    assert!(head.contains("Gemeinde Nummer 50") && !head.contains("weitere"));
}

#[test]
fn fifty_partners_have_a_row_each_and_the_sums_stand_below() {
    let many = Cooperation::of_many(50);
    let text = german(&many);
    let start = text.find("Anteile der Partner je Leistung").unwrap();
    let table: Vec<&str> = text[start..].split("\n\n").next().unwrap().lines().collect();
    assert_eq!(table.len(), 1 + 2 + 50 + 2);
    assert!(table[54].trim_start().starts_with("Summe"));
    assert!(table[54].ends_with("84.210,00"));
}

#[test]
fn payments_are_said_in_a_sentence() {
    let text = german(&Cooperation::of_two());
    let sentence = "Saarpfalz-Kreis zahlt an Landeshauptstadt Saarbrücken (Eigenbetrieb IKS): 13.517,95, \
                    Zahlungsziel: 30 days\n";
    assert!(text.contains(sentence));
    assert!(text.contains("Buchungen 97.460,00 = umlagefähig 84.210,00 + nicht umlagefähig 13.250,00\n"));
}

#[test]
fn the_result_stands_before_the_sections() {
    let two = Cooperation::of_two();
    let text = german(&two);
    let (result, _) = text.split_once("\n1 Kosten und Verteilung\n").unwrap();
    assert!(result.contains("\nErgebnis\n"));
    assert!(result.contains("Saarpfalz-Kreis zahlt an Landeshauptstadt Saarbrücken"));
    assert!(
        result.contains("netto: -2.210,00; Abweichung von der bisherigen Einsparung: -17.210,00 (-114,7 %)")
    );
    assert!(result.ends_with("1 Warnung, siehe Abschnitt 5\n"));
}

#[test]
fn warnings_that_are_not_listed_are_counted() {
    let two = Cooperation::of_two();
    let mut statement = two.statement();
    let code = statement.warnings[0].fault.code();
    statement.more_warnings = vec![(code, Some(statement.booked.inputs[0].file), 1_200)];
    let text = text(&document(&statement, &located(&statement), Language::De), Language::De);
    assert!(text.contains("\n1.201 Warnungen, siehe Abschnitt 5\n"));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("ledger/saarbruecken-2014.csv U451 1.200 weitere Warnungen dieser Art"), "{text}");
}

#[test]
fn where_nobody_owes_anybody_it_says_so() {
    let mut two = Cooperation::of_two();
    two.rules.tables.advances[0].amount = money("43517.95");
    let text = german(&two);
    assert!(text.contains("Niemand schuldet einem anderen etwas"));
    assert!(!text.contains("\nZahlungen\n"));
}

#[test]
fn the_fewest_payments_say_whether_that_is_proven() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.transfers = Transfers::Fewest;
    assert!(german(&two).contains("nachweislich nicht ausgleichen"));
    let mut many = Cooperation::of_many(20);
    many.rules.agreement.transfers = Transfers::Fewest;
    let text = german(&many).replace('\n', " ");
    assert!(text.contains("ist bei so vielen Partnern nicht nachgewiesen"));
}

#[test]
fn shares_rounded_each_for_itself_show_their_difference() {
    let mut many = Cooperation::of_many(7);
    many.rules.agreement.rounding.residual = Residual::None;
    let statement = many.statement();
    assert!(!statement.reconciliation.rounding_difference.is_zero(), "the case must have a difference");
    let text = german(&many);
    assert!(text.contains("Saldo = Anteil + Rundung - verauslagt"));
    assert!(text.contains("Kaufmännisch"));
    let difference = crate::words::format::amount(statement.reconciliation.rounding_difference, Language::De);
    let row = text.lines().find(|line| line.contains("Zuzüglich Rundungsdifferenz")).unwrap();
    assert!(row.ends_with(&difference), "{row}");
}

#[test]
fn without_terms_it_says_how_savings_are_asked_for() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.savings = None;
    assert!(german(&two).contains("[savings]"));
}

#[test]
fn the_deviation_is_said_with_sign_and_percent() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.services.truncate(1);
    two.booked.years.get_mut(&Year::new(2014).unwrap()).unwrap().shared.pop_last();
    let terms = two.rules.agreement.savings.as_mut().unwrap();
    terms.baseline = money("10000.00");
    assert!(german(&two).contains("Abweichung +19.999,97 (+200,0 %)\n"));
    let terms = two.rules.agreement.savings.as_mut().unwrap();
    terms.reading = Reading::Each;
    let text = german(&two);
    assert!(text.contains("10.000,00 im Jahr für jeden der 2 Partner"));
    assert!(text.contains("Abweichung +9.999,97 (+50,0 %)\n"));
    assert!(text.contains("gefordert sind 15 %: erreicht."));
}

#[test]
fn why_the_cost_of_services_not_assessed_is_deducted_is_said_where_there_are_such() {
    let mut two = Cooperation::of_two();
    let why = "Die Kosten der nicht bewerteten Leistungen werden abgezogen";
    assert!(german(&two).contains(why));
    two.rules.agreement.services.truncate(1);
    two.booked.years.get_mut(&Year::new(2014).unwrap()).unwrap().shared.pop_last();
    assert!(!german(&two).contains(why));
}

#[test]
fn dearer_together_is_said_in_words() {
    let mut two = Cooperation::of_two();
    for row in &mut two.rules.tables.standalone {
        row.amount = money("10000.00");
    }
    let text = german(&two).replace('\n', " ");
    assert!(
        text.contains("Teurer als ohne Kooperation: Wohngeld: Berechnung und Auszahlung (um 32.000,03).")
    );
    assert!(text.contains("Im Jahr 2014 waren die bewerteten Leistungen gemeinsam um 32.000,03 teurer"));
}
