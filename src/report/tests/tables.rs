//! What the table formats must not do to a user's text.

use super::*;
use crate::report::document::Block;

fn csv_records(language: Language) -> (String, Vec<Vec<String>>) {
    let two = Cooperation::of_two();
    let statement = two.statement();
    let csv = csv(&document(&statement, &located(&statement), language), language);
    let delimiter = if language == Language::De { b';' } else { b',' };
    let reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(csv.trim_start_matches('\u{feff}').as_bytes())
        .into_records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect();
    (csv, reader)
}

#[test]
fn csv_has_a_byte_order_mark_and_only_crlf() {
    for language in [Language::De, Language::En] {
        let (csv, _) = csv_records(language);
        assert!(csv.starts_with('\u{feff}'));
        assert_eq!(csv.matches('\n').count(), csv.matches("\r\n").count());
        assert!(csv.ends_with("\r\n"));
    }
}

#[test]
fn csv_amounts_are_numbers_of_the_readers_country() {
    let (_, german) = csv_records(Language::De);
    let (_, english) = csv_records(Language::En);
    let cells = |records: Vec<Vec<String>>| records.concat();
    assert!(cells(german).contains(&"-13517,95".to_owned()));
    assert!(cells(english).contains(&"-13517.95".to_owned()));
}

#[test]
fn csv_text_is_never_a_formula() {
    let (_, records) = csv_records(Language::De);
    let cells = records.concat();
    assert!(cells.contains(&"'=1+1".to_owned()));
    assert!(cells.contains(&"'=cmd".to_owned()));
    let risky = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    for cell in cells.iter().filter(risky) {
        let number = cell.replace(['-', ','], "");
        assert!(number.bytes().all(|byte| byte.is_ascii_digit()), "{cell}");
    }
}

#[test]
fn csv_repeats_what_people_read_once() {
    let (_, records) = csv_records(Language::De);
    let rows = records.iter().filter(|row| row[0] == "Wohngeld: Berechnung und Auszahlung" && row.len() == 3);
    assert_eq!(rows.map(|row| row[1].as_str()).collect::<Vec<_>>(), ["Übrige Kosten", "Personal"]);
}

#[test]
fn csv_names_service_segment_and_reason_with_every_residual_cent() {
    let mut many = Cooperation::of_many(7);
    many.rules.agreement.rounding.residual = Residual::To(PartnerId(0));
    let statement = many.statement();
    let records = csv(&document(&statement, &[], Language::De), Language::De);
    let named = |table: &&str| table.lines().next().is_some_and(|caption| caption.ends_with(";residuals"));
    let table = records.split("\r\n\r\n").find(named).unwrap();
    for record in table.lines().skip(2) {
        let cells: Vec<&str> = record.split(';').collect();
        assert_eq!(cells.len(), 7, "{record}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{record}");
    }
}

#[test]
fn markdown_cells_hold_no_markup() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.partners[1].name = "A|B *c* <b>\u{1b}[31m".to_owned();
    let statement = two.statement();
    let md = md(&document(&statement, &[], Language::De), Language::De);
    assert!(md.contains(r"A\|B \*c\* \<b\>·\[31m"));
    for table in md.split("\n\n").filter(|block| block.starts_with('|')) {
        let bars = |line: &str| line.replace(r"\|", "").matches('|').count();
        let first = bars(table.lines().next().unwrap());
        assert!(table.lines().all(|line| bars(line) == first), "{table}");
    }
}

#[test]
fn no_cell_of_a_ledger_steers_the_terminal() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.services[0].name = "Wohn\u{1b}[2Jgeld\nzwei".to_owned();
    let text = german(&two);
    assert!(!text.contains('\u{1b}'));
    assert!(text.contains("Wohn·[2Jgeld zwei"));
}

#[test]
fn no_name_in_a_heading_steers_the_terminal() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.partners[1].name = "Kreis\u{1b}[2J\u{9b}31m\nzwei".to_owned();
    let statement = two.statement();
    for language in [Language::De, Language::En] {
        let document = document(&statement, &located(&statement), language);
        for format in [text, md, csv] {
            let shown = format(&document, language);
            assert!(!shown.contains(|letter: char| letter.is_control() && !"\r\n".contains(letter)));
            assert!(!shown.contains("31m\nzwei"));
        }
    }
}

#[test]
fn csv_says_every_sentence_at_its_place() {
    for language in [Language::De, Language::En] {
        let two = Cooperation::of_two();
        let statement = two.statement();
        let document = document(&statement, &located(&statement), language);
        let csv = csv(&document, language).replace("\"\"", "\"");
        let mut rest = csv.as_str();
        for section in &document.sections {
            rest = rest.split_once(&section.heading).unwrap().1;
            for block in &section.blocks {
                let lines: Vec<&str> = match block {
                    Block::Paragraph(paragraph) => paragraph.lines().collect(),
                    Block::Table(table) => vec![&table.name],
                    Block::Bars(bars) => vec![&bars.name],
                };
                for line in lines {
                    rest = rest.split_once(line).unwrap_or_else(|| panic!("{line}")).1;
                }
            }
        }
    }
}
