//! A cooperation built by hand, for the tests of all formats.

use std::collections::BTreeMap;

use crate::agreement::{
    Agreement, CostKind, DatedKey, Dialect, Header, Key, KeyId, KindId, Language, Measure, Method, Moment,
    Over, Partner, PartnerId, Pattern, Preset, Reading, Receiver, Residual, Rounding, Rule, RuleField,
    SavingsTerms, Secondary, Service, ServiceId, Sign, Source, Transfers, WithinYear,
};
use crate::allocate::check;
use crate::cost::{Booked, Books, CostKey, NotShared, Reason, Tally, Timing, YearBy};
use crate::excerpt::Excerpt;
use crate::finding::{Finding, Findings, PostingFault};
use crate::fraction::Quantity;
use crate::ledger::Input;
use crate::money::Money;
use crate::period::{Date, Proration, Span, Year};
use crate::place::{FileId, Files, Place};
use crate::report::{Located, Spot};
use crate::rules::Rules;
use crate::sealed::Seals;
use crate::statement::{Statement, state};
use crate::tables::{Advance, Driver, Grade, Standalone, StandaloneKind, TableFile, Tables};

/// All that a statement borrows.
pub(super) struct Cooperation {
    pub(super) rules: Rules,
    pub(super) files: Files,
    pub(super) booked: Booked,
    pub(super) findings: Findings,
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn days(from: &str, to: &str) -> Span {
    Span::new(day(from), day(to)).unwrap()
}

fn place(file: FileId) -> Place {
    Place::start(file)
}

fn key(id: &str, name: &str, method: Method, place: Place) -> Key {
    Key { id: id.to_owned(), name: name.to_owned(), basis: None, method, percent_decimals: None, place }
}

impl Cooperation {
    /// The two of design 1, with two services; the second changes its key in the middle of the year.
    pub(super) fn of_two() -> Self {
        let partners = [("saarbruecken", "Landeshauptstadt Saarbrücken"), ("saarpfalz", "Saarpfalz-Kreis")];
        let mut two = Self::of(partners.map(|(id, name)| (id.to_owned(), name.to_owned())).to_vec());
        two.rules.agreement.partners[0].payee = Some("Eigenbetrieb IKS".to_owned());
        two
    }

    /// As many partners as asked for.
    pub(super) fn of_many(count: usize) -> Self {
        Self::of((1..=count).map(|n| (format!("gemeinde-{n}"), format!("Gemeinde Nummer {n}"))).collect())
    }

    fn of(partners: Vec<(String, String)>) -> Self {
        let mut files = Files::default();
        let toml = files.id("umlage.toml");
        let (ledger, drivers) = (files.id("ledger/saarbruecken-2014.csv"), files.id("drivers.csv"));
        let count = partners.len();
        let rules = Rules {
            agreement: agreement(partners, place(toml)),
            tables: tables(count, place(drivers), [toml, drivers]),
            ledgers: Vec::new(),
            seals: Seals::default(),
        };
        let mut findings = Findings::first();
        let unused = PostingFault::RuleWithoutRow { table: "match", owner: "anrufe".to_owned() };
        findings.push(Finding::at(place(toml), unused));
        Self { rules, files, booked: booked(ledger), findings }
    }

    pub(super) fn statement(&self) -> Statement<'_> {
        let year = Year::new(2014).unwrap();
        let checked = check(&self.rules, &self.booked.years[&year], year).unwrap();
        state(checked, &self.files, &self.booked, &self.findings)
    }
}

/// The warnings where they would be found.
pub(super) fn located<'a>(statement: &'a Statement<'_>) -> Vec<Located<'a>> {
    let excerpt = Excerpt {
        line: 41,
        cell: None,
        column: 13,
        text: "match    = [ { account = \"5255*\" } ]".to_owned(),
        mark: 12..13,
    };
    let spot = Spot { file: "umlage.toml".to_owned(), excerpt: Some(excerpt) };
    let located = |finding| Located { finding, spot: Some(spot.clone()), also: None };
    statement.warnings.iter().map(located).collect()
}

fn agreement(partners: Vec<(String, String)>, place: Place) -> Agreement {
    let partners: Vec<Partner> = partners
        .into_iter()
        .map(|(id, name)| Partner { id, name, kind: None, ags: None, payee: None })
        .collect();
    let ids: Vec<PartnerId> = (0..partners.len()).map(PartnerId).collect();
    Agreement {
        name: "IT-Kooperation | Probe".to_owned(),
        signed: Some(day("2014-05-19")),
        basis: Some("§§ 17 ff. KGG Saarland".to_owned()),
        reference: Some("10.2-2014/07".to_owned()),
        language: Language::De,
        proration: Proration::Months,
        within_year: WithinYear::Even,
        secondary: Secondary::StepDown,
        step_order: Vec::new(),
        transfers: Transfers::Pairs,
        no_invoice: true,
        due: Some("30 days".to_owned()),
        rounding: Rounding { residual: Residual::LargestRemainder, unit: Money::CENT },
        keys: keys(ids.len(), place),
        services: vec![
            service("wohngeld", "Wohngeld: Berechnung und Auszahlung", &ids, vec![("2013-01-01", 0)], place),
            service("anrufe", "Behördennummer 115", &ids, vec![("2013-03-01", 1), ("2014-07-01", 2)], place),
        ],
        cost_kinds: vec![kind("personal", "Personal", true), kind("investition", "Investition", false)],
        sources: vec![source(place)],
        tables: Dialect::default(),
        savings: Some(SavingsTerms {
            baseline: money("15000.00"),
            reading: Reading::Together,
            source: Some("Pressemitteilung vom 22.05.2014".to_owned()),
            threshold: Some(Quantity::new(15, 0)),
        }),
        partners,
    }
}

fn keys(partners: usize, place: Place) -> Vec<Key> {
    let sum = Measure::Sum(Over::Year { lag: 0 });
    let at = Measure::At(Moment::Day { month: 12, day: 31, lag: 2 });
    let driver = |driver: &str, measure| Method::Driver { driver: driver.to_owned(), measure, place };
    let weights = (0..partners)
        .map(|n| (Receiver::Partner(PartnerId(n)), Quantity::new(i64::try_from(n + 2).unwrap(), 0)));
    let mix = Method::Mix(vec![(KeyId(3), Quantity::new(25, 0)), (KeyId(4), Quantity::new(75, 0))]);
    vec![
        Key {
            basis: Some("§ 4 Abs. 2".to_owned()),
            ..key("faelle", "Fälle", driver("wohngeld-faelle", sum), place)
        },
        key("fest", "feste Gewichte", Method::Weights(weights.collect()), place),
        key("gemischt", "gemischt", mix, place),
        key("haelftig", "hälftig", Method::Equal, place),
        Key { percent_decimals: Some(2), ..key("einwohner", "Einwohner", driver("einwohner", at), place) },
    ]
}

fn service(id: &str, name: &str, ids: &[PartnerId], keys: Vec<(&str, usize)>, place: Place) -> Service {
    let pattern = vec![(RuleField::Account, Pattern::new("53*")), (RuleField::Text, Pattern::new("*Hilfe*"))];
    Service {
        id: id.to_owned(),
        name: name.to_owned(),
        operator: PartnerId(0),
        since: day("2013-01-01"),
        until: None,
        keys: keys
            .into_iter()
            .map(|(from, key)| DatedKey { from: day(from), key: KeyId(key), place })
            .collect(),
        internal: false,
        one_off_key: None,
        one_off_place: place,
        overhead: None,
        vat: Vec::new(),
        partners: ids.to_vec(),
        joined: BTreeMap::new(),
        left: BTreeMap::new(),
        matches: Vec::new(),
        except: vec![Rule { payer: Some(PartnerId(0)), patterns: pattern, place }],
        place,
    }
}

fn kind(id: &str, name: &str, shared: bool) -> CostKind {
    CostKind { id: id.to_owned(), name: name.to_owned(), matches: Vec::new(), one_off: false, shared }
}

fn source(place: Place) -> Source {
    let control = crate::agreement::Control { total: money("97460.00"), place };
    Source {
        files: "ledger/saarbruecken-*.csv".to_owned(),
        sheet: None,
        payer: Some(PartnerId(0)),
        preset: Preset::Umlage,
        dialect: Dialect::default(),
        sign: Sign::ExpensePositive,
        header: Header::Found,
        skip: Vec::new(),
        not_shared: vec![(Pattern::new("strassen*"), place)],
        control: BTreeMap::from([(Year::new(2014).unwrap(), control)]),
        spread: true,
        columns: BTreeMap::new(),
        constants: BTreeMap::new(),
        place,
    }
}

fn tables(partners: usize, place: Place, files: [FileId; 2]) -> Tables {
    let driver = |name: &str, partner, span, value| Driver {
        driver: name.to_owned(),
        receiver: Receiver::Partner(PartnerId(partner)),
        span,
        value: Quantity::new(value, 0),
        source: "Fachverfahren".to_owned(),
        place,
    };
    let mut drivers = Vec::new();
    for partner in 0..partners {
        let n = i64::try_from(partner).unwrap();
        drivers.push(driver("wohngeld-faelle", partner, days("2014-01-01", "2014-06-30"), 1_204 - 11 * n));
        drivers.push(driver("wohngeld-faelle", partner, days("2014-07-01", "2014-12-31"), 1_310 - 17 * n));
        drivers.push(driver("einwohner", partner, days("2012-12-31", "2012-12-31"), 175_853 - 3_001 * n));
    }
    let standalone = (0..partners).map(|partner| Standalone {
        service: ServiceId(0),
        partner: PartnerId(partner),
        from: day("2013-01-01"),
        to: None,
        amount: money("41000.00"),
        kind: StandaloneKind::Running,
        grade: if partner == 0 { Grade::Actual } else { Grade::Estimate },
        level: None,
        source: "Angebot".to_owned(),
        place,
    });
    let advance = Advance {
        date: day("2014-06-30"),
        from: PartnerId(1),
        to: PartnerId(0),
        amount: money("30000.00"),
        year: Year::new(2014).unwrap(),
        text: "=1+1".to_owned(),
        place,
    };
    let file = |file, n: u64| TableFile { file, sha256: "5".repeat(64), bytes: 1_000 * n };
    Tables {
        drivers,
        standalone: standalone.collect(),
        advances: vec![advance],
        assets: Vec::new(),
        openings: Vec::new(),
        shipped_population: false,
        files: vec![file(files[0], 3), file(files[1], 2)],
    }
}

fn booked(ledger: FileId) -> Booked {
    let year = Year::new(2014).unwrap();
    let tally = |rows, amount| Tally { rows, amount: money(amount) };
    let cost = |service, kind| CostKey {
        service: ServiceId(service),
        one_off: false,
        timing: Timing::Even,
        payer: PartnerId(0),
        kind,
    };
    let not_shared = |reason, account: &str| NotShared {
        reason,
        account: account.to_owned(),
        cost_centre: "0110".to_owned(),
    };
    let books = Books {
        moved: BTreeMap::new(),
        all: tally(104, "97460.00"),
        shared: BTreeMap::from([
            (cost(0, None), tally(40, "42000.00")),
            (cost(0, Some(KindId(0))), tally(20, "10000.03")),
            (cost(1, None), tally(30, "32209.97")),
        ]),
        not_shared: BTreeMap::from([
            (not_shared(Reason::Except(ServiceId(0), 0), "530100"), tally(2, "8000.00")),
            (not_shared(Reason::Except(ServiceId(0), 0), "530200"), tally(2, "2000.00")),
            (not_shared(Reason::Kind(KindId(1)), "0712"), tally(1, "4000.00")),
            (not_shared(Reason::Declared { source: 0, pattern: 0 }, "5211"), tally(4, "250.00")),
            (not_shared(Reason::NoRule, "=cmd"), tally(5, "-1000.00")),
        ]),
        by: BTreeMap::from([
            (YearBy::FiscalYear, tally(100, "97000.00")),
            (YearBy::Period, tally(4, "460.00")),
        ]),
        clamped: tally(1, "460.00"),
    };
    let other = Books { all: tally(2, "2000.00"), ..Books::default() };
    Booked {
        inputs: vec![input(ledger)],
        years: BTreeMap::from([(Year::new(2013).unwrap(), other), (year, books)]),
        sources: BTreeMap::from([((0, year), tally(104, "97460.00"))]),
    }
}

fn input(ledger: FileId) -> Input {
    Input {
        file: ledger,
        sha256: "a".repeat(64),
        bytes: 12_345,
        postings: 106,
        total: money("99460.00"),
        skipped: 3,
        skipped_total: money("194920.00"),
        above: 2,
        unread: vec!["Bemerkung".to_owned(), "HH-Stelle".to_owned()],
        by_skip: Vec::new(),
        absent: Vec::new(),
        currency: None,
        blank: 2,
    }
}
