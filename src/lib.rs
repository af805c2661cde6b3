//! `umlage` splits the cost of IT that municipalities share.
//!
//! It reads the partners' ledgers, applies the agreement's allocation keys, says to the cent who bears what and who
//! owes whom, and what the partners saved by not doing everything twice. An auditor can recompute every figure.
//!
//! Modules stand in the order in which data flows; each stage is a function from the earlier type to the next, so
//! that a wrong order does not compile:
//!
//! ```text
//! money  fraction  period  place  apportion       exact cents, exact shares, days, places, THE rounding
//! depreciation  series                             straight lines over months; population and prices that are shipped
//! digest                                           SHA-256, as sha256sum shows it
//! nearest  finding  error                          a fault in the user's files, as data; one of the machine
//! workbook                                         a sheet of Excel or LibreOffice as the text of a CSV file
//!
//! Folder ──agreement::read──> Agreement ─┐
//!        ──tables::read─────> Tables ────┤
//!        ──sealed::read─────> Seals ─────┴─> Rules
//! Rules  ──cost::book (one pass, ledger::each)──> Booked
//! Booked ──cost::primary──> cost of each service ──cost::secondary──> Charges of internal services
//!        ──allocate::check──> Checked ──allocate::allocate──> Allocation      (key::plan gives each line its proof)
//! Allocation ──claims──> Claims ──settle──> Settlement
//!            ──savings──> Savings ──savings::years──> several years
//!            ──compare──> the same year by other rules
//! all of it  ──statement::state──> Statement ──report::document──> Document ──> text, md, csv, json
//! Statement  ──explain (ledgers once more, row by row)──> Step      (one figure as a tree)
//! Statement + sealed/2014 ──corrections──> rows that differ, sealed and new figures, what a later year carries
//! Statement  ──seal::contents──> Contents ──seal::write──> sealed/YEAR ──seal::verify──> Verified
//!
//! Booked ──audit (ledgers once more, row by row)──> Duplicates, Overlap        (hits are questions, no findings)
//!
//! excerpt                                          the line of a place, for the few that are shown
//! words                                            every word a person reads, German and English
//! ```
//!
//! # Words
//!
//! | here | German | meaning |
//! |---|---|---|
//! | agreement | Kooperationsvereinbarung | who shares what, by which keys, from when |
//! | service | Leistung | a shared system whose cost is split |
//! | posting | Buchung | date, voucher, account, cost centre, payer, amount |
//! | allocation key, driver | Verteilungsschlüssel, Bezugsgröße | the rule, and the quantity it measures |
//! | share, allocated | Anteil | exact fraction of a cost; the amount |
//! | borne | selbst getragen | what a partner paid itself |
//! | internal service | interne Leistung | a service used by services, charged on to them |
//! | own share | Eigenanteil | the part of an internal service that a partner uses itself |
//! | residual cent | Rundungscent | what rounding leaves to give to somebody |
//! | claim, settlement | Forderung, Ausgleich | who owes whom for one service; what is paid in the end |
//! | stand-alone cost | Kosten ohne Kooperation | what a partner would pay alone |
//! | avoided duplicate spending | vermiedene Doppelausgaben | stand-alone cost less cost in the cooperation |
//!
//! # A year, settled
//!
//! ```
//! use umlage::statement::state;
//! use umlage::{allocate, cost, finding::Findings, folder::Folder, period::Year, rules::Rules};
//!
//! let mut folder = Folder::open("examples/saarbruecken-saarpfalz".as_ref())?;
//! let mut findings = Findings::first();
//! let rules = Rules::read(&mut folder, &mut findings)?.expect("the example has no errors");
//! let booked = cost::book(&folder, &rules, &mut findings)?;
//!
//! let year = Year::new(2014).expect("a year that a ledger can have");
//! assert!(!findings.stop(year));
//! let checked = allocate::check(&rules, &booked.years[&year], year).expect("every segment has its shares");
//! let statement = state(checked, &folder.files, &booked, &findings);
//!
//! let payment = statement.settlement.transfers[0];
//! assert_eq!(rules.agreement.partner(payment.from).name, "Saarpfalz-Kreis");
//! assert_eq!(payment.amount.to_string(), "15487.64");
//! # Ok::<(), umlage::error::Error>(())
//! ```

pub mod agreement;
pub mod allocate;
pub mod apportion;
pub mod audit;
pub mod claims;
pub mod compare;
pub mod corrections;
pub mod cost;
pub mod depreciation;
pub mod digest;
pub mod error;
pub mod excerpt;
pub mod explain;
pub mod finding;
pub mod folder;
pub mod fraction;
pub mod inspect;
pub mod key;
pub mod ledger;
pub mod money;
pub mod nearest;
pub mod period;
pub mod place;
pub mod report;
pub mod rules;
pub mod savings;
pub mod seal;
pub mod sealed;
pub mod series;
pub mod settle;
pub mod statement;
pub mod tables;
pub mod words;
pub mod workbook;
