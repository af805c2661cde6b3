//! Population of Saarland's municipalities and districts (`Einwohnerzahl`).
//!
//! In: an official municipality code (`Amtlicher Gemeindeschlüssel`). Out: the inhabitants on every day that the
//! municipality register has here. A district is the sum of its municipalities; it has no figure of its own. The
//! days rest on different censuses: each answers for itself, the two show no trend (see `data/README.md`).

use crate::period::Date;

/// Where the figures come from, as a statement prints it in any language.
pub const SOURCE: &str = "Statistisches Bundesamt, Gemeindeverzeichnis (dl-de/by-2-0)";

/// The driver that the figures are rows of.
pub const DRIVER: &str = "population";

/// `ags;name;district`, then a column for each day.
const FILE: &str = include_str!("../../data/series/population-saarland.csv");

/// How many columns stand before those of the days.
const LABELS: usize = 3;

/// One municipality.
struct Row {
    /// Eight digits; the first five are those of its district.
    ags: &'static str,
    /// Inhabitants on each of [`days`].
    inhabitants: Vec<u64>,
}

impl Row {
    /// None where a figure is not a whole number.
    fn read(line: &'static str) -> Option<Self> {
        let figures = line.split(';').skip(LABELS).map(|figure| figure.parse().ok());
        Some(Self { ags: line.split(';').next()?, inhabitants: figures.collect::<Option<_>>()? })
    }
}

/// The inhabitants of a municipality (8 digits) or district (5 digits, or 8 of which the last three are zeros) on
/// every day there is, in order of time; none where the code is of neither in Saarland.
///
/// ```
/// use umlage::series::population;
/// let saarbruecken = population::of("10041100").unwrap();
/// assert_eq!(saarbruecken[0], ("2011-12-31".parse().unwrap(), 176_135));
/// assert_eq!(population::of("10045"), population::of("10045000")); // Saarpfalz-Kreis
/// assert_eq!(population::of("07320000"), None); // Zweibrücken lies elsewhere
/// ```
#[must_use]
pub fn of(ags: &str) -> Option<Vec<(Date, u64)>> {
    let code = prefix(ags)?;
    let rows: Vec<Row> = rows().filter(|row| row.ags.starts_with(code)).collect();
    let sum = |column| rows.iter().filter_map(|row: &Row| row.inhabitants.get(column)).sum();
    let figures = days().into_iter().enumerate().map(|(column, day)| (day, sum(column))).collect();
    (!rows.is_empty()).then_some(figures)
}

/// What the codes of all the municipalities begin with that `ags` stands for.
fn prefix(ags: &str) -> Option<&str> {
    match ags.len() {
        5 => Some(ags),
        8 => Some(ags.strip_suffix("000").unwrap_or(ags)),
        _ => None,
    }
}

/// The days of the header.
fn days() -> Vec<Date> {
    let header = FILE.lines().next().unwrap_or_default();
    header.split(';').skip(LABELS).filter_map(|day| day.parse().ok()).collect()
}

fn rows() -> impl Iterator<Item = Row> {
    FILE.lines().skip(1).filter_map(Row::read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DISTRICTS: [(&str, [u64; 2]); 6] = [
        ("10041", [331_529, 330_848]),
        ("10042", [104_589, 104_425]),
        ("10043", [136_381, 132_283]),
        ("10044", [202_352, 195_749]),
        ("10045", [148_619, 142_419]),
        ("10046", [89_882, 86_942]),
    ];

    fn figures(ags: &str) -> Vec<u64> {
        of(ags).unwrap().into_iter().map(|(_, inhabitants)| inhabitants).collect()
    }

    #[test]
    fn every_line_is_read_and_the_codes_ascend() {
        assert_eq!(days(), [date(2011, 12, 31), date(2022, 12, 31)]);
        let rows: Vec<Row> = rows().collect();
        assert_eq!((rows.len(), FILE.lines().count()), (52, 53));
        assert!(rows.iter().all(|row| row.inhabitants.len() == 2 && row.ags.len() == 8));
        assert!(rows.is_sorted_by(|one, next| one.ags < next.ags));
    }

    #[test]
    fn a_municipality_has_its_own_figures() {
        let saarbruecken = [(date(2011, 12, 31), 176_135), (date(2022, 12, 31), 181_959)];
        assert_eq!(of("10041100").unwrap(), saarbruecken);
        assert_eq!(figures("10046118"), [12_670, 12_160]);
    }

    #[test]
    fn a_district_is_the_sum_of_its_municipalities() {
        let towns_of_saarpfalz = [17_971, 21_717, 6_781, 43_724, 9_994, 11_328, 37_104];
        assert_eq!(figures("10045000")[0], towns_of_saarpfalz.iter().sum::<u64>());
        for (district, sums) in DISTRICTS {
            assert_eq!(figures(district), sums);
            assert_eq!(of(&format!("{district}000")), of(district));
        }
    }

    /// Statistisches Landesamt Saarland, for the end of 2022; for the end of 2011, on the basis of the census of
    /// 1987, the published 997,855 and the published difference of 15,497.
    #[test]
    fn the_districts_sum_to_the_published_population_of_saarland() {
        let total = |column: usize| DISTRICTS.iter().map(|(_, sums)| sums[column]).sum::<u64>();
        assert_eq!((total(0), total(1)), (997_855 + 15_497, 992_666));
    }

    #[test]
    fn other_codes_have_no_figures() {
        for ags in ["", "10", "1004", "10040", "100411", "10041999", "10000000", "07320000", "10041100 "] {
            assert_eq!(of(ags), None, "{ags}");
        }
    }
}
