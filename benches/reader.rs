//! How fast the parts are that every statement goes through: the reader, the rounding to cents, the settlement.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a benchmark stops where something is not as it should be; its macros make what has no docs"
)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use umlage::finding::Findings;
use umlage::folder::Folder;
use umlage::ledger::{Entry, Input, each};
use umlage::money::Money;
use umlage::rules::Rules;

#[path = "reader/cents.rs"]
mod cents;
#[path = "../tests/generated.rs"]
mod generated;

const ROWS: u64 = 200_000;

/// Reads the folder's only ledger; rows like one before come as such where `remember` says so.
fn read(folder: &Folder, rules: &Rules, remember: bool) -> Input {
    let mut finding = |finding| panic!("{finding:?}");
    let mut total = Money::ZERO;
    let input = each(folder, &rules.agreement, rules.ledgers[0], &mut finding, &mut |entry| {
        let (amount, kin) = match entry {
            Entry::Posting(posting, kin) => (black_box(posting).amount, kin.is_some()),
            Entry::Again(again) => (black_box(again).amount, true),
        };
        total += amount;
        remember && kin
    });
    let input = input.unwrap();
    assert_eq!(input.total, total);
    input
}

fn reader(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("reader");
    for (name, style) in generated::STYLES {
        let ledger = generated::ledger(style, ROWS);
        let dir = generated::folder(style, &ledger.text);
        let mut folder = Folder::open(dir.path()).unwrap();
        let rules = Rules::read(&mut folder, &mut Findings::all()).unwrap().unwrap();
        let input = read(&folder, &rules, true);
        assert_eq!((input.postings, input.total), (ROWS, Money::cents(ledger.cents.into())));
        group.throughput(Throughput::Bytes(input.bytes));
        for (way, remember) in [("by rows", true), ("cell by cell", false)] {
            group.bench_function(format!("{name}, {way}"), |bench| {
                bench.iter(|| read(&folder, &rules, remember));
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3));
    targets = reader, cents::largest_remainder, cents::settlement
}
criterion_main!(benches);
