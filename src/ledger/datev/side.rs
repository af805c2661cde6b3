//! From which of its two accounts a DATEV row is seen.
//!
//! In: `Konto` and `Gegenkonto`, how many digits a general ledger account has, and whether rules name an account. Out:
//! the account that the posting is on, the other one, and whether the row's side has to be turned for it. A row says
//! "24.95 credit on 1200 against 4940"; the cost is 24.95 on 4940. The choice, in this order:
//! the general ledger account before a customer or vendor; the one of the two that a rule of a service or a cost
//! kind names; `Konto`. Rules of `skip` do not choose: a bank account that is left out would take its costs along.

use crate::agreement::{Pattern, Rule, RuleField};
use crate::ledger::View;

/// A row's two accounts as the posting has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen<'r> {
    pub(crate) account: &'r str,
    pub(crate) counter_account: &'r str,
    /// Is it seen from `Gegenkonto`, so that debit and credit change places?
    pub(crate) turned: bool,
    pub(crate) view: View,
}

impl Seen<'_> {
    /// The row, seen from its other account.
    fn turned(self) -> Self {
        Self {
            account: self.counter_account,
            counter_account: self.account,
            turned: !self.turned,
            view: self.view,
        }
    }
}

/// What an account's length says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Sachkonto.
    Ledger,
    /// Personenkonto: a customer's or vendor's.
    Personal,
    Unknown,
}

/// The choice. `named` says whether a rule names a row whose account and counter-account are these.
pub(crate) fn seen<'r>(
    (konto, gegenkonto): (&'r str, &'r str),
    digits: usize,
    named: impl Fn(&str, &str) -> bool,
) -> Seen<'r> {
    let here = Seen { account: konto, counter_account: gegenkonto, turned: false, view: View::Given };
    let there = Seen { account: gegenkonto, counter_account: konto, turned: true, view: View::Given };
    // DATEV writes 0 for an account that is not there.
    if gegenkonto.trim_start_matches('0').is_empty() {
        return here;
    }
    match (kind(konto, digits), kind(gegenkonto, digits)) {
        (Kind::Ledger, Kind::Personal) => return here,
        (Kind::Personal, Kind::Ledger) => return there,
        _ => {}
    }
    match (named(konto, gegenkonto), named(gegenkonto, konto)) {
        (true, false) => here,
        (false, true) => there,
        (false, false) => Seen { view: View::Neither, ..here },
        (true, true) => Seen { view: View::Both, ..here },
    }
}

/// A customer's or vendor's account has one digit more than a general ledger account; zeros in front do not count.
fn kind(account: &str, digits: usize) -> Kind {
    let number = account.trim_start_matches('0');
    if !account.bytes().all(|byte| byte.is_ascii_digit()) {
        return Kind::Unknown;
    }
    match number.len() {
        length if length <= digits => Kind::Ledger,
        length if length == digits + 1 => Kind::Personal,
        _ => Kind::Unknown,
    }
}

/// From which account a rule of `skip` leaves out a row of which it is open where it is seen from: it must fit from both,
/// so that no cost is lost with its bank account, or name both.
pub(crate) fn skipped<'r>(rule: &Rule, seen: Seen<'r>, fits: impl Fn(Seen<'r>) -> bool) -> Option<Seen<'r>> {
    let both = [RuleField::Account, RuleField::CounterAccount]
        .iter()
        .all(|named| rule.patterns.iter().any(|(field, _)| field == named));
    match (fits(seen), fits(seen.turned())) {
        (true, true) => Some(seen),
        (true, false) if both => Some(seen),
        (false, true) if both => Some(seen.turned()),
        _ => None,
    }
}

/// Do the rule's patterns for account and counter-account fit these two? (A rule that is looked at has one.)
pub(crate) fn named(rule: &Rule, account: &str, counter_account: &str) -> bool {
    rule.patterns.iter().all(|(field, pattern)| match field {
        RuleField::Account => fits(pattern, account),
        RuleField::CounterAccount => fits(pattern, counter_account),
        _ => true,
    })
}

/// An account whose zeros were lost is meant all the same; that they were lost is told when it is booked.
fn fits(pattern: &Pattern, account: &str) -> bool {
    pattern.fits(account) || pattern.fits_with_zeros(account)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::{Files, Place};

    fn rule(patterns: &[(RuleField, &str)]) -> Rule {
        let patterns = patterns.iter().map(|(field, pattern)| (*field, Pattern::new(pattern))).collect();
        Rule { payer: None, patterns, place: Place::start(Files::default().id("umlage.toml")) }
    }

    fn by<'r>(accounts: (&'r str, &'r str), rules: &[Rule]) -> (&'r str, bool, View) {
        let seen = seen(accounts, 4, |account, other| rules.iter().any(|rule| named(rule, account, other)));
        (seen.account, seen.turned, seen.view)
    }

    #[test]
    fn a_general_ledger_account_goes_before_a_customer_or_vendor() {
        let personal = [rule(&[(RuleField::Account, "7*")])];
        assert_eq!(by(("4940", "70001"), &personal), ("4940", false, View::Given));
        assert_eq!(by(("70001", "4940"), &personal), ("4940", true, View::Given));
        assert_eq!(by(("0004940", "070001"), &[]), ("0004940", false, View::Given));
        assert_eq!(by(("27", "70001"), &[]), ("27", false, View::Given));
    }

    #[test]
    fn else_the_account_that_a_rule_names() {
        let rules = [rule(&[(RuleField::Account, "49*"), (RuleField::Text, "x")])];
        assert_eq!(by(("1200", "4940"), &rules), ("4940", true, View::Given));
        assert_eq!(by(("4940", "1200"), &rules), ("4940", false, View::Given));
        assert_eq!(by(("10000", "70001"), &[rule(&[(RuleField::Account, "70001")])]).0, "70001");
    }

    #[test]
    fn a_rule_may_name_the_other_account_or_both() {
        let bank = [rule(&[(RuleField::CounterAccount, "1200")])];
        assert_eq!(by(("1200", "4940"), &bank), ("4940", true, View::Given));
        let both = [rule(&[(RuleField::Account, "4*"), (RuleField::CounterAccount, "44*")])];
        assert_eq!(by(("4400", "4940"), &both), ("4940", true, View::Given));
    }

    #[test]
    fn where_no_rule_or_two_rules_decide_the_view_stays_open() {
        assert_eq!(by(("1200", "4940"), &[]), ("1200", false, View::Neither));
        let rules = [rule(&[(RuleField::Account, "4*")])];
        assert_eq!(by(("4400", "4940"), &rules), ("4400", false, View::Both));
    }

    #[test]
    fn a_row_without_a_second_account_leaves_no_choice() {
        for none in ["", "0", "0000"] {
            assert_eq!(by(("4940", none), &[]), ("4940", false, View::Given));
        }
    }

    #[test]
    fn zeros_that_were_lost_do_not_change_the_view() {
        assert_eq!(by(("1200", "420"), &[rule(&[(RuleField::Account, "0420")])]).0, "420");
    }
}
