//! A posting as one line of text, the same from whatever file and in whatever dialect it was read.
//!
//! In: a posting. Out: a JSON array of its cells, days as YYYY-MM-DD, the amount in expense-positive sign with two
//! decimals. Two exports hold the same rows if they hold the same lines; who wants to check a seal can make them himself.

use super::Posting;
use crate::agreement::Agreement;
use crate::period::{Date, Span};

impl Posting<'_> {
    /// The line: payer, date, whether that is the voucher date (`1` or nothing), fiscal year, first and last day of the
    /// period, amount, service, voucher, account, counter-account, cost centre, product, vendor, text; what the ledger does
    /// not say is empty.
    #[must_use]
    pub fn canonical(&self, agreement: &Agreement) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let cells = [
            agreement.partner(self.payer).id.clone(),
            self.date.to_string(),
            if self.by_voucher_date { "1" } else { "" }.to_owned(),
            self.fiscal_year.map(|year| year.to_string()).unwrap_or_default(),
            day(self.period.map(Span::from)),
            day(self.period.map(Span::to)),
            self.amount.to_string(),
        ];
        let texts = [
            self.service,
            self.voucher,
            self.account,
            self.counter_account,
            self.cost_centre,
            self.product,
            self.vendor,
            self.text,
        ];
        let all = cells.iter().map(String::as_str).chain(texts);
        all.collect::<serde_json::Value>().to_string()
    }
}
