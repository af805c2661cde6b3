use super::*;

fn mapped(columns: &[(Field, &str)]) -> Source {
    let columns = columns.iter().map(|(field, name)| (*field, column(name))).collect();
    Source { columns, ..paid_by_a() }
}

#[test]
fn titles_above_the_header_are_counted() {
    let outcome = read(paid_by_a(), "Journal 2014\n\n;;\nBuchungsdatum;Betrag\n31.12.2014;1,50\n");
    assert_eq!((outcome.input.above, outcome.input.blank, outcome.input.postings), (1, 2, 1));
}

#[test]
fn names_are_known_in_both_languages_and_any_spelling() {
    for names in [
        "date,amount",
        "Posting-Date\tAMOUNT",
        "BUCHUNGSDATUM|Betrag",
        " \"datum\" ; betrag;",
        "belegdatum;soll;haben",
    ] {
        let found = read(paid_by_a(), format!("{names}\n"));
        assert_eq!(found.codes(), ["U227"], "{names}");
    }
}

#[test]
fn what_is_no_header_shows_the_lines_that_were_seen() {
    assert_eq!(read(paid_by_a(), "x;y\n1;2\n").codes(), ["U221"]);
    assert_eq!(read(paid_by_a(), "").codes(), ["U221"]);
    assert_eq!(read(paid_by_a(), "datum;kosten\n31.12.2014;1,50\n").codes(), ["U223"]);
    assert_eq!(read(plain(), "datum;betrag\n31.12.2014;1,50\n").codes(), ["U223"]);
    assert_eq!(read(paid_by_a(), "datum;soll\n31.12.2014;1,50\n").codes(), ["U223"]);
}

#[test]
fn columns_are_mapped_by_name_and_by_number() {
    let text = "Tag;Wert in EUR;Betrag\n31.12.2014;1,50;9,99\n";
    let by_name = mapped(&[(Field::Date, "tag"), (Field::Amount, "WERT_in-eur")]);
    assert_eq!(read(by_name, text).postings, ["2014-12-31 1.50 a "]);
    let by_number = mapped(&[(Field::Date, "1"), (Field::Amount, "2")]);
    assert_eq!(read(by_number.clone(), text).codes(), ["U221"], "is the first line a header?");
    let first = Source { header: Header::Line(1), ..by_number.clone() };
    assert_eq!(read(first, text).postings, ["2014-12-31 1.50 a "]);
    let absent = Source { header: Header::Absent, ..by_number };
    assert_eq!(
        read(absent.clone(), "31.12.2014;1,50\n").codes(),
        ["U220"],
        "`;` and `,` both give two cells"
    );
    let mut dialect = Source { dialect: Dialect { delimiter: Some(b';'), ..Dialect::default() }, ..absent };
    assert_eq!(read(dialect.clone(), "31.12.2014;1,50\n").postings, ["2014-12-31 1.50 a "]);
    dialect.columns.insert(Field::Text, column("7"));
    assert_eq!(read(dialect, "31.12.2014;1,50\n").codes(), ["U222"]);
    let missing = mapped(&[(Field::Date, "tag"), (Field::Amount, "preis")]);
    assert_eq!(read(missing, text).codes(), ["U222"]);
}

#[test]
fn postings_above_the_header_do_not_vanish() {
    let page = "Tag;Preis;Text\n31.12.2014;1,50;x\nSumme\n30.12.14;2;y\nDatum;Betrag;Text\n29.12.2014;3;z\n";
    let outcome = read(paid_by_a(), page);
    assert_eq!(outcome.findings, [("U226".to_owned(), 15, None), ("U226".to_owned(), 39, None)]);
    let declared = Source { header: Header::Line(5), ..paid_by_a() };
    assert_eq!(read(declared, page).codes(), ["U226", "U226"], "who names a line may have counted wrong");
    let source = Source { skip: vec![skip(RuleField::Text, "x"), skip(RuleField::Text, "y")], ..paid_by_a() };
    assert_eq!(read(source, page).codes(), [""; 0]);
    let titles = "Stand;31.12.2014\n31.12.2014;Journal;x\nSeite;1,50\nDatum;Betrag;Text\n29.12.2014;3;z\n";
    assert_eq!(read(paid_by_a(), titles).codes(), [""; 0]);
}

#[test]
fn a_posting_is_no_header_whoever_says_so() {
    let dialect = Dialect { delimiter: Some(b';'), ..Dialect::default() };
    let by_number = Source { dialect, ..mapped(&[(Field::Date, "1"), (Field::Amount, "2")]) };
    let text = "Tag;Wert in EUR\n31.12.2014;1,50\n30.12.2014;2,50\n";
    let line = |number| Source { header: Header::Line(number), ..by_number.clone() };
    assert_eq!(read(line(1), text).codes(), [""; 0]);
    assert_eq!(read(line(2), text).findings, [("U219".to_owned(), 16, None)]);
    assert_eq!(read(line(3), text).codes(), ["U219", "U226", "U227"]);
}

#[test]
fn without_a_header_columns_beyond_the_last_field_may_be_filled() {
    let by_number = mapped(&[(Field::Date, "1"), (Field::Amount, "2")]);
    let dialect = Dialect { delimiter: Some(b';'), ..Dialect::default() };
    let absent = Source { header: Header::Absent, dialect, ..by_number };
    let outcome = read(absent, "31.12.2014;1,50;x;Notiz\n31.12.2014;2,50\n31.12.2014\n");
    assert_eq!(outcome.postings, ["2014-12-31 1.50 a ", "2014-12-31 2.50 a "]);
    assert_eq!(outcome.codes(), ["U304"], "fewer cells than the fields need are too few");
}

#[test]
fn two_columns_of_one_field_are_refused_where_it_matters() {
    let text = "datum;buchungsdatum;betrag\n31.12.2014;30.12.2014;1,50\n";
    assert_eq!(read(paid_by_a(), text).findings, [("U224".to_owned(), 6, Some(0))]);
    let chosen = mapped(&[(Field::Date, "buchungsdatum")]);
    assert_eq!(read(chosen, text).postings, ["2014-12-30 1.50 a "]);
    let text = "datum;betrag;text;verwendungszweck\n31.12.2014;1,50;x;y\n";
    assert_eq!(read(paid_by_a(), text).postings, ["2014-12-31 1.50 a x"], "no rule looks at the text");
    let looking = Source { skip: vec![skip(RuleField::Text, "Summe")], ..paid_by_a() };
    assert_eq!(read(looking, text).codes(), ["U224"]);
}

#[test]
fn an_amount_beside_debit_and_credit_is_refused() {
    let text = "datum;betrag;soll;haben\n31.12.2014;1,50;2,50;\n";
    assert_eq!(read(paid_by_a(), text).codes(), ["U225"]);
    assert_eq!(read(mapped(&[(Field::Amount, "betrag")]), text).postings, ["2014-12-31 1.50 a "]);
    let two = mapped(&[(Field::Debit, "soll"), (Field::Credit, "haben")]);
    assert_eq!(read(two, text).postings, ["2014-12-31 2.50 a "]);
}

#[test]
fn spreadsheets_are_named_whatever_they_are_called() {
    assert_eq!(read(paid_by_a(), b"PK\x03\x04rest").codes(), ["U204"]);
}
