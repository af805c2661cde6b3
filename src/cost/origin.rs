//! What a posting is, once its cells have been looked at.
//!
//! In: a posting. Out: its [`Origin`], which is the same for all postings whose cells are the same but for date, period
//! and amount; and what is doubtful about one of them.

use super::classify::{Class, class};
use super::doubles::doubles;
use super::hits::Hits;
use super::{NotShared, Tally, YearBy};
use crate::agreement::{KindId, PartnerId, ServiceId};
use crate::finding::{Finding, PostingFault};
use crate::ledger::Posting;
use crate::period::{Date, Span, Year};
use crate::place::Place;
use crate::rules::Rules;

/// Where a posting comes from and where it belongs.
pub(super) struct Origin {
    /// The first posting of this origin.
    pub(super) place: Place,
    pub(super) source: usize,
    pub(super) payer: PartnerId,
    /// The name of the partner that is the vendor of what is shared.
    pub(super) vendor: Option<String>,
    /// Or why it belongs nowhere.
    pub(super) belongs: Result<Belongs, PostingFault>,
    pub(super) fiscal_year: Option<Year>,
    by_voucher_date: bool,
}

/// Where a posting belongs.
pub(super) enum Belongs {
    Shared { service: ServiceId, kind: Option<KindId> },
    NotShared(NotShared),
}

/// What an origin does not say: a posting's own day, period and amount, or the sum of several.
pub(super) struct Item {
    pub(super) place: Place,
    pub(super) date: Date,
    pub(super) period: Option<Span>,
    pub(super) sum: Tally,
}

impl Origin {
    /// That of a posting; the rules that fit it are noted in `hits`.
    pub(super) fn of(rules: &Rules, posting: &Posting<'_>, hits: &mut Hits) -> Self {
        let belongs = class(rules, posting, hits).map(|class| match class {
            Class::Shared { service, kind } => Belongs::Shared { service, kind },
            Class::NotShared(reason) => {
                let (account, cost_centre) = (posting.account.to_owned(), posting.cost_centre.to_owned());
                Belongs::NotShared(NotShared { reason, account, cost_centre })
            }
        });
        let shared = matches!(belongs, Ok(Belongs::Shared { .. }));
        let vendor = rules.agreement.partner_as_vendor(posting.vendor).filter(|_| shared);
        Self {
            place: posting.place,
            source: posting.source,
            payer: posting.payer,
            vendor: vendor.map(|partner| partner.name.clone()),
            belongs,
            fiscal_year: posting.fiscal_year,
            by_voucher_date: posting.by_voucher_date,
        }
    }

    /// The year in which a posting of this day counts where it is not spread, and by which field.
    pub(super) fn year(&self, date: Date) -> (Year, YearBy) {
        match self.fiscal_year {
            Some(year) => (year, YearBy::FiscalYear),
            None if self.by_voucher_date => (Year::of(date), YearBy::VoucherDate),
            None => (Year::of(date), YearBy::Date),
        }
    }

    /// The days of postings that count in this year and about which there is nothing to be told.
    pub(super) fn plain_days(&self, year: Year) -> Option<Span> {
        if self.vendor.is_some() || self.belongs.is_err() {
            return None;
        }
        let beside = |years: i16| Year::new(year.number() + years).map_or(year, |year| year).span();
        let around = i16::from(self.fiscal_year.is_some());
        Span::new(beside(-around).from(), beside(around).to())
    }

    /// A fiscal year that is neither the date's nor one beside it is probably a slip.
    pub(super) fn far(&self, item: &Item) -> Option<Finding> {
        let (fiscal_year, date) = (self.fiscal_year?, item.date);
        let years = fiscal_year.number().abs_diff(date.year());
        (years > 1).then(|| Finding::at(item.place, PostingFault::FarFiscalYear { fiscal_year, date }))
    }

    /// The warnings that a shared posting may be counted twice.
    pub(super) fn doubles(&self, rules: &Rules, item: &Item) -> Vec<Finding> {
        match self.belongs {
            Ok(Belongs::Shared { service, .. }) => doubles(rules, item, self.vendor.as_deref(), service),
            _ => Vec::new(),
        }
    }
}
