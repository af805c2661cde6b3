//! The tests: which cells of two payments are the same.
//!
//! In: a payment. Out: per test the text that two payments share if they fit it; none where a cell that the test needs is
//! empty, since nothing is not equal to nothing. The amount is in all of them. They stand from the strongest to the
//! weakest: what fits a stronger one was brought together before a weaker one is asked.

use super::{Payment, Spelt};

/// A field that tests need besides the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Kreditor.
    Vendor,
    /// Beleg.
    Voucher,
    /// The row's own day.
    Date,
}

impl Need {
    /// Its name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Vendor => "vendor",
            Self::Voucher => "voucher",
            Self::Date => "date",
        }
    }
}

/// A test for payments that were entered twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// The same payer and the same cells: a row that is there twice.
    Row,
    /// The same vendor, voucher, amount and date.
    Same,
    /// The same vendor, digits of the voucher, amount and date.
    SameDigits,
    /// The same vendor, voucher and amount on another date, or none.
    OtherDate,
    /// The same vendor, digits of the voucher and amount on another date, or none.
    OtherDateDigits,
    /// The same voucher, amount and date with another vendor.
    OtherVendor,
    /// The same digits of the voucher, amount and date with another vendor.
    OtherVendorDigits,
    /// The same vendor, amount and date with another voucher, or none.
    OtherVoucher,
}

impl Test {
    /// All, from the strongest to the weakest.
    pub const ALL: [Self; 8] = [
        Self::Row,
        Self::Same,
        Self::SameDigits,
        Self::OtherDate,
        Self::OtherDateDigits,
        Self::OtherVendor,
        Self::OtherVendorDigits,
        Self::OtherVoucher,
    ];

    /// Its name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Same => "same",
            Self::SameDigits => "same-digits",
            Self::OtherDate => "other-date",
            Self::OtherDateDigits => "other-date-digits",
            Self::OtherVendor => "other-vendor",
            Self::OtherVendorDigits => "other-vendor-digits",
            Self::OtherVoucher => "other-voucher",
        }
    }

    /// Has the payment the cells that the test needs?
    pub(super) fn applies(self, payment: &Payment) -> bool {
        let spelt = &payment.spelt;
        let [vendor, voucher, digits] =
            [&spelt.vendor, &spelt.voucher, &spelt.digits].map(|cell| !cell.is_empty());
        match self {
            Self::Row => vendor || voucher,
            Self::Same | Self::OtherVendor => vendor && voucher && payment.dated,
            Self::SameDigits | Self::OtherVendorDigits => vendor && digits && payment.dated,
            Self::OtherDate => vendor && voucher,
            Self::OtherDateDigits => vendor && digits,
            Self::OtherVoucher => vendor && payment.dated,
        }
    }

    /// What two payments share that fit the test.
    pub(super) fn key(self, payment: &Payment) -> Option<String> {
        let Spelt { vendor, voucher, digits } = &payment.spelt;
        let (vendor, voucher, digits) = (vendor.as_str(), voucher.as_str(), digits.as_str());
        let (date, amount) = (payment.date.to_string(), payment.amount.to_string());
        let cells = match self {
            Self::Row => [payment.cells.as_str(), "", ""],
            Self::Same => [vendor, voucher, &date],
            Self::SameDigits => [vendor, digits, &date],
            Self::OtherDate => [vendor, voucher, ""],
            Self::OtherDateDigits => [vendor, digits, ""],
            Self::OtherVendor => ["", voucher, &date],
            Self::OtherVendorDigits => ["", digits, &date],
            Self::OtherVoucher => [vendor, "", &date],
        };
        self.applies(payment).then(|| format!("{}\u{1f}{amount}", cells.join("\u{1f}")))
    }

    /// Does it let dates differ?
    pub(super) const fn is_over_time(self) -> bool {
        matches!(self, Self::OtherDate | Self::OtherDateDigits)
    }
}
