//! How a key's driver is measured: `measure`, `at`, `over`, `lag`.
//!
//! In: a key's table. Out: the measure, with every setting that would mean nothing refused instead of
//! ignored.

use jiff::civil::date;
use toml::de::DeValue;

use super::sheet::Sheet;
use super::table::{Entry, Table};
use crate::agreement::{Measure, Moment, Over};
use crate::finding::toml::{Form, Kind};
use crate::finding::{AgreementFault, TomlFault};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    At,
    Sum,
    Mean,
}

const WAYS: [(&str, Way); 3] = [("at", Way::At), ("sum", Way::Sum), ("mean", Way::Mean)];

/// The measure of a key; its settings are out of place where the key has no driver. A key by cost, a waterfall or a price,
/// cannot get one either.
pub(super) fn read(
    table: &mut Table<'_>,
    has_driver: bool,
    by_cost: bool,
    sheet: &mut Sheet<'_>,
) -> Option<Measure> {
    let [measure, over, lag] = ["measure", "over", "lag"].map(|key| table.optional(key));
    let at = table.optional("at");
    if !has_driver {
        for entry in [measure, at, over, lag].into_iter().flatten() {
            misplaced(&entry, if by_cost { &[] } else { &["driver = \"einwohner\""] }, sheet);
        }
        return None;
    }
    let way = measure.map_or(Some(Way::Sum), |entry| entry.choice(&WAYS, sheet));
    let lag_years = lag.as_ref().map_or(Some(0), |entry| entry.whole(0..=99, sheet));
    let lag_years = lag_years.and_then(|years| i16::try_from(years).ok());
    match way? {
        Way::At => {
            refuse(over.as_ref(), &["measure = \"sum\"", "measure = \"mean\""], sheet);
            let at = at.or_else(|| table.required("at", "at = \"12-31\""));
            moment(&at?, lag.as_ref(), lag_years, sheet).map(Measure::At)
        }
        way => {
            refuse(at.as_ref(), &["measure = \"at\""], sheet);
            let over = span(over.as_ref(), lag.as_ref(), lag_years?, sheet)?;
            Some(if way == Way::Sum { Measure::Sum(over) } else { Measure::Mean(over) })
        }
    }
}

fn span(
    over: Option<&Entry<'_>>,
    lag: Option<&Entry<'_>>,
    years: i16,
    sheet: &mut Sheet<'_>,
) -> Option<Over> {
    let words = [("segment", Over::Segment), ("year", Over::Year { lag: years })];
    let over = over.map_or(Some(Over::Segment), |entry| entry.choice(&words, sheet))?;
    if over == Over::Segment {
        refuse(lag, &["over = \"year\"", "measure = \"at\""], sheet);
    }
    Some(over)
}

fn moment(
    at: &Entry<'_>,
    lag: Option<&Entry<'_>>,
    years: Option<i16>,
    sheet: &mut Sheet<'_>,
) -> Option<Moment> {
    if at.value.as_str() == Some("latest") {
        refuse(lag, &["at = \"12-31\""], sheet);
        return Some(Moment::Latest);
    }
    if let DeValue::Datetime(written) = at.value {
        let spelling = written.date.map(|day| format!("\"{:02}-{:02}\"", day.month, day.day));
        return at.wrong(Kind::Text, spelling, sheet);
    }
    let written = at.text(sheet)?;
    if let Some((month, day)) = month_day(written) {
        return years.map(|lag| Moment::Day { month, day, lag });
    }
    let (key, written, spelling) = (at.key.to_owned(), written.to_owned(), other_way_round(written));
    at.refuse(TomlFault::Malformed { key, form: Form::MonthDay, written, spelling }, sheet)
}

/// `MM-DD`, a day that the month has in a leap year.
fn month_day(written: &str) -> Option<(i8, i8)> {
    let (month, day) = written.split_once('-')?;
    let two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let (month, day) = (two(month) && two(day)).then(|| Some((month.parse().ok()?, day.parse().ok()?)))??;
    let fits = (1..=12).contains(&month) && (1..=date(2000, month, 1).days_in_month()).contains(&day);
    fits.then_some((month, day))
}

/// `31.12.` as it is to be written.
fn other_way_round(written: &str) -> Option<String> {
    let (day, month) = written.trim().trim_end_matches('.').split_once('.')?;
    let turned = format!("{month:0>2}-{day:0>2}");
    month_day(&turned).map(|_| format!("\"{turned}\""))
}

fn refuse(entry: Option<&Entry<'_>>, needs: &[&str], sheet: &mut Sheet<'_>) {
    if let Some(entry) = entry {
        misplaced(entry, needs, sheet);
    }
}

/// Notes a setting that needs one of these beside it.
pub(super) fn misplaced(entry: &Entry<'_>, needs: &[&str], sheet: &mut Sheet<'_>) {
    let needs = needs.iter().map(|need| (*need).to_owned()).collect();
    sheet.note(&entry.key_span, AgreementFault::Misplaced { key: entry.key.to_owned(), needs });
}
