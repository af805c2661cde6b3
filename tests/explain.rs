//! Every figure that can be asked for is explained to a sum that equals it.

use std::fs;
use std::path::{Path, PathBuf};

use umlage::agreement::Receiver;
use umlage::allocate::{self, ServiceCost};
use umlage::cost::Booked;
use umlage::explain::{
    Answer, ChargeStep, CostStep, Figure, KeyStep, LineStep, Question, Role, Rows, Step, What, explain,
};
use umlage::finding::Findings;
use umlage::folder::Folder;
use umlage::fraction::{Fraction, exact};
use umlage::money::Money;
use umlage::period::Year;
use umlage::rules::Rules;
use umlage::settle::Balance;
use umlage::statement::{Statement, state};

use crate::network::folder;
use crate::run::umlage_in;
use crate::secondary::maintenance_and_computing;

/// The examples, and every small cooperation of the other tests: waterfalls, prices, all rules for residual cents, VAT,
/// balances carried over, internal services in every method.
fn folders() -> Vec<PathBuf> {
    let below = |dir: &str| fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let mut all: Vec<PathBuf> =
        ["examples", "tests/worked", "tests/cases"].into_iter().flat_map(below).collect();
    all.retain(|path| path.join(Folder::AGREEMENT).is_file());
    all.sort();
    all
}

/// Hands out the statement of each year of a folder that has one.
fn each_statement(path: &Path, each: &mut dyn FnMut(&Folder, &Statement<'_>)) {
    let (mut folder, mut findings) = (Folder::open(path).unwrap(), Findings::all());
    let rules = Rules::read(&mut folder, &mut findings).unwrap().unwrap();
    let booked: Booked = umlage::cost::book(&folder, &rules, &mut findings).unwrap();
    for year in booked.own_years().keys().copied().filter(|year| !findings.stop(*year)).collect::<Vec<Year>>()
    {
        let Ok(checked) = allocate::check(&rules, &booked.years[&year], year) else { continue };
        each(&folder, &state(checked, &folder.files, &booked, &findings));
    }
}

#[test]
fn every_figure_is_explained_to_a_sum_that_equals_it() {
    let (mut statements, mut figures) = (0, 0);
    for path in folders() {
        each_statement(&path, &mut |folder, statement| {
            statements += 1;
            for all in [false, true] {
                let mut asked = Walk { folder, statement, all, figures: 0 };
                asked.walk(&path);
                figures += asked.figures;
            }
        });
    }
    assert!(statements >= 30 && figures > 2_000, "{figures} figures of {statements} statements");
}

/// Asks for everything that can be asked for.
struct Walk<'a> {
    folder: &'a Folder,
    statement: &'a Statement<'a>,
    all: bool,
    figures: usize,
}

impl Walk<'_> {
    fn ask(&mut self, question: Question, path: &Path) -> Step {
        let rows = Rows::behind(self.folder, self.statement, question, self.all).unwrap();
        let root = explain(self.statement, &rows, question);
        self.every_step_adds_up(&root, path);
        root
    }

    fn walk(&mut self, path: &Path) {
        let agreement = &self.statement.rules.agreement;
        for partner in agreement.partner_ids() {
            let root = self.ask(Question { partner, service: None }, path);
            let balances = self.statement.settlement.balances.iter();
            let balance = balances.filter(|balance| balance.partner == partner).map(Balance::balance).sum();
            self.is(&root, &Answer::Balance.into(), balance);
            for cost in &self.statement.allocation.services {
                let question = Question { partner, service: Some(cost.service) };
                let root = self.ask(question, path);
                self.service(&root, cost, question);
                self.is(&root, &Answer::Balance.into(), balance);
            }
            for internal in &self.statement.allocation.charges.internal {
                let question = Question { partner, service: Some(internal.service) };
                let root = self.ask(question, path);
                let paid = internal.borne.get(&partner).copied().unwrap_or_default();
                self.is(&root, &CostStep::Borne(internal.service).into(), paid);
            }
        }
    }

    fn service(&mut self, root: &Step, cost: &ServiceCost, question: Question) {
        let (service, partner) = (cost.service, question.partner);
        self.is(root, &CostStep::Costs(service).into(), cost.total());
        self.is(root, &LineStep::Allocated(service).into(), cost.allocated_to(partner));
        self.is(root, &CostStep::Borne(service).into(), cost.borne_by(partner));
        self.is(root, &Answer::Owes(service).into(), cost.owed_by(partner));
        let claims = root.all().into_iter().find(|step| matches!(step.what, What::Answer(Answer::Claims(_))));
        let claimed = claims.map_or(Figure::Euro(Money::ZERO), |step| step.figure.clone());
        assert_eq!(claimed, Figure::Euro(cost.owed_by(partner)), "what is owed is claimed");
        for line in root.all().into_iter().filter(|step| matches!(step.what, What::Line(LineStep::Line(..))))
        {
            self.shares(line, Receiver::Partner(partner));
        }
        let costs = find(root, &CostStep::Costs(service).into());
        let rows = costs
            .all()
            .into_iter()
            .filter(|step| matches!(step.what, What::Cost(CostStep::Posting(_) | CostStep::Month(..))));
        let rows: Money =
            rows.map(|step| if let Figure::Euro(amount) = step.figure { amount } else { Money::ZERO }).sum();
        assert_eq!(rows, cost.cost.direct(), "the rows below the cost");
    }

    /// A share is what the receiver's value is of all values; the cut amount is cost times share.
    fn shares(&mut self, step: &Step, mine: Receiver) {
        for part in &step.parts {
            match &part.what {
                What::Key(KeyStep::Key(_) | KeyStep::Mixed(..)) => self.share(part, mine),
                What::Line(LineStep::Cut(amount, share, cents)) => {
                    assert_eq!(*cents, exact(*amount) * share);
                    let key = step.parts.iter().find(|part| matches!(part.what, What::Key(KeyStep::Key(_))));
                    assert_eq!(key.unwrap().figure, Figure::Share(share.clone()));
                    self.figures += 1;
                }
                What::Line(LineStep::Step { .. }) => self.shares(part, mine),
                _ => {}
            }
        }
    }

    fn share(&mut self, key: &Step, mine: Receiver) {
        let unrounded = key.parts.iter().find(|part| matches!(part.what, What::Key(KeyStep::Unrounded(_))));
        let share = unrounded.unwrap_or(key).figure.value().unwrap();
        for values in &key.parts {
            let own = values.parts.iter().find(|part| match part.what {
                What::Key(KeyStep::Written(of) | KeyStep::Reading(of, ..) | KeyStep::Primary(of)) => {
                    of == mine
                }
                _ => false,
            });
            if let Some(own) = own {
                assert_eq!(
                    share,
                    own.figure.value().unwrap() / values.figure.value().unwrap(),
                    "{:?}",
                    key.what
                );
                self.figures += 1;
            }
            if let What::Key(KeyStep::Equal(count)) = values.what {
                assert_eq!(share * Fraction::from_integer(count.into()), Fraction::from_integer(1.into()));
                return;
            }
        }
        self.shares(key, mine);
    }

    /// The step is there, is the figure, and has parts that make it up.
    fn is(&mut self, root: &Step, what: &What, figure: Money) {
        let step = find(root, what);
        assert_eq!(step.figure, Figure::Euro(figure), "{what:?}");
        assert!(figure.is_zero() || step.sum() == Some(exact(figure)), "{what:?} is made up of nothing");
        self.figures += 1;
    }

    fn every_step_adds_up(&mut self, root: &Step, path: &Path) {
        for step in root.all() {
            let year = self.statement.year;
            assert!(step.adds_up(), "{} {year}: {:?} {:?}", path.display(), step.what, step.figure);
            let counts = step.figure.value().is_some_and(|value| value != exact(Money::ZERO));
            assert!(!counts || !needs_parts(&step.what) || step.sum().is_some(), "{:?}", step.what);
            self.figures += 1;
        }
    }
}

/// Steps that are nothing by themselves.
fn needs_parts(what: &What) -> bool {
    matches!(
        what,
        What::Answer(Answer::Owes(_) | Answer::Balance | Answer::Claims(_) | Answer::Payments)
            | What::Cost(CostStep::Costs(_) | CostStep::Borne(_))
            | What::Line(LineStep::Allocated(_) | LineStep::Line(..) | LineStep::LineCost)
            | What::Charge(ChargeStep::Gross(..) | ChargeStep::Charge(_) | ChargeStep::ChargeBorne(_))
    )
}

fn find<'s>(root: &'s Step, what: &What) -> &'s Step {
    root.all().into_iter().find(|step| step.what == *what).unwrap_or_else(|| panic!("no step {what:?}"))
}

#[test]
fn a_cent_that_is_missing_shows() {
    let folder = Path::new("examples/saarbruecken-saarpfalz");
    each_statement(folder, &mut |folder, statement| {
        let partner = statement.rules.agreement.partner_called("saarpfalz").unwrap();
        let question = Question { partner, service: None };
        let rows = Rows::behind(folder, statement, question, true).unwrap();
        let mut root = explain(statement, &rows, question);
        assert!(root.all().iter().all(|step| step.adds_up()));
        assert!(take_a_cent(&mut root));
        assert!(root.all().iter().any(|step| !step.adds_up()));
    });
}

/// From the first ledger line below.
fn take_a_cent(step: &mut Step) -> bool {
    if let (What::Cost(CostStep::Posting(_)), Figure::Euro(amount), Role::Plus) =
        (&step.what, &mut step.figure, step.role)
    {
        *amount -= Money::CENT;
        return true;
    }
    step.parts.iter_mut().any(take_a_cent)
}

#[test]
fn the_reciprocal_method_is_shown_as_a_textbook_does() {
    let dir = folder(&maintenance_and_computing(), "reciprocal");
    let ran = umlage_in(dir.path(), &["explain", "--service", "p1", "--partner", "p1", "--lang", "en"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for step in [
        "Centre m gross = own cost of Centre m + 1/4 × Centre c gross",
        "Centre c gross = own cost of Centre c + 1/10 × Centre m gross",
        "from Centre c: 95,200.0000 × 1/4",
        "from Centre m: 113,800.0000 × 1/10",
        "to Centre p1: 113,800.0000 × 1/5",
        "to Centre p1: 95,200.0000 × 7/20",
    ] {
        assert!(ran.stdout.contains(step), "{step} is missing in\n{}", ran.stdout);
    }
    let figure = |step: &str| {
        let line = ran.stdout.lines().find(|line| line.contains(step)).unwrap();
        line.split_whitespace().last().unwrap().to_owned()
    };
    assert_eq!(figure("Centre m gross ="), "113,800.0000");
    assert_eq!(figure("Centre c gross ="), "95,200.0000");
    assert_eq!(figure("to Centre p1: 113,800.0000"), "22,760.0000");
    assert_eq!(figure("to Centre p1: 95,200.0000"), "33,320.0000");
    assert_eq!(figure("Charges of internal services to Centre p1"), "56,080.00");
    assert_eq!(figure("Cost of the service Centre p1"), "256,080.00");
}
