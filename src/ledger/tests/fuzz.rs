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
    ]);
    let end = prop::sample::select(vec!["\n", "\r\n", "\r", ""]);
    let row = (prop::collection::vec(cell, 0..5), end).prop_map(|(cells, end)| cells.join(";") + end);
    let head = prop::sample::select(vec![
        "datum;betrag;text\n",
        "Titel\ndate;amount;text\r",
        "",
        "\u{FEFF}datum;soll;haben;payer\n",
    ]);
    let latin = any::<bool>();
    (head, prop::collection::vec(row, 0..12), latin).prop_map(|(head, rows, latin)| {
        let text = head.to_owned() + &rows.concat();
        if latin { encoding_rs::WINDOWS_1252.encode(&text).0.into_owned() } else { text.into_bytes() }
    })
}

fn sources() -> impl Strategy<Value = Source> {
    let dialect = Dialect { encoding: Some(encoding_rs::WINDOWS_1252), ..Dialect::default() };
    let skip = vec![skip(RuleField::Text, "Summe*")];
    prop::sample::select(vec![
        plain(),
        paid_by_a(),
        Source { dialect, skip, ..paid_by_a() },
        Source { header: Header::Line(2), ..paid_by_a() },
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
        prop_assert_eq!(read_in_blocks(source, &bytes, block), whole);
    }

    #[test]
    fn places_lie_in_the_file(bytes in ledger(), source in sources()) {
        for (code, offset, also) in read(source, &bytes).findings {
            let end = u64::try_from(bytes.len()).unwrap();
            prop_assert!(offset <= end && also.is_none_or(|also| also <= end), "{} {}", code, offset);
        }
    }
}
