//! Laws of internal services and waterfalls, tried on random cooperations through real files.

use std::collections::BTreeMap;

use proptest::prelude::*;
use umlage::agreement::{PartnerId, Receiver};
use umlage::allocate::{Allocation, allocate, check};
use umlage::fraction::{Fraction, exact};
use umlage::money::Money;
use umlage::period::Year;

use crate::network::{Centre, Charge, folder};
use crate::run::booked;

const METHODS: [&str; 3] = ["direct", "step-down", "reciprocal"];

/// Internal services that charge each other, two services and the partners' own use, of which there is always some.
fn networks() -> impl Strategy<Value = Vec<Centre>> {
    (1_usize..5, 2_usize..4).prop_flat_map(|(internal, partners)| {
        let units = prop::collection::vec(prop::collection::vec(0_u32..9, internal + 4), internal);
        let paid =
            prop::collection::vec(prop::collection::vec(-300_000_i64..900_000, partners), internal + 2);
        (units, paid).prop_map(move |(units, paid)| centres(&units, &paid))
    })
}

fn centres(units: &[Vec<u32>], paid: &[Vec<i64>]) -> Vec<Centre> {
    let internal = units.len();
    let id =
        |index: usize| if index < internal { format!("i{index}") } else { format!("s{}", index - internal) };
    let receivers: Vec<String> =
        (0..internal + 2).map(id).chain(["own:p0".into(), "own:p1".into()]).collect();
    let centre = |(index, paid): (usize, &Vec<i64>)| {
        let key = units.get(index).map_or(Charge::Final, |units| {
            let mut table: Vec<(String, u32)> =
                receivers.iter().cloned().zip(units.iter().copied()).collect();
            table[internal].1 += 1; // somebody outside always receives
            Charge::Units(table)
        });
        Centre { id: receivers[index].clone(), paid: paid.clone(), key }
    };
    paid.iter().enumerate().map(centre).collect()
}

fn settled(centres: &[Centre], secondary: &str) -> Allocation {
    let dir = folder(centres, secondary);
    let (_, rules, booked, _) = booked(dir.path());
    let year = Year::new(2014).unwrap();
    allocate(check(&rules, &booked.years[&year], year).expect("somebody outside always receives"))
}

/// What a partner paid for internal services.
fn paid(allocation: &Allocation) -> BTreeMap<PartnerId, Money> {
    let mut paid = BTreeMap::new();
    for service in &allocation.charges.internal {
        for (partner, amount) in &service.borne {
            *paid.entry(*partner).or_default() += *amount;
        }
    }
    paid
}

proptest! {
    #[test]
    fn every_method_preserves_the_sum(centres in networks()) {
        for method in METHODS {
            let charges = settled(&centres, method).charges;
            let primary: Money = charges.internal.iter().map(|service| service.primary.total()).sum();
            let charged: Money = charges.charges.iter().map(|charge| charge.part.amount).sum();
            prop_assert_eq!(charged, primary, "{}", method);
            let whole: Fraction = charges.charges.iter().map(|charge| &charge.part.exact).sum();
            prop_assert_eq!(whole, exact(primary));
        }
    }

    #[test]
    fn both_margins_of_who_bore_what_hold(centres in networks()) {
        for method in METHODS {
            let allocation = settled(&centres, method);
            let mut borne: BTreeMap<PartnerId, Money> = BTreeMap::new();
            for charge in &allocation.charges.charges {
                let sum: Money = charge.borne.values().map(|part| part.amount).sum();
                prop_assert_eq!(sum, charge.part.amount);
                for (partner, part) in &charge.borne {
                    *borne.entry(*partner).or_default() += part.amount;
                }
            }
            for (partner, amount) in paid(&allocation) {
                prop_assert_eq!(borne.remove(&partner).unwrap_or_default(), amount, "{}", method);
            }
            prop_assert!(borne.into_values().all(Money::is_zero));
        }
    }

    #[test]
    fn gross_costs_satisfy_their_equations_by_substitution(centres in networks()) {
        for method in METHODS {
            let internal = settled(&centres, method).charges.internal;
            for service in &internal {
                let receiver = Receiver::Service(service.service);
                let received: Fraction = internal.iter().map(|other| other.charges(receiver)).sum();
                prop_assert_eq!(&service.gross, &(exact(service.primary.total()) + received), "{}", method);
            }
        }
    }

    #[test]
    fn the_order_of_services_changes_nothing_but_the_step_down(centres in networks()) {
        let mut reversed = centres.clone();
        let internal = centres.iter().filter(|centre| !matches!(centre.key, Charge::Final)).count();
        reversed[..internal].reverse();
        for method in ["direct", "reciprocal"] {
            let parts = |centres: &[Centre]| -> Vec<Fraction> {
                settled(centres, method).charges.charges.into_iter().map(|charge| charge.part.exact).collect()
            };
            prop_assert_eq!(parts(&centres), parts(&reversed), "{}", method);
        }
    }
}
