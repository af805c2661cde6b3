//! Faults of a row of the small tables that means nothing here. U600 to U699.
//!
//! Cells that cannot be read at all are faults of the [cell](super::cell), as in ledgers; here they were read
//! and name nobody, say nothing or contradict another row.

use super::Fault;
use super::file::Heading;
use crate::money::Money;

/// Faults of a row of the small tables that means nothing here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {
    /// U602: a cell that a row needs is empty.
    Empty {
        /// Its column.
        column: Heading,
    },
    /// U603, U604, U617: no partner, service or receiver of that name.
    Unknown {
        /// What it should have named.
        what: Named,
        /// The cell.
        cell: String,
        /// The id or name that it may have meant.
        nearest: Option<String>,
    },
    /// U605: a word that is none of those allowed.
    Word {
        /// Its column.
        column: Heading,
        /// The cell.
        cell: String,
        /// The words allowed, in German and English.
        allowed: &'static [(&'static str, &'static str)],
    },
    /// U606: `to` is before `from`.
    Reversed,
    /// U607: a driver has two values for the same receiver and time.
    Duplicate {
        /// The driver.
        driver: String,
        /// The receiver's id.
        receiver: String,
    },
    /// U608: a stand-alone cost below zero.
    Negative {
        /// The cell.
        cell: String,
    },
    /// U609: the months of a life that is none.
    Life {
        /// The cell.
        cell: String,
        /// Can the row's cost have a life? A running one cannot.
        possible: bool,
    },
    /// U610: an advance or a balance from a partner to itself.
    SamePartner {
        /// Its id.
        partner: String,
    },
    /// U615: a price level that is none, or has nothing to follow it.
    Level(LevelFault),
    /// U616: a residual value that does not lie between nothing and the cost.
    Residual {
        /// The cell.
        cell: String,
        /// What the asset cost.
        cost: Money,
    },
    /// U618: a receiver that may be a partner or a service, where the driver is that of an internal service's key.
    Ambiguous {
        /// The cell.
        cell: String,
        /// The partner's full name.
        partner: String,
        /// The service's full name.
        service: String,
    },
    /// U619: a receiver of a kind that no key by the driver divides among.
    WrongReceiver {
        /// The driver.
        driver: String,
        /// The cell.
        cell: String,
        /// Do only internal services go by the driver?
        internal: bool,
    },
    /// U611, a warning: rows that do not say where their figures come from, told at the first of them.
    NoSource {
        /// How many.
        rows: usize,
    },
    /// U612, a warning: a stand-alone cost of a partner for a service in which it does not take part.
    NoPart {
        /// The partner's id.
        partner: String,
        /// The service's id.
        service: String,
        /// Is it an internal service, in which nobody takes part?
        internal: bool,
    },
    /// U613, a warning: a one-off cost with an end.
    OneOffEnd,
    /// U614, a warning: the row stands in the file before, cell by cell.
    RowTwice,
}

/// What is wrong with the price level of a stand-alone cost (design 4.11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelFault {
    /// It is neither a year nor a month.
    Malformed {
        /// The cell.
        cell: String,
    },
    /// The series has no figure for it.
    Missing {
        /// The level.
        level: String,
        /// The first month there is.
        first: String,
        /// The last.
        last: String,
    },
    /// An index without a level.
    NoLevel,
    /// A level without an index.
    NoIndex,
    /// The index of a one-off cost.
    OneOff,
}

/// What a cell should have named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A partner.
    Partner,
    /// A service.
    Service,
    /// A partner, a service or a partner's own use.
    Receiver,
}

impl TableFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::Empty { .. } => 602,
            Self::Unknown { what: Named::Partner, .. } => 603,
            Self::Unknown { what: Named::Service, .. } => 604,
            Self::Unknown { what: Named::Receiver, .. } => 617,
            Self::Word { .. } => 605,
            Self::Reversed => 606,
            Self::Duplicate { .. } => 607,
            Self::Negative { .. } => 608,
            Self::Life { .. } => 609,
            Self::SamePartner { .. } => 610,
            Self::Level(_) => 615,
            Self::Residual { .. } => 616,
            Self::Ambiguous { .. } => 618,
            Self::WrongReceiver { .. } => 619,
            Self::NoSource { .. } => 611,
            Self::NoPart { .. } => 612,
            Self::OneOffEnd => 613,
            Self::RowTwice => 614,
        }
    }

    /// Does the statement go on in spite of it?
    #[must_use]
    pub fn is_warning(&self) -> bool {
        (611..615).contains(&self.number())
    }
}

impl From<TableFault> for Fault {
    fn from(fault: TableFault) -> Self {
        Self::Table(fault)
    }
}
