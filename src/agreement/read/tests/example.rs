//! The example of the format (design 3.1).

use super::fine;
use crate::agreement::{
    KeyId, KindId, Language, Measure, Method, Moment, Of, Over, PartnerId, PartnerKind, Pick, Reading,
    Receiver, Residual, RuleField, Secondary, ServiceId, Take, Target, Transfers, VatRate, WithinYear,
};
use crate::money::Money;
use crate::period::{Date, Proration, Year};

/// All of design 3.1, and the services that its keys name.
pub(super) const EXAMPLE: &str = r#"
[agreement]
name      = "IT-Kooperation Landeshauptstadt Saarbrücken / Saarpfalz-Kreis"
signed    = 2014-05-19
basis     = "§§ 17 ff. KGG Saarland"  # optional, printed
reference = "10.2-2014/07"
language  = "de"
proration = "months"
within_year = "even"
secondary = "step-down"
transfers = "pairs"
due       = "30 days"
rounding  = { residual = "largest-remainder", unit = "0.01" }

[partners.saarbruecken]
name  = "Landeshauptstadt Saarbrücken"
kind  = "city"
ags   = "10041100"
payee = "Eigenbetrieb IKS"

[partners.saarpfalz]
name = "Saarpfalz-Kreis"
kind = "district"

[keys.einwohner]
name    = "Einwohner zum Stichtag"
basis   = "§ 4 Abs. 2"
driver  = "einwohner"
measure = "at"
at      = "12-31"
lag     = 2
percent_decimals = 2

[keys.faelle]
driver = "wohngeld-faelle"
over   = "segment"

[keys.haelftig]
equal = true

[keys.fest]
percent = { saarbruecken = "60", saarpfalz = "40" }

[keys.klassen.weights]
saarbruecken = "13"
saarpfalz    = "8"

[keys.gemischt]
mix = [ { key = "haelftig", percent = "25" }, { key = "einwohner", percent = "75" } ]

[keys.kaskade]
steps = [
  { above = "80000.00", to = "saarbruecken" },
  { percent = "10", of = "total", to = "saarpfalz" },
  { amount = "5000.00", key = "haelftig" },
  { percent = "40", of = "rest", key = "fest" },
  { rest = true, key = "einwohner" },
]

[keys.preis]
price = { driver = "anrufe", unit = "2.35" }
rest  = "saarbruecken"

[keys.rz-nutzung]
weights = { storage = "15", backup = "5", "own:saarpfalz" = "80" }

[keys.nach-kosten]
by = "primary-cost"

[services.wohngeld]
name     = "Wohngeld: Berechnung und Auszahlung"
operator = "saarbruecken"
since    = 2013-01-01
until    = 2025-12-31
keys     = [ { from = 2013-01-01, key = "fest" }, { from = 2014-07-01, key = "faelle" } ]
one_off_key = "haelftig"
partners = ["saarbruecken", "saarpfalz"]
joined   = { saarpfalz = 2013-03-01 }
left     = { saarpfalz = 2022-06-30 }
match    = [ { payer = "saarbruecken", cost_centre = "1110" }, { account = "5255*", text = "*Wohngeld*" } ]
except   = [ { account = "53*" } ]
overhead = { percent = "20", on = "personnel" }
vat      = [ { from = 2027-01-01, percent = "19" } ]

[services.rechenzentrum]
name     = "Rechenzentrum des Kreises"
operator = "saarpfalz"
since    = 2014-02-01
internal = true
key      = "rz-nutzung"
match    = [ { payer = "saarpfalz", cost_centre = "4711" } ]

[services.storage]
name     = "Datenspeicher"
operator = "saarbruecken"
since    = 2014-02-01
key      = "kaskade"

[services.backup]
name     = "Datensicherung"
operator = "saarbruecken"
since    = 2014-02-01
key      = "preis"

[cost_kinds.personnel]
match = [ { account = "50*" } ]
[cost_kinds.einfuehrung]
match   = [ { account = "5439*" } ]
one_off = true
[cost_kinds.investition]
match  = [ { account = "07*" } ]
shared = false

[[ledger]]
files     = "ledger/saarbruecken-*.csv"
payer     = "saarbruecken"
preset    = "umlage"
encoding  = "windows-1252"
delimiter = ";"
decimal   = ","
date_format = "%d.%m.%Y"
sign      = "expense-positive"
header    = 1
skip      = [ { text = "Summe*" } ]
not_shared = ["strassen*"]
control   = { "2014" = "97460.00" }
spread    = true
[ledger.columns]
amount = "Betrag"
[ledger.constants]
date = "2014-12-31"

[tables]
decimal = ","

[savings]
baseline  = "15000.00"
reading   = "together"
source    = "Pressemitteilung vom 22.05.2014"
threshold = "15"
"#;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn its_terms_are_read() {
    let agreement = fine(EXAMPLE);
    assert_eq!(agreement.signed, Some(day("2014-05-19")));
    assert_eq!(agreement.basis.as_deref(), Some("§§ 17 ff. KGG Saarland"));
    assert_eq!(agreement.due.as_deref(), Some("30 days"));
    assert_eq!((agreement.language, agreement.proration), (Language::De, Proration::Months));
    assert_eq!((agreement.within_year, agreement.transfers), (WithinYear::Even, Transfers::Pairs));
    assert_eq!(
        (agreement.rounding.residual, agreement.rounding.unit),
        (Residual::LargestRemainder, Money::CENT)
    );
    assert_eq!(agreement.partners[0].kind, Some(PartnerKind::City));
    assert_eq!(agreement.partners[0].ags.as_ref().map(|ags| ags.code.as_str()), Some("10041100"));
    assert_eq!(agreement.partner_called("Saarpfalz-Kreis"), Some(PartnerId(1)));
    let savings = agreement.savings.unwrap();
    assert_eq!((savings.baseline, savings.reading), (Money::cents(1_500_000), Reading::Together));
    assert_eq!(savings.threshold, Some(15.into()));
}

#[test]
fn its_keys_are_read() {
    let keys = fine(EXAMPLE).keys;
    let ids: Vec<&str> = keys.iter().map(|key| key.id.as_str()).collect();
    let all = [
        "einwohner",
        "faelle",
        "haelftig",
        "fest",
        "klassen",
        "gemischt",
        "kaskade",
        "preis",
        "rz-nutzung",
        "nach-kosten",
    ];
    assert_eq!(ids, all);
    let Method::Driver { driver, measure, .. } = &keys[0].method else { panic!() };
    assert_eq!((driver.as_str(), keys[0].percent_decimals), ("einwohner", Some(2)));
    assert_eq!(*measure, Measure::At(Moment::Day { month: 12, day: 31, lag: 2 }));
    let Method::Driver { measure, .. } = &keys[1].method else { panic!() };
    assert_eq!(*measure, Measure::Sum(Over::Segment));
    assert_eq!(keys[2].method, Method::Equal);
    let [a, b] = [Receiver::Partner(PartnerId(0)), Receiver::Partner(PartnerId(1))];
    assert_eq!(keys[3].method, Method::Percent(vec![(a, 60.into()), (b, 40.into())]));
    assert_eq!(keys[4].method, Method::Weights(vec![(a, 13.into()), (b, 8.into())]));
    assert!(matches!(&keys[5].method, Method::Mix(parts) if parts.len() == 2 && parts[1].0.0 == 0));
    assert_eq!(keys[9].method, Method::PrimaryCost);
}

#[test]
fn its_waterfall_price_and_internal_key_are_read() {
    let keys = fine(EXAMPLE).keys;
    let Method::Steps(steps) = &keys[6].method else { panic!() };
    let takes: Vec<Take> = steps.iter().map(|step| step.take).collect();
    let (ten, forty) = (Take::Percent(10.into(), Of::Total), Take::Percent(40.into(), Of::Rest));
    let (above, base) = (Take::Above(Money::cents(8_000_000)), Take::Amount(Money::cents(500_000)));
    assert_eq!(takes, [above, ten, base, forty, Take::Rest]);
    assert_eq!(steps[0].to, Target::Partner(PartnerId(0)));
    assert_eq!(keys[6].method.parts(), [KeyId(2), KeyId(3), KeyId(0)]);
    let Method::Price { driver, unit, rest, .. } = &keys[7].method else { panic!() };
    assert_eq!((driver.as_str(), unit.to_string(), *rest), ("anrufe", "2.35".to_owned(), PartnerId(0)));
    let Method::Weights(weights) = &keys[8].method else { panic!() };
    let receivers: Vec<Receiver> = weights.iter().map(|(receiver, _)| *receiver).collect();
    let own = Receiver::Own(PartnerId(1));
    assert_eq!(receivers, [Receiver::Service(ServiceId(2)), Receiver::Service(ServiceId(3)), own]);
}

#[test]
fn its_internal_service_overhead_and_vat_are_read() {
    let agreement = fine(EXAMPLE);
    assert_eq!(agreement.secondary, Secondary::StepDown);
    assert!(agreement.no_invoice);
    let [wohngeld, centre] = [ServiceId(0), ServiceId(1)].map(|id| agreement.service(id));
    let overhead = wohngeld.overhead.unwrap();
    assert_eq!((overhead.percent, overhead.on), (20.into(), KindId(0)));
    assert_eq!(wohngeld.vat, [VatRate { from: day("2027-01-01"), percent: 19.into() }]);
    assert!(centre.internal && centre.partners.is_empty() && !wohngeld.internal);
}

struct Wohngeld;

impl Pick for Wohngeld {
    fn payer(&self) -> Option<PartnerId> {
        Some(PartnerId(1))
    }

    fn cell(&self, field: RuleField) -> &str {
        match field {
            RuleField::Account => "525510",
            RuleField::Text => "Lizenz Wohngeld 2014",
            _ => "",
        }
    }
}

#[test]
fn its_services_are_read() {
    let agreement = fine(EXAMPLE);
    let service = agreement.service(ServiceId(0));
    assert_eq!(
        (service.operator, service.since, service.until),
        (PartnerId(0), day("2013-01-01"), Some(day("2025-12-31")))
    );
    let keys: Vec<(Date, usize)> = service.keys.iter().map(|dated| (dated.from, dated.key.0)).collect();
    assert_eq!(keys, [(day("2013-01-01"), 3), (day("2014-07-01"), 1)]);
    assert_eq!(service.one_off_key.map(|key| key.0), Some(2));
    assert_eq!(service.joined.get(&PartnerId(1)), Some(&day("2013-03-01")));
    assert_eq!(service.left.get(&PartnerId(1)), Some(&day("2022-06-30")));
    assert!(!service.matches[0].fits(&Wohngeld) && service.matches[1].fits(&Wohngeld));
    assert!(!service.except[0].fits(&Wohngeld));
    assert_eq!(agreement.service(ServiceId(1)).keys[0].from, day("2014-02-01"));
    assert!(agreement.cost_kinds[1].one_off && agreement.cost_kinds[1].shared);
    assert!(!agreement.cost_kinds[2].shared && agreement.cost_kinds[2].name == "investition");
}

#[test]
fn its_ledger_is_read() {
    let agreement = fine(EXAMPLE);
    let source = &agreement.sources[0];
    assert_eq!((source.files.as_str(), source.payer), ("ledger/saarbruecken-*.csv", Some(PartnerId(0))));
    assert_eq!(source.dialect.date_format.as_ref().map(|format| format.0.as_str()), Some("%d.%m.%Y"));
    assert_eq!(
        source.control.get(&Year::new(2014).unwrap()).map(|control| control.total),
        Some(Money::cents(9_746_000))
    );
    assert!(source.spread);
    assert_eq!(agreement.tables.decimal, Some(b','));
}
