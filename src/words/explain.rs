//! The words of an explanation.
//!
//! In: what a step is, whose figure is explained, and the agreement, for the names. Out: its words in a language; its own
//! figure and its place are put beside them by whoever shows it.

use num_bigint::BigInt;
use num_traits::One;

use crate::agreement::{Agreement, Language, PartnerId, Receiver, ServiceId};
use crate::explain::What;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::period::Year;
use crate::words::{de, en, format};

/// So many digits of a fraction's parts can be read.
const READABLE: usize = 12;

/// Whose figure is explained, and by which agreement.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The agreement.
    pub agreement: &'a Agreement,
    /// Whose figure it is.
    pub partner: PartnerId,
    /// The language.
    pub language: Language,
}

impl<'a> Names<'a> {
    /// The partner whose figure it is.
    #[must_use]
    pub fn mine(&self) -> &'a str {
        self.partner(self.partner)
    }

    pub(in crate::words) fn partner(&self, id: PartnerId) -> &'a str {
        &self.agreement.partner(id).name
    }

    pub(in crate::words) fn service(&self, id: ServiceId) -> &'a str {
        &self.agreement.service(id).name
    }

    pub(in crate::words) fn receiver(&self, receiver: Receiver, own: &str) -> String {
        match receiver {
            Receiver::Partner(partner) => self.partner(partner).to_owned(),
            Receiver::Service(service) => self.service(service).to_owned(),
            Receiver::Own(partner) => format!("{own} {}", self.partner(partner)),
        }
    }

    pub(in crate::words) fn euro(&self, amount: Money) -> String {
        format::amount(amount, self.language)
    }

    /// Cents that are not yet whole, in euro with four decimals; what follows them is not rounded but left out after `…`, so
    /// that nobody reads a cent that is not there.
    #[must_use]
    pub fn exact(&self, cents: &Fraction) -> String {
        self.cut_off(cents, 4)
    }

    /// The same with as many decimals as tell remainders apart that are nearly the same.
    pub(in crate::words) fn exact_to_tell(&self, cents: &Fraction) -> String {
        let short = (cents * Fraction::from_integer(100.into())).is_integer();
        self.cut_off(cents, if short { 4 } else { 8 })
    }

    fn cut_off(&self, cents: &Fraction, decimals: u32) -> String {
        let power = Fraction::from_integer(BigInt::from(10).pow(decimals));
        let scaled = cents / Fraction::from_integer(100.into()) * &power;
        let rest = if scaled.is_integer() { "" } else { "…" };
        format!("{}{rest}", format::decimal(&(scaled.trunc() / power), decimals, self.language))
    }

    /// A share as a fraction, where that can be read, and as percent.
    #[must_use]
    pub fn share(&self, share: &Fraction) -> String {
        match readable(share) {
            Some(fraction) if is_short(share) => format!("{fraction} = {}", self.percent(share)),
            Some(fraction) => format!("{fraction} {}", self.percent(share)),
            None => self.percent(share),
        }
    }

    /// A share to multiply with: as a fraction, where that can be read, else as percent.
    pub(in crate::words) fn factor(&self, share: &Fraction) -> String {
        readable(share).unwrap_or_else(|| self.percent(share))
    }

    /// With four decimals, or fewer if it needs no more.
    fn percent(&self, share: &Fraction) -> String {
        if is_short(share) {
            format::shortest_percent(share, self.language)
        } else {
            format!("≈ {}", format::percent(share, 4, self.language))
        }
    }
}

/// Does its percent need no more than four decimals?
fn is_short(share: &Fraction) -> bool {
    (share * Fraction::from_integer(1_000_000.into())).is_integer()
}

/// A fraction, unless its parts are too long to be read.
fn readable(share: &Fraction) -> Option<String> {
    let (above, below) = (share.numer().to_string(), share.denom().to_string());
    let whole = share.denom().is_one();
    (!whole && above.len().max(below.len()) <= READABLE).then(|| format!("{above}/{below}"))
}

/// The words of a step.
#[must_use]
pub fn step(what: &What, names: Names<'_>) -> String {
    match names.language {
        Language::De => de::explain::step(what, names),
        Language::En => en::explain::step(what, names),
    }
}

/// A sentence of an explanation's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExplainNote {
    /// The heading's first word.
    Title,
    /// How the tree is read.
    HowToRead,
    /// That rows are summed by month, and how all are shown.
    ByMonth,
    /// A step is added.
    Plus,
    /// A step is taken away.
    Minus,
    /// A step says why.
    Beside,
    /// Heading of a column: how deep a step stands.
    Level,
    /// Heading of a column: how a step counts.
    Sign,
    /// Heading of a column: what a step is.
    Step,
}

/// A sentence of an explanation's head.
#[must_use]
pub fn note(note: ExplainNote, language: Language) -> &'static str {
    match language {
        Language::De => de::explain::note(note),
        Language::En => en::explain::note(note),
    }
}

/// Why what was named cannot be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExplainNotice {
    /// An option names what the agreement does not know.
    NoSuchName {
        /// The option.
        option: &'static str,
        /// What was typed.
        typed: String,
        /// The likeliest of those there are.
        nearest: Option<String>,
        /// Those there are, by their ids.
        known: Vec<String>,
    },
    /// A service does not live in the year.
    NotLiving {
        /// Its name.
        service: String,
        /// The year.
        year: Year,
    },
}
