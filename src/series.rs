//! Official statistics that come with the program (`amtliche Reihen`): population and consumer prices.
//!
//! In: the two files of `data/series`, compiled in, and a question: a municipality, a month or a year. Out: exact
//! figures, and the source that a statement must name with them; none where the series has no answer. It stands
//! apart because these figures come from no file of the user's; `data/README.md` says how they were made.

pub mod population;
pub mod prices;
