//! Internal services: worked examples of textbooks and other programs, in every method; figures with their sources.

use serde_json::Value;

use crate::network::{Centre, Charge, centre, folder, settled, total};
use crate::run::umlage_in;

fn totals<'v, const N: usize>(statement: &'v Value, ids: [&str; N]) -> [&'v str; N] {
    ids.map(|id| total(statement, id))
}

/// R1: Telecoms and IT charge Cars and Trucks, each other and themselves; `ArthurHowardMorris.github.io`,
/// `acct3210/S17/costallocation2_slides.md` and `S18/costallocation3_slides.md`. In cents: published are millions.
fn cars_and_trucks(telecoms_first: bool) -> Vec<Centre> {
    let telecoms =
        centre("telecoms", 2_000_000, &[("telecoms", 10), ("it", 20), ("cars", 40), ("trucks", 30)]);
    let it = centre("it", 6_000_000, &[("telecoms", 25), ("it", 15), ("cars", 35), ("trucks", 25)]);
    let [first, second] = if telecoms_first { [telecoms, it] } else { [it, telecoms] };
    vec![first, second, centre("cars", 0, &[]), centre("trucks", 0, &[])]
}

#[test]
fn telecoms_and_it_are_charged_on_as_published_in_every_method() {
    let ids = ["cars", "trucks"];
    let of = |first, method| settled(&cars_and_trucks(first), method);
    // 4.643 and 3.357 million
    assert_eq!(totals(&of(true, "direct"), ids), ["4642857.14", "3357142.86"]);
    // 4.648 and 3.352
    assert_eq!(totals(&of(true, "step-down"), ids), ["4648148.15", "3351851.85"]);
    // 4.621 and 3.379 are printed; the slides' own parts, 2.470 and 2.151, sum to 4.6218
    assert_eq!(totals(&of(false, "step-down"), ids), ["4621848.74", "3378151.26"]);
    // 4.629 and 3.371; gross 4.47552447552448 and 8.11188811188811
    let reciprocal = of(true, "reciprocal");
    assert_eq!(totals(&reciprocal, ids), ["4629370.63", "3370629.37"]);
    assert_eq!(totals(&reciprocal, ["telecoms", "it"]), ["4475524.48", "8111888.11"]);
    assert_eq!(totals(&of(false, "reciprocal"), ids), ["4629370.63", "3370629.37"]);
}

/// R2: Maintenance by machine hours, Computing by CPU minutes; coursehero.com, file 5929594. All whole numbers.
pub(crate) fn maintenance_and_computing() -> Vec<Centre> {
    vec![
        centre("m", 90_000, &[("c", 5_000), ("p1", 10_000), ("p2", 35_000)]),
        centre("c", 83_820, &[("m", 250), ("p1", 350), ("p2", 400)]),
        centre("p1", 200_000, &[]),
        centre("p2", 400_000, &[]),
    ]
}

#[test]
fn maintenance_and_computing_are_charged_on_as_published_in_every_method() {
    let of = |method| settled(&maintenance_and_computing(), method);
    assert_eq!(totals(&of("direct"), ["p1", "p2"]), ["259116.00", "514704.00"]);
    assert_eq!(totals(&of("step-down"), ["p1", "p2"]), ["261316.00", "512504.00"]);
    let reciprocal = of("reciprocal");
    assert_eq!(
        totals(&reciprocal, ["m", "c", "p1", "p2"]),
        ["113800.00", "95200.00", "256080.00", "517740.00"]
    );
    let charged = |index: usize| reciprocal["services"][index]["charged"].as_str().unwrap();
    assert_eq!([charged(2), charged(3)], ["56080.00", "117740.00"]);
}

/// B1: Daycare, HR, IT and Accounting; bhima, `test/server-unit/stepdown.data.js`, `SAMPLE_5`. The published matrix:
/// the gross cost of each, and what the last three end with.
#[test]
fn the_hospital_example_is_stepped_down_as_published() {
    let employees =
        [("hr", 4), ("it", 9), ("accounting", 8), ("cuttings", 20), ("assembling", 50), ("packaging", 5)];
    let computers = [("accounting", 10), ("cuttings", 6), ("assembling", 4), ("packaging", 8)];
    let mut centres = vec![
        centre("daycare", 50_000, &employees),
        centre("hr", 300_000, &employees[1..]),
        centre("it", 200_000, &computers),
        centre("accounting", 250_000, &[]),
        centre("cuttings", 500_000, &[]),
        centre("assembling", 700_000, &[]),
        centre("packaging", 400_000, &[]),
    ];
    centres[3].key = Charge::PrimaryCost;
    let statement = settled(&centres, "step-down");
    // 302083.333, 234239.130, 364091.615
    assert_eq!(
        totals(&statement, ["daycare", "hr", "it", "accounting"]),
        ["50000.00", "302083.33", "234239.13", "364091.61"]
    );
    // 740059.6856, 1082970.2057, 576970.1087: cents by largest remainder, so that they still sum to 2,400,000.00
    assert_eq!(
        totals(&statement, ["cuttings", "assembling", "packaging"]),
        ["740059.68", "1082970.21", "576970.11"]
    );
}

/// G1: Stromerzeugung and Fuhrpark; welt-der-bwl.de, Gleichungsverfahren: 0.125 euro a kWh, 1.25 euro a km.
#[test]
fn electricity_and_cars_cost_each_other_as_published() {
    let statement = settled(
        &[
            centre("strom", 10_000, &[("fuhrpark", 40_000), ("fertigung", 60_000)]),
            centre("fuhrpark", 20_000, &[("strom", 2_000), ("fertigung", 18_000)]),
            centre("fertigung", 0, &[]),
        ],
        "reciprocal",
    );
    // 100,000 kWh × 0.125 and 20,000 km × 1.25
    assert_eq!(totals(&statement, ["strom", "fuhrpark", "fertigung"]), ["12500.00", "25000.00", "30000.00"]);
}

/// What the method, and in the step-down the order, would change for each partner: half of 4,621,848.74 and so on.
#[test]
fn all_methods_are_compared_side_by_side() {
    let dir = folder(&cars_and_trucks(true), "step-down");
    let compare = |format| {
        umlage_in(dir.path(), &["compare", "--secondary", "all", "--lang", "en", "--format", format])
    };
    let compared: Value = serde_json::from_str(&compare("json").stdout).unwrap();
    let alternatives = compared["alternatives"].as_array().unwrap();
    let methods: Vec<&str> = alternatives
        .iter()
        .map(|alternative| alternative["changes"][0]["secondary"].as_str().unwrap())
        .collect();
    assert_eq!(methods, ["direct", "step-down", "reciprocal", "step-down"]);
    assert_eq!(alternatives[3]["changes"][0]["order"], serde_json::json!(["it", "telecoms"]));
    let text = compare("text").stdout;
    assert!(text.contains("internal services by step-down, first Centre it, then Centre telecoms"), "{text}");
    for half in ["2,321,428.57", "2,314,685.32", "2,310,924.37"] {
        assert!(text.contains(half), "{half}: {text}");
    }
}
