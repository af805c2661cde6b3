//! The second pass over the ledgers finds what the first one booked.

use std::collections::BTreeMap;
use std::path::Path;

use umlage::cost::{BookLine, Booking, Books, Tally, book, trace};
use umlage::finding::Findings;
use umlage::folder::Folder;
use umlage::ledger::Posting;
use umlage::period::Year;
use umlage::rules::Rules;

#[test]
fn single_rows_sum_to_the_books() {
    for name in ["saarbruecken-saarpfalz", "saarland-zweckverband", "datev-buchungsstapel"] {
        let (folder, rules) = read(&Path::new("examples").join(name));
        let booked = book(&folder, &rules, &mut Findings::all()).unwrap();
        let (mut rows, mut years) = (0, BTreeMap::<Year, Books>::new());
        let mut row = |_: &Posting<'_>, bookings: &[Booking]| {
            rows += 1;
            for booking in bookings {
                let sum = Tally { rows: 1, amount: booking.amount };
                let books = years.entry(booking.year).or_default();
                match &booking.line {
                    BookLine::Shared(key) => *books.shared.entry(*key).or_default() += sum,
                    BookLine::NotShared(key) => *books.not_shared.entry(key.clone()).or_default() += sum,
                    BookLine::Nowhere => panic!("the examples have no errors"),
                }
            }
        };
        trace(&folder, &rules, &booked, &mut row).unwrap();
        assert_eq!(rows, booked.postings(), "{name}");
        for (year, books) in &booked.years {
            let found = years.remove(year).unwrap_or_default();
            assert_eq!((found.shared, found.not_shared), (books.shared.clone(), books.not_shared.clone()));
        }
        assert!(years.is_empty(), "{name}: {years:?}");
    }
}

fn read(path: &Path) -> (Folder, Rules) {
    let mut folder = Folder::open(path).unwrap();
    let rules = Rules::read(&mut folder, &mut Findings::all()).unwrap().unwrap();
    (folder, rules)
}
