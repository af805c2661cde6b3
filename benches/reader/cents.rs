//! The rounding to cents, and the settlement of partners who each paid for a service that all of them share.

use std::fmt::Write;
use std::fs;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion};
use tempfile::TempDir;
use umlage::allocate::{allocate, check};
use umlage::apportion;
use umlage::claims::claims;
use umlage::cost;
use umlage::finding::Findings;
use umlage::folder::Folder;
use umlage::fraction::{shares, whole};
use umlage::money::Money;
use umlage::period::Year;
use umlage::rules::Rules;
use umlage::settle::settle;

/// A total in shares by population.
pub(crate) fn largest_remainder(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("largest remainder");
    for count in [2_u32, 10, 50] {
        let people: Vec<_> = (0..count).map(|partner| whole(4_003 + partner * 1_237)).collect();
        let shares = shares(&people).unwrap();
        group.bench_with_input(BenchmarkId::from_parameter(count), &shares, |bench, shares| {
            bench.iter(|| {
                apportion::largest_remainder(black_box(Money::cents(123_456_789)), shares, Money::CENT)
            });
        });
    }
}

/// A year's settlement, by pairs and by the fewest payments. Those of up to twelve partners are proven.
pub(crate) fn settlement(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("settlement");
    let year = Year::new(2014).unwrap();
    for transfers in ["pairs", "fewest"] {
        for partners in [2_u32, 12, 50] {
            let dir = cooperation(partners, transfers);
            let mut folder = Folder::open(dir.path()).unwrap();
            let mut findings = Findings::all();
            let rules = Rules::read(&mut folder, &mut findings).unwrap().unwrap();
            let booked = cost::book(&folder, &rules, &mut findings).unwrap();
            assert!(!findings.stop(year), "{findings:?}");
            let allocation = allocate(check(&rules, &booked.years[&year], year).unwrap());
            let claims = claims(&rules, &allocation);
            group.bench_function(BenchmarkId::new(transfers, partners), |bench| {
                bench.iter(|| settle(&rules, black_box(&allocation), &claims));
            });
        }
    }
}

/// Each partner operates a service that all of them share, and paid for it.
fn cooperation(partners: u32, transfers: &str) -> TempDir {
    let mut toml = format!("[agreement]\nname = \"Settled\"\ntransfers = \"{transfers}\"\n");
    let (mut weights, mut services) = (String::new(), String::new());
    let mut ledger = "date;service;payer;amount\n".to_owned();
    for partner in 0..partners {
        writeln!(toml, "[partners.p{partner}]\nname = \"Partner {partner}\"").unwrap();
        writeln!(weights, "p{partner} = {}", 4_003 + partner * 1_237).unwrap();
        let service =
            format!("[services.s{partner}]\nname = \"Service {partner}\"\noperator = \"p{partner}\"");
        writeln!(services, "{service}\nsince = 2013-01-01\nkey = \"people\"").unwrap();
        let cents = 100_000 + u64::from(partner) * 7_919_317 % 900_000;
        writeln!(ledger, "2014-06-30;s{partner};p{partner};{},{:02}", cents / 100, cents % 100).unwrap();
    }
    write!(toml, "[keys.people.weights]\n{weights}{services}[[ledger]]\nfiles = \"ledger.csv\"\n").unwrap();
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("umlage.toml"), toml).unwrap();
    fs::write(dir.path().join("ledger.csv"), ledger).unwrap();
    dir
}
