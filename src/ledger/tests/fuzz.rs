//! Any bytes as a ledger.

use proptest::prelude::*;

use super::*;

/// Text that looks like a ledger, well or badly written.
fn ledger() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop::sample::select(vec![
        "31.12.2014",
        "2014-12-31",
        "03/04/2014",
        "1.234",
        "1.234,56",
        "5.5",
        "€ 7",
        "x",
        "",
        "\"",
        "\"\"",
        "\"a;b\"",
        "\"a\nb\"",
        "ü",
        "\u{FFFD}",
        "Summe",
        "a",
        "b",
        "45000",
        "1e5",
        "3112",
        "S",
    ]);
    let end = prop::sample::select(vec!["\n", "\r\n", "\r", ""]);
    let row = (prop::collection::vec(cell, 0..5), end).prop_map(|(cells, end)| cells.join(";") + end);
    let head = prop::sample::select(vec![
        "datum;betrag;text\n",
        "Titel\ndate;amount;text\r",
        "",
        "\u{FEFF}datum;soll;haben;payer\n",
        BATCH,
    ]);
    let latin = any::<bool>();
    (head, prop::collection::vec(row, 0..12), latin).prop_map(|(head, rows, latin)| {
        let text = head.to_owned() + &rows.concat();
        if latin { encoding_rs::WINDOWS_1252.encode(&text).0.into_owned() } else { text.into_bytes() }
    })
}

/// A ledger as they mostly are, with something odd in a few places.
fn mostly_plain() -> impl Strategy<Value = Vec<u8>> {
    let cells = |plain: [&'static str; 4], odd: [&'static str; 5]| prop_oneof![12 => prop::sample::select(plain.to_vec()), 1 => prop::sample::select(odd.to_vec())];
    let date = cells(
        ["31.12.2014", "01.02.2014", "\"15.07.2013\"", "9.9.2014"],
        ["2014-12-31", "", " 31.12.2014", "31.02.2014", "\"31.12.2014\" "],
    );
    let amount =
        cells(["1.234,56", "-7,00", "12", "\"1234,5\""], ["0,00", "5.5", "€ 3,00", "1.2345,00", "12,00-"]);
    let account =
        cells(["4711", "0815", "\"47;11\"", ""], ["47\"11", "ü", "\u{FFFD}", "\"a\"\"b\"", "\"a\"b\""]);
    let payer = cells(["a", "b", "a", "Stadt Bach"], ["", "c", "\"a\"", "a ", "\u{a0}"]);
    let text = cells(["x", "Müller", "\"a\nb\"", ""], ["Summe", "\0", "\"", "\r", "\u{FFFD}"]);
    let end = cells(["", "", "", ""], [";", ";;", ";x", "\n", "\n\n"]);
    let row =
        (date, account, payer, amount, text, end).prop_map(|(date, account, payer, amount, text, end)| {
            format!("{date};{account};{payer};{amount};{text}{end}")
        });
    let ends = prop::sample::select(vec!["\n", "\n", "\r\n", "\r"]);
    (prop::collection::vec(row, 0..40), ends, any::<bool>()).prop_map(|(rows, end, latin)| {
        let text = ["datum;konto;zahler;betrag;text".to_owned()].into_iter().chain(rows);
        let text = text.map(|row| row + end).collect::<String>();
        if latin { encoding_rs::WINDOWS_1252.encode(&text).0.into_owned() } else { text.into_bytes() }
    })
}

/// The beginning of a batch of DATEV whose rows are as short as those of the other files.
const BATCH: &str = "EXTF;700;21;;13;;;;;;1;1;20140101;4;;\nBelegdatum;Umsatz;S/H;Konto;Gegenkonto\n";

fn sources() -> impl Strategy<Value = Source> {
    let dialect = Dialect { encoding: Some(encoding_rs::WINDOWS_1252), ..Dialect::default() };
    let skip = vec![skip(RuleField::Text, "Summe*")];
    prop::sample::select(vec![
        plain(),
        paid_by_a(),
        Source { dialect, skip, ..paid_by_a() },
        Source { header: Header::Line(2), ..paid_by_a() },
        super::datev::datev(),
        Source {
            header: Header::Absent,
            columns: [(Field::Date, column("1")), (Field::Amount, column("2"))].into(),
            ..paid_by_a()
        },
    ])
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), source in sources()) {
        let outcome = read(source, &bytes);
        prop_assert_eq!(outcome.input.bytes, u64::try_from(bytes.len()).unwrap());
    }

    #[test]
    fn blocks_do_not_change_what_is_read(bytes in ledger(), source in sources(), block in 1_usize..40) {
        let whole = read(source.clone(), &bytes);
        prop_assert_eq!(read_in_blocks(source, &bytes, block, false), whole);
    }

    #[test]
    fn the_quick_path_reads_what_the_slow_one_does(
        bytes in prop_oneof![1 => ledger(), 9 => mostly_plain()],
        source in sources(),
        block in prop_oneof![Just(block::BLOCK), 1_usize..400],
    ) {
        let slow = read(source.clone(), &bytes);
        let quick = read_in_blocks(source, &bytes, block, true);
        prop_assert_eq!(quick.lines, slow.lines);
        prop_assert_eq!(quick.input, slow.input);
        prop_assert_eq!(quick.findings, slow.findings);
    }

    #[test]
    fn places_lie_in_the_file(bytes in ledger(), source in sources()) {
        for (code, offset, also) in read(source, &bytes).findings {
            let end = u64::try_from(bytes.len()).unwrap();
            prop_assert!(offset <= end && also.is_none_or(|also| also <= end), "{} {}", code, offset);
        }
    }
}
