//! One binary for all integration tests.

mod cases;
mod laws;
mod published;
mod run;
mod shared;
