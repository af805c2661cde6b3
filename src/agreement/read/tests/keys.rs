//! Keys and their measures.

use super::{SMALLEST, fine, refused, with};
use crate::agreement::{KeyId, Measure, Method, Moment, Over, PartnerId, Receiver, ServiceId};

fn key(lines: &str) -> String {
    with("equal = true", lines)
}

fn measure(lines: &str) -> Measure {
    match fine(&key(&format!("driver = \"x\"\n{lines}"))).keys.swap_remove(0).method {
        Method::Driver { measure, .. } => measure,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_key_divides_in_exactly_one_way() {
    refused(&key("name = \"x\""), &[(153, "[keys.halb]")]);
    refused(&key("equal = true\npercent = { a = 60, b = 40 }"), &[(153, "[keys.halb]")]);
    refused(&key("equal = true\nsteps = []"), &[(153, "[keys.halb]"), (112, "[]")]);
}

#[test]
fn percents_sum_to_exactly_one_hundred() {
    let method = fine(&key("percent = { b = \"66.6667\", a = \"33.3333\" }")).keys.swap_remove(0).method;
    let Method::Percent(percents) = method else { panic!() };
    assert_eq!(percents[0].0, Receiver::Partner(PartnerId(0)));
    assert_eq!(percents[0].1.to_string(), "33.3333");
    refused(&key("percent = { a = \"66.66\", b = \"33.33\" }"), &[(154, "{ a = \"66.66\", b = \"33.33\" }")]);
    let twice =
        "mix = [ { key = \"m\", percent = 60 }, { key = \"m\", percent = 30 } ]\n[keys.m]\nequal = true";
    refused(
        &key(twice),
        &[
            (154, "[ { key = \"m\", percent = 60 }, { key = \"m\", percent = 30 } ]"),
            (161, "{ key = \"m\", percent = 30 }"),
        ],
    );
    let huge = "79228162514264337593543950335";
    refused(
        &key(&format!("percent = {{ a = \"{huge}\", b = \"{huge}\" }}")),
        &[(154, &format!("{{ a = \"{huge}\", b = \"{huge}\" }}"))],
    );
}

#[test]
fn weights_are_some_and_none_is_negative() {
    fine(&key("weights.a = 0\nweights.b = \"0.5\""));
    fine(&key("name = \"x\"\n[keys.halb.weights]\na = 13\nb = 8"));
    refused(&key("weights = { a = 0, b = \"0.0\" }"), &[(156, "{ a = 0, b = \"0.0\" }")]);
    refused(&key("weights = { a = 1, b = -1 }"), &[(155, "-1")]);
    refused(&key("percent = { a = 101, b = -1 }"), &[(155, "-1")]);
}

#[test]
fn mixed_keys_do_not_contain_themselves() {
    let mix = |key: &str| format!("mix = [ {{ key = \"{key}\", percent = 100 }} ]");
    refused(&key(&mix("halb")), &[(157, "halb")]);
    refused(&key(&format!("{}\n[keys.x]\n{}", mix("x"), mix("halb"))), &[(157, "halb")]);
    let method = fine(&key(&format!("{}\n[keys.x]\nequal = true", mix("x")))).keys.swap_remove(0).method;
    assert_eq!(method, Method::Mix(vec![(KeyId(1), 100.into())]));
}

#[test]
fn a_measure_has_the_defaults_of_the_format() {
    assert_eq!(measure(""), Measure::Sum(Over::Segment));
    assert_eq!(measure("measure = \"mean\"\nover = \"year\"\nlag = 1"), Measure::Mean(Over::Year { lag: 1 }));
    assert_eq!(measure("measure = \"at\"\nat = \"latest\""), Measure::At(Moment::Latest));
    let leap = Moment::Day { month: 2, day: 29, lag: 0 };
    assert_eq!(measure("measure = \"at\"\nat = \"02-29\""), Measure::At(leap));
}

#[test]
fn settings_without_effect_are_refused() {
    refused(&key("equal = true\nlag = 1"), &[(158, "lag")]);
    refused(&key("driver = \"x\"\nat = \"12-31\""), &[(158, "at")]);
    refused(&key("driver = \"x\"\nlag = 1"), &[(158, "lag")]);
    refused(&key("driver = \"x\"\nmeasure = \"at\"\nat = \"latest\"\nlag = 1"), &[(158, "lag")]);
    refused(&key("driver = \"x\"\nmeasure = \"at\"\nat = \"12-31\"\nover = \"year\""), &[(158, "over")]);
}

#[test]
fn a_reference_date_is_a_day() {
    let at = |at: &str| key(&format!("driver = \"x\"\nmeasure = \"at\"\nat = {at}"));
    for written in ["\"31.12.\"", "\"02-30\"", "\"13-01\"", "\"1-1\"", "\"--\""] {
        refused(&at(written), &[(113, written)]);
    }
    refused(&at("2014-12-31"), &[(106, "2014-12-31")]);
    refused(&key("driver = \"x\"\nmeasure = \"at\""), &[(105, "[keys.halb]")]);
    refused(&key("driver = \"x\"\nmeasure = \"am\""), &[(109, "\"am\"")]);
}

#[test]
fn a_key_that_nobody_uses_is_fine() {
    fine(&format!("{SMALLEST}[keys.spare]\ndriver = \"x\"\n"));
}

#[test]
fn a_waterfall_takes_in_one_way_and_gives_to_one_and_its_last_step_takes_the_rest() {
    let steps = |steps: &str| key(&format!("steps = [ {steps} ]"));
    let rest = "{ rest = true, to = \"b\" }";
    fine(&steps(&format!("{{ above = \"80000.00\", to = \"a\" }}, {{ amount = 5, to = \"a\" }}, {rest}")));
    refused(
        &steps(&format!("{{ amount = 5, percent = 3, of = \"rest\", to = \"a\" }}, {rest}")),
        &[(169, "{ amount = 5, percent = 3, of = \"rest\", to = \"a\" }")],
    );
    refused(
        &steps(&format!("{{ percent = 3, to = \"a\" }}, {rest}")),
        &[(105, "{ percent = 3, to = \"a\" }")],
    );
    refused(&steps(&format!("{{ amount = 5, of = \"rest\", to = \"a\" }}, {rest}")), &[(158, "of")]);
    refused(&steps(&format!("{{ amount = -5, to = \"a\" }}, {rest}")), &[(111, "-5")]);
    refused(&steps(&format!("{{ percent = 101, of = \"rest\", to = \"a\" }}, {rest}")), &[(111, "101")]);
    refused(&steps("{ rest = false, to = \"a\" }"), &[(109, "false")]);
    refused(&steps(&format!("{rest}, {rest}")), &[(170, rest)]);
    refused(&key(&format!("steps = [ {rest} ]\npercent_decimals = 2")), &[(158, "percent_decimals")]);
}

#[test]
fn a_price_has_a_driver_a_unit_and_somebody_for_the_rest() {
    let price = "price = { driver = \"x\", unit = \"2.35\" }";
    fine(&key(&format!("{price}\nrest = \"a\"")));
    refused(&key(price), &[(105, "[keys.halb]")]);
    refused(&key("price = { driver = \"x\", unit = -1 }\nrest = \"a\""), &[(111, "-1")]);
    refused(&key("equal = true\nrest = \"a\""), &[(158, "rest")]);
    refused(&key(&format!("{price}\nrest = \"a\"\npercent_decimals = 2")), &[(158, "percent_decimals")]);
}

#[test]
fn keys_of_internal_services_name_services_and_own_shares() {
    let internal =
        "[services.rz]\nname = \"RZ\"\noperator = \"a\"\nsince = 2014-01-01\ninternal = true\nkey = \"n\"\n";
    let text = |table: &str| format!("{SMALLEST}{internal}[keys.n]\n{table}\n");
    fine(&text("weights = { s = 1, \"own:b\" = 2 }"));
    fine(&text("by = \"primary-cost\""));
    refused(&text("weights = { a = 1 }"), &[(166, "\"n\"")]);
    refused(&text("weights = { a = 1, s = 2 }"), &[(168, "n")]);
    refused(&text("weights = { \"own:c\" = 2 }"), &[(151, "\"own:c\"")]);
    refused(&text("by = \"cost\""), &[(109, "\"cost\"")]);
    refused(&key("by = \"primary-cost\""), &[(166, "\"halb\"")]);
}

/// `s` is the name of a service and, here, of a partner too.
#[test]
fn a_name_of_both_means_the_service_where_only_internal_services_use_the_key() {
    let rz = |key: &str| {
        format!(
            "[services.rz]\nname = \"RZ\"\noperator = \"a\"\nsince = 2014-01-01\ninternal = true\nkey = \"{key}\"\n"
        )
    };
    let weights = |text: &str| match fine(text).keys.swap_remove(1).method {
        Method::Weights(weights) => weights.into_iter().map(|(receiver, _)| receiver).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let both = with("[keys.halb]", "[partners.s]\nname = \"Verband S\"\n[keys.halb]");
    let keys = "[keys.n]\nweights = { s = 1 }\n[keys.m]\nmix = [ { key = \"n\", percent = 100 } ]\n";
    let (partner, service) = ([Receiver::Partner(PartnerId(2))], [Receiver::Service(ServiceId(0))]);
    assert_eq!(weights(&format!("{both}{keys}")), partner);
    assert_eq!(weights(&format!("{both}{}{keys}", rz("n"))), service);
    assert_eq!(weights(&format!("{both}{}{keys}", rz("m"))), service);
    let shared = both.replace("key = \"halb\"", "key = \"n\"");
    refused(&format!("{shared}{}{keys}", rz("n")), &[(166, "\"n\"")]);
}
