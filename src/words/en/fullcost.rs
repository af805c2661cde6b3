//! The words of full cost in English.
//!
//! In: what is to be named or said. Out: its words. One exhaustive match for each kind of word.

use crate::agreement::Language::En;
use crate::agreement::{Of, Secondary, Take};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::tables::StandaloneKind;
use crate::words::format;
use crate::words::fullcost::{FullPhrase, Label, Note, Title};

fn euro(amount: Money) -> String {
    format::amount(amount, En)
}

/// The caption of a table.
pub(in crate::words) fn title(title: Title) -> &'static str {
    match title {
        Title::Internal => "Internal services",
        Title::InternalKinds => "Cost of internal services by cost kind",
        Title::Charges => "What internal services charge: who receives what from whom",
        Title::ChargesBorne => "Who bore what is charged",
        Title::Assets => "Assets",
        Title::AssetYear => "Assets in the year",
        Title::AssetPlan => "Schedule of depreciation",
        Title::Steps => "Steps",
        Title::StepSums => "What all steps come to",
        Title::UnitPrice => "Price per unit",
        Title::Rates => "VAT on claims, by rate",
        Title::Openings => "Balances carried over that count in this year",
        Title::PartnerCosts => "Costs of each partner",
        Title::StandaloneRows => "Stand-alone costs, row by row",
        Title::StandaloneSources => "What these rows rest on",
        Title::Indexed => "Stand-alone costs that follow consumer prices",
    }
}

/// The heading of a column, or the name of a row.
pub(in crate::words) fn label(label: Label) -> &'static str {
    match label {
        Label::InternalService => "Internal service",
        Label::Postings => "Postings",
        Label::Derived => "Depreciation, overhead",
        Label::Received => "Received",
        Label::Gross => "To be charged",
        Label::Receiver => "Receiver",
        Label::Exact => "Exact amount",
        Label::AtCost => "At cost",
        Label::Charge => "Charge",
        Label::Payer => "Borne by",
        Label::Asset => "Asset",
        Label::Acquired => "Acquired",
        Label::Months => "Months",
        Label::Residual => "Residual",
        Label::BookBefore => "Book value 1 Jan",
        Label::Addition => "Addition",
        Label::Depreciation => "Depreciation",
        Label::BookAfter => "Book value 31 Dec",
        Label::Year => "Year",
        Label::Step => "Step",
        Label::Takes => "Takes",
        Label::Left => "Left",
        Label::Bears => "Goes to",
        Label::RowSum => "Sum of rows",
        Label::Rounding => "Rounding",
        Label::Vat => "VAT",
        Label::GrossClaim => "Gross",
        Label::Net => "Net",
        Label::Rate => "Rate",
        Label::Days => "Days",
        Label::Opening => "Carried over",
        Label::Own => "Own share",
        Label::FromCosts => "From costs",
        Label::Source => "Source",
        Label::Number => "No.",
        Label::StandaloneKind => "Kind",
        Label::Stated => "As stated",
        Label::Level => "Price level",
        Label::LevelMean => "Index level",
        Label::YearMean => "Index year",
        Label::AtYear => "At the year's prices",
        Label::OverheadKind => "Overhead",
        Label::ChargeKind => "Internal services",
        Label::OwnShares => "Own shares",
        Label::AddDerived => "Plus depreciation and overhead",
        Label::LessOwn => "Less own shares",
    }
}

/// A sentence that is always the same.
pub(in crate::words) fn note(note: Note) -> &'static str {
    match note {
        Note::ByCalendarYear => {
            "Internal services are charged on per calendar year by one key: a service that begins or ends \
                                       within the year bears its full share."
        }
        Note::MonthsOfAssets => {
            "The month of acquisition is the first. Months before or after the service's life count in the nearest segment."
        }
        Note::TaxNotDecided => {
            "Whether a service is subject to VAT is decided by § 2b UStG (mandatory from 1 January 2027), not by this program."
        }
        Note::StandaloneRows => {
            "Running and remaining amounts are for a whole year; they count for the time in which both the row and the \
             participation last. One-off ones are spread evenly over their life, from the month of the day on."
        }
        Note::VatIsJoint => "The joint cost contains the VAT that the partner owes.",
    }
}

/// A sentence, or words with names and figures in them.
pub(in crate::words) fn full(phrase: &FullPhrase<'_>) -> String {
    match phrase {
        FullPhrase::Method(method, names) => self::method(*method, names),
        FullPhrase::Bridge { shared, derived, own, cost } => bridge([*shared, *derived, *own, *cost]),
        FullPhrase::Running { total, even, part, share, dated } => {
            running([*total, *share, *dated], *even, part)
        }
        FullPhrase::Overhead { service, percent, kind, base, amount } => format!(
            "Overhead of {service}: {} % of {kind} {} = {}",
            format::quantity(*percent, En),
            euro(*base),
            euro(*amount)
        ),
        FullPhrase::OwnOf(partner) => format!("Own share of {partner}"),
        FullPhrase::Charging(service) => format!("{service} · internal service"),
        FullPhrase::PrimaryCost => "by the receivers' primary cost".to_owned(),
        FullPhrase::Steps(count) => format!("in {count} steps, each from what is left"),
        FullPhrase::Price(driver, unit) => {
            format!("{} euro per unit, counted: {driver}", format::quantity(*unit, En))
        }
        FullPhrase::Step(take, limit, divided) => step(*take, *limit, *divided),
        FullPhrase::SegmentStep(segment, number) => format!("{segment} · step {number}"),
        FullPhrase::StepKey(number, key) => format!("Step {number}: {key}"),
        FullPhrase::Recovery { recovered, cost, rest, all_counted } => {
            recovery(*recovered, *cost, rest, *all_counted)
        }
        FullPhrase::RestOfPrice(partner) => format!("{partner} (what is left)"),
        FullPhrase::FromCosts { own, rounding } => {
            let (own, rounding) =
                (if *own { " + own share" } else { "" }, if *rounding { " + rounding" } else { "" });
            format!("From costs = allocated{own}{rounding} - borne")
        }
        FullPhrase::Balance { opening, vat, advances } => format!(
            "Balance = {}from costs{}{}",
            if *opening { "carried over + " } else { "" },
            if *vat { " + VAT" } else { "" },
            if *advances { " - advances paid + advances received" } else { "" }
        ),
        FullPhrase::StandaloneKind(kind) => standalone(*kind),
        FullPhrase::IndexSource(source) => format!(
            "At the year's prices = amount as stated × index in the year ÷ index at the price level (mean of the months, \
             2020 = 100). Source: {source}."
        ),
    }
}

fn standalone(kind: StandaloneKind) -> String {
    match kind {
        StandaloneKind::Running => "running".to_owned(),
        StandaloneKind::Remaining => "remaining".to_owned(),
        StandaloneKind::OneOff { life_months: None } => "one-off".to_owned(),
        StandaloneKind::OneOff { life_months: Some(months) } => format!("one-off, {months} months"),
    }
}

fn method(method: Secondary, names: &[&str]) -> String {
    let order = names.join(", ");
    match method {
        Secondary::Direct => {
            "Method: direct. Internal services are charged to the partners' services and to own shares only."
                .to_owned()
        }
        Secondary::StepDown => format!(
            "Method: step-down, in the order {order}; nothing is charged back to services that were charged on before."
        ),
        Secondary::Reciprocal => {
            "Method: reciprocal. Internal services charge each other; the equations are solved exactly."
                .to_owned()
        }
    }
}

fn step(take: Take, limit: Option<Money>, divided: bool) -> String {
    let word = if divided { "in the segment" } else { "rounded" };
    let part = |year: Money| match limit {
        Some(limit) if limit != year => format!(" ({word} {})", euro(limit)),
        _ => String::new(),
    };
    let percent = |percent| format::quantity(percent, En);
    match take {
        Take::Above(ceiling) => format!("What exceeds {}{}", euro(ceiling), part(ceiling)),
        Take::Amount(amount) => format!("Base amount {}{}", euro(amount), part(amount)),
        Take::Percent(share, Of::Total) => format!("{} % of the total cost", percent(share)),
        Take::Percent(share, Of::Rest) => format!("{} % of what is left", percent(share)),
        Take::Rest => "The rest".to_owned(),
    }
}

fn recovery(recovered: Money, cost: Money, rest: &str, all_counted: bool) -> String {
    let difference = recovered - cost;
    let uncounted = if all_counted {
        String::new()
    } else {
        format!(" The units of {rest} itself are not in drivers.csv, and not counted here.")
    };
    let sentence = if difference.is_zero() {
        format!("Price × units = {} covers the cost exactly.", euro(recovered))
    } else if difference.is_negative() {
        format!(
            "Price × units = {}; cost {}; under-recovery {}: {rest} bears so much more than the price brings.",
            euro(recovered),
            euro(cost),
            euro(difference.abs())
        )
    } else {
        format!(
            "Price × units = {}; cost {}; over-recovery {}: {rest} gets it. Where cost is reimbursed without profit, none should \
             remain.",
            euro(recovered),
            euro(cost),
            euro(difference)
        )
    };
    sentence + &uncounted
}

fn bridge([shared, derived, own, cost]: [Money; 4]) -> String {
    format!(
        "Shared {} + depreciation and overhead {} - own shares {} = cost of the services {}",
        euro(shared),
        euro(derived),
        euro(own),
        euro(cost)
    )
}

fn running([total, share, dated]: [Money; 3], even: Money, part: &Fraction) -> String {
    format!(
        "Cost of the segment {} = {} (evenly: {} × {}/{}) + {} (by date or period)",
        euro(total),
        euro(share),
        euro(even),
        part.numer(),
        part.denom(),
        euro(dated)
    )
}
