//! One binary for all integration tests.

mod cases;
mod findings;
mod laws;
mod published;
mod readme;
mod run;
mod shared;
