//! Laws of the whole computation, tried on random cooperations through real files.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use proptest::prelude::*;
use umlage::allocate::{ServiceCost, check};
use umlage::money::Money;
use umlage::period::Year;
use umlage::settle::Balance;
use umlage::statement::state;

use crate::run::booked;

/// A random cooperation.
#[derive(Debug, Clone)]
struct Case {
    partners: usize,
    weights: Vec<Vec<u32>>,
    residual: usize,
    unit: &'static str,
    fewest: bool,
    joined: Option<u32>,
    /// Ceiling, percent and base amount of a waterfall; none: shares.
    steps: Option<(u32, u32, u32)>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone)]
struct Row {
    service: usize,
    payer: usize,
    cents: i64,
    day: u32,
}

/// What comes out, as far as the laws speak of it.
#[derive(Debug, PartialEq)]
struct Outcome {
    services: Vec<BTreeMap<usize, Money>>,
    totals: Vec<Money>,
    rounding: Money,
    balances: Vec<Money>,
    claims: Vec<(usize, usize, Money)>,
    transfers: Vec<(usize, usize, Money)>,
}

fn cases() -> impl Strategy<Value = Case> {
    (2_usize..6, 1_usize..4).prop_flat_map(|(partners, services)| {
        let weights = prop::collection::vec(prop::collection::vec(1_u32..5000, partners), services);
        let row = (0..services, 0..partners, -500_000_i64..2_000_000, 1_u32..28)
            .prop_map(|(service, payer, cents, day)| Row { service, payer, cents, day });
        let rows = prop::collection::vec(row, 1..25);
        let unit = prop_oneof![Just("0.01"), Just("0.05"), Just("1.00")];
        let steps = prop::option::of((0_u32..20_000, 0_u32..100, 0_u32..9_000));
        (weights, 0_usize..3, unit, any::<bool>(), prop::option::of(1_u32..28), steps, rows).prop_map(
            move |(weights, residual, unit, fewest, joined, steps, rows)| Case {
                partners,
                weights,
                residual,
                unit,
                fewest,
                joined,
                steps,
                rows,
            },
        )
    })
}

impl Case {
    fn agreement(&self) -> String {
        let residual = ["largest-remainder", "to:p1", "none"][self.residual];
        let transfers = if self.fewest { "fewest" } else { "pairs" };
        let mut text = format!(
            "[agreement]\nname = \"Case\"\ntransfers = \"{transfers}\"\nrounding = {{ residual = \"{residual}\", unit = \"{}\" }}\n",
            self.unit
        );
        for partner in 0..self.partners {
            writeln!(text, "[partners.p{partner}]\nname = \"Partner {partner}\"").unwrap();
        }
        for (service, weights) in self.weights.iter().enumerate() {
            let table: Vec<String> = weights
                .iter()
                .enumerate()
                .map(|(partner, weight)| format!("p{partner} = {weight}"))
                .collect();
            writeln!(text, "[keys.k{service}]\nweights = {{ {} }}", table.join(", ")).unwrap();
            if let Some((ceiling, percent, base)) = self.steps {
                writeln!(
                    text,
                    "[keys.w{service}]\nsteps = [ {{ above = {ceiling}, to = \"p1\" }}, \
                     {{ percent = {percent}, of = \"total\", key = \"k{service}\" }}, {{ amount = {base}, to = \"p1\" }}, \
                     {{ percent = {percent}, of = \"rest\", to = \"p1\" }}, {{ rest = true, key = \"k{service}\" }} ]"
                )
                .unwrap();
            }
            writeln!(text, "[services.s{service}]\nname = \"Service {service}\"\noperator = \"p0\"").unwrap();
            let key = if self.steps.is_some() { "w" } else { "k" };
            writeln!(text, "since = 2014-01-01\nkey = \"{key}{service}\"").unwrap();
            if let Some(day) = self.joined {
                writeln!(text, "joined = {{ p0 = 2014-06-{day:02} }}").unwrap();
            }
        }
        text + "[[ledger]]\nfiles = \"ledger.csv\"\n"
    }

    fn ledger(&self, sign: i64, reversed: bool) -> String {
        let line = |row: &Row| {
            let cents = row.cents * sign;
            let minus = if cents < 0 { "-" } else { "" };
            let (euro, cent) = (cents.abs() / 100, cents.abs() % 100);
            format!("2014-03-{:02};s{};p{};{minus}{euro},{cent:02}\n", row.day, row.service, row.payer)
        };
        let mut lines: Vec<String> = self.rows.iter().map(line).collect();
        if reversed {
            lines.reverse();
        }
        format!("date;service;payer;amount\n{}", lines.concat())
    }

    fn settle(&self, sign: i64, reversed: bool) -> Outcome {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("umlage.toml"), self.agreement()).unwrap();
        fs::write(dir.path().join("ledger.csv"), self.ledger(sign, reversed)).unwrap();
        let (folder, rules, booked, findings) = booked(dir.path());
        let year = Year::new(2014).unwrap();
        let checked = check(&rules, &booked.years[&year], year).unwrap();
        let statement = state(checked, &folder.files, &booked, &findings);
        let services = &statement.allocation.services;
        Outcome {
            services: services
                .iter()
                .map(|service| {
                    service.allocated.iter().map(|(partner, amount)| (partner.0, *amount)).collect()
                })
                .collect(),
            totals: services.iter().map(ServiceCost::total).collect(),
            rounding: statement.reconciliation.rounding_difference,
            balances: statement.settlement.balances.iter().map(Balance::balance).collect(),
            claims: statement.claims.iter().map(|claim| (claim.from.0, claim.to.0, claim.net)).collect(),
            transfers: statement
                .settlement
                .transfers
                .iter()
                .map(|transfer| (transfer.from.0, transfer.to.0, transfer.amount))
                .collect(),
        }
    }
}

/// What is left of the balances after these payments.
fn after(balances: &[Money], payments: &[(usize, usize, Money)]) -> Vec<Money> {
    let mut left = balances.to_vec();
    for (from, to, amount) in payments {
        left[*from] -= *amount;
        left[*to] += *amount;
    }
    left
}

proptest! {
    #[test]
    fn parts_sum_to_the_whole_for_every_rule(case in cases()) {
        let outcome = case.settle(1, false);
        let allocated: Money = outcome.services.iter().flat_map(BTreeMap::values).copied().sum();
        let total: Money = outcome.totals.iter().copied().sum();
        prop_assert_eq!(allocated - outcome.rounding, total);
        if case.residual != 2 {
            prop_assert!(outcome.rounding.is_zero());
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(case in cases()) {
        prop_assert_eq!(case.settle(1, false), case.settle(1, true));
    }

    #[test]
    fn credit_notes_mirror_their_invoices(case in cases()) {
        let (invoices, credits) = (case.settle(1, false), case.settle(-1, false));
        for (invoice, credit) in invoices.services.iter().zip(&credits.services) {
            for (partner, amount) in invoice {
                prop_assert_eq!(credit[partner], -*amount);
            }
        }
        for (balance, mirrored) in invoices.balances.iter().zip(&credits.balances) {
            prop_assert_eq!(*mirrored, -*balance);
        }
    }

    #[test]
    fn claims_and_payments_settle_the_balances_which_net_to_zero(case in cases()) {
        let outcome = case.settle(1, false);
        prop_assert!(outcome.balances.iter().copied().sum::<Money>().is_zero());
        prop_assert!(after(&outcome.balances, &outcome.claims).iter().all(|left| left.is_zero()));
        prop_assert!(after(&outcome.balances, &outcome.transfers).iter().all(|left| left.is_zero()));
        prop_assert!(outcome.claims.iter().chain(&outcome.transfers).all(|(_, _, amount)| amount.is_positive()));
    }
}
