//! Workbooks as text: what stands in which cell, and what is refused.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::finding::sheet::Bound;

mod fuzz;

/// A workbook with one sheet.
fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Tabelle1").unwrap());
    book.save_to_buffer().unwrap()
}

/// An archive of these files.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method =
            if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An .ods whose sheets have these rows.
fn open_document(sheets: &[(&str, &str)]) -> Vec<u8> {
    let tables =
        sheets.iter().map(|(name, rows)| format!(r#"<table:table table:name="{name}">{rows}</table:table>"#));
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"#,
        tables.collect::<String>()
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", r#"<manifest:manifest xmlns:manifest="m"></manifest:manifest>"#),
        ("content.xml", &content),
    ])
}

fn text(bytes: &[u8], wish: &Wish<'_>) -> String {
    let sheet = read(bytes, wish).unwrap();
    String::from_utf8(sheet.text().to_vec()).unwrap().trim_start_matches('\u{feff}').to_owned()
}

fn plain(bytes: &[u8]) -> String {
    text(bytes, &Wish::default())
}

#[test]
fn numbers_are_the_shortest_decimals_without_exponent() {
    let numbers = [1234.5, 1e15, 45000.0, -0.1, 97_460.0, 0.1 + 0.2, 1e-7, 12.34];
    let bytes = workbook(|sheet| {
        for (row, number) in (0..).zip(numbers) {
            sheet.write_number(row, 0, number).unwrap();
        }
    });
    let expected = "\"1234.5\"\n\"1000000000000000\"\n\"45000\"\n\"-0.1\"\n\"97460\"\n\"0.30000000000000004\"\n\"0.0000001\"\n\"12.34\"\n";
    assert_eq!(plain(&bytes), expected);
    let comma = text(&bytes, &Wish { decimal: Some(b','), ..Wish::default() });
    assert!(comma.starts_with("\"1234,5\"\n") && comma.contains("\"0,30000000000000004\""), "{comma}");
}

#[test]
fn days_are_written_by_the_declared_format_and_only_midnight_is_left_out() {
    let format = Format::new().set_num_format("dd.mm.yyyy hh:mm");
    let hours = Format::new().set_num_format("[h]:mm");
    let clock = Format::new().set_num_format("hh:mm");
    let bytes = workbook(|sheet| {
        sheet.write_number_with_format(0, 0, 42_004, &format).unwrap();
        sheet.write_number_with_format(0, 1, 42_004.343_75, &format).unwrap();
        sheet.write_number_with_format(0, 2, 1.5, &hours).unwrap();
        sheet.write_number_with_format(0, 3, 0.25, &clock).unwrap();
        sheet.write_number_with_format(0, 4, -3, &format).unwrap();
        sheet.write_number_with_format(0, 5, 60, &format).unwrap();
    });
    let rest = "\"36:00:00\";\"06:00:00\";\"-3\";";
    assert_eq!(plain(&bytes), format!("\"2014-12-31\";\"2014-12-31 08:15:00\";{rest}\"1900-02-29\"\n"));
    let german = text(&bytes, &Wish { date_format: Some("%d.%m.%y"), ..Wish::default() });
    assert!(german.starts_with("\"31.12.14\";\"31.12.14 08:15:00\";"), "{german}");
    let timed = text(&bytes, &Wish { date_format: Some("%d.%m.%Y %H:%M"), ..Wish::default() });
    assert!(timed.starts_with("\"31.12.2014 00:00\";\"31.12.2014 08:15\";"), "{timed}");
}

#[test]
fn days_of_the_1904_system_are_the_same_days() {
    let bytes = workbook(|sheet| {
        let format = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_number_with_format(0, 0, 42_004 - 1462, &format).unwrap();
    });
    let replaced = rewritten(&bytes, "xl/workbook.xml", |text| {
        text.replacen("<workbookPr", "<workbookPr date1904=\"1\"", 1)
    });
    assert_eq!(plain(&replaced), "\"2014-12-31\"\n");
}

/// The archive with one of its files changed.
fn rewritten(bytes: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let (own, mut text) = (part.name().unwrap().into_owned(), String::new());
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        parts.push((own.clone(), if own == name { change(text) } else { text }));
    }
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    archive(&parts)
}

#[test]
fn texts_stay_as_they_are_and_a_row_stays_a_line() {
    let bytes = workbook(|sheet| {
        sheet.write_string(0, 0, "0110").unwrap();
        sheet.write_string(0, 1, "1.234,56 \"x\"; y").unwrap();
        sheet.write_string(0, 2, "zwei\nZeilen").unwrap();
        sheet.write_boolean(1, 1, true).unwrap();
        sheet.write_string(1, 2, " ").unwrap();
    });
    assert_eq!(plain(&bytes), "\"0110\";\"1.234,56 \"\"x\"\"; y\";\"zwei Zeilen\"\n;\"TRUE\";\n");
}

#[test]
fn empty_rows_and_columns_keep_their_places() {
    let bytes = workbook(|sheet| {
        sheet.write_string(4, 2, "a;\"b").unwrap();
        sheet.write_string(6, 28, "ü").unwrap();
        sheet.merge_range(7, 2, 7, 4, "drei", &Format::new()).unwrap();
    });
    let sheet = read(&bytes, &Wish::default()).unwrap();
    assert_eq!((sheet.rows(), sheet.name()), (8, "Tabelle1"));
    let lines: Vec<&str> = std::str::from_utf8(sheet.text()).unwrap().lines().collect();
    assert_eq!(lines[4], format!(";;\"a;\"\"b\"{}", ";".repeat(26)));
    assert_eq!((lines[5], lines[7].len()), ("", 28 + 6));
    let cell_at = |text: &str| {
        let offset = memchr::memmem::find(sheet.text(), text.as_bytes()).unwrap();
        let cell = sheet.cell(u64::try_from(offset).unwrap());
        (sheet.name_of(&cell), cell.row, cell.column)
    };
    assert_eq!(cell_at("a;"), ("Tabelle1!C5".to_owned(), 5, 3));
    assert_eq!(cell_at("ü"), ("Tabelle1!AC7".to_owned(), 7, 29));
    assert_eq!(cell_at("drei"), ("Tabelle1!C8".to_owned(), 8, 3));
    assert_eq!(sheet.name_of(&sheet.cell(0)), "Tabelle1!A1");
    assert_eq!(sheet.cell(u64::MAX).row, 8);
}

#[test]
fn formulas_give_their_saved_results_or_say_that_there_is_none() {
    let bytes = workbook(|sheet| {
        sheet.write_formula(0, 0, Formula::new("=1+1.5").set_result("2.5")).unwrap();
        sheet.write_formula(0, 1, Formula::new("=A1&\"x\"").set_result("2.5x")).unwrap();
        sheet.write_formula(0, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    });
    let sheet = read(&bytes, &Wish::default()).unwrap();
    assert_eq!(plain(&bytes), "\"2.5\";\"2.5x\";\"#DIV/0!\"\n");
    let lost: Vec<_> = sheet.lost_in_row(3).map(|(_, why, text)| (why, text)).collect();
    assert_eq!(lost, [(Lost::Error, "#DIV/0!")]);
    let unsaved =
        rewritten(&bytes, "xl/worksheets/sheet1.xml", |text| text.replacen("<v>2.5</v>", "<v></v>", 1));
    assert!(plain(&unsaved).starts_with("\"=1+1.5\";"), "{}", plain(&unsaved));
    let sheet = read(&unsaved, &Wish::default()).unwrap();
    assert_eq!(sheet.lost_in_row(3).next().map(|(_, why, _)| why), Some(Lost::Unsaved));
}

#[test]
fn an_open_document_is_read_like_the_others() {
    let rows = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>Köln</text:p><text:p>Süd</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2014-12-31"/><table:table-cell office:value-type="date" office:date-value="2014-12-31T08:15:00"/>
        <table:table-cell office:value-type="currency" office:value="12.5" table:number-columns-repeated="2"/>
        <table:table-cell table:formula="of:=SUM([.A1])"/><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>"#;
    let bytes = open_document(&[("leer", ""), ("Blatt 1", &rows.replace("\n        ", ""))]);
    assert_eq!(kind(&bytes), Some("ods"));
    let expected = "\n\n;\"Köln Süd\";\"2014-12-31\";\"2014-12-31 08:15:00\";\"12.5\";\"12.5\";\"=SUM([.A1])\";\"#DIV/0!\"\n";
    assert_eq!(plain(&bytes), expected);
    let sheet = read(&bytes, &Wish::default()).unwrap();
    let lost: Vec<_> = sheet.lost_in_row(6).map(|(_, why, _)| why).collect();
    assert_eq!(lost, [Lost::Unsaved, Lost::Error]);
    assert_eq!(sheet.name_of(&sheet.cell(6)), "'Blatt 1'!B3");
}

#[test]
fn the_sheet_is_the_only_one_that_is_not_empty_or_the_one_that_is_named() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("leer").unwrap();
    book.add_worksheet().set_name("2014").unwrap().write_number(0, 0, 1).unwrap();
    let one = book.save_to_buffer().unwrap();
    assert_eq!(read(&one, &Wish::default()).unwrap().name(), "2014");
    book.add_worksheet().set_name("2015").unwrap().write_number(0, 0, 2).unwrap();
    let two = book.save_to_buffer().unwrap();
    let sheets = vec!["2014".to_owned(), "2015".to_owned()];
    assert_eq!(read(&two, &Wish::default()), Err(SheetFault::Several { file: String::new(), sheets }));
    let named = |sheet| read(&two, &Wish { sheet: Some(sheet), ..Wish::default() });
    assert_eq!(named("2015").unwrap().text(), "\u{feff}\"2\"\n".as_bytes());
    assert!(matches!(named("2016"), Err(SheetFault::NoSuchSheet { .. })));
    assert_eq!(named("leer"), Err(SheetFault::Empty));
}

#[test]
fn what_is_no_workbook_says_what_it_is() {
    let refused = |bytes: &[u8]| read(bytes, &Wish::default()).unwrap_err();
    assert_eq!(refused(b""), SheetFault::NoWorkbook { html: false });
    assert_eq!(refused(b"date;amount\n"), SheetFault::NoWorkbook { html: false });
    assert_eq!(refused(b"\xEF\xBB\xBF <html><table>"), SheetFault::NoWorkbook { html: true });
    assert!(matches!(refused(b"PK\x03\x04"), SheetFault::Broken { .. }));
    assert!(matches!(refused(&archive(&[("word/document.xml", "<w/>")])), SheetFault::Broken { .. }));
    let locked = r"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let password = rewritten(&open_document(&[("a", "")]), "META-INF/manifest.xml", |_| locked.to_owned());
    assert_eq!(refused(&password), SheetFault::Password);
    assert_eq!(refused(&workbook(|_| ())), SheetFault::Empty);
}

#[test]
fn what_would_fill_the_memory_is_refused_before_it_does() {
    let refused = |bytes: &[u8]| read(bytes, &Wish::default()).unwrap_err();
    let cell = r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>"#;
    let row = format!(r#"<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>"#);
    assert_eq!(refused(&open_document(&[("a", &row)])), SheetFault::TooLarge(Bound::Cells(10)));
    let rows = format!("<table:table-row>{cell}</table:table-row>").repeat(2000);
    assert_eq!(refused(&open_document(&[("a", &rows)])), SheetFault::TooLarge(Bound::Cells(10)));
    let blanks = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row>"#;
    assert!(matches!(refused(&open_document(&[("a", blanks)])), SheetFault::TooLarge(Bound::Text)));
    let far = workbook(|sheet| {
        for row in 0..40_000 {
            sheet.write_number(row, 0, 1).unwrap();
        }
        sheet.write_number(0, 16_383, 1).unwrap();
    });
    assert_eq!(refused(&far), SheetFault::TooLarge(Bound::Text));
    let text = workbook(|sheet| {
        sheet.write_string(0, 0, "a").unwrap();
    });
    let lying = rewritten(&text, "xl/sharedStrings.xml", |text| {
        text.replace("uniqueCount=\"1\"", "uniqueCount=\"99999999999\"")
    });
    assert!(matches!(refused(&lying), SheetFault::Broken { .. }));
}
