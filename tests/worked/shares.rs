//! Sections 9 to 12: how a cost is divided.

use super::example;

#[test]
fn keys_that_are_written_out_are_scaled_to_those_who_take_part() {
    example("9.1", "shares", "report")
        .shows(&[("services/0/allocated/a", "333.34"), ("services/0/allocated/b", "333.33")]);
    example("9.2", "shares", "report")
        .shows(&[("services/1/allocated/a", "625.00"), ("services/1/allocated/b", "375.00")]);
    example("9.3", "shares", "report")
        .shows(&[("services/2/allocated/a", "650.00"), ("services/2/allocated/b", "400.00")]);
}

#[test]
fn a_value_is_taken_on_a_day_some_years_before_or_on_the_latest_that_all_have() {
    example("9.4", "shares", "report").shows(&[
        ("services/3/allocated/a", "1200.00"),
        ("services/3/allocated/b", "600.00"),
        ("services/3/allocated/c", "200.00"),
    ]);
    example("9.5", "shares", "report").shows(&[
        ("services/4/allocated/a", "1650.00"),
        ("services/4/allocated/b", "1050.00"),
        ("services/4/allocated/c", "300.00"),
    ]);
}

#[test]
fn values_of_the_year_are_summed_or_averaged() {
    example("9.6", "shares", "report")
        .shows(&[("services/5/allocated/a", "600.00"), ("services/5/allocated/b", "400.00")]);
    example("9.7", "shares", "report").shows(&[
        ("services/6/allocated/a", "1200.00"),
        ("services/6/allocated/b", "700.00"),
        ("services/6/allocated/c", "100.00"),
    ]);
}

#[test]
fn a_key_may_be_rounded_before_use_or_mixed_of_others() {
    example("9.8", "shares", "report").shows(&[
        ("services/7/allocated/a", "3334.00"),
        ("services/7/allocated/b", "3333.00"),
        ("services/7/allocated/c", "3333.00"),
    ]);
    example("9.9", "shares", "report").shows(&[
        ("services/8/allocated/a", "640.00"),
        ("services/8/allocated/b", "370.00"),
        ("services/8/allocated/c", "190.00"),
    ]);
}

#[test]
fn the_program_brings_the_population_of_saarland() {
    example("9.10", "population", "report").shows(&[
        ("services/0/allocated/saarbruecken", "1761.35"),
        ("services/0/allocated/saarpfalz", "1486.19"),
    ]);
}

#[test]
fn residual_cents_go_where_the_agreement_says() {
    example("10.1", "to", "report").shows(&[
        ("services/0/allocated/a", "428.58"),
        ("services/0/allocated/b", "428.57"),
        ("services/0/allocated/c", "142.85"),
    ]);
    example("10.2", "none", "report").shows(&[
        ("services/0/allocated/b", "33.33"),
        ("reconciliation/allocated", "99.99"),
        ("partners/0/rounding", "0.01"),
    ]);
    example("10.3", "unit", "report").shows(&[
        ("services/0/allocated/a", "34.00"),
        ("services/0/allocated/b", "33.50"),
        ("services/0/allocated/c", "33.00"),
    ]);
}

#[test]
fn a_waterfall_takes_from_what_is_left() {
    let waterfall = example("11", "waterfall", "report");
    waterfall.shows(&[
        ("services/0/segments/0/steps/0/amount", "20000.00"),
        ("services/0/segments/0/steps/0/left", "80000.00"),
        ("services/0/segments/0/steps/1/amount", "10000.00"),
        ("services/0/segments/0/steps/1/left", "70000.00"),
        ("services/0/segments/0/steps/2/amount", "5000.00"),
        ("services/0/segments/0/steps/2/left", "65000.00"),
        ("services/0/segments/0/steps/3/amount", "26000.00"),
        ("services/0/segments/0/steps/3/left", "39000.00"),
        ("services/0/segments/0/steps/4/amount", "39000.00"),
        ("services/0/allocated/a", "64100.00"),
        ("services/0/allocated/b", "35900.00"),
    ]);
    waterfall.shows(&[
        ("services/1/segments/1/total", "10000.00"),
        ("services/1/segments/1/steps/0/limit", "20000.00"),
        ("services/1/segments/1/steps/1/amount", "1000.00"),
        ("services/1/segments/1/steps/2/limit", "1250.00"),
        ("services/1/segments/1/steps/2/left", "7750.00"),
        ("services/1/segments/1/steps/3/amount", "3100.00"),
        ("services/1/segments/1/steps/3/left", "4650.00"),
    ]);
}

#[test]
fn a_price_per_unit_leaves_the_rest_to_one_and_shows_what_it_brings_too_much() {
    example("12", "price", "report").shows(&[
        ("services/0/allocated/a", "860.78"),
        ("services/0/allocated/b", "2355.00"),
        ("services/0/allocated/c", "784.22"),
        ("services/0/segments/0/price/recovered", "4316.72"),
        ("services/0/segments/0/price/over_recovery", "316.72"),
    ]);
}
