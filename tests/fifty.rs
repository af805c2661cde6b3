//! A large cooperation: fifty partners, forty services, ten internal services that charge each other, keys that change
//! within the year, partners that join and leave. The test of that size and the benchmark both make it.

use std::fmt::Write;
use std::fs;

use tempfile::TempDir;

/// How many partners.
const PARTNERS: usize = 50;
/// How many services that partners share.
pub(crate) const SERVICES: usize = 40;
/// How many services that services use.
pub(crate) const INTERNAL: usize = 10;

fn agreement(secondary: &str) -> String {
    let mut toml = format!(
        "[agreement]\nname = \"Fifty\"\nlanguage = \"en\"\nsecondary = \"{secondary}\"\ntransfers = \"fewest\"\n"
    );
    for partner in 0..PARTNERS {
        writeln!(toml, "[partners.p{partner}]\nname = \"Municipality {partner}\"").unwrap();
    }
    keys(&mut toml);
    for internal in 0..INTERNAL {
        let operator = internal * 3;
        writeln!(
            toml,
            "[services.i{internal}]\nname = \"Internal {internal}\"\noperator = \"p{operator}\"\nsince = 2013-01-01\n\
             internal = true\nkey = \"r{internal}\""
        )
        .unwrap();
    }
    for service in 0..SERVICES {
        let (operator, day) = (service % PARTNERS, 1 + service % 27);
        writeln!(
            toml,
            "[services.s{service}]\nname = \"Service {service}\"\noperator = \"p{operator}\"\nsince = 2013-01-01\n\
             keys = [ {{ from = 2013-01-01, key = \"calls\" }}, {{ from = 2014-07-{day:02}, key = \"mixed\" }}, \
             {{ from = 2014-10-01, key = \"steps\" }} ]\n\
             joined = {{ p{} = 2014-03-{day:02}, p{} = 2014-05-01 }}\nleft = {{ p{} = 2014-11-30 }}",
            (service + 1) % PARTNERS,
            (service + 2) % PARTNERS,
            (service + 3) % PARTNERS
        )
        .unwrap();
    }
    toml + "[[ledger]]\nfiles = \"ledger.csv\"\n"
}

fn keys(toml: &mut String) {
    toml.push_str("[keys.calls]\ndriver = \"calls\"\nover = \"year\"\n[keys.equal]\nequal = true\n");
    toml.push_str("[keys.population]\ndriver = \"people\"\nmeasure = \"at\"\nat = \"12-31\"\nlag = 2\npercent_decimals = 3\n");
    toml.push_str(
        "[keys.mixed]\nmix = [ { key = \"equal\", percent = 25 }, { key = \"population\", percent = 75 } ]\n",
    );
    toml.push_str(
        "[keys.steps]\nsteps = [ { amount = 1200, key = \"equal\" }, { percent = 10, of = \"rest\", key = \"calls\" }, \
         { rest = true, key = \"population\" } ]\n",
    );
    for internal in 0..INTERNAL {
        writeln!(toml, "[keys.r{internal}.weights]").unwrap();
        for other in (0..INTERNAL).filter(|other| *other != internal) {
            writeln!(toml, "i{other} = {}", 1 + (internal * 7 + other * 3) % 11).unwrap();
        }
        for service in 0..SERVICES {
            writeln!(toml, "s{service} = {}", 1 + (internal * 5 + service * 13) % 29).unwrap();
        }
        for partner in (0..PARTNERS).step_by(7) {
            writeln!(toml, "\"own:p{partner}\" = {}", 2 + (internal + partner) % 17).unwrap();
        }
    }
}

/// Each service has rows of several payers, some of them credit notes.
fn ledger() -> String {
    let mut text = "date;service;payer;amount\n".to_owned();
    let services = (0..INTERNAL).map(|n| format!("i{n}")).chain((0..SERVICES).map(|n| format!("s{n}")));
    for (index, service) in services.enumerate() {
        for row in 0..40_usize {
            let (payer, month, day) =
                ((index * 11 + row * 3) % PARTNERS, 1 + row % 12, 1 + (index + row) % 28);
            let cents = (index * 104_729 + row * 7_919) % 900_000;
            let minus = if row % 9 == 8 { "-" } else { "" };
            writeln!(
                text,
                "2014-{month:02}-{day:02};{service};p{payer};{minus}{},{:02}",
                cents / 100,
                cents % 100
            )
            .unwrap();
        }
    }
    text
}

fn drivers() -> String {
    let mut text = "driver;receiver;from;to;value;source\n".to_owned();
    for partner in 0..PARTNERS {
        writeln!(text, "people;p{partner};2012-12-31;;{};register", 4_001 + partner * 1_237).unwrap();
        for month in 1..=12 {
            let calls = 10 + (partner * 31 + month * 17) % 400;
            writeln!(text, "calls;p{partner};2014-{month:02}-01;;{calls};statistics").unwrap();
        }
    }
    text
}

/// The cooperation's folder; its internal services charge each other by this method.
pub(crate) fn folder(secondary: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("umlage.toml"), agreement(secondary)).unwrap();
    fs::write(dir.path().join("ledger.csv"), ledger()).unwrap();
    fs::write(dir.path().join("drivers.csv"), drivers()).unwrap();
    dir
}
