use super::*;

const HEAD: &str = "datum;betrag;text\n";

fn of(rows: &str) -> Outcome {
    read(paid_by_a(), format!("{HEAD}{rows}"))
}

/// The finding's text from its place on.
fn marked(outcome: &Outcome, text: &str) -> String {
    let (_, offset, _) = outcome.findings[0];
    text[usize::try_from(offset).unwrap()..].to_owned()
}

#[test]
fn rows_become_postings() {
    let outcome = of("31.12.2014;1.234,56;eins\n1.1.2014; -7 ;zwei\n");
    assert_eq!(outcome.postings, ["2014-12-31 1234.56 a eins", "2014-01-01 -7.00 a zwei"]);
    assert_eq!(outcome.findings, []);
    assert_eq!((outcome.input.postings, outcome.input.total), (2, Money::cents(122_756)));
}

#[test]
fn all_line_ends_are_line_ends() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "datum;betrag;text\n31.12.2014;1,5;\"a\nb\"\n\n;;\n31.12.2014;2,5;x".replace('\n', end);
        let outcome = read(paid_by_a(), &text);
        let inner = end.to_owned();
        assert_eq!(
            outcome.postings,
            [format!("2014-12-31 1.50 a a{inner}b"), "2014-12-31 2.50 a x".to_owned()]
        );
        assert_eq!((outcome.findings.len(), outcome.input.blank), (0, 2), "{end:?}");
    }
}

#[test]
fn quotes_hold_delimiters_and_doubled_quotes() {
    let outcome = of("31.12.2014; \"1,5\" ;\" Lizenz \"\"Pro\"\"; neu \"\n");
    assert_eq!(outcome.postings, ["2014-12-31 1.50 a Lizenz \"Pro\"; neu"]);
}

#[test]
fn wrong_quotes_are_told_where_they_are() {
    for (row, code, at) in [
        ("31.12.2014;1,50;a\"b;\n", "U301", "\"b"),
        ("31.12.2014;1,50;\"a\"b;\n", "U302", "b;"),
        ("31.12.2014;1,50;\"a\n", "U303", "\"a"),
    ] {
        let text = format!("{HEAD}{row}31.12.2014;2,50;gut\n");
        let outcome = read(paid_by_a(), &text);
        assert_eq!(outcome.codes(), [code], "{row}");
        assert!(marked(&outcome, &text).starts_with(at), "{row}");
        assert_eq!(outcome.postings, ["2014-12-31 2.50 a gut"], "{row}");
    }
}

#[test]
fn rows_of_another_width_are_refused() {
    let outcome = of("31.12.2014;1,50\n31.12.2014;1,50;x;y\n31.12.2014;1,50;x;;\n");
    assert_eq!(outcome.codes(), ["U304", "U304"]);
    assert_eq!(outcome.input.postings, 1);
}

#[test]
fn a_row_tells_all_its_faults() {
    let outcome =
        read(plain(), "date;amount;payer;period_from;period_to\n2014-02-30;1e3;c;2014-05-01;2014-04-01\n");
    assert_eq!(outcome.codes(), ["U324", "U344", "U313", "U340"]);
    let outcome = read(plain(), "date;amount;payer;period_from;period_to\n;;;2014-05-01;\n");
    assert_eq!(outcome.codes(), ["U342", "U343", "U342", "U342"]);
}

#[test]
fn the_first_proof_decides_for_the_whole_file() {
    let outcome = of("31.12.2014;1.234;eins\n31.12.2014;5,5;zwei\n");
    assert_eq!(outcome.postings, ["2014-12-31 1234.00 a eins", "2014-12-31 5.50 a zwei"]);
    let outcome = of("31.12.2014;1.234;eins\n");
    assert_eq!(outcome.codes(), ["U311"]);
    let outcome = of("31.12.2014;5,5\n31.12.2014;5.5;zwei\n");
    assert_eq!(outcome.codes(), ["U304"], "a row that lost cells proves nothing");
    let outcome = of("31.12.2014;5,5;zwei\n31.12.2014;5.5;drei\n2014-12-31;1;vier\n");
    assert_eq!(
        outcome.findings,
        [("U312".to_owned(), 49, Some(29)), ("U322".to_owned(), 58, Some(18))],
        "both name the cell that proved the style"
    );
}

#[test]
fn slashes_are_read_as_soon_as_a_day_above_twelve_decides() {
    let rows = |rows: &str| read(paid_by_a(), format!("date,amount\n{rows}"));
    let outcome = rows("03/04/2014,1.00\n13/04/2014,2.00\n");
    assert_eq!(outcome.postings, ["2014-04-03 1.00 a ", "2014-04-13 2.00 a "]);
    let outcome = rows("03/04/2014,1.00\n04/13/2014,2.00\n");
    assert_eq!(outcome.postings[0], "2014-03-04 1.00 a ");
    assert_eq!(rows("03/04/2014,1.00\n").codes(), ["U321"]);
    assert_eq!(rows("13/04/2014,1.00\n04/13/2014,1.00\n").codes(), ["U322"]);
}

#[test]
fn skipped_rows_are_counted_and_prove_nothing() {
    let source = Source { skip: vec![skip(RuleField::Text, "summe*")], ..paid_by_a() };
    let text = format!("{HEAD};1.0;Summe Seite 1\n31.12.2014;1,50;x\n;x;SUMME\n");
    let outcome = read(source, text);
    assert_eq!(outcome.postings, ["2014-12-31 1.50 a x"]);
    assert_eq!(outcome.codes(), [""; 0]);
    assert_eq!((outcome.input.skipped, outcome.input.skipped_total), (2, Money::ZERO));
    let source = Source { skip: vec![skip(RuleField::Voucher, "Summe*")], ..paid_by_a() };
    let outcome = read(source, "beleg;betrag;datum\nSumme;5,00\n1;1,50;31.12.2014\n");
    assert_eq!((outcome.input.skipped_total, outcome.codes()), (Money::cents(500), vec![]));
}

#[test]
fn a_file_without_a_posting_is_told_unless_its_rows_are_faulty() {
    assert_eq!(of("").findings, [("U227".to_owned(), 0, None)]);
    assert_eq!(of(";;\n\n").codes(), ["U227"]);
    assert_eq!(of("31.12.2014;x;y\n").codes(), ["U310"]);
    let source = || Source { skip: vec![skip(RuleField::Text, "x")], ..paid_by_a() };
    assert_eq!(read(source(), format!("{HEAD}31.12.2014;1;x\n")).codes(), ["U227"]);
    assert_eq!(read(source(), format!("{HEAD}31.12.2014;1;y\n")).codes(), [""; 0]);
}

#[test]
fn what_nobody_reads_is_named() {
    let text = "datum;betrag;Notiz;Leer;Menge;\n31.12.2014;1;;;;\n30.12.2014;2; ;;7;\n29.12.2014;3;y;;8;\n";
    assert_eq!(read(paid_by_a(), text).input.unread, ["Notiz", "Menge"]);
    let outcome = read(paid_by_a(), "datum;;betrag;S/H;Haushaltsjahr;payer\n31.12.2014;x;1;S;2014;a\n");
    assert_eq!(outcome.input.unread, ["2"], "what has no heading goes by its number");
}

#[test]
fn each_rule_of_skip_counts_the_rows_that_it_left_out() {
    let rules = vec![skip(RuleField::Text, "S*"), skip(RuleField::Text, "Su*"), skip(RuleField::Text, "x")];
    let source = Source { skip: rules, ..paid_by_a() };
    let outcome = read(source, format!("{HEAD}31.12.2014;1;Summe\n31.12.2014;1;x\n;;S\n31.12.2014;1;a\n"));
    assert_eq!((outcome.input.by_skip, outcome.input.skipped), (vec![2, 0, 1], 3));
}

#[test]
fn sides_and_signs_turn_amounts() {
    let source = || Source { sign: Sign::ExpenseNegative, ..paid_by_a() };
    let outcome = read(source(), "date;amount\n2014-12-31;-5.00\n");
    assert_eq!(
        (outcome.postings[0].as_str(), outcome.input.total),
        ("2014-12-31 5.00 a ", Money::cents(500))
    );
    let outcome = read(
        paid_by_a(),
        "date;amount;S/H\n2014-12-31;5.00;s\n2014-12-31;1;Haben\n2014-12-31;1;\n2014-12-31;1;x\n",
    );
    assert_eq!((outcome.input.total, outcome.codes()), (Money::cents(400), vec!["U331", "U331"]));
    for side in ["D/C", "debit_credit", "Soll/Haben", "S/H"] {
        let outcome = read(paid_by_a(), format!("date;amount;{side}\n2014-12-31;5.00;C\n"));
        assert_eq!((outcome.input.total, outcome.codes()), (Money::cents(-500), vec![]), "{side}");
    }
    let rows = "2014-12-31;5.00;0.00\n2014-12-31;;1\n2014-12-31;;\n2014-12-31;1;1\n";
    let outcome = read(paid_by_a(), format!("datum;soll;haben\n{rows}"));
    assert_eq!((outcome.input.total, outcome.codes()), (Money::cents(400), vec!["U332", "U332"]));
}

#[test]
fn the_payer_is_the_source_s_or_the_row_s() {
    let rows = "date;amount;payer\n2014-12-31;1;a\n2014-12-31;2;Stadt Bach\n2014-12-31;3;\n2014-12-31;4;B\n";
    let outcome = read(plain(), rows);
    assert_eq!(outcome.postings, ["2014-12-31 1.00 a ", "2014-12-31 2.00 b "]);
    assert_eq!(outcome.codes(), ["U342", "U340"]);
    let outcome = read(paid_by_a(), rows);
    assert_eq!(outcome.postings, ["2014-12-31 1.00 a ", "2014-12-31 3.00 a "]);
    assert_eq!(outcome.codes(), ["U341", "U341"]);
}

#[test]
fn the_voucher_date_stands_in_for_a_missing_date() {
    let outcome = read(paid_by_a(), "datum;belegdatum;betrag\n;01.02.2014;1\n03.02.2014;01.02.2014;1\n;;1\n");
    assert_eq!(outcome.postings, ["2014-02-01 1.00 a ", "2014-02-03 1.00 a "]);
    assert_eq!(outcome.codes(), ["U342"]);
}

#[test]
fn constants_are_cells_of_every_row_and_told_once() {
    let with = |field, value| {
        let mut source = paid_by_a();
        source.constants.insert(field, constant(value));
        source
    };
    let rows = "betrag;belegdatum\n1,50;01.02.2014\n2,50;01.02.2014\n";
    let outcome = read(with(Field::Date, "2014-12-31"), rows);
    assert_eq!(outcome.postings, ["2014-12-31 1.50 a ", "2014-12-31 2.50 a "]);
    let beside = read(with(Field::VoucherDate, "2014-12-31"), rows);
    assert_eq!(beside.findings, [("U228".to_owned(), 7, Some(0))], "the column is there, and not read");
    assert_eq!(beside.postings[0], "2014-12-31 1.50 a ");
    let outcome = read(with(Field::Date, "gestern"), rows);
    assert_eq!((outcome.codes(), outcome.postings.len()), (vec!["U320"], 0));
}

#[test]
fn currencies_are_not_added() {
    let outcome = read(paid_by_a(), "date;amount\n2014-12-31;€ 5.00\n2014-12-31;5\n2014-12-31;$5.00\n");
    assert_eq!((outcome.codes(), outcome.input.total), (vec!["U317"], Money::cents(1000)));
}

#[test]
fn encodings_are_decided_by_the_first_foreign_bytes() {
    let latin = b"datum;betrag;text\n31.12.2014;1,50;f\xFCr\n31.12.2014;1,50;\x80\n";
    assert_eq!(read(paid_by_a(), latin).findings, [("U210".to_owned(), 35, None)]);
    let declared = || {
        let dialect = Dialect { encoding: Some(encoding_rs::WINDOWS_1252), ..Dialect::default() };
        Source { dialect, ..paid_by_a() }
    };
    let outcome = read(declared(), latin);
    assert_eq!(outcome.postings, ["2014-12-31 1.50 a für", "2014-12-31 1.50 a €"]);
    assert_eq!(outcome.findings, []);
    let utf8 = format!("{HEAD}31.12.2014;1,50;für\n");
    assert_eq!(read(declared(), &utf8).postings, ["2014-12-31 1.50 a für"]);
    let mixed = [utf8.as_bytes(), &latin[18..]].concat();
    assert_eq!(read(declared(), &mixed).findings, [("U211".to_owned(), 56, Some(35))]);
    assert_eq!(read(paid_by_a(), &mixed).findings, [("U211".to_owned(), 56, Some(35))]);
    let mixed = [latin.as_slice(), &utf8.as_bytes()[18..]].concat();
    assert_eq!(read(declared(), &mixed).codes(), ["U211"]);
}

#[test]
fn utf16_is_read_by_its_mark() {
    let text = "\u{FEFF}datum;betrag;text\r\n31.12.2014;1,50;für\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [&little, &big] {
        assert_eq!(read(paid_by_a(), bytes).postings, ["2014-12-31 1.50 a für"]);
    }
    let marked = read(paid_by_a(), format!("\u{FEFF}{HEAD}31.12.2014;x;für\n"));
    assert_eq!(marked.findings, [("U310".to_owned(), 32, None)], "the mark's three bytes count");
}

#[test]
fn lost_characters_are_told() {
    assert_eq!(of("31.12.2014;1,50;f\u{FFFD}r\n").findings, [("U305".to_owned(), 34, None)]);
    let unused = read(paid_by_a(), "datum;betrag;notiz\n31.12.2014;1,50;f\u{FFFD}r\n");
    assert_eq!((unused.codes(), unused.postings.len()), (vec![], 1));
}

#[test]
fn a_line_without_end_is_refused() {
    let long = format!("{HEAD}31.12.2014;1,50;{}\n31.12.2014;1,50;x\n", "x".repeat(17 << 20));
    let outcome = read(paid_by_a(), &long);
    assert_eq!((outcome.codes(), outcome.input.postings), (vec!["U213"], 0));
    assert_eq!(outcome.input.bytes, u64::try_from(long.len()).unwrap());
    let row = format!("31.12.2014;1,50;{}\n", "x".repeat(100_000));
    let open = format!("{HEAD}31.12.2014;1,50;\"x\n{}", row.repeat(200));
    let outcome = read(paid_by_a(), &open);
    assert_eq!((outcome.codes(), outcome.input.postings), (vec!["U303"], 200));
}

#[test]
fn other_single_and_double_byte_encodings_are_read_when_declared() {
    for (encoding, text) in [(encoding_rs::WINDOWS_1251, "Сумма"), (encoding_rs::SHIFT_JIS, "保守")] {
        let bytes = encoding.encode(&format!("{HEAD}31.12.2014;1,50;\"{text} \"\"x\"\"\"\n")).0.into_owned();
        let dialect = Dialect { encoding: Some(encoding), ..Dialect::default() };
        let outcome = read(Source { dialect, ..paid_by_a() }, &bytes);
        assert_eq!(outcome.postings, [format!("2014-12-31 1.50 a {text} \"x\"")]);
    }
}

#[test]
fn rows_like_one_before_come_as_such() {
    let text =
        "datum;konto;betrag\n31.12.2014;1;1,00\n30.12.2014;1;-2,50\n30.12.2014;2;4,00\n29.12.2014;1;8,00\n";
    let outcome = read_in_blocks(paid_by_a(), text.as_bytes(), block::BLOCK, true);
    // The first row tells which columns are filled, the second is the first of its kind, the third of another.
    assert_eq!((outcome.postings.len(), outcome.lines.len()), (3, 4));
    assert_eq!(outcome.input.total, Money::cents(1_050));
}
