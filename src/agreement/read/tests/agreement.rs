//! What the tables say together: references, names, days.

use super::{SMALLEST, fine, refused, with};
use crate::agreement::{PartnerId, Residual};

#[test]
fn one_partner_is_no_cooperation() {
    refused(&with("[partners.b]\nname = \"Kreis B\"\n", ""), &[(150, "a")]);
    let text =
        with("[services.s]\nname = \"Dienst\"\noperator = \"a\"\nsince = 2014-01-01\nkey = \"halb\"\n", "");
    refused(&text.replace("[[ledger]]", "[services]\n[[ledger]]"), &[(150, "[services]")]);
}

#[test]
fn a_reference_names_what_there_is() {
    refused(&with("operator = \"a\"", "operator = \"c\""), &[(151, "\"c\"")]);
    refused(&with("key = \"halb\"", "key = \"ganz\""), &[(151, "\"ganz\"")]);
    refused(&with("\"halb\"", "\"halb\"\none_off_key = \"ganz\""), &[(151, "\"ganz\"")]);
    refused(&with("\"halb\"", "\"halb\"\nexcept = [ { payer = \"Stadt A\" } ]"), &[(151, "\"Stadt A\"")]);
    refused(&with("files", "payer = \"c\"\nfiles"), &[(151, "\"c\"")]);
    refused(&with("\"IT\"", "\"IT\"\nrounding = { residual = \"to:c\" }"), &[(151, "\"to:c\"")]);
}

#[test]
fn a_partner_whose_table_is_faulty_is_still_known() {
    refused(&with("name = \"Stadt A\"", "kind = \"city\""), &[(105, "[partners.a]")]);
}

#[test]
fn residual_cents_go_to_a_known_partner() {
    let agreement = fine(&with("\"IT\"", "\"IT\"\nrounding = { residual = \"to:b\", unit = \"0.05\" }"));
    assert_eq!(agreement.rounding.residual, Residual::To(PartnerId(1)));
    assert_eq!(agreement.rounding.unit.in_cents(), 5);
}

#[test]
fn names_must_tell_partners_and_services_apart() {
    refused(&with("\"Kreis B\"", "\"Stadt A\""), &[(152, "\"Stadt A\"")]);
    refused(&with("\"Kreis B\"", "\"a\""), &[(152, "\"a\"")]);
    fine(&with("\"Kreis B\"", "\"b\""));
    let twin = "[services.t]\nname = \"s\"\noperator = \"a\"\nsince = 2014-01-01\nkey = \"halb\"\n";
    refused(&with("[[ledger]]", &format!("{twin}[[ledger]]")), &[(152, "\"s\"")]);
}

#[test]
fn dated_keys_follow_each_other() {
    let keys = |second: &str| {
        let dated = format!(
            "keys = [ {{ from = 2014-01-01, key = \"halb\" }}, {{ from = {second}, key = \"halb\" }} ]"
        );
        with("key = \"halb\"", &dated)
    };
    assert_eq!(fine(&keys("2014-07-01")).services[0].keys.len(), 2);
    refused(&keys("2014-01-01"), &[(159, "2014-01-01")]);
    refused(&keys("2013-07-01"), &[(159, "2013-07-01")]);
    refused(
        &with("\"halb\"", "\"halb\"\nkeys = [ { from = 2014-01-01, key = \"halb\" } ]"),
        &[(163, "keys")],
    );
    refused(&with("key = \"halb\"\n", ""), &[(105, "[services.s]")]);
    refused(
        &with("key = \"halb\"\n", "keys = [ { from = 2014-01-01 } ]\n"),
        &[(105, "{ from = 2014-01-01 }")],
    );
}

#[test]
fn a_service_does_not_end_before_it_begins() {
    refused(&with("\"halb\"", "\"halb\"\nuntil = 2013-12-31"), &[(160, "2013-12-31")]);
    let agreement = fine(&with("\"halb\"", "\"halb\"\nuntil = 2014-01-01"));
    assert_eq!(agreement.services[0].until, Some(agreement.services[0].since));
}

#[test]
fn a_partner_joins_and_leaves_within_the_service() {
    let service =
        |lines: &str| with("key = \"halb\"", &format!("key = \"halb\"\nuntil = 2020-12-31\n{lines}"));
    let agreement = fine(&service("joined = { b = 2015-03-01 }\nleft = { b = 2015-03-01 }"));
    assert_eq!(
        agreement.services[0].joined.get(&PartnerId(1)),
        agreement.services[0].left.get(&PartnerId(1))
    );
    refused(&service("joined = { b = 2021-01-01 }"), &[(160, "2021-01-01")]);
    refused(&service("left = { b = 2013-12-31 }"), &[(160, "2013-12-31")]);
    refused(&service("joined = { b = 2016-01-01 }\nleft = { b = 2015-12-31 }"), &[(160, "2015-12-31")]);
    refused(&service("partners = [\"a\"]\njoined = { b = 2016-01-01 }"), &[(162, "b")]);
    refused(&service("left = { c = 2016-01-01 }"), &[(151, "c")]);
}

#[test]
fn participants_stand_in_partner_order_and_once() {
    let agreement = fine(&with("\"halb\"", "\"halb\"\npartners = [\"b\", \"a\"]"));
    assert_eq!(agreement.services[0].partners, [PartnerId(0), PartnerId(1)]);
    refused(&with("\"halb\"", "\"halb\"\npartners = [\"b\", \"a\", \"b\"]"), &[(161, "\"b\"")]);
    refused(&with("\"halb\"", "\"halb\"\npartners = []"), &[(112, "[]")]);
}

#[test]
fn the_order_written_is_the_order_of_partners() {
    let text = SMALLEST.replace("partners.a", "partners.z");
    let agreement = fine(&text.replace("operator = \"a\"", "operator = \"z\""));
    assert_eq!(agreement.partners.iter().map(|partner| partner.id.as_str()).collect::<Vec<_>>(), ["z", "b"]);
}
