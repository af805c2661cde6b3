//! Whatever bytes there are, they are read or refused.

use proptest::prelude::*;

use super::*;

/// Real workbooks, as small as they come.
fn real() -> Vec<Vec<u8>> {
    let xlsx = workbook(|sheet| {
        sheet.write_string(0, 0, "Datum").unwrap();
        sheet.write_string(0, 1, "Betrag").unwrap();
        sheet.write_number(1, 1, 12.5).unwrap();
        sheet.write_formula(2, 1, Formula::new("=B2*2").set_result("25")).unwrap();
    });
    let row = r#"<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#;
    vec![xlsx, open_document(&[("a", row)])]
}

/// The archive without compression, so that a changed byte changes what it holds.
fn stored(bytes: &[u8], at: usize, byte: u8) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let (mut out, mut passed) = (ZipWriter::new(Cursor::new(Vec::new())), 0);
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), Vec::new());
        std::io::Read::read_to_end(&mut part, &mut text).unwrap();
        if let Some(own) = at.checked_sub(passed).and_then(|at| text.get_mut(at)) {
            *own = byte;
        }
        passed += text.len();
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&text).unwrap();
    }
    out.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn bytes_behind_the_head_of_an_archive(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&[b"PK\x03\x04".as_slice(), &bytes].concat(), &Wish::default());
    }

    #[test]
    fn bytes_behind_the_head_of_an_old_workbook(bytes in prop::collection::vec(any::<u8>(), 0..4000)) {
        let head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        let _ = read(&[head.as_slice(), &bytes].concat(), &Wish::default());
    }

    #[test]
    fn real_workbooks_cut_off(which in 0_usize..2, part in 0_usize..1000) {
        let bytes = &real()[which];
        let length = bytes.len() * part / 1000;
        prop_assert!(read(&bytes[..length], &Wish::default()).is_err());
    }

    #[test]
    fn real_workbooks_with_a_wrong_byte(which in 0_usize..2, at in 0_usize..6000, byte in any::<u8>()) {
        let bytes = real().swap_remove(which);
        let _ = read(&stored(&bytes, at, byte), &Wish::default());
        let mut raw = bytes;
        let at = at % raw.len();
        raw[at] = byte;
        let _ = read(&raw, &Wish::default());
    }

    #[test]
    fn places_in_a_sheet_are_cells(offset in 0_u64..200) {
        let sheet = read(&real()[0], &Wish::default()).unwrap();
        let cell = sheet.cell(offset);
        prop_assert!((1..=3).contains(&cell.row) && (1..=2).contains(&cell.column));
        let _ = sheet.lost_in_row(offset).count();
    }
}
