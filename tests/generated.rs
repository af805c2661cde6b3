//! A big ledger that nobody kept: the same rows every time, and what they sum to. The test of big files and the benchmark
//! of the reader both make it.

use std::fmt::Write;
use std::fs;

use encoding_rs::WINDOWS_1252;
use tempfile::TempDir;

/// How a ledger is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Lines end in LF.
    Lf,
    /// Lines end in CRLF.
    CrLf,
    /// Every cell in quotes, commas between them, some texts of two lines; CRLF.
    Quoted,
    /// One byte for each character.
    Windows1252,
    /// Every tenth row is for a period.
    Periods,
    /// No row has cost centre, account and vendor of another.
    Unlike,
}

/// All of them, with their names.
pub(crate) const STYLES: [(&str, Style); 6] = [
    ("LF", Style::Lf),
    ("CRLF", Style::CrLf),
    ("all in quotes", Style::Quoted),
    ("windows-1252", Style::Windows1252),
    ("periods", Style::Periods),
    ("nothing alike", Style::Unlike),
];

/// A ledger's text and the sum of its amounts, in cents.
#[derive(Debug, Clone)]
pub(crate) struct Ledger {
    pub(crate) text: String,
    pub(crate) cents: i64,
}

/// Numbers that look like chance: the upper bits of a linear congruential generator (multiplier and increment of Knuth's MMIX).
struct Chance(u64);

impl Chance {
    /// A number below `bound`.
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

const HEAD: [&str; 11] = [
    "date",
    "voucher",
    "account",
    "cost_centre",
    "service",
    "payer",
    "vendor",
    "text",
    "period_from",
    "period_to",
    "amount",
];
const SERVICES: [(&str, &str); 4] =
    [("meldewesen", "6010"), ("finanzen", "6020"), ("netz", "6030"), ("schule", "6040")];
const TEXTS: [&str; 5] =
    ["Wartung Server", "Lizenzen für Schüler", "Umlage gemäß § 5", "Leitung Grünstraße", "Rechenzentrum"];

/// So many rows in this style.
pub(crate) fn ledger(style: Style, rows: u64) -> Ledger {
    let mut ledger = Ledger { text: String::new(), cents: 0 };
    ledger.push(style, &HEAD.map(str::to_owned));
    let mut chance = Chance(2014);
    for row in 0..rows {
        let (cells, cents) = cells(style, row, &mut chance);
        ledger.push(style, &cells);
        ledger.cents += cents;
    }
    ledger
}

impl Ledger {
    fn push(&mut self, style: Style, cells: &[String]) {
        if style == Style::Quoted {
            let quoted: Vec<String> =
                cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            self.text.push_str(&quoted.join(","));
        } else {
            self.text.push_str(&cells.join(";"));
        }
        self.text.push_str(if matches!(style, Style::CrLf | Style::Quoted) { "\r\n" } else { "\n" });
    }
}

/// A row's cells, and its amount in cents.
fn cells(style: Style, row: u64, chance: &mut Chance) -> ([String; 11], i64) {
    let (day, month) = (1 + chance.below(28), 1 + chance.below(12));
    let (service, centre) = SERVICES[usize::try_from(chance.below(4)).unwrap()];
    let payer = if chance.below(3) == 0 { "bach" } else { "aheim" };
    let vendor = chance.below(30);
    let bound = [1_000, 100_000, 20_000_000][usize::try_from(chance.below(3)).unwrap()];
    let cents = i64::try_from(1 + chance.below(bound)).unwrap() * if row % 25 == 7 { -1 } else { 1 };
    let unlike = style == Style::Unlike;
    let period = style == Style::Periods && row.is_multiple_of(10);
    let cells = [
        format!("{day:02}.{month:02}.2014"),
        format!("R{row:07}"),
        if unlike { format!("5{row:06}") } else { format!("54{}", 310 + chance.below(6)) },
        if unlike { format!("K{row}") } else { centre.to_owned() },
        service.to_owned(),
        payer.to_owned(),
        if unlike { format!("Firma {row}") } else { format!("Firma {vendor}") },
        text(style, row, chance),
        if period { format!("01.{month:02}.2014") } else { String::new() },
        if period { "31.12.2014".to_owned() } else { String::new() },
        amount(cents),
    ];
    (cells, cents)
}

fn text(style: Style, row: u64, chance: &mut Chance) -> String {
    let text = TEXTS[usize::try_from(chance.below(5)).unwrap()];
    match (style, row % 50) {
        (Style::Quoted, 11) => format!("{text},\r\nzweite Zeile"),
        (Style::Quoted, 31) => format!("{text} \"neu\", Teil {row}"),
        _ => text.to_owned(),
    }
}

/// As a German ledger writes it: `-1.234,50`.
fn amount(cents: i64) -> String {
    let (euros, rest) = (cents.abs() / 100, cents.abs() % 100);
    let digits = euros.to_string();
    let mut text = if cents < 0 { "-".to_owned() } else { String::new() };
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    write!(text, ",{rest:02}").unwrap();
    text
}

/// A folder with an agreement of two partners and this text as its ledger.
pub(crate) fn folder(style: Style, text: &str) -> TempDir {
    let mut toml =
        "[agreement]\nname = \"Generated\"\nlanguage = \"en\"\n[partners.aheim]\nname = \"Aheim\"\n\
                    [partners.bach]\nname = \"Bach\"\n[keys.halves]\nequal = true\n"
            .to_owned();
    for (service, _) in SERVICES {
        write!(toml, "[services.{service}]\nname = \"{service}\"\noperator = \"aheim\"\nsince = 2013-01-01\nkey = \"halves\"\n")
            .unwrap();
    }
    toml.push_str("[[ledger]]\nfiles = \"ledger.csv\"\n");
    let bytes = if style == Style::Windows1252 {
        toml.push_str("encoding = \"windows-1252\"\n");
        WINDOWS_1252.encode(text).0.into_owned()
    } else {
        text.as_bytes().to_vec()
    };
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("umlage.toml"), toml).unwrap();
    fs::write(dir.path().join("ledger.csv"), bytes).unwrap();
    dir
}
